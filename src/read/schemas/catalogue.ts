// The shape of catalogue/1: the statements and what processes do to them.

import { z } from 'zod';
import { behaviours } from '../../core/model/catalogue.ts';
import type { processParameters } from '../../core/model/process-parameters.ts';
import { bounds, catalogueReference, text, textOrNumber } from './common.ts';
import { compositionLink, compositionRules } from './composition.ts';
import { names, quantityId, rule, statementId } from './rule.ts';

const levels = ['sheet', 'product', 'article', 'homogeneous-material', 'mixture', 'site'] as const;

const reference = z
  .strictObject({
    standard: text('the standard and its edition', 'ISO 59020:2024'),
    clause: textOrNumber('the clause', 'A.2.4').optional(),
  })
  .meta({ description: 'a place in a standard' });

const described = {
  section: text('the id of a section'),
  title: text('a short name'),
  text: text('one plain sentence that is true or false of a product'),
  guidance: text('how to answer'),
  evidence: text('what proves an answer').optional(),
  example: text('one short worked case').optional(),
  level: z.enum(levels).meta({ description: 'what the sentence is said of' }),
  rule,
  falseMeans: z
    .enum(['negation', 'not-claimed'])
    .meta({ description: 'whether false says that it is not so, or says nothing' })
    .optional(),
  cites: z.boolean().meta({ description: 'whether a true answer must name what it relies on' }).optional(),
  replaces: text('the id of the entry of an earlier version that this one carries on').optional(),
  official: names('ids of the official template, where public sources attest them').optional(),
  references: z.array(reference).meta({ description: 'places in standards' }).optional(),
};

const band = z
  .union([
    textOrNumber('a band in the unit of its group', '0', '25-50'),
    z
      .strictObject({ id: text('the name of the band'), ...bounds.shape })
      .meta({ description: 'a band by its name and ends' }),
  ])
  .meta({ description: 'a band', examples: ['0', '25-50'] });

const section = z
  .strictObject({
    id: text('the id of the section'),
    number: z
      .int()
      .min(1)
      .meta({ description: 'the number of the section', examples: [1] }),
    title: text('the title of the section'),
  })
  .meta({ description: 'a section' });

const ladder = z
  .strictObject({
    note: text('where the ladder comes from').optional(),
    bands: z.array(band).min(2).meta({ description: 'the bands from the lowest up, without gaps' }),
  })
  .meta({ description: 'a ladder of bands' });

const quantity = z
  .strictObject({
    title: text('a short name'),
    unit: text('the unit it is written in', '%', 'MJ').optional(),
    scale: text('the id of the scale it is a step of').optional(),
    name: z.literal(true).meta({ description: 'true when the quantity is a name' }).optional(),
    names: z
      .array(text('a name', 'copper'))
      .meta({
        description: 'the names that are known to mean different things',
        examples: ['[copper, steel]'],
      })
      .optional(),
    rule,
    composition: compositionLink.optional(),
    ownTerm: z.boolean().meta({ description: 'whether the own production adds to it' }).optional(),
  })
  .meta({ description: 'a figure behind statements' });

const group = z
  .strictObject({
    ...described,
    text: z
      .string()
      .regex(/\{band\}/)
      .meta({ description: 'one plain sentence with {band} in the place of the band' }),
    unit: text('the unit of the bands', '%'),
    ladder: text('the id of a ladder'),
    composition: compositionLink.optional(),
    ownTerm: quantity.shape.ownTerm,
  })
  .meta({ description: 'banded statements about one quantity' });

const headerPath = text('a place in the header of a sheet', 'product.ids.gtin');

const headerLink = z
  .strictObject({
    shownBy: z
      .array(headerPath)
      .min(1)
      .meta({ description: 'places of which any one makes the statement true' })
      .optional(),
    needs: z
      .array(headerPath)
      .min(1)
      .meta({ description: 'places without any of which the statement is not true' })
      .optional(),
  })
  .meta({ description: 'what the header of the sheet says of it' });

const statement = z
  .strictObject({
    ...described,
    composition: compositionLink.optional(),
    header: headerLink.optional(),
    list: z
      .strictObject({
        id: text('the id of the list'),
        version: textOrNumber('the edition of the list', '2026-01'),
      })
      .meta({ description: 'the list of substances that the statement names' })
      .optional(),
  })
  .meta({ description: 'a statement' });

const truth = z
  .strictObject({ statement: statementId, is: z.boolean().meta({ description: 'true or false' }) })
  .meta({ description: 'a statement with a value' });

const constraint = z
  .strictObject({
    id: text('a name under which an extending catalogue replaces the constraint').optional(),
    kind: z
      .enum(['total', 'atMost', 'partition', 'nested', 'implies', 'never', 'none'])
      .meta({ description: 'the kind of the constraint; `none` takes back the one with its id' }),
    total: quantityId.optional(),
    parts: z.array(quantityId).min(1).meta({ description: 'quantities that add up' }).optional(),
    inner: quantityId.optional(),
    outer: quantityId.optional(),
    when: truth.optional(),
    // biome-ignore lint/suspicious/noThenProperty: a key of the document; nothing awaits the model.
    then: truth.optional(),
    all: z.array(truth).min(2).meta({ description: 'what is never so all at once' }).optional(),
    because: text('why it is so of every product').optional(),
  })
  .meta({ description: 'what must hold inside one sheet' });

const need = z.enum(['optional', 'required']).meta({ description: 'whether a process must give it' });

const effect = z
  .strictObject({
    title: text('a short name'),
    text: text('what such a process does'),
    alsoCalled: names('words that people use for it; bills name the effect itself').optional(),
    traits: names('traits that statements may be refuted or opened by').optional(),
    parameters: z
      .strictObject({
        applied: need.optional(),
        loses: need.optional(),
        yield: need.optional(),
        returns: need.optional(),
        uses: need.optional(),
        shares: need.optional(),
        levels: need.optional(),
        conserves: need.optional(),
        removes: need.optional(),
        eligible: need.optional(),
        fuelShare: need.optional(),
        lossShare: need.optional(),
        cap: need.optional(),
        takenBack: need.optional(),
        generations: need.optional(),
        steadyState: need.optional(),
        freeOf: need.optional(),
      } satisfies Record<(typeof processParameters)[number], unknown>)
      .meta({ description: 'what a process with this effect may or must say' })
      .optional(),
    appliesRest: z
      .boolean()
      .meta({ description: 'whether all parts but the first are applied to the first' })
      .optional(),
    keepsApart: z
      .boolean()
      .meta({ description: 'whether all parts but the first stay products of their own, as packaging does' })
      .optional(),
    joins: z
      .boolean()
      .meta({ description: 'whether it says how the parts that it takes are joined' })
      .optional(),
    implicit: z
      .boolean()
      .meta({ description: 'true for the one effect that stands for parts left over without a process' })
      .optional(),
    adds: quantityId.optional(),
    levels: z
      .record(z.string(), text('a step of the scale of the quantity'))
      .meta({ description: 'levels of the joint, by quantity' })
      .optional(),
    behaviours: z
      .record(z.string(), z.enum(behaviours).meta({ description: 'what becomes of the values' }))
      .meta({
        description:
          'what becomes of the values of each kind of rule, or of one quantity or statement, which then goes before its kind; what is left out is unknown afterwards',
      }),
    references: z.array(reference).meta({ description: 'places in standards' }).optional(),
  })
  .meta({ description: 'what a kind of process does' });

const convention = z
  .strictObject({
    title: text('a short name'),
    text: text('what is taken to be so, and for which claims that is on the safe side'),
    settles: z
      .record(z.string(), textOrNumber('the figure that then counts', '0 %'))
      .meta({ description: 'quantities that it settles where a sheet says nothing of them' }),
    unlessTold: z
      .array(quantityId)
      .meta({
        description:
          'quantities that those it settles are part of, or that speak of the same: where a sheet speaks of any, it settles nothing',
      })
      .optional(),
    references: z.array(reference).meta({ description: 'places in standards' }).optional(),
  })
  .meta({ description: 'what a bill may adopt where sheets leave something unspecified' });

/** An extending catalogue takes an entry of its base back with `null`. */
const orTakenBack = <T extends z.ZodType>(entry: T) =>
  z.union([entry, z.null()]).meta({ description: `${entry.meta()?.description ?? ''}; null takes it back` });

export const catalogue = z
  .strictObject({
    loopsheet: z.literal('catalogue/1').meta({ description: 'the kind of document and its major version' }),
    id: z
      .string()
      .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/)
      .meta({ description: 'an id of small letters, digits and hyphens', examples: ['circularity-core'] }),
    version: z
      .string()
      .regex(/^[A-Za-z0-9]+([.-][A-Za-z0-9]+)*$/)
      .meta({
        description: 'a version in quotes, of letters, digits, dots and hyphens',
        examples: ['2026.1'],
      }),
    extends: catalogueReference
      .meta({
        description: 'the catalogue this one adds to and changes, as name/version',
        examples: ['circularity-core/2026.1'],
      })
      .optional(),
    title: text('the title of the catalogue'),
    note: text('what the catalogue is and is not'),
    sections: z
      .array(section)
      .min(1)
      .meta({ description: 'the sections in order; those of the base are kept' })
      .optional(),
    scales: z
      .record(
        z.string(),
        orTakenBack(z.array(text('a step')).min(2).meta({ description: 'the steps from the lowest up' })),
      )
      .meta({ description: 'ordinal scales by id' })
      .optional(),
    ladders: z
      .record(z.string(), orTakenBack(ladder))
      .meta({ description: 'ladders of bands by id' })
      .optional(),
    quantities: z.record(z.string(), orTakenBack(quantity)).meta({ description: 'figures by id' }).optional(),
    groups: z.record(z.string(), orTakenBack(group)).meta({ description: 'banded groups by id' }).optional(),
    statements: z
      .record(z.string(), orTakenBack(statement))
      .meta({ description: 'statements by id' })
      .optional(),
    constraints: z.array(constraint).meta({ description: 'what must hold inside one sheet' }).optional(),
    composition: compositionRules.optional(),
    effects: z
      .record(z.string(), orTakenBack(effect))
      .meta({ description: 'effects of processes by name' })
      .optional(),
    conventions: z
      .record(z.string(), orTakenBack(convention))
      .meta({ description: 'conventions by name; none counts but where a bill adopts it' })
      .optional(),
  })
  .meta({ title: 'Catalogue of statements', description: 'statements, and how each follows from inputs' });

// The small shapes that several kinds of document share. Descriptions are read by people twice: as completion
// in an editor and as the `expected` part of a finding, so each is a plain noun phrase.

import { z } from 'zod';
import { answerBases, assuranceLevels, openReasons, productLevels } from '../../core/model/sheet.ts';
import { custodyModels } from '../../core/values/custody.ts';

export const text = (description: string, ...examples: readonly string[]) =>
  z
    .string()
    .min(1)
    .meta({ description, ...(examples.length === 0 ? {} : { examples }) });

/** Text that people also write as a bare number; what counts is how it is written. */
export const textOrNumber = (description: string, ...examples: readonly string[]) =>
  z.union([z.string(), z.number()]).meta({ description, ...(examples.length === 0 ? {} : { examples }) });

export const date = (description: string) =>
  z
    .string()
    .meta({ description: `${description}, as year-month-day`, format: 'date', examples: ['2026-05-04'] });

export const digest = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .meta({ description: 'a SHA-256 digest: 64 hexadecimal digits in lower case' });

export const revision = z
  .int()
  .min(1)
  .meta({ description: 'the edition of the sheet: a whole number from 1', examples: [1] });

export const catalogueReference = text(
  'the catalogue that the answers refer to: its id, a slash and its version',
  'circularity-core/2026.1',
);

export const identifiers = z
  .record(z.string(), textOrNumber('an identifier, in quotes when it starts with 0', '09506000134352'))
  .meta({
    description: 'identifiers by scheme: gtin, gln, sscc, lei, cas, ec, pcds, digitalLink or any other name',
  });

/** One or two ends; an end left out is not known. */
export const bounds = z
  .strictObject({
    atLeast: textOrNumber('the lower end, itself included', '18 MJ').optional(),
    moreThan: textOrNumber('the lower end, itself excluded', '0 %').optional(),
    atMost: textOrNumber('the upper end, itself included', '20 MJ').optional(),
    lessThan: textOrNumber('the upper end, itself excluded', '100 %').optional(),
  })
  .meta({ description: 'a range by its ends: atLeast or moreThan, atMost or lessThan' });

export const product = z
  .strictObject({
    name: text('the name of the product'),
    level: z.enum(productLevels).meta({ description: 'what the product is to the next maker' }),
    mass: textOrNumber('the declared unit: a mass with its unit', '1 kg', '40..60 g').optional(),
    ids: identifiers.optional(),
  })
  .meta({ description: 'the product that the answers are about' });

export const maker = z
  .strictObject({
    name: text('the name of the maker'),
    ids: identifiers.optional(),
    site: z
      .strictObject({
        name: text('the name of the production site').optional(),
        country: z
          .string()
          .regex(/^[A-Z]{2}$/)
          .meta({ description: 'a country as two capital letters (ISO 3166-1)', examples: ['CA'] })
          .optional(),
      })
      .meta({ description: 'where the product is made' })
      .optional(),
  })
  .meta({ description: 'who makes the product and answers for the sheet' });

const evidence = z
  .strictObject({
    title: text('what the piece of evidence is called'),
    uri: text('where it is kept', 'reports/4711.pdf').optional(),
    sha256: digest.optional(),
  })
  .meta({ description: 'a document that an answer rests on' });

const assurance = z
  .strictObject({
    level: z.enum(assuranceLevels).meta({ description: 'who stands behind the answer' }),
    by: text('who checked the answer').optional(),
    scheme: text('the scheme it was checked under').optional(),
    date: date('the day of the check').optional(),
    validUntil: date('the last day on which the check counts').optional(),
  })
  .meta({ description: 'who checked the answer, and until when that counts' });

const answerExamples = [true, false, 'unknown', 'not-applicable', '25-50'];

const answerValue = z.union([z.boolean(), z.string(), z.number()]).meta({
  description: 'true, false, unknown or not-applicable; for a group the name of one of its bands',
  examples: answerExamples,
});

const longAnswer = z
  .strictObject({
    answer: answerValue,
    reason: z.enum(openReasons).meta({ description: 'why the answer is left open' }).optional(),
    basis: z
      .enum(answerBases)
      .meta({
        description:
          "own: the answer of a merged sheet would not follow without the maker's own answers; convention: not without a convention; a merge sets it",
      })
      .optional(),
    conventions: z
      .array(text('a convention of the catalogue', 'unspecified-as-primary'))
      .min(1)
      .meta({ description: 'the conventions that the answer rests on, where its basis is one' })
      .optional(),
    list: text('the list and edition that the answer relies on', 'reach-candidate/2026-01').optional(),
    references: z
      .array(text('a standard, rule or list', 'Regulation (EC) 1907/2006'))
      .meta({ description: 'standards, rules and lists that the answer relies on' })
      .optional(),
    evidence: z.array(evidence).meta({ description: 'documents that the answer rests on' }).optional(),
    assurance: assurance.optional(),
    custody: z
      .enum(custodyModels)
      .meta({ description: 'the chain-of-custody model behind a share' })
      .optional(),
    note: text('anything else a reader should know').optional(),
  })
  .meta({ description: 'an answer with what stands behind it' });

export const answers = z
  .record(
    z.string(),
    z.union([answerValue, longAnswer]).meta({ description: 'an answer', examples: answerExamples }),
  )
  .meta({ description: 'answers by the id of a statement, a group or a single band' });

const namesOf = (description: string) =>
  z
    .array(text('a name', 'cobalt'))
    .meta({ description, examples: ['[cobalt, lithium]'] })
    .optional();

const nameList = {
  names: namesOf('names that are on the list'),
  maybe: namesOf('names that may be on it, where it is complete but for these'),
  without: namesOf('names that are not on it'),
  complete: z
    .boolean()
    .meta({ description: 'whether nothing else is on the list; false by default' })
    .optional(),
};

export const quantities = z
  .record(
    z.string(),
    z
      .union([
        textOrNumber('a number with its unit, a range, a step of a scale or a name'),
        bounds.extend(nameList).meta({ description: 'a range by its ends, or a list of names' }),
      ])
      .meta({ description: 'a quantity', examples: ['12 %', '40..60 g', 'layman', 'copper', 'unknown'] }),
  )
  .meta({
    description:
      'figures behind the answers, by the id of a quantity or group; never copied into another sheet',
  });

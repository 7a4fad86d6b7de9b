// The shape of trace/1: the private derivation beside a merged sheet. Core's Trace with the kind of document in front,
// and with the bills behind inputs in one list, so that a bill used many times is told once.

import { z } from 'zod';
import { behaviours, ruleKindNames } from '../../core/model/catalogue.ts';
import { type AnswerValue, assuranceLevels, openReasons } from '../../core/model/sheet.ts';
import { silences } from '../../core/model/trace.ts';
import { catalogueReference, date, digest, revision, text } from './common.ts';

const answerValues = ['true', 'false', 'unknown', 'not-applicable'] as const satisfies readonly AnswerValue[];

const line = z.int().min(0).meta({ description: 'the line of the file, from 1; 0 where none is known' });
const file = text('the file, by its path from the folder of the trace', 'sheets/copper-rod.yaml');
const value = text('what is known, with exact ends', '(23.75 %, 25 %]', 'true', 'unknown');
const mass = text('a mass or a range of masses', '0.97 kg', 'unknown');
const index = (description: string) => z.int().min(0).meta({ description });
const assurance = z.enum(assuranceLevels).meta({ description: 'who stands behind the answer' });

const byQuantity = (description: string) =>
  z
    .array(
      z
        .strictObject({ quantity: text('the id of a quantity'), value })
        .meta({ description: 'a figure of one quantity' }),
    )
    .meta({ description });

const receivedSheet = z
  .strictObject({
    id: text('the id of the sheet'),
    revision,
    sha256: digest,
    file,
    product: text('the name of the product'),
    maker: text('the name of its maker'),
    assurance,
    validUntil: date('the last day on which the sheet counts').exactOptional(),
  })
  .meta({ description: 'the sheet that was received' });

const input = z
  .strictObject({
    name: text('the name of the input in the bill'),
    state: z
      .enum(['used', 'missing', 'expired', 'not-contained'])
      .meta({ description: 'whether its answers count' }),
    mass,
    optional: z.literal(true).meta({ description: 'that the product may be without it' }).exactOptional(),
    line: text('the line of the bill that it is one of several sources for').exactOptional(),
    share: text('its share of the mass that goes in, from 0 to 1', '97/102').exactOptional(),
    sheet: receivedSheet.exactOptional(),
    disregarded: z
      .array(
        z
          .strictObject({ statement: text('a statement'), code: text('the code of the finding') })
          .meta({ description: 'an answer that does not count, and why' }),
      )
      .meta({ description: 'answers that do not count' }),
    bill: index('the bill that was merged to make it, by its place in `bills`').exactOptional(),
  })
  .meta({ description: 'an input of the bill' });

const process = z
  .strictObject({
    name: text('the name of the process'),
    effect: text('its effect'),
    title: text('what the catalogue calls the effect'),
    takes: z.array(text('a part')).meta({ description: 'the parts that go in' }),
    gives: text('the part that comes out'),
    loses: mass.exactOptional(),
    uses: value.exactOptional(),
    shares: byQuantity('shares of what is used'),
    parameters: z
      .array(
        z
          .strictObject({ parameter: text('the key of the bill', 'eligible'), value })
          .meta({ description: 'an amount that the bill states' }),
      )
      .meta({ description: 'amounts that the bill states and that the arithmetic needs' })
      .exactOptional(),
    levels: byQuantity('levels of the joint'),
    line,
  })
  .meta({ description: 'a process of the bill' });

const step = z
  .strictObject({
    part: text('the part that the step gives'),
    input: text('the input that enters here').exactOptional(),
    process: index('the process, by its place in the list').exactOptional(),
    lots: z
      .enum(['fixed', 'open'])
      .meta({ description: 'that sources of one line lie side by side, in fixed shares or in any mix' })
      .exactOptional(),
    mass,
    from: z.array(index('a step')).meta({ description: 'the steps before, by their place in the list' }),
  })
  .meta({ description: 'one step from inputs to product' });

const subject = z
  .strictObject({
    id: text('the id of a quantity, a group or a statement'),
    title: text('what the catalogue calls it'),
    rule: z.enum(ruleKindNames).meta({ description: 'the kind of rule it aggregates by' }),
    weight: text('what weighs the shares', 'mass').exactOptional(),
    value,
    byConvention: text(
      'what it comes to under the conventions of the bill, where that is more',
    ).exactOptional(),
    values: z
      .array(
        z
          .strictObject({
            value,
            behaviour: z.enum(behaviours).meta({ description: 'what the step did to it' }).exactOptional(),
            plainly: text('what plain combination would have given').exactOptional(),
          })
          .meta({ description: 'what is known after one step' }),
      )
      .meta({ description: 'what is known after each step' }),
  })
  .meta({ description: 'something that aggregates by a rule of its own' });

const names = (description: string) => z.array(text('a name')).meta({ description });

const note = text('what is added to the answer');

const ground = z
  .union([
    z.strictObject({
      kind: z.literal('answer'),
      input: text('the input'),
      of: text('the statement or quantity'),
      says: text('what the sheet says of it'),
      sheet: text('the sheet with its revision'),
      sha256: digest,
      file,
      line,
      assurance,
      from: z
        .literal('composition')
        .meta({ description: 'worked out from what the product is made of, rather than answered' })
        .exactOptional(),
      note: note.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('own'),
      of: text('the statement or quantity'),
      says: text('what the maker says of it'),
      file,
      line,
      note: note.exactOptional(),
    }),
    z.strictObject({
      kind: z.literal('process'),
      name: text('the process'),
      effect: text('its effect'),
      file,
      line,
    }),
    z.strictObject({
      kind: z.literal('convention'),
      conventions: names('the conventions by which it is taken to be so'),
      input: text('the input'),
      of: text('the statement or quantity'),
      says: text('what is taken to be so of it'),
      file,
      line,
    }),
  ])
  .meta({ description: 'something that an answer rests on' });

const gap = z
  .union([
    z.strictObject({
      kind: z.literal('input'),
      input: text('the input'),
      why: z.enum(silences).meta({ description: 'why it leaves the answer open' }),
      value,
    }),
    z.strictObject({ kind: z.literal('process'), name: text('the process'), effect: text('its effect') }),
    z.strictObject({ kind: z.literal('joint') }),
    z.strictObject({ kind: z.literal('own-answer') }),
    z.strictObject({ kind: z.literal('own-use'), quantity: text('the quantity') }),
  ])
  .meta({ description: 'why an answer stays open' });

const answer = z
  .strictObject({
    statement: text('the statement'),
    answer: z.enum(answerValues).meta({ description: 'the answer in the sheet' }),
    reason: z.enum(openReasons).meta({ description: 'why it is open' }).exactOptional(),
    conventions: names('the conventions without which it would be open').exactOptional(),
    subjects: names('what the answer is read off'),
    rests: z.array(ground).meta({
      description: 'what it rests on: together enough, and none can be left out, unless it says otherwise',
    }),
    stands: z
      .array(
        z
          .strictObject({
            assurance: z
              .enum(assuranceLevels)
              .meta({ description: "the weakest assurance of the suppliers' answers behind it" }),
            until: date('the last day').exactOptional(),
          })
          .meta({ description: 'how it stands until a day' }),
      )
      .min(1)
      .meta({ description: "by the strongest of the suppliers' answers that suffice, then by what is left" })
      .exactOptional(),
    minimal: z
      .literal(false)
      .meta({ description: 'looking for less took too long: some of what it rests on may not be needed' })
      .exactOptional(),
    constraints: names('facts of the catalogue that it needs'),
    changedBy: names('processes that changed it on the way'),
    gaps: z.array(gap).meta({ description: 'why it stays open' }),
    conflictedBy: names('inputs whose contradictions leave it open'),
  })
  .meta({ description: 'the derivation of one answer' });

const body = z
  .strictObject({
    sheet: z
      .strictObject({
        id: text('the id of the sheet'),
        revision,
        product: text('the name of the product'),
        sha256: digest.exactOptional(),
      })
      .meta({ description: 'the sheet that the trace explains' }),
    bill: z.strictObject({ file, sha256: digest }).meta({ description: 'the bill it was merged from' }),
    catalogue: catalogueReference,
    conventions: names('the conventions that the bill adopts').exactOptional(),
    inputs: z.array(input).meta({ id: 'inputs', description: 'the inputs, in the order of the bill' }),
    processes: z.array(process).meta({ description: 'the processes, in the order of the bill' }),
    steps: z
      .array(step)
      .meta({ description: 'the steps from inputs to product; the last one gives the product' }),
    subjects: z.array(subject).meta({ description: 'what is known of everything that aggregates' }),
    answers: z.array(answer).meta({ description: 'the derivation of every answer' }),
  })
  .meta({ id: 'derivation', description: 'the derivation of one merge' });

export const trace = z
  .strictObject({
    loopsheet: z.literal('trace/1').meta({ description: 'the kind of document and its major version' }),
    ...body.shape,
    bills: z
      .array(body)
      .meta({
        description: 'the bills that were merged to make inputs, each after those it is made of itself',
      })
      .exactOptional(),
  })
  .meta({ title: 'Trace', description: 'how every answer of a merged sheet was derived; private' });

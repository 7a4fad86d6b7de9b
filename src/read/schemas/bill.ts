// The shape of bill/1: how a maker turns inputs into a product.

import { z } from 'zod';
import {
  answers,
  catalogueReference,
  date,
  maker,
  product,
  quantities,
  revision,
  text,
  textOrNumber,
} from './common.ts';

const origin = {
  sheet: text('the sheet of the input: a path, an id, or none', 'sheets/copper-rod.yaml', 'none').optional(),
  bill: text('the bill that makes the input: a path', 'cell.bill.yaml').optional(),
};

const alternative = z
  .strictObject({
    ...origin,
    share: textOrNumber(
      'the share of the line that it fills, where that is fixed',
      '60 %',
      '50..70 %',
    ).optional(),
  })
  .meta({ description: 'one of the sources that the line is filled from, by its sheet or its bill' });

const input = z
  .strictObject({
    ...origin,
    anyOf: z
      .array(alternative)
      .min(2)
      .meta({
        description:
          'alternatives instead of one sheet or bill: any of them or any mix fills the line, but where shares are fixed',
      })
      .optional(),
    mass: textOrNumber(
      'the mass of the whole line with its unit',
      '0.97 kg',
      '40..60 g',
      'unknown',
    ).optional(),
    count: textOrNumber('how many pieces go in, instead of the mass of the line', '12', '10..12').optional(),
    massEach: textOrNumber(
      'the mass of one piece; what its sheet declares when left out',
      '2 g',
      '1.9..2.1 g',
    ).optional(),
    optional: z
      .boolean()
      .meta({ description: 'true for an input that the product may be without' })
      .optional(),
    contained: z
      .boolean()
      .meta({ description: 'false for an aid that does not end up in the product' })
      .optional(),
  })
  .meta({ description: 'what goes in, by its sheet or its bill, and how much of it' });

const part = text('the name of an input or of a part that an earlier process gives', 'graphite');

const process = z
  .strictObject({
    effect: text('the effect of the process, by its name in the catalogue', 'join-reversible'),
    name: text('what the process is called').optional(),
    takes: z.array(part).min(1).meta({ description: 'the parts that go in' }),
    gives: text('the part that comes out; the first part taken when left out').optional(),
    applied: z
      .array(part)
      .meta({ description: 'those of the parts taken that are applied to the others' })
      .optional(),
    loses: textOrNumber('the mass that leaves', '20 g').optional(),
    yield: textOrNumber('the share of the mass that stays', '95 %').optional(),
    returns: textOrNumber('the mass that goes round inside the process', '10 g').optional(),
    uses: textOrNumber('what the process itself uses', '18 MJ').optional(),
    shares: z
      .record(z.string(), textOrNumber('a share of what is used', '50 %'))
      .meta({ description: 'shares of what is used, by quantity' })
      .optional(),
    levels: z
      .record(z.string(), text('a step of the scale of the quantity'))
      .meta({ description: 'levels of the joint, by quantity' })
      .optional(),
    removes: textOrNumber('the mass that is taken out of the first part taken', '3 kg').optional(),
    eligible: textOrNumber(
      'the mass of input that is booked to the part, before fuel use and losses',
      '60 kg',
    ).optional(),
    fuelShare: textOrNumber('the share of the eligible mass that becomes fuel', '20 %').optional(),
    lossShare: textOrNumber('the share of the eligible mass that is lost', '5 %').optional(),
    cap: textOrNumber('the most that may be booked, as a share of the part', '80 %').optional(),
    takenBack: textOrNumber(
      'the share of the part that is own output, given back after use',
      '20 %',
    ).optional(),
    generations: z
      .int()
      .min(1)
      .meta({
        description:
          'this run, and how many such runs one after another all that comes back has been through at least',
        examples: [3],
      })
      .optional(),
    steadyState: z
      .boolean()
      .meta({ description: 'whether what comes back has long been composed like what goes out' })
      .optional(),
    conserves: z
      .array(text('a kind of rule or a quantity'))
      .meta({ description: 'what a process without a known effect leaves as it is' })
      .optional(),
    freeOf: z
      .array(text('a quantity or a statement', 'inputs.post-consumer-recycled'))
      .meta({ description: 'what the material that leaves has nothing of' })
      .optional(),
  })
  .meta({ description: 'one process: what it takes, gives and does' });

export const bill = z
  .strictObject({
    loopsheet: z.literal('bill/1').meta({ description: 'the kind of document and its major version' }),
    sheet: z
      .strictObject({
        id: text('the id of the sheet to be issued'),
        revision,
        catalogue: catalogueReference,
        issued: date('the day of issue'),
        validUntil: date('the last day on which the sheet is to count').optional(),
      })
      .meta({ description: 'the sheet that the merge is to issue' }),
    product,
    maker,
    conventions: z
      .array(text('a convention of the catalogue', 'unspecified-as-primary'))
      .min(1)
      .meta({
        description:
          'conventions that settle what sheets leave unspecified; by default none, and every answer that rests on one is marked',
      })
      .optional(),
    inputs: z
      .record(z.string(), input)
      .meta({ description: 'the inputs, each under a name that the processes use' }),
    processes: z.array(process).meta({ description: 'the processes in order' }).optional(),
    answers: answers.optional(),
    quantities: quantities.optional(),
  })
  .meta({ title: 'Bill of inputs and processes', description: 'how a maker turns inputs into a product' });

// The shape of a rule in a catalogue: one flat shape with a `kind`. Which keys belong to which kind is said by the
// reader, whose messages know the rule.

import { z } from 'zod';
import { ruleKindNames } from '../../core/model/catalogue.ts';
import { bounds, text, textOrNumber } from './common.ts';

const ruleKinds = [...ruleKindNames, 'fraction-with-veto', 'derived'] as const;

export const statementId = text('the id of a statement');
export const quantityId = text('the id of a quantity or group');
export const names = (description: string) => z.array(text('a name')).meta({ description });

export const rule = z
  .strictObject({
    kind: z.enum(ruleKinds).meta({ description: 'the kind of the rule' }),
    weight: text('what weighs the shares: mass or the id of a quantity', 'mass').optional(),
    custody: z
      .enum(['physical', 'attributed', 'claimed'])
      .meta({ description: 'which material counts' })
      .optional(),
    attributedBy: statementId.optional(),
    scope: z
      .enum(['all', 'own'])
      .meta({ description: 'whether inputs must hold it too, or only the own joints count' })
      .optional(),
    refutedBy: names('traits of effects that refute the statement').optional(),
    openedBy: names('traits of effects that leave the statement open').optional(),
    inapplicable: z
      .enum(['holds', 'opens'])
      .meta({ description: 'what an input comes to that the statement does not apply to; opens by default' })
      .optional(),
    of: quantityId.optional(),
    tolerance: textOrNumber('the share that may differ', '0 %').optional(),
    perItem: textOrNumber('the most that one minor constituent may be', '1 %').optional(),
    total: textOrNumber('the most that all minor constituents may be', '5 %').optional(),
    materials: z
      .enum(['whole', 'mixed'])
      .meta({ description: 'whether a material that names no inputs is one constituent; mixed by default' })
      .optional(),
    named: z
      .boolean()
      .meta({ description: 'whether it is the content of one substance; the highest of a list by default' })
      .optional(),
    closed: z
      .boolean()
      .meta({ description: 'whether a list holds no names but those of its vocabulary; false by default' })
      .optional(),
    quantity: quantityId.optional(),
    names: z
      .union([z.literal('any'), z.array(text('a name', 'cobalt')).min(1)])
      .meta({ description: 'names of which one must be on the list; any: whatever is on it' })
      .optional(),
    ...bounds.shape,
    veto: z
      .array(statementId)
      .min(1)
      .meta({ description: 'statements of which none may be true' })
      .optional(),
    not: statementId.optional(),
    all: z.array(statementId).min(1).meta({ description: 'statements that must all be true' }).optional(),
    any: z.array(statementId).min(1).meta({ description: 'statements of which one must be true' }).optional(),
  })
  .meta({ description: 'how it follows from the inputs' });

// The shape of the composition in a sheet. An item is a material, or what is hidden beside the materials; which keys
// go together is said by the reader. And how a catalogue ties its entries to compositions.

import { z } from 'zod';
import { contentLevels, type Origin } from '../../core/model/composition.ts';
import { bounds, text, textOrNumber } from './common.ts';

const share = (description: string) =>
  z
    .union([textOrNumber(description), bounds])
    .meta({ description, examples: ['60..70 %', '5 %', 'unknown'] });

const hidden = share('a share that is not disclosed, in an item of its own');

const substance = z
  .strictObject({
    name: text('the name of the substance', 'DEHP').optional(),
    cas: textOrNumber('its CAS number', '117-81-7').optional(),
    share: share('its share of the material').optional(),
    lists: z
      .array(text('a list and its edition', 'reach-candidate/2026-01'))
      .meta({ description: 'lists that it is on; an empty list when it is on none of all lists' })
      .optional(),
    notOn: z
      .array(text('a list and its edition', 'eu-rohs/2015'))
      .meta({ description: 'lists that were looked through, and that it is not on' })
      .optional(),
    hidden: hidden.optional(),
  })
  .meta({ description: 'a substance in the material, or what of the material is hidden' });

const origin = z
  .strictObject({
    'post-consumer': share('the share that is post-consumer recycled').optional(),
    'pre-consumer': share('the share that is pre-consumer recycled').optional(),
    reused: share('the share from reused components').optional(),
    renewable: share('the share from a renewable source').optional(),
  } satisfies Record<Origin, unknown>)
  .meta({ description: 'where the material comes from, in shares of it; what is left out is not known' });

const material = z
  .strictObject({
    material: text('the name of the material', 'polypropylene').optional(),
    share: share('its share of the mass of the product').optional(),
    mass: textOrNumber('its mass in the declared unit', '12 g').optional(),
    origin: origin.optional(),
    homogeneous: z.boolean().meta({ description: 'whether it is one homogeneous material' }).optional(),
    substances: z.array(substance).meta({ description: 'the substances in it' }).optional(),
    hidden: hidden.optional(),
  })
  .meta({ description: 'a material, or what of the product is hidden' });

export const composition = z.array(material).meta({
  description: 'what the product is made of; confidential, and never copied into another sheet',
});

const oneOrMore = (description: string) =>
  z.union([text(description), z.array(text(description)).min(1).meta({ description })]).meta({ description });

export const compositionLink = z
  .strictObject({
    origin: oneOrMore('the origin of the material that counts').optional(),
    materials: oneOrMore('the materials that count').optional(),
    cas: oneOrMore('the CAS numbers of the substances that count').optional(),
    list: text('the list whose substances count, with its edition', 'reach-candidate/2026-01').optional(),
    over: z.enum(contentLevels).meta({ description: 'over what a content is counted' }).optional(),
    oneMaterial: z
      .literal(true)
      .meta({ description: 'true for the share of the largest material' })
      .optional(),
    keptBack: z
      .array(text('a share', '10 %'))
      .min(2)
      .meta({ description: 'for each step of the scale, the most of a material that may be kept back' })
      .optional(),
    ...bounds.shape,
  })
  .meta({ description: 'what the composition of a sheet says of it' });

export const compositionRules = z
  .strictObject({
    hiddenAtMost: textOrNumber(
      'the most of the product, or of a material, that may be hidden',
      '10 %',
    ).optional(),
  })
  .meta({ description: 'what holds of every composition' });

// The shape of sheet/1: the answers about one product.

import { z } from 'zod';
import { assuranceLevels } from '../../core/model/sheet.ts';
import {
  answers,
  catalogueReference,
  date,
  digest,
  maker,
  product,
  quantities,
  revision,
  text,
} from './common.ts';
import { composition } from './composition.ts';

export const sheet = z
  .strictObject({
    loopsheet: z.literal('sheet/1').meta({ description: 'the kind of document and its major version' }),
    catalogue: catalogueReference,
    id: text('the id of the sheet in any scheme', '010 02 001 2 0000075'),
    revision,
    issued: date('the day of issue'),
    validUntil: date('the last day on which the sheet counts').optional(),
    assurance: z
      .enum(assuranceLevels)
      .meta({ description: 'who stands behind answers that carry no assurance of their own' })
      .optional(),
    product,
    maker,
    answers,
    quantities: quantities.optional(),
    composition: composition.optional(),
    inputs: z
      .array(
        z
          .strictObject({ id: text('the id of the sheet of an input'), revision, sha256: digest })
          .meta({ description: 'one input, by its sheet' }),
      )
      .meta({ description: 'the sheets that an aggregated sheet was merged from' })
      .optional(),
  })
  .meta({ title: 'Circularity data sheet', description: 'the answers about one product' });

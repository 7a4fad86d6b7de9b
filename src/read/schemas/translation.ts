// The shape of translation/1: the texts of one catalogue in one other language.

import { z } from 'zod';
import { catalogueReference, text } from './common.ts';

const title = text('a short name').optional();
const guidance = text('how to answer').optional();
const evidence = text('what proves an answer').optional();
const example = text('one short worked case').optional();

const titled = z.strictObject({ title }).meta({ description: 'what it is called' });

const statement = z
  .strictObject({
    title,
    text: text('one plain sentence that is true or false of a product').optional(),
    guidance,
    evidence,
    example,
  })
  .meta({ description: 'the texts of a statement' });

const group = z
  .strictObject({
    title,
    text: z
      .string()
      .regex(/\{band\}/)
      .meta({ description: 'one plain sentence with {band} in the place of the band' })
      .optional(),
    guidance,
    evidence,
    example,
  })
  .meta({ description: 'the texts of a group' });

const effect = z
  .strictObject({ title, text: text('what such a process does').optional() })
  .meta({ description: 'the texts of an effect' });

const convention = z
  .strictObject({ title, text: text('what is taken to be so').optional() })
  .meta({ description: 'the texts of a convention' });

const scale = z
  .record(z.string(), text('the name of the step'))
  .meta({ description: 'the names of the steps' });

export const translation = z
  .strictObject({
    loopsheet: z.literal('translation/1').meta({ description: 'the kind of document and its major version' }),
    catalogue: catalogueReference,
    language: z
      .string()
      .regex(/^[a-z]{2}$/)
      .meta({ description: 'a language as two small letters (ISO 639-1)', examples: ['de'] }),
    sections: z.record(z.string(), titled).meta({ description: 'sections by id' }).optional(),
    scales: z.record(z.string(), scale).meta({ description: 'ordinal scales by id' }).optional(),
    quantities: z.record(z.string(), titled).meta({ description: 'figures by id' }).optional(),
    groups: z.record(z.string(), group).meta({ description: 'banded groups by id' }).optional(),
    statements: z.record(z.string(), statement).meta({ description: 'statements by id' }).optional(),
    effects: z.record(z.string(), effect).meta({ description: 'effects of processes by name' }).optional(),
    conventions: z.record(z.string(), convention).meta({ description: 'conventions by name' }).optional(),
  })
  .meta({
    title: 'Translation of a catalogue',
    description: 'the texts of one catalogue in another language',
  });

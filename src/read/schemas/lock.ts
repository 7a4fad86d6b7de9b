// The shape of lock/1: what the last build of a workspace made of what.

import { z } from 'zod';
import { catalogueReference, date, digest, revision, text } from './common.ts';

const file = text('a file, from the folder of the workspace');

const input = z
  .strictObject({
    name: text('the name of the input'),
    file,
    id: text('the id of its sheet'),
    revision,
    sha256: digest,
    validUntil: date('the last day on which its sheet counts').optional(),
  })
  .meta({ description: 'an input with its sheet' });

const sheet = z
  .strictObject({
    id: text('the id of the sheet'),
    revision,
    sha256: digest,
    validUntil: date('the last day on which it counts').optional(),
    content: digest.meta({ description: 'the digest of the sheet without its revision' }),
  })
  .meta({ description: 'the edition that was made' });

const edition = z
  .strictObject({
    id: text('the id of the sheet'),
    revision,
    content: digest.meta({ description: 'the digest of the sheet without its revision' }).optional(),
  })
  .meta({ description: 'the edition that was published last' });

const output = z.strictObject({ file, sha256: digest }).meta({ description: 'a file that was written' });

const warnings = z
  .strictObject({
    code: text('the code of the warnings'),
    count: z.int().min(1).meta({ description: 'how many' }),
  })
  .meta({ description: 'warnings of one code' });

const settings = z
  .strictObject({
    tool: text('the version of the tool'),
    catalogue: z
      .strictObject({ name: catalogueReference, sha256: digest })
      .meta({ description: 'the catalogue' }),
    quantities: z.boolean().meta({ description: 'whether the sheet carries figures' }),
    reports: z.array(text('the form of a report')).meta({ description: 'the reports that were written' }),
  })
  .meta({ description: 'what was asked for besides the bill and its inputs' });

const bill = z
  .strictObject({
    file,
    sha256: digest,
    settings,
    inputs: z.array(input).meta({ description: 'the inputs that have a sheet' }),
    sheet,
    outputs: z.array(output).meta({ description: 'everything that was written for the bill' }),
    warnings: z.array(warnings).meta({ description: 'the warnings of the merge, by code' }).optional(),
    seal: digest.meta({ description: 'the digest of everything else in this record' }).optional(),
  })
  .meta({ description: 'a bill as it was merged' });

export const lock = z
  .strictObject({
    loopsheet: z.literal('lock/1').meta({ description: 'the kind of document and its major version' }),
    bills: z.array(bill).meta({ description: 'every bill that was merged' }),
    editions: z
      .array(edition)
      .meta({ description: 'what was published of sheets that no bill makes any more' })
      .optional(),
    left: z
      .array(file)
      .meta({ description: 'files that were written once and that nothing makes any more' })
      .optional(),
  })
  .meta({ title: 'Lock', description: 'what the last build of a workspace made of what' });

// The shape of findings/1: what a check reports, for machines.

import { z } from 'zod';

const position = (description: string) =>
  z
    .strictObject({
      line: z.int().min(1).meta({ description: 'the line, from 1' }),
      column: z.int().min(1).meta({ description: 'the column in UTF-16 units, from 1' }),
      offset: z.int().min(0).meta({ description: 'UTF-16 units from the start of the text' }),
    })
    .meta({ description });

const span = z
  .strictObject({
    source: z.string().meta({ description: 'the document as it was named' }),
    start: position('where it starts'),
    end: position('where it ends, itself excluded'),
  })
  .meta({ description: 'a place in a document' });

const finding = z
  .strictObject({
    code: z
      .string()
      .regex(/^[a-z]+\/[a-z]+(-[a-z]+)*$/)
      .meta({ description: 'the stable code of the finding', examples: ['read/unknown-key'] }),
    severity: z.enum(['error', 'warning', 'note']).meta({ description: 'how grave it is' }),
    message: z.string().min(1).meta({ description: 'what was found, in one line' }),
    at: span.optional(),
    label: z.string().meta({ description: 'what is said of the place' }).optional(),
    related: z
      .array(
        z
          .strictObject({
            at: span,
            label: z.string().meta({ description: 'what the place has to do with it' }),
          })
          .meta({ description: 'another place that belongs to it' }),
      )
      .meta({ description: 'other places that belong to it' }),
    help: z
      .array(z.string().meta({ description: 'a next step' }))
      .meta({ description: 'next steps, best first' }),
    data: z
      .record(z.string(), z.unknown())
      .meta({ description: 'the facts behind the message; which ones depends on the code' }),
    docs: z.string().meta({ description: 'where the code is explained' }),
  })
  .meta({ description: 'one finding' });

const count = (description: string) => z.int().min(0).meta({ description });

export const findings = z
  .strictObject({
    loopsheet: z.literal('findings/1').meta({ description: 'the kind of document and its major version' }),
    tool: z
      .strictObject({
        name: z.string().meta({ description: 'the name of the tool' }),
        version: z.string().meta({ description: 'its version' }),
      })
      .meta({ description: 'the tool that reports' }),
    verdict: z.enum(['clean', 'findings', 'none']).meta({
      description:
        'clean: checked, nothing that fails; findings: checked, and found wanting; none: no verdict was reached',
    }),
    exit: z.int().min(0).max(2).meta({ description: 'the exit code that goes with the verdict' }),
    summary: z
      .strictObject({
        sheets: count('sheets checked'),
        bills: count('bills checked'),
        catalogues: count('catalogues checked'),
        translations: count('translations checked'),
        answered: count('statements with an answer in the sheets checked'),
        open: count('statements without one'),
        notChecked: count('files met that were not checked'),
        errors: count('findings of severity error'),
        warnings: count('findings of severity warning'),
        notes: count('findings of severity note'),
      })
      .meta({ description: 'what was checked and what was not' }),
    findings: z.array(finding).meta({ description: 'all findings, by document and place' }),
  })
  .meta({ title: 'Findings', description: 'what a check reports' });

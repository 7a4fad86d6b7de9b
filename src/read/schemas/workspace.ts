// The shape of workspace/1: the bills that belong together, and what is made of them.

import { z } from 'zod';
import { workspaceReports } from '../../core/workspace/workspace.ts';
import { text } from './common.ts';

export const workspace = z
  .strictObject({
    loopsheet: z.literal('workspace/1').meta({ description: 'the kind of document and its major version' }),
    bills: z
      .array(text('the path of a bill, or a pattern for several', '**/*.bill.yaml'))
      .min(1)
      .meta({ description: 'the bills that are merged' })
      .optional(),
    catalogues: z
      .array(text('the path of a catalogue file', 'catalogues/ours.yaml'))
      .meta({ description: 'catalogues besides those that ship with the tool' })
      .optional(),
    output: text('the folder that everything made is written to', 'out').optional(),
    reports: z
      .array(z.enum(workspaceReports).meta({ description: 'the form of a report' }))
      .meta({ description: 'the reports that are written beside every sheet' })
      .optional(),
    quantities: z
      .boolean()
      .meta({
        description: 'whether sheets carry the figures behind their answers, which may be confidential',
      })
      .optional(),
  })
  .meta({ title: 'Workspace', description: 'bills that belong together, and where their sheets go' });

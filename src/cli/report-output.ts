// A report in the format asked for.

import type { Catalogue } from '../core/model/catalogue.ts';
import type { Sheet } from '../core/model/sheet.ts';
import type { Trace } from '../core/model/trace.ts';
import { reportOf } from '../core/questions/report.ts';
import type { DateText } from '../core/values/date.ts';
import { plainStyle, type Style } from '../render/palette.ts';
import type { ReportFormat } from './report-formats.ts';

export interface Reported {
  readonly sheet: Sheet;
  /** Missing for a sheet that was written by hand. */
  readonly trace?: Trace;
  readonly catalogue: Catalogue;
  /** Made from the sheet alone, for those who may not see the trace. */
  readonly isPublic?: boolean;
  /** The day on which it is read; a report of a merge is the same on all days. */
  readonly today?: DateText;
}

/** Files are never coloured: `style` is that of the stream it goes to, if it goes to one. */
export async function renderReport(
  format: ReportFormat,
  { sheet, trace, catalogue, isPublic, today }: Reported,
  style: Style = plainStyle,
): Promise<string> {
  const report = reportOf(sheet, catalogue, trace, { isPublic, today });
  if (format === 'markdown')
    return (await import('../render/reports/markdown.ts')).renderMarkdownReport(report);
  return (await import('../render/reports/terminal.ts')).renderTerminalReport(report, style);
}

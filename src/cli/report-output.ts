// A report in the format asked for.

import type { Catalogue } from '../core/model/catalogue.ts';
import type { Sheet } from '../core/model/sheet.ts';
import type { Trace } from '../core/model/trace.ts';
import type { Style } from '../render/palette.ts';
import type { ReportFormat } from './commands/report.ts';

export interface Reported {
  readonly sheet: Sheet;
  /** Missing for a sheet that was written by hand. */
  readonly trace?: Trace;
  readonly catalogue: Catalogue;
}

export async function renderReport(
  _format: ReportFormat,
  _reported: Reported,
  _style?: Style,
): Promise<string> {
  throw new Error('reports are not there yet');
}

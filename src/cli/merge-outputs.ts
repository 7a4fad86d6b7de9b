// Which files a merge writes, worked out from its options before any work begins.

import { baseName, folderOf, joinPath } from '../io/paths.ts';
import type { SheetFormat } from './commands/merge.ts';
import { listOption, type Options, textOption } from './options.ts';
import { STANDARD_OUTPUT } from './output.ts';
import { type ReportFormat, reportFormats } from './report-formats.ts';
import { chooseFormat } from './sheet-output.ts';

export interface ReportOutput {
  readonly format: ReportFormat;
  readonly path: string;
}

export interface MergeOutputs {
  readonly sheet: string;
  readonly format: SheetFormat;
  readonly trace?: string;
  readonly reports: readonly ReportOutput[];
}

interface Refusal {
  readonly refusal: string;
  readonly help: string;
}

export function planOutputs(options: Options): MergeOutputs | Refusal {
  const sheet = textOption(options, 'output') ?? STANDARD_OUTPUT;
  const format = chooseFormat(options, sheet);
  if (format === undefined)
    return {
      refusal: `the name \`${sheet}\` does not say a format`,
      help: 'add `--format yaml`, `json` or `csv`',
    };
  const reports: ReportOutput[] = [];
  for (const asked of listOption(options, 'report')) {
    const report = readReport(asked);
    if ('refusal' in report) return report;
    reports.push(report);
  }
  const trace = options['trace'] === false ? undefined : (textOption(options, 'trace') ?? besideSheet(sheet));
  const paths = [sheet, ...(trace === undefined ? [] : [trace]), ...reports.map((report) => report.path)];
  const twice = paths.find((path, index) => paths.indexOf(path) !== index);
  if (twice !== undefined) {
    const name = twice === STANDARD_OUTPUT ? 'standard output' : `\`${twice}\``;
    return {
      refusal: `two outputs would go to ${name}`,
      help: 'give each its own file, the sheet with `--output`',
    };
  }
  return { sheet, format, reports, ...(trace === undefined ? {} : { trace }) };
}

function readReport(asked: string): ReportOutput | Refusal {
  const mark = asked.indexOf('=');
  const format = reportFormats.find((each) => each === asked.slice(0, mark));
  const path = asked.slice(mark + 1);
  if (mark < 0 || format === undefined || path === '') {
    return {
      refusal: `\`${asked}\` does not say a report and where it goes`,
      help: 'write `--report markdown=report.md` or `--report terminal=-`',
    };
  }
  return { format, path };
}

/** `out/x.trace.json` for `out/x.sheet.yaml` and for `out/x.yaml`; none for standard output. */
export function besideSheet(sheet: string): string | undefined {
  if (sheet === STANDARD_OUTPUT) return undefined;
  const name = baseName(sheet).replace(/(\.sheet)?\.[^.]*$/, '');
  const folder = folderOf(sheet);
  return folder === '.' ? `${name}.trace.json` : joinPath(folder, `${name}.trace.json`);
}

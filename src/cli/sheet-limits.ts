// What a sheet as text may be too large for: a text that this tool would refuse to read is not written.

import type { Sheet } from '../core/model/sheet.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import type { Source } from '../core/text/span.ts';
import { LARGEST_DOCUMENT } from '../read/source.ts';
import type { SheetFormat } from './commands/merge.ts';
import { STANDARD_OUTPUT } from './output.ts';

/** The first limit that reading the text back ran into; everything else that it finds is a bug. */
export function limitExceeded(
  { name, text }: Source,
  format: SheetFormat,
  sheet: Sheet,
  findings: readonly Finding[],
): Finding | undefined {
  const bytes = new TextEncoder().encode(text).length;
  const reason =
    bytes > LARGEST_DOCUMENT
      ? `it would have ${bytes} bytes, more than the limit of ${LARGEST_DOCUMENT}`
      : findings.find(isLimit)?.message;
  if (reason === undefined) return undefined;
  const row = longRow(text, findings);
  const at = row === undefined ? undefined : sheet.answers.get(row)?.at;
  const whose = row === undefined ? '' : `, in the row of \`${row}\``;
  const what = name === STANDARD_OUTPUT ? `the sheet as ${format.toUpperCase()}` : `\`${name}\``;
  return finding('emit/not-written', `${what} could not be written: ${reason}${whose}`, {
    at,
    help: [
      row === undefined ? 'leave out details that nobody needs' : `say less at \`${row}\``,
      ...(format === 'csv' ? ['or write it as YAML or JSON, where no row limits it: `--format yaml`'] : []),
    ],
    data: { path: name, reason },
  });
}

const isLimit = (found: Finding): boolean =>
  found.code === 'read/too-large' || found.code === 'read/too-deep' || isLongRow(found);

const isLongRow = ({ data }: Finding): boolean => data['fault'] === 'row-too-long';

/** The statement whose row in a table is too long, if it is the row of a statement. */
function longRow(text: string, findings: readonly Finding[]): string | undefined {
  const at = findings.find(isLongRow)?.at;
  if (at === undefined) return undefined;
  const line = text.slice(text.lastIndexOf('\n', at.start.offset - 1) + 1);
  return /^answer,([\w./-]+),/.exec(line)?.[1];
}

// A sheet as text, in the format asked for, proved to be what it should be before anybody sees it.

import { checkSheet } from '../checks/index.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Sheet } from '../core/model/sheet.ts';
import { type Finding, hasErrors } from '../core/text/finding.ts';
import { extensionOf } from '../io/paths.ts';
import { readSheet } from '../read/documents/sheet.ts';
import { parseText } from '../read/parse.ts';
import { checkShape } from '../read/shape.ts';
import { writeSheetCsv } from '../render/sheets/csv.ts';
import { writeJson } from '../render/sheets/json.ts';
import { sheetDocument } from '../render/sheets/sheet-tree.ts';
import { writeYaml } from '../render/sheets/yaml.ts';
import type { SheetFormat } from './commands/merge.ts';
import { formatOption, type Options } from './options.ts';
import { STANDARD_OUTPUT } from './output.ts';
import { limitExceeded } from './sheet-limits.ts';

const endings: Readonly<Record<string, SheetFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  csv: 'csv',
};

/** What the option says, else what the name of the output says; undefined when neither does. */
export function chooseFormat(options: Options, output: string): SheetFormat | undefined {
  const asked = formatOption(options, ['yaml', 'json', 'csv']);
  if (asked !== undefined || output === STANDARD_OUTPUT) return asked ?? 'yaml';
  const ending = extensionOf(output);
  return Object.hasOwn(endings, ending) ? endings[ending] : undefined;
}

export function writeSheet(sheet: Sheet, catalogue: Catalogue, format: SheetFormat): string {
  if (format === 'csv') return writeSheetCsv(sheet, catalogue);
  const document = sheetDocument(sheet, catalogue);
  return format === 'json' ? writeJson(document) : writeYaml(document);
}

export interface SheetText {
  /** Where it goes, as the user named it. */
  readonly name: string;
  readonly text: string;
  readonly format: SheetFormat;
}

/**
 * Read the text back as anybody would. That it does not read, or reads as something else, is a bug, unless it is
 * larger than anybody would read; what the checks find in it is for its maker to know before it is sent.
 */
export async function proveSheet(
  { name, text, format }: SheetText,
  written: Sheet,
  catalogue: Catalogue,
): Promise<readonly Finding[]> {
  const source = { name, text };
  const { value: tree, findings } = await parseText(source, format);
  const limit = limitExceeded(source, format, written, findings);
  if (limit !== undefined) return [limit];
  if (tree === undefined || hasErrors(findings)) throw unfit(name, findings);
  const misshapen = await checkShape('sheet', tree);
  const { value: sheet, findings: misread } = readSheet(tree, source, () => catalogue, []);
  if (sheet === undefined || hasErrors([...misshapen, ...misread]))
    throw unfit(name, [...misshapen, ...misread]);
  if (writeSheet(sheet, catalogue, format) !== text)
    throw new Error(`the sheet written to ${name} does not read back as itself`);
  return checkSheet({ sheet, catalogue, today: sheet.issued }).filter((found) => found.severity === 'error');
}

function unfit(name: string, findings: readonly Finding[]): Error {
  const found = findings.map((each) => `${each.at?.start.line}: ${each.message}`).join('; ');
  return new Error(`the sheet to be written to ${name} is not fit to be read: ${found}`);
}

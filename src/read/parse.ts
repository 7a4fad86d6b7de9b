// Text to a tree, by format. Parsers are loaded when a document needs them: a run that reads no CSV pays for none.

import { finding, type Result } from '../core/text/finding.ts';
import { spansIn } from '../core/text/lines.ts';
import type { Source, Span } from '../core/text/span.ts';
import { didYouMean } from '../core/text/suggest.ts';
import { readJson } from './json.ts';
import type { Node } from './tree.ts';
import { readPlainYaml } from './yaml-plain.ts';

export const textFormats = ['yaml', 'json', 'csv'] as const;
export type TextFormat = (typeof textFormats)[number];

const extensions: Readonly<Record<string, TextFormat>> = {
  yaml: 'yaml',
  yml: 'yaml',
  json: 'json',
  csv: 'csv',
};

/** The format that a file name says, or a finding that names the ones that are read. */
export function formatOf(name: string): Result<TextFormat | undefined> {
  const extension = /\.([^./\\]+)$/.exec(name)?.[1]?.toLowerCase() ?? '';
  const format = Object.hasOwn(extensions, extension) ? extensions[extension] : undefined;
  if (format !== undefined) return { value: format, findings: [] };
  const message =
    extension === ''
      ? `the name \`${name}\` does not say what format the document is in`
      : `documents ending in \`.${extension}\` are not read`;
  const near = didYouMean(extension, Object.keys(extensions));
  const details = {
    at: startOf(name),
    help: [...(near === undefined ? [] : [near]), 'name a file ending in .yaml, .yml, .json or .csv'],
    data: { extension },
  };
  return { value: undefined, findings: [finding('read/unknown-format', message, details)] };
}

const startOf = (name: string): Span => spansIn({ name, text: '' })(0, 0);

/** `mostEntries`: how long a list may be in JSON, the format of what the tool writes for itself. */
export async function parseText(
  source: Source,
  format: TextFormat,
  mostEntries?: number,
): Promise<Result<Node | undefined>> {
  if (format === 'json') return readJson(source, mostEntries);
  if (format === 'yaml') return readYamlText(source);
  return (await import('./csv.ts')).readCsv(source);
}

/** Most documents are plain, and the full reader takes longer to load than they take to read. */
async function readYamlText(source: Source): Promise<Result<Node | undefined>> {
  const plain = readPlainYaml(source);
  return plain === undefined ? (await import('./yaml.ts')).readYaml(source) : { value: plain, findings: [] };
}

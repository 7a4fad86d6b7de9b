// Says how two catalogues differ. Exit code 0: they mean the same; 1: they differ.

import { type Catalogue, catalogueName } from '../../../core/model/catalogue.ts';
import { diffCatalogues, type EntryChange } from '../../../core/questions/catalogue-diff.ts';
import { hasErrors } from '../../../core/text/finding.ts';
import { nothingChecked, reachVerdict } from '../../../core/text/verdict.ts';
import { resolvePath } from '../../../io/paths.ts';
import { escapeMessage } from '../../../render/escape.ts';
import { escapeJson } from '../../../render/json-escape.ts';
import { listInWords, plural } from '../../../render/plural.ts';
import { type Desk, loadDocument, wrongKind } from '../../documents.ts';
import type { Exit } from '../../exit.ts';
import { uniqueFindings, writeFindings } from '../../findings-output.ts';
import { formatOption, type Options } from '../../options.ts';
import { refuseUsage } from '../../usage.ts';

export async function diff(desk: Desk, names: readonly string[], options: Options): Promise<Exit> {
  const { context } = desk;
  const [first, second, ...others] = names;
  if (first === undefined || second === undefined || others.length > 0)
    return refuseUsage(context, '`diff` takes two catalogues', 'name each as name/version or by its file');
  const before = await catalogueFrom(desk, first);
  const after = await catalogueFrom(desk, second);
  if (before === undefined || after === undefined) return 2;
  const changes = diffCatalogues(before, after);
  const document = { before: catalogueName(before), after: catalogueName(after), changes };
  context.out.write(
    formatOption(options, ['text', 'json']) === 'json'
      ? `${escapeJson(JSON.stringify(document, null, 2))}\n`
      : renderText(document),
  );
  return changes.length > 0 ? 1 : 0;
}

/** A known catalogue by its name, else what is in a file. */
async function catalogueFrom(desk: Desk, name: string): Promise<Catalogue | undefined> {
  const known = desk.catalogues.find(name);
  if (known !== undefined) return known;
  const { context, texts } = desk;
  const target = { name, path: resolvePath(context.cwd, name), met: false };
  const { value, findings } = await loadDocument(desk, target);
  const isOther = value !== undefined && value.content.kind !== 'catalogue';
  const all = isOther ? [...findings, wrongKind(value, 'a catalogue')] : findings;
  if (value?.content.kind === 'catalogue' && !hasErrors(all)) return value.content.catalogue;
  const verdict = reachVerdict(all, nothingChecked);
  writeFindings(context, context.err, uniqueFindings(all), verdict, { format: 'text', texts });
  return undefined;
}

interface Difference {
  readonly before: string;
  readonly after: string;
  readonly changes: readonly EntryChange[];
}

function renderText({ before, after, changes }: Difference): string {
  const heading = `${before} -> ${after}: ${changes.length === 0 ? 'no difference' : plural(changes.length, 'difference')}`;
  return `${[heading, ...changes.map(lineOf)].map(escapeMessage).join('\n')}\n`;
}

function lineOf({ kind, id, change, from, aspects }: EntryChange): string {
  const earlier = from === undefined ? '' : ` from ${from}`;
  const how = aspects.length === 0 ? '' : `: ${listInWords(aspects)}`;
  return `  ${change.padEnd(7)}  ${kind} ${id}${earlier}${how}`;
}

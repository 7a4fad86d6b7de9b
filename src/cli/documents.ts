// From a file to what it means: bytes, text, tree, shape, model. Every step adds its findings and none throws.

import type { Bill } from '../core/model/bill.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Sheet } from '../core/model/sheet.ts';
import type { Translation } from '../core/model/translation.ts';
import { type Finding, finding, hasErrors, type Result } from '../core/text/finding.ts';
import type { Source } from '../core/text/span.ts';
import { findHiddenText } from '../read/hidden-text.ts';
import { documentKind } from '../read/kind.ts';
import { formatOf, parseText, type TextFormat } from '../read/parse.ts';
import { checkShape } from '../read/shape.ts';
import { LARGEST_DOCUMENT, readSource } from '../read/source.ts';
import { entryOf, type Node } from '../read/tree.ts';
import type { DocumentKind } from '../read/validator.ts';
import type { Catalogues } from './catalogues.ts';
import type { Context } from './context.ts';
import { faultFinding, type Target } from './targets.ts';

/** What reading needs to know, and where texts are kept for showing findings in them. */
export interface Desk {
  readonly context: Context;
  readonly catalogues: Catalogues;
  readonly texts: Map<string, string>;
  /** What to call standard input; its ending says the format. */
  readonly stdinName?: string;
}

export interface OpenDocument {
  readonly source: Source;
  readonly bytes: Uint8Array;
  readonly path?: string;
}

export interface ParsedDocument extends OpenDocument {
  readonly tree: Node;
  readonly kind: DocumentKind;
}

export type Content =
  | { readonly kind: 'sheet'; readonly sheet: Sheet; readonly catalogue: Catalogue }
  | { readonly kind: 'bill'; readonly bill: Bill; readonly catalogue: Catalogue }
  /** `whole`: the tree with everything that it extends. */
  | { readonly kind: 'catalogue'; readonly catalogue: Catalogue; readonly whole: Node }
  | { readonly kind: 'translation'; readonly translation: Translation }
  | { readonly kind: 'other' };

export interface LoadedDocument extends ParsedDocument {
  readonly content: Content;
}

/** What was loaded; `kind` also where the document could be checked and is wrong. */
export type Loaded<T> = Result<T | undefined> & { readonly kind?: DocumentKind };

/** All of a document, or as far as it could be read. */
export async function loadDocument(desk: Desk, target: Target): Promise<Loaded<LoadedDocument>> {
  const parsed = await openAndParse(desk, target);
  if (parsed.value === undefined) return { value: undefined, findings: parsed.findings };
  const read = await readDocument(desk, parsed.value);
  return { value: read.value, findings: [...parsed.findings, ...read.findings], kind: parsed.value.kind };
}

/** A document as it was written. */
export async function openAndParse(desk: Desk, target: Target): Promise<Result<ParsedDocument | undefined>> {
  const opened = await openDocument(desk, target);
  if (opened.value === undefined) return { value: undefined, findings: opened.findings };
  return parseDocument(desk, opened.value);
}

/** The text of a document; standard input for a target without a path. */
export async function openDocument(
  desk: Desk,
  target: Target,
  largest = LARGEST_DOCUMENT,
): Promise<Result<OpenDocument | undefined>> {
  const { context } = desk;
  const name = target.path === undefined ? (desk.stdinName ?? target.name) : target.name;
  const read = target.path === undefined ? undefined : context.files.read(target.path, largest);
  if (read?.ok === false) return { value: undefined, findings: [faultFinding(context, name, read.fault)] };
  const bytes = read === undefined ? await context.stdin(largest) : read.value;
  const { value: source, findings } = readSource(name, bytes, largest);
  // Text that is not UTF-8 is still shown around the byte in question, as well as it can be.
  desk.texts.set(name, source?.text ?? new TextDecoder().decode(bytes));
  if (source === undefined || hasErrors(findings)) return { value: undefined, findings };
  return { value: { source, bytes, ...(target.path === undefined ? {} : { path: target.path }) }, findings };
}

export async function parseDocument(
  desk: Desk,
  opened: OpenDocument,
  mostEntries?: number,
): Promise<Result<ParsedDocument | undefined>> {
  const format = formatFor(desk, opened);
  if (format.value === undefined) return { value: undefined, findings: format.findings };
  const { value: tree, findings } = await parseText(opened.source, format.value, mostEntries);
  if (tree === undefined) return { value: undefined, findings };
  const kind = documentKind(tree);
  const all = [...findings, ...kind.findings];
  return {
    value: kind.value === undefined ? undefined : { ...opened, tree, kind: kind.value },
    findings: all,
  };
}

/** Standard input without a name is JSON when it opens like JSON, else YAML. */
function formatFor(desk: Desk, { source, path }: OpenDocument): Result<TextFormat | undefined> {
  if (path !== undefined || desk.stdinName !== undefined) return formatOf(source.name);
  return { value: /^\s*[{[]/.test(source.text) ? 'json' : 'yaml', findings: [] };
}

/** Shape first: a model is made only of what has the right shape. */
export async function readDocument(
  desk: Desk,
  parsed: ParsedDocument,
): Promise<Result<LoadedDocument | undefined>> {
  const { kind, tree, source } = parsed;
  const hidden = findHiddenText(kind, tree, source);
  const shape = await checkShape(kind, tree);
  if (hasErrors(shape)) return { value: undefined, findings: [...shape, ...hidden] };
  const { value: content, findings: more } = await readContent(desk, parsed);
  const findings = [...shape, ...hidden, ...more];
  const isUsable = content !== undefined && !hasErrors(hidden);
  return { value: isUsable ? { ...parsed, content } : undefined, findings };
}

async function readContent(
  desk: Desk,
  { kind, tree, source }: ParsedDocument,
): Promise<Result<Content | undefined>> {
  const { catalogues } = desk;
  if (kind === 'sheet') {
    const { readSheet } = await import('../read/documents/sheet.ts');
    const { value: sheet, findings } = readSheet(tree, source, catalogues.find, catalogues.names());
    const catalogue = sheet === undefined ? undefined : catalogues.find(sheet.catalogue);
    return {
      value: sheet === undefined || catalogue === undefined ? undefined : { kind, sheet, catalogue },
      findings,
    };
  }
  if (kind === 'bill') {
    const { readBill } = await import('../read/documents/bill.ts');
    const { value: bill, findings } = readBill(tree, source, catalogues.find, catalogues.names());
    const catalogue = bill === undefined ? undefined : catalogues.find(bill.catalogue);
    return {
      value: bill === undefined || catalogue === undefined ? undefined : { kind, bill, catalogue },
      findings,
    };
  }
  return readAboutCatalogues(desk, kind, tree);
}

async function readAboutCatalogues(
  { catalogues }: Desk,
  kind: Exclude<DocumentKind, 'sheet' | 'bill'>,
  tree: Node,
): Promise<Result<Content | undefined>> {
  if (kind === 'catalogue') {
    const { readCatalogue } = await import('../read/documents/catalogue.ts');
    const { pointAtTakenBack } = await import('../read/documents/catalogue-taken-back.ts');
    const { completeCatalogue } = await import('./catalogue-bases.ts');
    const { value: whole, findings } = await completeCatalogue(catalogues, tree);
    if (whole === undefined) return { value: undefined, findings };
    const { value: catalogue, findings: more } = readCatalogue(whole);
    const value = catalogue === undefined ? undefined : { kind, catalogue, whole };
    return { value, findings: [...findings, ...pointAtTakenBack(more, tree, whole)] };
  }
  if (kind === 'translation') {
    const { readTranslation } = await import('../read/documents/translation.ts');
    const { value, findings } = readTranslation(tree, catalogues.find, catalogues.names());
    return { value: value === undefined ? undefined : { kind, translation: value }, findings };
  }
  return { value: { kind: 'other' }, findings: [] };
}

const ARTICLES: Readonly<Record<DocumentKind, string>> = {
  sheet: 'a sheet',
  bill: 'a bill',
  catalogue: 'a catalogue',
  findings: 'a list of findings',
  lock: 'the lock of a workspace',
  trace: 'a trace',
  translation: 'a translation',
  workspace: 'a workspace',
};

/** A document that reads well but is not what is needed at this place. */
export function wrongKind({ kind, tree }: ParsedDocument, wanted: string): Finding {
  const at = entryOf(tree, 'loopsheet')?.value.at ?? tree.at;
  return finding('read/wrong-kind', `\`${at.source}\` is ${kindInWords(kind)}, where ${wanted} is needed`, {
    at,
    help: [`name ${wanted}`],
    data: { found: kind, wanted },
  });
}

export const kindInWords = (kind: DocumentKind): string => ARTICLES[kind];

// The catalogues at hand: those that ship with the tool, read when first asked for, and those named on the command line.

import { type Catalogue, catalogueName } from '../core/model/catalogue.ts';
import type { Translation } from '../core/model/translation.ts';
import { type Finding, finding, hasErrors, type Result } from '../core/text/finding.ts';
import { inOrder } from '../core/text/order.ts';
import type { Source, Span } from '../core/text/span.ts';
import { resolvePath } from '../io/paths.ts';
import { loadBuiltCatalogue, loadBuiltTranslation } from '../read/built-catalogue.ts';
import { parseText } from '../read/parse.ts';
import { type Node, valueAt } from '../read/tree.ts';
import { extendsItself, inOrderOfBases } from './catalogue-bases.ts';
import type { Context } from './context.ts';
import { type Desk, openAndParse, type ParsedDocument, readDocument, wrongKind } from './documents.ts';

export interface Catalogues {
  readonly find: (name: string) => Catalogue | undefined;
  readonly names: () => readonly string[];
  /** Absolute paths of the catalogue files that were read. */
  readonly read: readonly string[];
  /** A known catalogue as it was written, with everything that it extends: what another one may extend. */
  readonly tree: (name: string) => Promise<Node | undefined>;
}

export const shippedCatalogues = ['circularity-core/2026.1'] as const;

/** The languages in which a catalogue can be shown; English is its own. */
export const languages = ['en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What is meant when no catalogue is named. */
export const usualCatalogue: string = shippedCatalogues[0];

export function builtInCatalogues(context: Context, texts: Desk['texts'] = new Map()): Catalogues {
  const loaded = new Map<string, Catalogue>();
  return {
    names: () => shippedCatalogues,
    read: [],
    tree: async (name) => {
      const source = shippedCatalogues.some((each) => each === name)
        ? shippedSource(context, name)
        : undefined;
      if (source === undefined) return undefined;
      texts.set(source.name, source.text);
      return (await parseText(source, 'yaml')).value;
    },
    find: (name) => {
      const known = loaded.get(name);
      if (known !== undefined || !shippedCatalogues.some((each) => each === name)) return known;
      const catalogue = loadShipped(context, name);
      loaded.set(name, catalogue);
      return catalogue;
    },
  };
}

const loadShipped = (context: Context, name: string): Catalogue =>
  loadStored(context, `dist/catalogues/${name.replace('/', '-')}.json`, name, loadBuiltCatalogue);

/** What a shipped catalogue, or its translation, was built from. */
export function shippedSource(context: Context, name: string, language: Language = 'en'): Source | undefined {
  const ending = language === 'en' ? 'yaml' : `${language}.yaml`;
  const path = `catalogues/${name.replace('/', '-')}.${ending}`;
  const bytes = context.shipped(path);
  return bytes === undefined ? undefined : { name: path, text: new TextDecoder().decode(bytes) };
}

/** The texts of a shipped catalogue in another language; undefined for a catalogue that is not shipped. */
export function shippedTranslation(
  context: Context,
  name: string,
  language: Exclude<Language, 'en'>,
): Translation | undefined {
  if (!shippedCatalogues.some((each) => each === name)) return undefined;
  const path = `dist/catalogues/${name.replace('/', '-')}.${language}.json`;
  return loadStored(context, path, `${name} in the language ${language}`, loadBuiltTranslation);
}

function loadStored<T>(
  context: Context,
  path: string,
  name: string,
  load: (stored: string) => T | undefined,
): T {
  const bytes = context.shipped(path);
  const value = bytes === undefined ? undefined : load(new TextDecoder().decode(bytes));
  if (value === undefined) throw new Error(`the catalogue ${name} is missing from the package or damaged`);
  return value;
}

/** The shipped catalogues and those in the files named, in any order. A name stands for one content only. */
export async function gatherCatalogues(
  context: Context,
  files: readonly string[],
  texts: Desk['texts'],
): Promise<Result<Catalogues>> {
  const shipped = builtInCatalogues(context, texts);
  if (files.length === 0) return { value: shipped, findings: [] };
  const named = new Map<string, Named>();
  const value: Catalogues = {
    find: (name) => named.get(name)?.catalogue ?? shipped.find(name),
    names: () => inOrder([...named.keys(), ...shipped.names()]),
    read: files.map((file) => resolvePath(context.cwd, file)),
    tree: async (name) => named.get(name)?.whole ?? shipped.tree(name),
  };
  const findings: Finding[] = [];
  const desk: Desk = { context, catalogues: value, texts };
  const opened: { file: string; parsed: ParsedDocument; before: readonly Finding[] }[] = [];
  for (const file of files) {
    const target = { name: file, path: resolvePath(context.cwd, file), met: false };
    const { value: parsed, findings: before } = await openAndParse(desk, target);
    if (parsed === undefined) findings.push(...before);
    else if (parsed.kind !== 'catalogue') findings.push(...before, wrongKind(parsed, 'a catalogue'));
    else opened.push({ file, parsed, before });
  }
  const { ordered, circular } = inOrderOfBases(opened, ({ parsed }) => parsed.tree);
  findings.push(...circular.flatMap(({ parsed }) => extendsItself(parsed.tree)));
  for (const { file, parsed, before } of ordered) {
    const loaded = await readDocument(desk, parsed);
    findings.push(...before, ...loaded.findings);
    const content = loaded.value?.content;
    if (content?.kind !== 'catalogue' || hasErrors([...before, ...loaded.findings])) continue;
    const name = catalogueName(content.catalogue);
    if (value.find(name) === undefined) named.set(name, content);
    else findings.push(duplicateCatalogue(file, name, valueAt(parsed.tree, 'id')?.at));
  }
  return { value, findings };
}

interface Named {
  readonly catalogue: Catalogue;
  readonly whole: Node;
}

export const duplicateCatalogue = (file: string, name: string, at: Span | undefined): Finding =>
  finding(
    'catalogue/duplicate',
    `\`${file}\` carries the name \`${name}\` of a catalogue that is known already`,
    {
      at,
      help: ['give the changed catalogue an id or a version of its own'],
      data: { file, catalogue: name },
    },
  );

// The catalogues at hand: those that ship with the tool, read when first asked for, and those named on the command line.

import { type Catalogue, catalogueName } from '../core/model/catalogue.ts';
import type { Translation } from '../core/model/translation.ts';
import { type Finding, finding, hasErrors, type Result } from '../core/text/finding.ts';
import { inOrder } from '../core/text/order.ts';
import type { Span } from '../core/text/span.ts';
import { resolvePath } from '../io/paths.ts';
import { loadBuiltCatalogue, loadBuiltTranslation } from '../read/built-catalogue.ts';
import { valueAt } from '../read/tree.ts';
import type { Context } from './context.ts';
import { type Desk, loadDocument, wrongKind } from './documents.ts';

export interface Catalogues {
  readonly find: (name: string) => Catalogue | undefined;
  readonly names: () => readonly string[];
  /** Absolute paths of the catalogue files that were read. */
  readonly read: readonly string[];
}

export const shippedCatalogues = ['circularity-core/2026.1'] as const;

/** The languages in which a catalogue can be shown; English is its own. */
export const languages = ['en', 'de', 'fr'] as const;
export type Language = (typeof languages)[number];

/** What is meant when no catalogue is named. */
export const usualCatalogue: string = shippedCatalogues[0];

export function builtInCatalogues(context: Context): Catalogues {
  const loaded = new Map<string, Catalogue>();
  return {
    names: () => shippedCatalogues,
    read: [],
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

/** The shipped catalogues and those in the files named. A name stands for one content only. */
export async function gatherCatalogues(
  context: Context,
  files: readonly string[],
  texts: Desk['texts'],
): Promise<Result<Catalogues>> {
  const shipped = builtInCatalogues(context);
  if (files.length === 0) return { value: shipped, findings: [] };
  const named = new Map<string, Catalogue>();
  const findings: Finding[] = [];
  for (const file of files) {
    const target = { name: file, path: resolvePath(context.cwd, file), met: false };
    const loaded = await loadDocument({ context, catalogues: shipped, texts }, target);
    findings.push(...loaded.findings);
    if (loaded.value === undefined || hasErrors(loaded.findings)) continue;
    const { content } = loaded.value;
    if (content.kind !== 'catalogue') findings.push(wrongKind(loaded.value, 'a catalogue'));
    else if (
      named.has(catalogueName(content.catalogue)) ||
      shipped.find(catalogueName(content.catalogue)) !== undefined
    ) {
      findings.push(
        duplicateCatalogue(file, catalogueName(content.catalogue), valueAt(loaded.value.tree, 'id')?.at),
      );
    } else named.set(catalogueName(content.catalogue), content.catalogue);
  }
  const value = {
    find: (name: string) => named.get(name) ?? shipped.find(name),
    names: () => inOrder([...named.keys(), ...shipped.names()]),
    read: files.map((file) => resolvePath(context.cwd, file)),
  };
  return { value, findings };
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

// Looks at catalogues closely: everything that `validate` finds, then what only knowing rules, effects and constraints
// shows, and whether translations say the same.

import type { LintInput, PlaceOf, TranslatedTexts } from '../../../checks/catalogue/check.ts';
import { lintCatalogue } from '../../../checks/catalogue/index.ts';
import { type Catalogue, catalogueName } from '../../../core/model/catalogue.ts';
import { type Finding, hasErrors } from '../../../core/text/finding.ts';
import { type FailOn, failOnLevels, nothingChecked, reachVerdict } from '../../../core/text/verdict.ts';
import { resolvePath } from '../../../io/paths.ts';
import { itemsOf, placesOf } from '../../../read/documents/fields.ts';
import { readTranslation } from '../../../read/documents/translation.ts';
import { checkShape } from '../../../read/shape.ts';
import { type Node, valueAt } from '../../../read/tree.ts';
import { renderSummary } from '../../../render/findings/summary.ts';
import { languages, shippedSource, usualCatalogue } from '../../catalogues.ts';
import {
  type Desk,
  type OpenDocument,
  openDocument,
  parseDocument,
  readDocument,
  wrongKind,
} from '../../documents.ts';
import type { Exit } from '../../exit.ts';
import { findingFormats } from '../../finding-formats.ts';
import { uniqueFindings, writeFindings } from '../../findings-output.ts';
import { flagOption, formatOption, listOption, type Options } from '../../options.ts';
import { translationsBeside } from '../../translations.ts';

interface Linting {
  readonly desk: Desk;
  readonly findings: Finding[];
  readonly counts: { catalogues: number; translations: number; notChecked: number };
  /** Translations named on the command line. */
  readonly named: readonly string[];
}

export async function lint(
  desk: Desk,
  files: readonly string[],
  options: Options,
  before: readonly Finding[],
): Promise<Exit> {
  const { context, texts } = desk;
  const linting: Linting = {
    desk,
    findings: [...before],
    counts: { catalogues: 0, translations: 0, notChecked: 0 },
    named: listOption(options, 'translation'),
  };
  if (files.length === 0) await lintShipped(linting);
  for (const file of files) await lintFile(linting, file);
  const findings = uniqueFindings(linting.findings);
  const failOn: FailOn = failOnLevels.find((each) => each === options['failOn']) ?? 'warning';
  const verdict = reachVerdict(findings, { ...nothingChecked, ...linting.counts }, failOn);
  const format = formatOption(options, findingFormats) ?? 'text';
  writeFindings(context, context.out, findings, verdict, { format, texts });
  if (!flagOption(options, 'quiet')) context.err.write(`${renderSummary(verdict, [])}\n`);
  return verdict.exit;
}

async function lintShipped(linting: Linting): Promise<void> {
  const { context } = linting.desk;
  const sourceOf = (language: (typeof languages)[number]): OpenDocument | undefined => {
    const source = shippedSource(context, usualCatalogue, language);
    return source === undefined ? undefined : { source, bytes: new Uint8Array() };
  };
  const catalogue = sourceOf('en');
  if (catalogue === undefined)
    throw new Error('the source of the shipped catalogue is missing from the package');
  const beside = languages.flatMap((language) => (language === 'en' ? [] : (sourceOf(language) ?? [])));
  for (const { source } of [catalogue, ...beside]) linting.desk.texts.set(source.name, source.text);
  await lintOpened(linting, catalogue, [...beside, ...(await openNamed(linting))]);
}

async function lintFile(linting: Linting, file: string): Promise<void> {
  const { desk } = linting;
  const opened = await open(linting, file);
  if (opened === undefined) return;
  const beside: OpenDocument[] = [];
  for (const name of translationsBeside(desk.context, file)) {
    const translation = await open(linting, name);
    if (translation !== undefined) beside.push(translation);
  }
  await lintOpened(linting, opened, [...beside, ...(await openNamed(linting))]);
}

async function open({ desk, findings, counts }: Linting, file: string): Promise<OpenDocument | undefined> {
  const target =
    file === '-'
      ? { name: '-', met: false }
      : { name: file, path: resolvePath(desk.context.cwd, file), met: false };
  const { value, findings: found } = await openDocument(desk, target);
  findings.push(...found);
  if (value === undefined) counts.notChecked += 1;
  return value;
}

async function openNamed(linting: Linting): Promise<readonly OpenDocument[]> {
  const opened: OpenDocument[] = [];
  for (const name of linting.named) {
    const translation = await open(linting, name);
    if (translation !== undefined) opened.push(translation);
  }
  return opened;
}

async function lintOpened(
  { desk, findings, counts }: Linting,
  opened: OpenDocument,
  translations: readonly OpenDocument[],
): Promise<void> {
  const parsed = await parseDocument(desk, opened);
  findings.push(...parsed.findings);
  if (parsed.value === undefined) {
    counts.notChecked += 1;
    return;
  }
  if (parsed.value.kind !== 'catalogue') {
    findings.push(wrongKind(parsed.value, 'a catalogue'));
    counts.notChecked += 1;
    return;
  }
  counts.catalogues += 1;
  const loaded = await readDocument(desk, parsed.value);
  findings.push(...loaded.findings);
  const content = loaded.value?.content;
  if (content?.kind !== 'catalogue') return;
  const { catalogue, whole } = content;
  const input: LintInput = {
    catalogue,
    placeOf: placesIn(whole),
    source: parsed.value.source.name,
    translations: await readTranslations({ desk, findings, counts }, translations, catalogue),
  };
  findings.push(...lintCatalogue(input, !hasErrors(loaded.findings)));
}

async function readTranslations(
  { desk, findings, counts }: Pick<Linting, 'desk' | 'findings' | 'counts'>,
  opened: readonly OpenDocument[],
  catalogue: Catalogue,
): Promise<readonly TranslatedTexts[]> {
  const read: TranslatedTexts[] = [];
  for (const each of opened) {
    const parsed = await parseDocument(desk, each);
    findings.push(...parsed.findings);
    if (parsed.value === undefined) continue;
    if (parsed.value.kind !== 'translation') {
      findings.push(wrongKind(parsed.value, 'a translation'));
      continue;
    }
    counts.translations += 1;
    const { tree } = parsed.value;
    const shape = await checkShape('translation', tree);
    findings.push(...shape);
    if (hasErrors(shape)) continue;
    // A translation of another version is compared all the same: what it lacks is what is to be done.
    const { value, findings: more } = readTranslation(tree, () => catalogue, [catalogueName(catalogue)]);
    findings.push(...more);
    if (value !== undefined) read.push({ translation: value, placeOf: placesIn(tree) });
  }
  return read;
}

const STEP = '\n';

/** Places by the keys that lead there; sections are found by their ids. */
function placesIn(tree: Node): PlaceOf {
  const places = new Map(placesOf(tree, STEP));
  for (const section of itemsOf(valueAt(tree, 'sections'))) {
    const id = valueAt(section, 'id');
    if (id?.kind === 'scalar') places.set(`sections${STEP}${id.text}`, id.at);
  }
  return (...path) => places.get(path.join(STEP));
}

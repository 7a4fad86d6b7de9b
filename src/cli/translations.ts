// The texts of a catalogue in another language: those that ship with the tool, those in a file beside it, and for what
// it leaves as it was those of the catalogue that it extends.

import { translationOfAnother } from '../checks/catalogue/translations.ts';
import type { Translation } from '../core/model/translation.ts';
import { type Finding, hasErrors, type Result } from '../core/text/finding.ts';
import { folderOf, joinPath, resolvePath } from '../io/paths.ts';
import { textAt } from '../read/documents/fields.ts';
import { inheritTranslation, joinTranslations } from '../read/documents/translation-inherited.ts';
import { valueAt } from '../read/tree.ts';
import { type Language, shippedTranslation } from './catalogues.ts';
import type { Context } from './context.ts';
import { type Desk, loadDocument } from './documents.ts';

/** `core.yaml` has its translations in `core.de.yaml`, `core.fr.yaml`, ... */
export function translationsBeside(context: Context, file: string): readonly string[] {
  const match = /([^/\\]*)\.(ya?ml|json)$/i.exec(file);
  const stem = match?.[1];
  const listed = context.files.list(folderOf(resolvePath(context.cwd, file)));
  if (stem === undefined || !listed.ok) return [];
  const folder = folderOf(file);
  return listed.value
    .filter(({ kind, name }) => kind === 'file' && name.startsWith(`${stem}.`))
    .map(({ name }) => name)
    .filter((name) => /^[a-z]{2}\.(ya?ml|json)$/i.test(name.slice(stem.length + 1)))
    .map((name) => (folder === '.' ? name : joinPath(folder, name)));
}

/** Undefined where nothing of the catalogue is translated. */
export async function findTranslation(
  desk: Desk,
  name: string,
  language: Exclude<Language, 'en'>,
): Promise<Result<Translation | undefined>> {
  const shipped = shippedTranslation(desk.context, name, language);
  if (shipped !== undefined) return { value: shipped, findings: [] };
  const whole = await desk.catalogues.tree(name);
  const file = valueAt(whole, 'id')?.at.source;
  if (whole === undefined || file === undefined) return { value: undefined, findings: [] };
  const own = await readBeside(desk, file, name, language);
  const extended = textAt(whole, 'extends');
  const base = extended === undefined ? undefined : await findTranslation(desk, extended, language);
  const inherited = base?.value === undefined ? undefined : inheritTranslation(whole, base.value);
  const findings = [...own.findings, ...(base?.findings ?? [])];
  if (own.value === undefined || inherited === undefined) return { value: own.value ?? inherited, findings };
  return { value: joinTranslations(own.value, inherited), findings };
}

async function readBeside(
  desk: Desk,
  catalogueFile: string,
  name: string,
  language: Language,
): Promise<Result<Translation | undefined>> {
  const findings: Finding[] = [];
  for (const file of translationsBeside(desk.context, catalogueFile)) {
    if (!new RegExp(`\\.${language}\\.[a-z]+$`, 'i').test(file)) continue;
    const target = { name: file, path: resolvePath(desk.context.cwd, file), met: false };
    const { value, findings: found } = await loadDocument(desk, target);
    findings.push(...found);
    if (value?.content.kind !== 'translation' || hasErrors(found)) continue;
    const { translation } = value.content;
    if (translation.catalogue === name) return { value: translation, findings };
    const at = valueAt(value.tree, 'catalogue')?.at;
    findings.push(translationOfAnother(name, translation, at));
  }
  return { value: undefined, findings };
}

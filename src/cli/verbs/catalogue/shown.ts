// Lists a catalogue, or shows one entry of it.

import { type Catalogue, catalogueName, type Section } from '../../../core/model/catalogue.ts';
import { effectHints } from '../../../core/model/effect-words.ts';
import { translate } from '../../../core/model/translate.ts';
import { hasErrors } from '../../../core/text/finding.ts';
import { askedAs, didYouMean, holdingWords, suggest } from '../../../core/text/suggest.ts';
import { nothingChecked, reachVerdict } from '../../../core/text/verdict.ts';
import { listDocument, renderCatalogueList } from '../../../render/catalogue/list.ts';
import { entryNames, findEntry, renderEntry } from '../../../render/catalogue/show.ts';
import { escapeJson } from '../../../render/json-escape.ts';
import { listInWords } from '../../../render/plural.ts';
import { type Catalogues, languages, usualCatalogue } from '../../catalogues.ts';
import type { Context } from '../../context.ts';
import type { Desk } from '../../documents.ts';
import type { Exit } from '../../exit.ts';
import { uniqueFindings, writeFindings } from '../../findings-output.ts';
import { formatOption, type Options, textOption } from '../../options.ts';
import { findTranslation } from '../../translations.ts';
import { refuseUsage } from '../../usage.ts';

/** The catalogue that is meant, in the language asked for; or the end of the run. */
async function chosen(desk: Desk, options: Options): Promise<Catalogue | Exit> {
  const { context, catalogues, texts } = desk;
  const wanted = textOption(options, 'of') ?? addedCatalogue(catalogues) ?? usualCatalogue;
  const found = catalogues.find(wanted);
  if (found === undefined) {
    const near = didYouMean(wanted, catalogues.names());
    return refuseUsage(
      context,
      `catalogue \`${wanted}\` is not known`,
      near ?? `known: ${catalogues.names().join(', ')}`,
    );
  }
  const language = languages.find((each) => each === options['lang']) ?? 'en';
  if (language === 'en') return found;
  const { value: translation, findings } = await findTranslation(desk, wanted, language);
  const unique = uniqueFindings(findings);
  const verdict = reachVerdict(unique, nothingChecked);
  if (unique.length > 0) writeFindings(context, context.err, unique, verdict, { format: 'text', texts });
  if (hasErrors(unique)) return 2;
  if (translation !== undefined) return translate(found, translation);
  const help = `leave out \`--lang\`, or put a translation beside the catalogue, named like it with \`.${language}\` before the ending`;
  return refuseUsage(context, `catalogue \`${wanted}\` has no texts in the language \`${language}\``, help);
}

export async function listStatements(desk: Desk, names: readonly string[], options: Options): Promise<Exit> {
  const { context } = desk;
  const catalogue = await chosen(desk, options);
  if (typeof catalogue === 'number') return catalogue;
  if (names.length > 0)
    return refuseUsage(
      context,
      '`list` takes no name',
      `did you mean \`loopsheet catalogue show ${names[0] ?? ''}\`?`,
    );
  return list(
    context,
    catalogue,
    textOption(options, 'section'),
    formatOption(options, ['text', 'json']) === 'json',
  );
}

export async function showEntry(
  desk: Desk,
  [name, ...others]: readonly string[],
  options: Options,
): Promise<Exit> {
  const { context } = desk;
  const catalogue = await chosen(desk, options);
  if (typeof catalogue === 'number') return catalogue;
  if (name === undefined)
    return refuseUsage(
      context,
      'it is not said what to show',
      'name a statement, as in `loopsheet catalogue show inputs.no-pvc`',
    );
  if (others.length > 0) return refuseUsage(context, '`show` takes one name', 'show one entry at a time');
  return show(context, catalogue, name, formatOption(options, ['text', 'json']) === 'json');
}

/** A single catalogue named on the command line is the one that is meant. */
function addedCatalogue(catalogues: Catalogues): string | undefined {
  const added = catalogues.names().filter((name) => name !== usualCatalogue);
  return added.length === 1 ? added[0] : undefined;
}

function list(context: Context, catalogue: Catalogue, wanted: string | undefined, asJson: boolean): Exit {
  const sections =
    wanted === undefined ? catalogue.sections : catalogue.sections.filter((each) => isMeant(each, wanted));
  if (sections.length === 0) {
    const known = catalogue.sections.map((section) => section.id);
    const help =
      didYouMean(wanted ?? '', known) ?? `the sections are ${known.map((id) => `\`${id}\``).join(', ')}`;
    return refuseUsage(
      context,
      `catalogue \`${catalogueName(catalogue)}\` has no section \`${wanted ?? ''}\``,
      help,
    );
  }
  const withEffects = wanted === undefined;
  context.out.write(
    asJson
      ? document(listDocument(catalogue, sections, withEffects))
      : renderCatalogueList(catalogue, sections, withEffects, context.out),
  );
  return 0;
}

const isMeant = (section: Section, wanted: string): boolean =>
  section.id === wanted || String(section.number) === wanted;

function show(context: Context, catalogue: Catalogue, name: string, asJson: boolean): Exit {
  const entry = findEntry(catalogue, name);
  if (entry === undefined) {
    return refuseUsage(
      context,
      `\`${name}\` is not in catalogue \`${catalogueName(catalogue)}\``,
      meantBy(name, catalogue) ?? 'run `loopsheet catalogue list` to see what is',
    );
  }
  const { facts, ...rest } = entry;
  context.out.write(
    asJson ? document({ ...rest, ...Object.fromEntries(facts) }) : renderEntry(entry, context.out),
  );
  return 0;
}

/** A word for an effect leads to it; the names of effects are guessed at by themselves, more carefully than the others. */
function meantBy(name: string, catalogue: Catalogue): string | undefined {
  const [hint] = effectHints(name, catalogue);
  if (hint !== undefined) return hint;
  const names = entryNames(catalogue).filter((each) => !catalogue.effects.has(each));
  return didYouMean(name, names) ?? nearWithoutSection(name, names) ?? askedAs(holdingWords(name, names));
}

/** `no-pvc` for `inputs.no-pvc`: what stands before the dot is easily forgotten. */
function nearWithoutSection(name: string, names: readonly string[]): string | undefined {
  const ends = new Map(names.map((each) => [each.slice(each.indexOf('.') + 1), each]));
  const near = ends.has(name) ? [name] : suggest(name, ends.keys());
  const full = near.map((end) => `\`${ends.get(end) ?? end}\``);
  return full.length === 0 ? undefined : `did you mean ${listInWords(full, 'or')}?`;
}

const document = (value: unknown): string => `${escapeJson(JSON.stringify(value, null, 2))}\n`;

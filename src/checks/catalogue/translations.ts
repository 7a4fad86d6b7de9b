// Whether a translation says what its catalogue says: nothing missing, nothing too much, of the same version and with
// the same figures.

import { type Catalogue, catalogueName } from '../../core/model/catalogue.ts';
import type { Translation, Wording } from '../../core/model/translation.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { type CatalogueCheck, type LintInput, quoted, type TranslatedTexts } from './check.ts';

type Part = keyof Wording;
type Section = 'sections' | 'quantities' | 'groups' | 'statements' | 'effects' | 'conventions';

/** One entry of the catalogue with the texts that it has. */
interface Source {
  readonly section: Section;
  readonly id: string;
  readonly texts: Wording;
}

const parts = ['title', 'text', 'guidance', 'evidence', 'example'] as const satisfies readonly Part[];

export const translations: CatalogueCheck = function* (input) {
  for (const given of input.translations) {
    const name = catalogueName(input.catalogue);
    const { translation, placeOf } = given;
    if (translation.catalogue !== name) yield translationOfAnother(name, translation, placeOf('catalogue'));
    for (const source of sourcesOf(input)) {
      yield* compare(source, given);
      if (isOwn(input, source)) yield* missing(source, given);
    }
    yield* missingSteps(input, given);
  }
};

/** What an extended catalogue says is translated beside it. */
function isOwn(
  { placeOf, source }: LintInput,
  { section, id }: { readonly section: Section | 'scales'; readonly id: string },
): boolean {
  const at = placeOf(section, id);
  return at === undefined || at.source === source;
}

export const translationOfAnother = (name: string, translation: Translation, at: Span | undefined): Finding =>
  finding(
    'catalogue/stale-translation',
    `the translation is of \`${translation.catalogue}\`, not of \`${name}\``,
    {
      at,
      help: [`go through what has changed, and write \`catalogue: ${name}\``],
      data: { catalogue: name, found: translation.catalogue, language: translation.language },
    },
  );

function sourcesOf({ catalogue, placeOf }: LintInput): readonly Source[] {
  const { sections, quantities, groups, statements, effects, conventions } = catalogue;
  const figures = [...quantities.values()].filter(({ id }) => !groups.has(id));
  const single = [...statements.values()].filter(({ group }) => group === undefined);
  return [
    ...sections.map(({ id, title }) => ({ section: 'sections' as const, id, texts: { title } })),
    ...figures.map(({ id, title }) => ({ section: 'quantities' as const, id, texts: { title } })),
    ...[...groups.values()].map((group) => ({
      section: 'groups' as const,
      id: group.id,
      texts: { ...partsOf(group), text: sentenceOf(catalogue, group.id) },
    })),
    ...single.map((each) => ({ section: 'statements' as const, id: each.id, texts: partsOf(each) })),
    ...[...effects.values()].map((each) => ({
      section: 'effects' as const,
      id: each.id,
      texts: partsOf(each),
    })),
    ...[...conventions.values()].map((each) => ({
      section: 'conventions' as const,
      id: each.id,
      texts: partsOf(each),
    })),
  ].filter(({ section, id }) => section === 'sections' || placeOf(section, id) !== undefined);
}

const partsOf = (entry: Wording): Wording =>
  Object.fromEntries(
    parts.flatMap((part) => {
      const text = entry[part];
      return text === undefined || text === '' ? [] : [[part, text]];
    }),
  );

/** The sentence of a group with its gap, as the catalogue has it. */
function sentenceOf({ groups, statements }: Catalogue, id: string): string {
  const band = groups.get(id)?.bands[0];
  const text = statements.get(band?.statement ?? '')?.text ?? '';
  return band === undefined ? text : text.replaceAll(band.label, '{band}');
}

function* compare(
  { section, id, texts }: Source,
  { translation, placeOf }: TranslatedTexts,
): Iterable<Finding> {
  const wording = translation[section].get(id) ?? {};
  for (const part of parts) {
    const [text, translated] = [texts[part], wording[part]];
    if (translated === undefined) continue;
    const at = placeOf(section, id, part);
    if (text === undefined) yield superfluous(id, part, translation, at);
    else if (part === 'title' || part === 'text') yield* staleFigures(id, part, [text, translated], at);
  }
}

const superfluous = (id: string, part: Part, { language }: Translation, at: Span | undefined): Finding =>
  finding('catalogue/superfluous-translation', `\`${id}\` has no \`${part}\` to be translated`, {
    at,
    help: [`remove \`${part}\` here, or add it to the catalogue`],
    data: { entry: id, part, language },
  });

function* staleFigures(
  id: string,
  part: Part,
  [text, translated]: readonly [string, string],
  at: Span | undefined,
): Iterable<Finding> {
  const [here, there] = [figuresIn(text), figuresIn(translated)];
  if (here.join(' ') === there.join(' ')) return;
  const lacking = here.filter((each) => !there.includes(each));
  const extra = there.filter((each) => !here.includes(each));
  const said = [
    ...(lacking.length > 0 ? [`lacks ${quoted(lacking)}`] : []),
    ...(extra.length > 0 ? [`has ${quoted(extra)}`] : []),
  ];
  const difference = said.length === 0 ? 'repeats figures otherwise' : said.join(' and ');
  yield finding(
    'catalogue/stale-translation',
    `the \`${part}\` of \`${id}\` ${difference}, unlike the catalogue`,
    {
      at,
      help: [`translate anew: ${text.length > MOST_SHOWN ? `${text.slice(0, MOST_SHOWN)}\u2026` : text}`],
      data: { entry: id, part, lacking, extra },
    },
  );
}

const MOST_SHOWN = 120;

/** Figures in one notation: decimals with a point, nothing between thousands. */
const figuresIn = (text: string): readonly string[] =>
  (text.match(/(?<![\p{L}\d])\d+(?:[ \u00a0\u202f]\d{3})*(?:[.,]\d+)?/gu) ?? [])
    .map((each) => each.replace(/[ \u00a0\u202f]/g, '').replace(',', '.'))
    .sort();

function* missing(
  { section, id, texts }: Source,
  { translation, placeOf }: TranslatedTexts,
): Iterable<Finding> {
  const { language } = translation;
  const wording = translation[section].get(id);
  const lacking = parts.filter((part) => texts[part] !== undefined && wording?.[part] === undefined);
  if (lacking.length === 0) return;
  const message =
    wording === undefined
      ? `\`${id}\` is not translated into \`${language}\``
      : `${quoted(lacking)} of \`${id}\` ${lacking.length > 1 ? 'are' : 'is'} not translated into \`${language}\``;
  yield finding('catalogue/untranslated', message, {
    at: placeOf(section, id) ?? placeOf(section) ?? placeOf('language'),
    help: [`add ${quoted(lacking)} under \`${section}\``],
    data: { entry: id, parts: lacking, language },
  });
}

function* missingSteps(input: LintInput, { translation, placeOf }: TranslatedTexts): Iterable<Finding> {
  const { language } = translation;
  const scales = new Map(
    [...input.catalogue.quantities.values()].flatMap(({ measure }) =>
      measure.kind === 'scale' && measure.id !== undefined ? [[measure.id, measure.steps]] : [],
    ),
  );
  for (const [id, steps] of scales) {
    if (!isOwn(input, { section: 'scales', id })) continue;
    const lacking = steps.filter((step) => translation.scales.get(id)?.has(step) !== true);
    if (lacking.length === 0) continue;
    yield finding(
      'catalogue/untranslated',
      `${quoted(lacking)} of scale \`${id}\` not translated into \`${language}\``,
      {
        at: placeOf('scales', id) ?? placeOf('scales') ?? placeOf('language'),
        help: [`add ${quoted(lacking)} under \`scales\``],
        data: { entry: id, parts: lacking, language },
      },
    );
  }
}

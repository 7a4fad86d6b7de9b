// An explanation in the terminal: plain sentences first, then the way from inputs to product, then what the answer
// rests on or waits for. It reads the same without colour.

import { basisInWords } from '../../core/questions/declared.ts';
import type { Declaration, Explanation, Outcome, RestsOn } from '../../core/questions/explanation.ts';
import type { ExplainedGap } from '../../core/questions/gap.ts';
import { escapeLineStarts, escapeText } from '../escape.ts';
import { heading } from '../frame.ts';
import type { Paint, Palette, Style } from '../palette.ts';
import { plural } from '../plural.ts';
import { foldAlike } from './fold-alike.ts';
import { partTree } from './part-tree.ts';
import { bullet, prose } from './terminal-blocks.ts';

/** Rules for which it matters how much of a part there is. */
const weighing = new Set([
  'fraction',
  'sum',
  'content',
  'conc-article',
  'conc-homog',
  'conc-mixture',
  'same-value',
  'all-except-minor',
]);

export const explanationsText = (
  explanations: readonly (Explanation | Declaration)[],
  style: Style,
): string => {
  const texts = explanations.map((each) =>
    'said' in each ? declarationText(each, style) : explanationText(each, style),
  );
  return `${escapeLineStarts(texts.join('\n\n'))}\n`;
};

function explanationText(explained: Explanation, style: Style): string {
  return [
    ...titleLines(explained, style),
    '',
    ...prose(explained.why, style, '  '),
    ...block('Bands', bandLines(explained, style), style),
    ...block(
      'How it is decided',
      explained.rule.flatMap((each) => bullet(each, style, '  ')),
      style,
    ),
    ...explained.figures.flatMap((figure) => figureLines(figure, style)),
    ...block(
      'What it is made of',
      explained.madeOf.flatMap((part) => madeOfLines(part, style)),
      style,
    ),
    ...block(restsTitle(explained), groundLines(explained.rests, style, '  ', new Set()), style),
    ...block('How long it stands', stageLines(explained, style), style),
    ...block(
      'What the catalogue adds',
      explained.constraints.flatMap((each) => bullet(each, style, '  ')),
      style,
    ),
    ...block(
      'Processes that made it so',
      explained.changedBy.flatMap((each) => bullet(`\`${each}\``, style, '  ')),
      style,
    ),
    ...block(
      'What keeps it open',
      gapLines(explained.madeOf.length > 0 ? [] : explained.gaps, style, '  '),
      style,
    ),
  ].join('\n');
}

/** Self-declared answers without an end are the rule: nothing is said of them. */
function stageLines({ stands }: Explanation, style: Style): readonly string[] {
  const isUsual = stands.every(
    ({ assurance, until }) => assurance === 'self-declared' && until === undefined,
  );
  return isUsual ? [] : stands.flatMap(({ inWords }) => bullet(inWords, style, '  '));
}

function restsTitle({ kind, minimal }: Explanation): string {
  if (minimal === false)
    return `What ${kind === 'statement' ? 'it rests' : 'the settled answers rest'} on: together enough, but some may not be needed`;
  return kind === 'statement'
    ? 'What it rests on: together enough, and none can be left out'
    : 'What the settled answers rest on';
}

function titleLines(
  { id, shown, answer, title, text, product, sheet }: Explanation | Declaration,
  style: Style,
): readonly string[] {
  const head = `${heading(escapeText(id), style)}  ${paintFor(answer, style.palette)(escapeText(shown))}`;
  return [
    head,
    ...prose(text === '' ? title : `${title}: ${text}`, style, '  ', style.palette.faint),
    ...prose(`${product}, sheet ${sheet}`, style, '  ', style.palette.faint),
  ];
}

export function paintFor(answer: Outcome | 'silent', palette: Palette): Paint {
  if (answer === 'true') return palette.yes;
  return answer === 'false' || answer === 'blocked' ? palette.no : palette.open;
}

const block = (title: string, lines: readonly string[], style: Style): readonly string[] =>
  lines.length === 0 ? [] : ['', heading(title, style), ...lines];

function bandLines({ kind, bands }: Explanation, { palette }: Style): readonly string[] {
  if (kind === 'statement') return [];
  const widest = Math.max(0, ...bands.map((band) => band.label.length));
  const shown = bands.map(({ label, answer }) => [
    label.padEnd(widest),
    paintFor(answer, palette)(answer.toUpperCase()),
  ]);
  return shown.map(([label = '', answer = '']) => `  ${escapeText(label)}  ${answer}`);
}

function figureLines(
  { title, rule, inWords, byConvention, fromInputs, tree }: Explanation['figures'][number],
  style: Style,
): readonly string[] {
  const more = [
    ...(fromInputs === undefined ? [] : [`; from the inputs alone: ${fromInputs.inWords}`]),
    ...(byConvention === undefined ? [] : [`; by convention: ${byConvention.inWords}`]),
  ].join('');
  return [
    ...block('How it came about', prose(`${title}: ${inWords}${more}`, style, '  '), style),
    '',
    partTree(tree, weighing.has(rule), style, '  '),
  ];
}

function madeOfLines(part: Explanation, style: Style): readonly string[] {
  const { palette } = style;
  return [
    `  ${heading(escapeText(part.id), style)}  ${paintFor(part.answer, palette)(escapeText(part.shown))}`,
    ...prose(part.why, style, '    '),
    ...groundLines(part.rests, style, '    ', new Set()),
    ...gapLines(part.gaps, style, '    '),
  ];
}

const LONG = { most: 8, shown: 4 };

/** `told`: what made inputs is told once, however many inputs it made. */
function groundLines(
  rests: readonly RestsOn[],
  style: Style,
  indent: string,
  told: Set<Explanation>,
): readonly string[] {
  const kindOf = ({ kind, of, says, because, from, note }: RestsOn): string =>
    kind === 'answer' && because === undefined
      ? JSON.stringify([of, says, from, note])
      : JSON.stringify([kind, of, says, because?.sheet]);
  return foldAlike(rests, kindOf, LONG).flatMap(({ entry: ground, more }) => {
    const { maker, sheet, assurance, file, line } = ground;
    const source = maker === undefined ? [] : [`sheet ${sheet ?? ''} by ${maker}, ${assurance ?? ''}`];
    return [
      ...bullet(ground.inWords, style, indent),
      ...[`${file}:${line}`, ...source].flatMap((each) =>
        prose(each, style, `${indent}  `, style.palette.faint),
      ),
      ...becauseLines(ground.because, style, `${indent}  `, told),
      ...moreLines(more, 'say the same', style, indent),
    ];
  });
}

const moreLines = (more: number, what: string, style: Style, indent: string): readonly string[] =>
  more === 0
    ? []
    : bullet(`${plural(more, 'more input')} ${what}; \`--format json\` lists them all`, style, indent);

/** The grounds of an answer that was itself merged. */
function becauseLines(
  because: Explanation | undefined,
  style: Style,
  indent: string,
  told: Set<Explanation>,
): readonly string[] {
  if (because === undefined) return [];
  if (told.has(because))
    return prose(`in turn, as told above of \`${because.id}\` in sheet ${because.sheet}`, style, indent);
  told.add(because);
  return [
    ...prose(`in turn, ${because.why.startsWith('because ') ? '' : 'because '}${because.why}`, style, indent),
    ...groundLines(because.rests, style, `${indent}  `, told),
    ...because.constraints.flatMap((each) => bullet(each, style, `${indent}  `)),
  ];
}

/** Gaps that are closed in the same way are told one after the other, and the way once. */
function gapLines(gaps: readonly ExplainedGap[], style: Style, indent: string): readonly string[] {
  const kindOf = ({ kind, why, inShort, of, below }: ExplainedGap): string =>
    kind === 'input' && below.length === 0 ? `${why} ${inShort}` : `${kind} ${of}`;
  const folded = foldAlike(gaps, kindOf, LONG);
  return folded.flatMap(({ entry: gap, more }, index) => {
    const below = gapLines(gap.below, style, `${indent}  `);
    const next = folded[index + 1]?.entry;
    const isToldNext = next !== undefined && next.below.length === 0 && next.closes === gap.closes;
    const closes =
      below.length > 0 || isToldNext
        ? []
        : gap.isToldAbove === true
          ? prose('what keeps it open there is told above', style, `${indent}  `, style.palette.faint)
          : prose(`to close it: ${gap.closes}`, style, `${indent}  `, style.palette.faint);
    return [
      ...bullet(gap.inWords, style, indent),
      ...closes,
      ...below,
      ...moreLines(more, 'likewise', style, indent),
    ];
  });
}

function declarationText(declared: Declaration, style: Style): string {
  const { figure, file } = declared;
  const said = declared.said.flatMap((each) => {
    const { label, answer, line, assurance, references, evidence, list, custody, note } = each;
    const details = [
      `${file}:${line}`,
      assurance.inWords,
      ...basisInWords(each),
      ...(references.length === 0 ? [] : [`with reference to ${references.join('; ')}`]),
      ...(list === undefined ? [] : [`list ${list}`]),
      ...(custody === undefined ? [] : [`custody model ${custody}`]),
      ...evidence.map(({ title, uri, sha256 }) => evidenceText(title, uri, sha256)),
      ...(note === undefined ? [] : [`note: ${note}`]),
    ];
    return [
      ...bullet(`${label}: ${answer.toUpperCase()}`, style, '  '),
      ...details.flatMap((detail) => prose(detail, style, '    ', style.palette.faint)),
    ];
  });
  const stated =
    figure === undefined ? [] : bullet(`${figure.inWords} (${file}:${figure.line})`, style, '  ');
  return [
    ...titleLines(declared, style),
    '',
    ...prose(`${declared.maker} answers for this sheet: ${declared.why}`, style, '  '),
    ...block('What the sheet says', said, style),
    ...block('The figure behind it', stated, style),
  ].join('\n');
}

const evidenceText = (title: string, uri: string | undefined, sha256: string | undefined): string =>
  [
    'evidence: '.concat(title),
    ...(uri === undefined ? [] : [uri]),
    ...(sha256 === undefined ? [] : [`sha256 ${sha256.slice(0, 12)}`]),
  ].join(', ');

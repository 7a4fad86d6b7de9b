// Findings for people: the fact, the place in their own text, and what to do next.

import type { Finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { escapeLineStarts, escapeMessage, escapeText } from '../escape.ts';
import { type Paint, paintOf, type Style } from '../palette.ts';
import { plural } from '../plural.ts';
import { displayWidth, wrapText } from '../width.ts';
import { type MarkedLine, markLines } from './excerpt.ts';

/** The texts that findings point into, by the name they are shown under. */
export type Texts = ReadonlyMap<string, string>;

/** All findings, or the first `most` with a word about the rest. Empty for no findings. */
export function renderFindingsText(
  findings: readonly Finding[],
  texts: Texts,
  style: Style,
  most = Number.POSITIVE_INFINITY,
): string {
  const shown = findings.slice(0, most).map((each) => renderFinding(each, texts, style));
  const rest = findings.length - shown.length;
  if (rest > 0) shown.push(`and ${plural(rest, 'more finding')}\n`);
  return escapeLineStarts(shown.join('\n'));
}

export function renderFinding(finding: Finding, texts: Texts, style: Style): string {
  const { palette } = style;
  const paint = paintOf(palette, finding.severity);
  const places = placesOf(finding);
  const gutter = Math.max(
    1,
    ...places.map((place) => lastLine(place.at, texts)).map((line) => String(line).length),
  );
  const lines = [headline(finding, style)];
  for (const place of places) {
    const mark = place.isPrimary ? { sign: '^', paint } : { sign: '-', paint: palette.note };
    lines.push(...renderPlace(place, { texts, gutter, style, ...mark }));
  }
  const bar = `${' '.repeat(gutter + 2)}${palette.faint('|')}`;
  const notes = [...finding.help.map((help) => ['help', help]), ['docs', `loopsheet code ${finding.code}`]];
  if (places.some((place) => texts.has(place.at.source))) lines.push(bar);
  for (const [name = '', text = ''] of notes) lines.push(...renderNote(name, text, gutter, style));
  return `${lines.join('\n')}\n`;
}

interface Place {
  readonly at: Span;
  readonly label: string;
  readonly isPrimary: boolean;
}

function placesOf({ at, label, related }: Finding): readonly Place[] {
  const primary = at === undefined ? [] : [{ at, label: label ?? '', isPrimary: true }];
  return [...primary, ...related.map((place) => ({ ...place, isPrimary: false }))];
}

const lastLine = (span: Span, texts: Texts): number => (texts.has(span.source) ? span.end.line : 0);

function headline(finding: Finding, { palette, width }: Style): string {
  const tag = `${finding.severity}[${finding.code}]`;
  const [first = '', ...rest] = wrapText(`${tag}: ${escapeMessage(finding.message)}`, width);
  const painted = paintOf(palette, finding.severity)(tag) + palette.strong(first.slice(tag.length));
  return [painted, ...rest.map((line) => `  ${palette.strong(line)}`)].join('\n');
}

interface PlaceStyle {
  readonly texts: Texts;
  readonly gutter: number;
  readonly style: Style;
  readonly sign: string;
  readonly paint: Paint;
}

/** Where a text is not at hand, the name of the document is all there is to show. */
function renderPlace(
  { at, label }: Place,
  { texts, gutter, style, sign, paint }: PlaceStyle,
): readonly string[] {
  const { palette, width } = style;
  const text = texts.get(at.source);
  const arrow = `${' '.repeat(gutter + 1)}${palette.faint('-->')} `;
  if (text === undefined) return [`${arrow}${escapeText(at.source)}`];
  const room = Math.max(20, width - gutter - 4);
  const bar = `${' '.repeat(gutter + 2)}${palette.faint('|')}`;
  const marked = markLines(at, text, sign, room);
  const lines = [`${arrow}${escapeText(at.source)}:${at.start.line}:${at.start.column}`, bar];
  for (const [index, each] of marked.entries()) {
    if (each === undefined) lines.push(`${' '.repeat(gutter + 2)}${palette.faint('...')}`);
    else
      lines.push(
        ...renderMarked(each, index === marked.length - 1 ? label : '', { gutter, room, bar, paint, style }),
      );
  }
  return lines;
}

interface MarkedStyle {
  readonly gutter: number;
  readonly room: number;
  readonly bar: string;
  readonly paint: Paint;
  readonly style: Style;
}

function renderMarked(marked: MarkedLine, label: string, to: MarkedStyle): readonly string[] {
  const { gutter, room, bar, paint, style } = to;
  const number = style.palette.faint(`${String(marked.line).padStart(gutter)} |`);
  const source = ` ${number}${marked.shown === '' ? '' : ` ${marked.shown}`}`;
  const shownLabel = escapeText(label);
  const beside = label !== '' && displayWidth(marked.marks) + 1 + displayWidth(shownLabel) <= room;
  const indent = marked.marks.length - marked.marks.trimStart().length;
  const marks = ' '.repeat(indent) + paint(marked.marks.trimStart() + (beside ? ` ${shownLabel}` : ''));
  const below = label === '' || beside ? [] : wrapText(shownLabel, Math.max(20, room - indent));
  return [source, `${bar} ${marks}`, ...below.map((line) => `${bar} ${' '.repeat(indent)}${paint(line)}`)];
}

function renderNote(
  name: string,
  text: string,
  gutter: number,
  { palette, width }: Style,
): readonly string[] {
  const lead = `${' '.repeat(gutter + 2)}`;
  const [first = '', ...rest] = wrapText(
    escapeMessage(text),
    Math.max(20, width - gutter - 5 - name.length - 1),
  );
  const hang = ' '.repeat(name.length + 4);
  return [
    `${lead}${palette.faint('=')} ${palette.strong(`${name}:`)} ${first}`,
    ...rest.map((line) => lead + hang + line),
  ];
}

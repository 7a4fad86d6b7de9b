// Ladders of bands: `25-50` of a group in per cent is more than 25 % and at most 50 %. The bands of a ladder follow
// one another without gap or overlap, and shares are covered from 0 to 100 %.

import { finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { between, compareLower, exactly, type Interval, scale } from '../../core/values/interval.ts';
import { type Dimension, units } from '../../core/values/quantity.ts';
import { compare, equal, formatExact, isZero, one, parseRational } from '../../core/values/rational.ts';
import { type Node, valueAt } from '../tree.ts';
import { readRange } from './amounts.ts';
import { itemsOf, type Report, scalarText, textAt } from './fields.ts';

/** A band of a ladder before it belongs to a group. */
export interface Rung {
  readonly id: string;
  readonly label: string;
  readonly range: Interval;
  readonly at: Span;
}

export interface Unit {
  readonly text: string;
  readonly dimension: Dimension;
  readonly domain: Interval;
}

/** The bands of a ladder in the unit of a group; what is wrong with them is reported at the ladder. */
export function readLadder(ladder: Node, unit: Unit, report: Report): readonly Rung[] {
  const rungs = itemsOf(valueAt(ladder, 'bands')).flatMap((item) => {
    const rung = item.kind === 'map' ? readEnds(item, unit, report) : readShort(item, unit, report);
    return rung === undefined ? [] : [rung];
  });
  checkNames(rungs, report);
  checkOrder(rungs, unit, report);
  return rungs;
}

const SHORT = /^([\d.]+)(?:-([\d.]+))?$/;

/** `0` is exactly 0, `a-b` is more than a and at most b. */
function readShort(item: Node, unit: Unit, report: Report): Rung | undefined {
  const text = scalarText(item) ?? '';
  const match = SHORT.exec(text);
  const from = parseRational(match?.[1] ?? '');
  const to = match?.[2] === undefined ? from : parseRational(match[2]);
  const factor = units[unit.dimension][unit.text] ?? one;
  if (from !== undefined && to !== undefined) {
    const isPoint = match?.[2] === undefined;
    const range = isPoint ? exactly(from) : between({ lo: from, loOpen: true }, { hi: to, hiOpen: false });
    if (range !== undefined) {
      const label = `${isPoint ? '' : '>'}${text} ${unit.text}`;
      return { id: text, label, range: scale(range, factor), at: item.at };
    }
  }
  badLadder(
    `\`${text}\` is not a band`,
    'write `0` for exactly 0 or `25-50` for more than 25 and at most 50',
    item.at,
    report,
  );
  return undefined;
}

function readEnds(item: Node, unit: Unit, report: Report): Rung | undefined {
  const id = textAt(item, 'id');
  const expected = { name: `band \`${id ?? ''}\``, dimension: unit.dimension, domain: unit.domain };
  const range = readRange(item, expected, report);
  if (id === undefined || range === undefined) return undefined;
  return { id, label: labelOf(range, unit), range, at: item.at };
}

function labelOf(range: Interval, unit: Unit): string {
  const factor = units[unit.dimension][unit.text] ?? one;
  const write = (end: Interval['lo']): string =>
    formatExact(scale(exactly(end), { n: factor.d, d: factor.n }).lo);
  const { lo, loOpen, hi, hiOpen } = range;
  if (hi === undefined) return `${loOpen ? '>' : 'at least '}${write(lo)} ${unit.text}`;
  if (equal(lo, hi)) return `${write(lo)} ${unit.text}`;
  return `${loOpen ? '>' : ''}${write(lo)}-${hiOpen ? '<' : ''}${write(hi)} ${unit.text}`;
}

function checkNames(rungs: readonly Rung[], report: Report): void {
  const seen = new Set<string>();
  for (const { id, at } of rungs) {
    if (seen.has(id))
      badLadder(`two bands are called \`${id}\``, 'give each band a name of its own', at, report);
    seen.add(id);
  }
}

function checkOrder(rungs: readonly Rung[], unit: Unit, report: Report): void {
  for (const [index, rung] of rungs.entries()) {
    const before = rungs[index - 1];
    if (before !== undefined) checkStep(before, rung, report);
  }
  const first = rungs[0];
  const last = rungs.at(-1);
  if (unit.dimension !== 'share' || first === undefined || last === undefined) return;
  const help = 'let the bands of a share cover everything from 0 % to 100 %';
  if (!isZero(first.range.lo) || first.range.loOpen)
    badLadder('the ladder does not start at 0 %', help, first.at, report);
  const ends = last.range.hi !== undefined && equal(last.range.hi, one) && !last.range.hiOpen;
  if (!ends) badLadder('the ladder does not end at 100 %', help, last.at, report);
}

/** Each band starts where the one before it ends, and exactly one of the two holds the edge. */
function checkStep(before: Rung, rung: Rung, report: Report): void {
  const { hi, hiOpen } = before.range;
  const order = hi === undefined ? -1 : compare(rung.range.lo, hi);
  const overlaps = order < 0 || (order === 0 && !hiOpen && !rung.range.loOpen);
  const leavesGap = order > 0 || (order === 0 && hiOpen && rung.range.loOpen);
  const names = `\`${before.id}\` and \`${rung.id}\``;
  if (overlaps) {
    const isReversed = compareLower(rung.range, before.range) < 0;
    const help = isReversed
      ? 'write the bands from the lowest up'
      : 'start each band where the one before it ends';
    badLadder(`the bands ${names} overlap`, help, rung.at, report);
  } else if (leavesGap) {
    badLadder(
      `the bands ${names} leave a gap`,
      'start each band where the one before it ends',
      rung.at,
      report,
    );
  }
}

function badLadder(message: string, help: string, at: Span, report: Report): void {
  report(finding('catalogue/bad-ladder', message, { at, help: [help] }));
}

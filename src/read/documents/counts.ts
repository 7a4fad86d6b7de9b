// How many pieces of an input go in: a whole number, or a range of them.

import { type Finding, finding } from '../../core/text/finding.ts';
import { closed, type Interval } from '../../core/values/interval.ts';
import { compare, rational } from '../../core/values/rational.ts';
import { type Entry, entryOf, type Node } from '../tree.ts';
import { type Report, scalarText } from './fields.ts';

/** Undefined where nothing is counted, or the count cannot be read: then the mass alone tells how much goes in. */
export function readCount({ key, value }: Entry, report: Report): Interval | undefined {
  const count = entryOf(value, 'count');
  const text = scalarText(count?.value);
  const mass = entryOf(value, 'mass');
  const massEach = entryOf(value, 'massEach');
  if (massEach !== undefined && mass !== undefined) report(twoMasses(key, massEach, mass));
  if (count === undefined || text === undefined) {
    if (massEach !== undefined) report(notCounted(key, massEach));
    return undefined;
  }
  if (mass !== undefined && massEach === undefined) report(countAndMass(key, count, mass));
  const read = parseCount(text);
  if (typeof read !== 'string') return read;
  report(badCount(key, count.value, text, read));
  return undefined;
}

const WHOLE = /^\d{1,15}$/;

/** The range, or what is wrong with it. */
function parseCount(text: string): Interval | string {
  const ends = text.split('..').map((end) => end.trim());
  const [first = '', last = first] = ends;
  if (ends.some((end) => end.startsWith('-'))) return 'pieces cannot be fewer than none';
  if (ends.some((end) => /^\d+[.,/]\d+$/.test(end))) return 'pieces are whole';
  if (ends.length > 2 || !WHOLE.test(first) || !WHOLE.test(last))
    return 'a count is a whole number of pieces';
  const [lo, hi] = [rational(Number(first)), rational(Number(last))];
  if (Number(last) === 0) return 'nothing of it goes in';
  if (Number(first) === 0) return 'whether any goes in is said by `optional: true`, and a count begins at 1';
  return compare(lo, hi) > 0 ? 'the lower end comes first' : closed(lo, hi);
}

const badCount = (input: string, at: Node, text: string, why: string): Finding =>
  finding('read/bad-quantity', `the count of \`${input}\` is \`${text}\`: ${why}`, {
    at: at.at,
    help: [
      'write a whole number such as `count: 12`, or a range such as `count: 10..12`',
      'or write `mass` with the mass of the whole line, for what is not counted',
    ],
    data: { input, found: text },
  });

const countAndMass = (input: string, count: Entry, mass: Entry): Finding =>
  finding('read/wrong-value', `input \`${input}\` states both a count and the mass of the whole line`, {
    at: count.keyAt,
    related: [{ at: mass.keyAt, label: 'the mass is stated here' }],
    help: ['keep `mass`, or keep `count` and write the mass of one piece as `massEach`'],
    data: { input },
  });

const twoMasses = (input: string, massEach: Entry, mass: Entry): Finding =>
  finding('read/wrong-value', `input \`${input}\` states the mass of one piece and of the whole line`, {
    at: massEach.keyAt,
    related: [{ at: mass.keyAt, label: 'the mass of the whole line is stated here' }],
    help: ['keep `count` and `massEach`, or keep `mass`'],
    data: { input },
  });

const notCounted = (input: string, massEach: Entry): Finding =>
  finding('read/missing-key', `input \`${input}\` says what one piece weighs, but not how many go in`, {
    at: massEach.keyAt,
    help: ['add `count`, a whole number or a range such as `10..12`, or write `mass` instead'],
    data: { input, key: 'count' },
  });

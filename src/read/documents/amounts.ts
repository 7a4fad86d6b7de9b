// Amounts with units, written as one text or by their ends, as intervals in the base unit. Every fault says which
// unit is expected and shows how to write it.

import type { Code } from '../../core/text/codes.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { suggest } from '../../core/text/suggest.ts';
import { between, type Interval, intersect, isWithin } from '../../core/values/interval.ts';
import {
  type Dimension,
  isFault,
  parseQuantity,
  type QuantityFault,
  units,
} from '../../core/values/quantity.ts';
import { type Coded, writtenWithCode } from '../../core/values/unit-codes.ts';
import type { Node } from '../tree.ts';
import { valueAt } from '../tree.ts';
import { type Report, scalarText, textAt } from './fields.ts';
import { shortRange } from './short-range.ts';

/** What an amount is, for messages: its name, and the values it can have at all. */
export interface Expected {
  readonly name: string;
  readonly dimension: Dimension;
  readonly domain: Interval;
  /** The code of a finding about a negative amount. */
  readonly negative?: Code;
  /** What to write instead of an amount of another dimension, where that is clear. */
  readonly instead?: ((text: string) => string | undefined) | undefined;
}

/** What an amount of a dimension is called, and how it is written. */
const wording: Record<Dimension, readonly [noun: string, examples: string]> = {
  mass: ['a mass', '`1.2 kg`, `40..60 g`'],
  energy: ['an amount of energy', '`18 MJ`, `4..5 kWh`'],
  volume: ['a volume', '`2 m3`, `40..60 l`'],
  share: ['a share', '`12 %`, `10..15 %`'],
  duration: ['a time', '`10 years`, `18 months`'],
  emissions: ['an amount of emissions', '`3 kg CO2e`'],
  occupation: ['an area over time', '`2 m2 year`'],
};

/** A text such as `40..60 g`; undefined with a finding when it cannot be read. */
export function readAmount(node: Node | undefined, expected: Expected, report: Report): Interval | undefined {
  const text = scalarText(node);
  if (node === undefined || text === undefined) return undefined;
  if (text === 'unknown') return expected.domain;
  const range = parseQuantity(text, expected.dimension);
  if (isFault(range)) report(badQuantity(text, range, expected, node.at));
  else if (!isWithin(range, expected.domain)) report(outside(text, expected, node.at));
  else return range;
  return undefined;
}

/** A text, or a map of ends; an end left out is that of the domain. */
export function readRange(written: Node, expected: Expected, report: Report): Interval | undefined {
  const hasSigns = /[<>]/.test(scalarText(written) ?? '');
  const node = (hasSigns ? shortRange(written) : undefined) ?? written;
  if (node.kind !== 'map') return readAmount(node, expected, report);
  const bounded = readEnds(node, expected.domain, (end) => readAmount(end, expected, report));
  if (bounded === 'unread') return undefined;
  if (bounded === undefined) {
    report(
      finding('read/bad-quantity', `nothing lies between the ends of ${expected.name}`, {
        at: node.at,
        help: ['write the lower end under atLeast or moreThan, the upper end under atMost or lessThan'],
        data: { name: expected.name },
      }),
    );
  }
  return bounded;
}

/** The interval between ends written under atLeast, moreThan, atMost, lessThan; undefined when it is empty. */
export function readEnds(
  node: Node,
  domain: Interval,
  readEnd: (end: Node) => Interval | undefined,
): Interval | 'unread' | undefined {
  let range: Interval | undefined = domain;
  for (const key of ['atLeast', 'moreThan', 'atMost', 'lessThan']) {
    const written = valueAt(node, key);
    if (written === undefined || textAt(node, key) === undefined) continue;
    const end = readEnd(written);
    if (end === undefined) return 'unread';
    const half = beyond(key, end);
    range = range === undefined || half === undefined ? undefined : intersect(range, half);
  }
  return range;
}

const start = { lo: { n: 0n, d: 1n }, loOpen: false };

/** Everything on the meant side of an end; of an end that is a range, what is certain. */
function beyond(key: string, end: Interval): Interval | undefined {
  if (key === 'atLeast') return { lo: end.lo, loOpen: end.loOpen, hi: undefined, hiOpen: true };
  if (key === 'moreThan') return { lo: end.lo, loOpen: true, hi: undefined, hiOpen: true };
  return between(start, { hi: end.hi, hiOpen: key === 'lessThan' || end.hiOpen });
}

const outside = (text: string, { name }: Expected, at: Span): Finding =>
  finding('read/bad-quantity', `${name} is \`${text}\`, which is more than the whole`, {
    at,
    help: ['write a share of at most `100 %`'],
    data: { found: text, name },
  });

function badQuantity(text: string, fault: QuantityFault, expected: Expected, at: Span): Finding {
  const coded = writtenWithCode(text);
  if (coded !== undefined) return withCode(text, coded, expected, at);
  const { name, dimension, negative = 'read/bad-quantity' } = expected;
  const known = Object.keys(units[dimension]);
  const [noun, examples] = wording[dimension];
  const list = `write it like ${examples}; the units are ${known.map((unit) => `\`${unit}\``).join(', ')}`;
  const data = { found: text, name, fault: fault.fault, units: known };
  const bad = (message: string, help: readonly string[], code: Code = 'read/bad-quantity'): Finding =>
    finding(code, message, { at, help, data });
  const unreadable = (): Finding =>
    bad(`${name} is \`${text}\`, which is not ${noun} with its unit`, [...wayOut(text), list]);
  switch (fault.fault) {
    case 'unit-missing':
      return bad(`${name} is \`${text}\` without a unit`, [list]);
    case 'unit-unknown': {
      if (!startsLikeUnit(fault.unit)) return unreadable();
      const near = suggest(fault.unit, known, 1).map((unit) => `did you mean \`${unit}\`?`);
      return bad(`the unit \`${fault.unit}\` of ${name} is not known`, [...near, list]);
    }
    case 'unit-dimension':
      return bad(`${name} is in \`${fault.unit}\`, where ${noun} is expected`, [
        expected.instead?.(text) ?? list,
      ]);
    case 'negative':
      return bad(`${name} is \`${text}\`, which is negative`, ['write an amount of 0 or more'], negative);
    case 'minus-zero':
      return bad(`${name} is \`${text}\`, a zero with a minus sign`, ['leave out the minus sign']);
    case 'range-reversed':
      return bad(`the range \`${text}\` of ${name} ends before it starts`, [
        'write the smaller amount first',
      ]);
    default:
      return unreadable();
  }
}

/** Orders and invoices write units by code; that the code is a right one does not make the unit fit. */
function withCode(text: string, coded: Coded, { name, dimension }: Expected, at: Span): Finding {
  const { code, unit } = coded;
  const [noun, examples] = wording[dimension];
  const known = Object.keys(units[dimension]);
  const fits = unit !== undefined && known.includes(unit);
  const said = `\`${code}\`, the code of UN/CEFACT Recommendation 20 for ${coded.name}`;
  return finding('read/bad-quantity', `${name} is in ${said}${fits ? '' : `, where ${noun} is expected`}`, {
    at,
    help: [fits && coded.meant !== undefined ? `write \`${coded.meant}\`` : `write it like ${examples}`],
    data: {
      found: text,
      name,
      fault: fits ? 'unit-code' : 'unit-dimension',
      units: known,
      code,
      meant: fits ? (coded.meant ?? null) : null,
    },
  });
}

/** The expression is made here and not above: looking up its class of letters would slow down every start. */
const startsLikeUnit = (text: string): boolean => /^[\p{L}%]/u.test(text);

/** The two ways of writing a number that people try most. */
function wayOut(text: string): readonly string[] {
  if (/\d,\d/.test(text)) return ['write decimals with a point, and nothing between thousands'];
  return /\d\s*(?:-|\u2013|to)\s*\d/.test(text) ? ['write a range with two points, as in `40..60 g`'] : [];
}

// A line of a bill that is filled from several sources: each alternative is an input by itself, under the name of
// the line and its place in the list.

import type { Input, InputOrigin } from '../../core/model/bill.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import {
  anyShare,
  type Interval,
  intersect,
  isExact,
  isNothing,
  product,
  sum,
} from '../../core/values/interval.ts';
import { isNegative, isZero, one, type Rational, subtract, zero } from '../../core/values/rational.ts';
import { showRange } from '../../core/values/show.ts';
import { type Entry, entryOf, type Node, valueAt } from '../tree.ts';
import { readAmount } from './amounts.ts';
import { entriesOf, itemsOf, type Report } from './fields.ts';
import type { InputLine, ReadOrigin } from './inputs.ts';

interface Alternative {
  readonly entry: Entry;
  readonly share: Interval | undefined;
}

export function readAlternatives(
  line: Entry,
  said: InputLine,
  others: readonly Entry[],
  report: Report,
  readOrigin: ReadOrigin,
): readonly Input[] {
  const items = itemsOf(valueAt(line.value, 'anyOf'));
  const all = items.map((item, index): Alternative => {
    const entry = {
      key: `${line.key}/${index + 1}`,
      keyAt: entriesOf(item)[0]?.keyAt ?? item.at,
      value: item,
    };
    return { entry, share: readShare(entry, report) };
  });
  for (const found of [
    ...faultsOfLine(line, said),
    ...namesTaken(all, others),
    ...sharesThatDoNotFit(line, all),
  ])
    report(found);
  const isShared = all.some(({ share }) => share !== undefined);
  const shares = isShared ? tightened(all.map(({ share }) => share ?? anyShare)) : undefined;
  all.forEach(({ entry }, index) => {
    const share = shares?.[index];
    if (share !== undefined && isZero(share.lo) && !isNothing(share)) report(mayHaveNoShare(entry));
  });
  const inputs = all.map(({ entry }, index): Input => {
    const { mass, count, massEach, ...rest } = said;
    const share = shares?.[index];
    // A share is one of the mass: where pieces differ in weight it tells nothing of their number.
    const isCounted = share === undefined || (massEach !== undefined && isExact(massEach));
    const ofLine = (amount: Interval): Interval => (share === undefined ? amount : product(amount, share));
    return {
      name: entry.key,
      ...rest,
      at: entry.keyAt,
      ...(mass === undefined ? {} : { mass: ofLine(mass) }),
      ...(count === undefined || !isCounted ? {} : { count: ofLine(count) }),
      ...(massEach === undefined || !isCounted ? {} : { massEach }),
      choice: { part: line.key, ...(mass === undefined ? {} : { mass }), isShared },
      ...readOrigin(entry, report),
    };
  });
  for (const found of namedTwice(inputs)) report(found);
  return inputs;
}

function readShare({ key, value }: Entry, report: Report): Interval | undefined {
  const written = valueAt(value, 'share');
  const expected = { name: `the share of \`${key}\``, dimension: 'share', domain: anyShare } as const;
  const share = readAmount(written, expected, report);
  if (written === undefined || share === undefined) return written === undefined ? undefined : anyShare;
  if (isNothing(share)) report(noShare(key, written));
  return share;
}

/** No share is more than the others leave, nor less. */
function tightened(shares: readonly Interval[]): readonly Interval[] {
  return shares.map((share, index) => {
    const others = shares.filter((_, other) => other !== index);
    const most = others.reduce((left, { lo }) => subtract(left, lo), one);
    const least = others.reduce((left, { hi }) => subtract(left, hi ?? one), one);
    const clip = (value: Rational): Rational => (isNegative(value) ? zero : value);
    const left = { lo: clip(least), loOpen: false, hi: clip(most), hiOpen: false };
    return intersect(share, left) ?? share;
  });
}

function faultsOfLine(line: Entry, { mass, count }: InputLine): readonly Finding[] {
  const { key, value } = line;
  const beside = entryOf(value, 'sheet') ?? entryOf(value, 'bill');
  const list = entryOf(value, 'anyOf');
  const findings: Finding[] = [];
  if (beside !== undefined && list !== undefined) {
    findings.push(
      finding('read/wrong-value', `input \`${key}\` names a ${beside.key} beside its alternatives`, {
        at: beside.keyAt,
        related: [{ at: list.keyAt, label: 'the alternatives are named here' }],
        help: ['name it among the alternatives under `anyOf`, or leave `anyOf` out'],
        data: { input: key },
      }),
    );
  }
  if (count !== undefined && mass === undefined) {
    findings.push(
      finding('bill/mass-missing', `input \`${key}\` is counted, but does not say what one weighs`, {
        at: line.keyAt,
        help: [
          'write `massEach: 2 g`, a range `massEach: 1.9..2.1 g`, or `massEach: unknown`: sheets of alternatives may differ',
        ],
        data: { input: key },
      }),
    );
  }
  return findings;
}

function namesTaken(all: readonly Alternative[], others: readonly Entry[]): readonly Finding[] {
  return all.flatMap(({ entry }) => {
    const other = others.find(({ key }) => key === entry.key);
    if (other === undefined) return [];
    return [
      finding('read/wrong-value', `an alternative and an input are both called \`${entry.key}\``, {
        at: other.keyAt,
        related: [{ at: entry.keyAt, label: 'the alternative' }],
        help: ['give the input another name'],
        data: { input: entry.key },
      }),
    ];
  });
}

const noShare = (input: string, written: Node): Finding =>
  finding('read/bad-quantity', `the share of \`${input}\` is nothing, so it is no alternative`, {
    at: written.at,
    help: ['leave the alternative out, or write the share of the line that it fills'],
    data: { input },
  });

/** A part of nothing may be missing, and whether a source is there at all is another question than how much of it. */
const mayHaveNoShare = ({ key, keyAt }: Entry): Finding =>
  finding('read/bad-quantity', `the share of \`${key}\` may be nothing, so it may not be there at all`, {
    at: keyAt,
    help: ['write a share above 0 %, or leave all shares out where the mix is open'],
    data: { input: key },
  });

function sharesThatDoNotFit(line: Entry, all: readonly Alternative[]): readonly Finding[] {
  const stated = all.flatMap(({ share }) => (share === undefined ? [] : [share]));
  const without = all.find(({ share }) => share === undefined);
  if (stated.length === 0) return [];
  if (without !== undefined) return [shareMissing(line.key, without.entry)];
  const whole = stated.reduce(sum);
  if (holdsAll(whole)) return [];
  const list = entryOf(line.value, 'anyOf') ?? line;
  const found = showRange(whole, 'share');
  return [
    finding('read/wrong-value', `the shares of \`${line.key}\` add up to ${found}, not to 100 %`, {
      at: list.keyAt,
      help: ['correct the shares, or leave them all out where the mix is open'],
      data: { input: line.key, sum: found },
    }),
  ];
}

const holdsAll = (whole: Interval): boolean => intersect(whole, { ...anyShare, lo: one }) !== undefined;

const shareMissing = (input: string, { key, keyAt }: Entry): Finding =>
  finding('read/missing-key', `alternative \`${key}\` has no share, but others of \`${input}\` have`, {
    at: keyAt,
    help: ['write its `share` of the line, or leave all shares out where the mix is open'],
    data: { input, key: 'share' },
  });

function namedTwice(inputs: readonly Input[]): readonly Finding[] {
  const first = new Map<string, Input>();
  return inputs.flatMap((input) => {
    if (input.origin.kind === 'none') return [];
    const key = referenceOf(input.origin);
    const before = first.get(key);
    if (before === undefined) first.set(key, input);
    if (before === undefined) return [];
    return [
      finding('read/wrong-value', `\`${input.origin.reference}\` is named as an alternative to itself`, {
        at: input.originAt,
        related: [{ at: before.originAt, label: 'named here already' }],
        help: ['name each source once'],
        data: { input: input.name, reference: input.origin.reference },
      }),
    ];
  });
}

const referenceOf = (origin: Exclude<InputOrigin, { kind: 'none' }>): string =>
  `${origin.kind} ${origin.reference}`;

// Equations that hold for the figures that are shown: whoever follows one with a pocket calculator gets the result
// that stands there. Figures too long to show get as many digits as that takes.

import { inUnit, shorten, unitFor } from '../values/amounts.ts';
import type { Dimension } from '../values/quantity.ts';
import {
  add,
  compare,
  divide,
  equal,
  formatExact,
  isZero,
  multiply,
  parseRational,
  type Rational,
  rational,
  subtract,
  zero,
} from '../values/rational.ts';

/** A number as it stands in an equation, without its unit. */
export interface Shown {
  readonly value: Rational;
  readonly text: string;
}

const FEWEST_DIGITS = 4;
const MOST_DIGITS = 14;
const LONGEST_EXACT = 6;

/** Exactly where a few digits say it, otherwise the nearest with so many digits that count. */
export function showDigits(value: Rational, digits: number): Shown {
  const exact = formatExact(value);
  const length = exact.replace(/^-?0?\.?0*/, '').replace('.', '').length;
  if (!exact.includes('/') && length <= LONGEST_EXACT) return { value, text: exact };
  const rounded = nearest(value, Math.max(0, digits - 1 - exponentOf(value)));
  return { value: rounded, text: `${equal(rounded, value) ? '' : 'about '}${formatExact(rounded)}` };
}

/** The power of ten of the first digit that counts. */
function exponentOf(value: Rational): number {
  let exponent = 0;
  let size = value.n < 0n ? { n: -value.n, d: value.d } : value;
  const ten = rational(10);
  if (isZero(size)) return 0;
  for (; compare(size, ten) >= 0; exponent += 1) size = divide(size, ten);
  for (; compare(size, rational(1)) < 0; exponent -= 1) size = multiply(size, ten);
  return exponent;
}

function nearest({ n, d }: Rational, places: number): Rational {
  const power = 10n ** BigInt(places);
  const doubled = 2n * n * power + d;
  const whole = doubled / (2n * d);
  return rational(doubled < 0n && doubled % (2n * d) !== 0n ? whole - 1n : whole, power);
}

/** Whether what comes out of the shown figures is what is shown, to its last digit. */
function isRight(found: Rational, { value, text }: Shown): boolean {
  const places = /\.(\d+)$/.exec(text)?.[1]?.length ?? 0;
  return equal(nearest(found, places), value);
}

/** The fewest digits with which an equation is right; `write` makes it with so many. */
function withEnoughDigits<Made extends { readonly isRight: boolean }>(write: (digits: number) => Made): Made {
  let made = write(FEWEST_DIGITS);
  for (let digits = FEWEST_DIGITS + 1; !made.isRight && digits <= MOST_DIGITS; digits += 1)
    made = write(digits);
  return made;
}

export interface Amount {
  readonly amount: Rational;
  /** Shown as what is counted of it: `95 g × 75 %`. */
  readonly of?: { readonly whole: Rational; readonly share: Rational };
  /** Taken from the others. */
  readonly isLess?: true;
}

/** `at most 95 g × 75 % + 12 g × 100 % = 83.25 g of 107 g = about 77.8 %`. */
export function shareEquation(
  terms: readonly Amount[],
  total: Rational,
  unit: Dimension,
  towards: 'nearest' | 'down' | 'up',
): string {
  const name = unitFor(unit, total);
  const asNumber = (value: Rational): Rational => inUnit(value, unit, name);
  return withEnoughDigits((digits) => {
    const parts = terms.map((term) => showTerm(term, asNumber, digits + 1, name));
    const amount = totalOf(terms, (term) => term.amount);
    const sum = showDigits(asNumber(amount), digits);
    const whole = showDigits(asNumber(total), digits);
    const end = showQuotient(divide(amount, total), towards);
    const hundred = rational(100);
    return {
      says: `${joined(terms, parts)} = ${sum.text} ${name} of ${whole.text} ${name} = ${end.text}`,
      isRight:
        isRight(
          totalOf(terms, (_, index) => parts[index]?.value ?? zero),
          sum,
        ) && isRight(multiply(divide(sum.value, whole.value), hundred), end.shown),
    };
  }).says;
}

function totalOf(terms: readonly Amount[], shownOf: (term: Amount, index: number) => Rational): Rational {
  return terms.reduce(
    (sum, term, index) => (term.isLess === true ? subtract : add)(sum, shownOf(term, index)),
    zero,
  );
}

const joined = (terms: readonly Amount[], parts: readonly Shown[]): string =>
  parts
    .map(({ text }, index) => (index === 0 ? text : `${terms[index]?.isLess === true ? '−' : '+'} ${text}`))
    .join(' ');

/** A share by itself: `75 %`. */
export function percentOf(share: Rational): string {
  const { text, isRounded } = shorten(inUnit(share, 'share', '%'));
  return `${isRounded ? 'about ' : ''}${text} %`;
}

/** A share that is itself rounded is told by its amount: a product of rounded figures would be another one. */
function showTerm(
  { amount, of }: Amount,
  asNumber: (value: Rational) => Rational,
  digits: number,
  unit: string,
): Shown {
  if (of === undefined) {
    const only = showDigits(asNumber(amount), digits);
    return { value: only.value, text: `${only.text} ${unit}` };
  }
  const whole = showDigits(asNumber(of.whole), digits);
  const share = shorten(inUnit(of.share, 'share', '%'));
  if (!share.isRounded)
    return { value: multiply(whole.value, of.share), text: `${whole.text} ${unit} × ${share.text} %` };
  const counted = showDigits(asNumber(amount), digits);
  return { value: counted.value, text: `${counted.text} ${unit} (of ${whole.text} ${unit})` };
}

/** A quotient, and what the range says of it where that is rounded outward. */
export function showQuotient(
  value: Rational,
  towards: 'nearest' | 'down' | 'up',
): { readonly shown: Shown; readonly text: string } {
  const percent = inUnit(value, 'share', '%');
  const outward = shorten(percent, towards);
  if (towards === 'nearest' || !outward.isRounded) {
    const only = shorten(percent);
    const text = `${only.isRounded ? 'about ' : ''}${only.text}`;
    return { shown: { value: parseRational(only.text) ?? percent, text }, text: `${text} %` };
  }
  const shown = showFiner(percent, outward.text);
  return { shown, text: `${shown.text} %, rounded ${towards} to ${outward.text} %` };
}

/** With more digits than the range is told with, the last of them no zero: it would not be seen. */
function showFiner(value: Rational, told: string): Shown {
  let digits = FEWEST_DIGITS;
  const says = (count: number): string => showDigits(value, count).text;
  while (digits < MOST_DIGITS && (says(digits) === says(digits - 1) || says(digits) === `about ${told}`))
    digits += 1;
  return showDigits(value, digits);
}

/** `2 kg + 300 g = 2.3 kg`. */
export function sumEquation(amounts: readonly Rational[], unit: Dimension, like: Rational): string {
  const name = unitFor(unit, like);
  const numbers = amounts.map((amount) => inUnit(amount, unit, name));
  return withEnoughDigits((digits) => {
    const parts = numbers.map((each) => showDigits(each, digits + 1));
    const sum = showDigits(numbers.reduce(add, zero), digits);
    return {
      says: `${parts.map(({ text }) => `${text} ${name}`).join(' + ')} = ${sum.text} ${name}`,
      isRight: isRight(parts.map((part) => part.value).reduce(add, zero), sum),
    };
  }).says;
}

/** `83.25 g − 5 g of 102 g = about 76.72 %, so at least about 76.7 %`. */
export function restEquation(
  { whole, less }: { readonly whole: Rational; readonly less?: Rational },
  left: Rational,
  like: Rational,
  towards: 'down' | 'up',
): string {
  const name = unitFor('mass', like);
  const show = (value: Rational, digits: number): Shown => showDigits(inUnit(value, 'mass', name), digits);
  const percent = inUnit(divide(less === undefined ? whole : subtract(whole, less), left), 'share', '%');
  const end = shorten(percent, towards);
  const quotient = end.isRounded ? showFiner(percent, end.text) : { value: percent, text: end.text };
  const so = `so at ${towards === 'down' ? 'least' : 'most'} ${end.isRounded ? 'about ' : ''}${end.text} %`;
  return withEnoughDigits((digits) => {
    const shown = show(whole, digits);
    const taken = less === undefined ? undefined : show(less, digits);
    const rest = show(left, digits);
    const kept = taken === undefined ? shown.value : subtract(shown.value, taken.value);
    const minus = taken === undefined ? '' : ` − ${taken.text} ${name}`;
    const is = end.isRounded ? ` = ${quotient.text} %` : '';
    return {
      says: `${shown.text} ${name}${minus} of ${rest.text} ${name}${is}, ${so}`,
      isRight: isRight(multiply(divide(kept, rest.value), rational(100)), quotient),
    };
  }).says;
}

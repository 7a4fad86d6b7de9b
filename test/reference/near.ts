// Numbers with an infinitely small part: quotients of polynomials in e, where e is positive and smaller than every
// fraction. The open end of (25, 50] is 25 + e, "no upper bound" is 1/e. Corners of a set can then be computed like
// any other point: a corner at 25 + e lies above 25 although nothing separates the two.

import { commonDivisor, type Exact, exact } from './exact.ts';

/** Coefficients from the power 0 upwards. */
type Polynomial = readonly bigint[];

export interface Near {
  readonly top: Polynomial;
  readonly bottom: Polynomial;
}

const trim = (a: Polynomial): Polynomial => {
  let length = a.length;
  while (length > 0 && a[length - 1] === 0n) length -= 1;
  return a.slice(0, length);
};

function addPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const length = Math.max(a.length, b.length);
  return trim(Array.from({ length }, (_, power) => (a[power] ?? 0n) + (b[power] ?? 0n)));
}

function multiplyPolynomials(a: Polynomial, b: Polynomial): Polynomial {
  const product = new Array<bigint>(Math.max(0, a.length + b.length - 1)).fill(0n);
  for (const [i, x] of a.entries())
    for (const [j, y] of b.entries()) product[i + j] = (product[i + j] ?? 0n) + x * y;
  return trim(product);
}

const lowestPower = (a: Polynomial): number => a.findIndex((coefficient) => coefficient !== 0n);
const leading = (a: Polynomial): bigint => a[lowestPower(a)] ?? 0n;

function near(top: Polynomial, bottom: Polynomial): Near {
  const t = trim(top);
  if (t.length === 0) return { top: [], bottom: [1n] };
  const shift = Math.min(lowestPower(t), lowestPower(bottom));
  const shared = [...t, ...bottom].reduce(
    (divisor, each) => commonDivisor(divisor, each < 0n ? -each : each),
    0n,
  );
  const shorten = (a: Polynomial): Polynomial => a.slice(shift).map((coefficient) => coefficient / shared);
  return { top: shorten(t), bottom: shorten(bottom) };
}

export const at = (a: Exact): Near => near([a.top], [a.bottom]);
/** Just above a number. */
export const above = (a: Exact): Near => near([a.top, a.bottom], [a.bottom]);
/** Just below a number. */
export const below = (a: Exact): Near => near([a.top, -a.bottom], [a.bottom]);
export const boundless: Near = near([1n], [0n, 1n]);
export const nothing: Near = at(exact(0));
export const all: Near = at(exact(1));

const sameBottom = (a: Near, b: Near): boolean =>
  a.bottom.length === b.bottom.length &&
  a.bottom.every((coefficient, power) => coefficient === b.bottom[power]);

export function add(a: Near, b: Near): Near {
  if (sameBottom(a, b)) return near(addPolynomials(a.top, b.top), a.bottom);
  const top = addPolynomials(multiplyPolynomials(a.top, b.bottom), multiplyPolynomials(b.top, a.bottom));
  return near(top, multiplyPolynomials(a.bottom, b.bottom));
}

export const negate = (a: Near): Near => ({ top: a.top.map((each) => -each), bottom: a.bottom });
export const subtract = (a: Near, b: Near): Near => add(a, negate(b));
export const multiply = (a: Near, b: Near): Near =>
  near(multiplyPolynomials(a.top, b.top), multiplyPolynomials(a.bottom, b.bottom));
export const divide = (a: Near, b: Near): Near =>
  near(multiplyPolynomials(a.top, b.bottom), multiplyPolynomials(a.bottom, b.top));

/** The sign for every small enough e. */
export function sign(a: Near): number {
  const product = leading(a.top) * leading(a.bottom);
  return product === 0n ? 0 : product < 0n ? -1 : 1;
}

export const compare = (a: Near, b: Near): number => sign(subtract(a, b));
export const least = (a: Near, b: Near): Near => (compare(a, b) <= 0 ? a : b);
export const most = (a: Near, b: Near): Near => (compare(a, b) >= 0 ? a : b);

/** The fraction that the number is infinitely near to; undefined when it is beyond every fraction. */
export function settle(a: Near): Exact | undefined {
  if (a.top.length === 0) return exact(0);
  const gap = lowestPower(a.top) - lowestPower(a.bottom);
  if (gap < 0) return undefined;
  return gap > 0 ? exact(0) : exact(leading(a.top), leading(a.bottom));
}

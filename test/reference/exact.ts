// Fractions of the reference implementation, written apart from src/core/values on purpose: what checks the engine
// must not share its arithmetic.

export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

export function exact(top: bigint | number, bottom: bigint | number = 1n): Exact {
  const a = BigInt(top);
  const b = BigInt(bottom);
  const shared = commonDivisor(a < 0n ? -a : a, b < 0n ? -b : b);
  const sign = b < 0n ? -1n : 1n;
  return { top: (sign * a) / shared, bottom: (sign * b) / shared };
}

export function commonDivisor(a: bigint, b: bigint): bigint {
  return b === 0n ? a : commonDivisor(b, a % b);
}

export const nought: Exact = exact(0);

export const plus = (a: Exact, b: Exact): Exact =>
  exact(a.top * b.bottom + b.top * a.bottom, a.bottom * b.bottom);
export const minus = (a: Exact, b: Exact): Exact =>
  exact(a.top * b.bottom - b.top * a.bottom, a.bottom * b.bottom);
export const times = (a: Exact, b: Exact): Exact => exact(a.top * b.top, a.bottom * b.bottom);
export const over = (a: Exact, b: Exact): Exact => exact(a.top * b.bottom, a.bottom * b.top);

/** Negative, zero or positive as a is less than, equal to or more than b. */
export function order(a: Exact, b: Exact): number {
  const left = a.top * b.bottom;
  const right = b.top * a.bottom;
  return left === right ? 0 : left < right ? -1 : 1;
}

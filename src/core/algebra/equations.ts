// What linear facts settle by themselves, whatever is measured: quantities with one value, and quantities that each
// contain the other. Equations are solved exactly (Gauss and Jordan); amounts are never negative.

import type { QuantityId } from '../model/catalogue.ts';
import type { Constraint, LinearConstraint } from '../model/constraint.ts';
import {
  add,
  divide,
  isNegative,
  isPositive,
  isZero,
  multiply,
  type Rational,
  zero,
} from '../values/rational.ts';

export interface Settled {
  readonly values: ReadonlyMap<QuantityId, Rational>;
  /** Pairs that parts of one another make equal. */
  readonly equal: readonly (readonly [QuantityId, QuantityId])[];
}

interface Row {
  readonly factors: Map<QuantityId, Rational>;
  bound: Rational;
}

export function fixedBy(constraints: readonly Exclude<Constraint, { kind: 'implies' | 'never' }>[]): Settled {
  const equal = containedInOneAnother(constraints);
  const rows = [
    ...constraints.filter(({ relation }) => relation === '=').map(rowOf),
    ...equal.map(([a, b]) => ({
      factors: new Map([
        [a, ONE],
        [b, MINUS_ONE],
      ]),
      bound: zero,
    })),
  ];
  return { values: readOff(reduce(rows)), equal };
}

const ONE: Rational = { n: 1n, d: 1n };
const MINUS_ONE: Rational = { n: -1n, d: 1n };

function rowOf({ terms, bound }: LinearConstraint): Row {
  const factors = new Map<QuantityId, Rational>();
  for (const { quantity, factor } of terms) addFactor(factors, quantity, factor);
  return { factors, bound };
}

function addFactor(factors: Map<QuantityId, Rational>, id: QuantityId, factor: Rational): void {
  const sum = add(factors.get(id) ?? zero, factor);
  if (isZero(sum)) factors.delete(id);
  else factors.set(id, sum);
}

/** Each row solved for a quantity that no other row has. */
function reduce(rows: readonly Row[]): readonly Row[] {
  for (const row of rows) {
    const [pivot] = row.factors;
    if (pivot === undefined) continue;
    const [id, factor] = pivot;
    for (const other of rows) {
      const own = other.factors.get(id);
      if (other === row || own === undefined) continue;
      const times = multiply(MINUS_ONE, divide(own, factor));
      for (const [each, value] of row.factors) addFactor(other.factors, each, multiply(value, times));
      other.bound = add(other.bound, multiply(row.bound, times));
    }
  }
  return rows;
}

/** One quantity alone has its value; amounts that add up to nothing are nothing each. */
function readOff(rows: readonly Row[]): ReadonlyMap<QuantityId, Rational> {
  const values = new Map<QuantityId, Rational>();
  for (const { factors, bound } of rows) {
    const [only, ...others] = factors;
    if (only !== undefined && others.length === 0) values.set(only[0], divide(bound, only[1]));
    const all = [...factors.values()];
    if (isZero(bound) && (all.every(isPositive) || all.every(isNegative)))
      for (const id of factors.keys()) values.set(id, zero);
  }
  return values;
}

function containedInOneAnother(constraints: readonly LinearConstraint[]): Settled['equal'] {
  const wholes = new Map<QuantityId, Set<QuantityId>>();
  for (const { kind, terms } of constraints) {
    if (kind !== 'nested' && kind !== 'total') continue;
    const [first, ...rest] = terms.map(({ quantity }) => quantity);
    for (const other of first === undefined ? [] : rest) {
      const [part, whole] = kind === 'nested' ? [first ?? '', other] : [other, first ?? ''];
      wholes.set(part, (wholes.get(part) ?? new Set()).add(whole));
    }
  }
  const ids = [...wholes.keys()];
  return ids.flatMap((a, index) =>
    ids
      .slice(index + 1)
      .flatMap((b) => (reaches(a, b, wholes) && reaches(b, a, wholes) ? [[a, b] as const] : [])),
  );
}

function reaches(
  from: QuantityId,
  to: QuantityId,
  wholes: ReadonlyMap<QuantityId, ReadonlySet<QuantityId>>,
): boolean {
  const seen = new Set([from]);
  for (const each of seen) {
    if (each === to) return true;
    for (const whole of wholes.get(each) ?? []) seen.add(whole);
  }
  return false;
}

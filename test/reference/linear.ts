// Linear inequalities by Fourier and Motzkin's elimination: every pair of a lower and an upper bound on a variable is
// put together, and the variable is gone. Slow, exact, and strictness is kept.

import { type Exact, exact, minus, nought, order, over, plus, times } from './exact.ts';
import type { Span } from './spans.ts';

/** Sum of factor * variable at most (strict: less than) the bound. */
export interface Inequality {
  readonly factors: ReadonlyMap<string, Exact>;
  readonly bound: Exact;
  readonly strict: boolean;
}

const minusOne = exact(-1);
const factorOf = (a: Inequality, variable: string): Exact => a.factors.get(variable) ?? nought;

export function inequality(
  factors: Iterable<readonly [string, Exact]>,
  bound: Exact,
  strict = false,
): Inequality {
  return {
    factors: new Map([...factors].filter(([, factor]) => order(factor, nought) !== 0)),
    bound,
    strict,
  };
}

/** A variable lies in a span. */
export function within(variable: string, span: Span): readonly Inequality[] {
  const low = inequality([[variable, minusOne]], times(minusOne, span.from), span.fromOpen);
  return span.to === undefined ? [low] : [low, inequality([[variable, exact(1)]], span.to, span.toOpen)];
}

function combine(low: Inequality, high: Inequality, variable: string): Inequality {
  const a = minus(nought, factorOf(low, variable));
  const b = factorOf(high, variable);
  const names = new Set([...low.factors.keys(), ...high.factors.keys()]);
  names.delete(variable);
  const factors = [...names].map(
    (name) => [name, plus(over(factorOf(low, name), a), over(factorOf(high, name), b))] as const,
  );
  return inequality(factors, plus(over(low.bound, a), over(high.bound, b)), low.strict || high.strict);
}

function eliminate(system: readonly Inequality[], variable: string): readonly Inequality[] {
  const direction = (each: Inequality): number => order(factorOf(each, variable), nought);
  const lows = system.filter((each) => direction(each) < 0);
  const highs = system.filter((each) => direction(each) > 0);
  const rest = system.filter((each) => direction(each) === 0);
  return withoutRepeats([
    ...rest,
    ...lows.flatMap((low) => highs.map((high) => combine(low, high, variable))),
  ]);
}

function withoutRepeats(system: readonly Inequality[]): readonly Inequality[] {
  const seen = new Map<string, Inequality>();
  for (const each of system) {
    const factors = [...each.factors]
      .map(([name, factor]) => `${name}:${factor.top}/${factor.bottom}`)
      .sort();
    seen.set(`${factors.join()}|${each.bound.top}/${each.bound.bottom}|${each.strict}`, each);
  }
  return [...seen.values()];
}

const holdsAlone = (each: Inequality): boolean => {
  const gap = order(nought, each.bound);
  return each.strict ? gap < 0 : gap <= 0;
};

/** Every value that one variable can take, or undefined when the system has no solution at all. */
export function project(
  system: readonly Inequality[],
  variables: readonly string[],
  variable: string,
): Span | undefined {
  let left = system;
  for (const other of variables) if (other !== variable) left = eliminate(left, other);
  let span: Span = { from: nought, fromOpen: false, to: undefined, toOpen: true };
  for (const each of left) {
    const factor = factorOf(each, variable);
    const side = order(factor, nought);
    if (side === 0 && !holdsAlone(each)) return undefined;
    if (side !== 0) span = tighten(span, over(each.bound, factor), each.strict, side > 0);
  }
  return isEmpty(span) ? undefined : span;
}

function tighten(span: Span, edge: Exact, open: boolean, isUpper: boolean): Span {
  if (isUpper) {
    const gap = span.to === undefined ? -1 : order(edge, span.to);
    if (gap > 0) return span;
    return { ...span, to: edge, toOpen: gap === 0 ? span.toOpen || open : open };
  }
  const gap = order(edge, span.from);
  if (gap < 0) return span;
  return { ...span, from: edge, fromOpen: gap === 0 ? span.fromOpen || open : open };
}

function isEmpty(span: Span): boolean {
  if (span.to === undefined) return false;
  const gap = order(span.from, span.to);
  return gap > 0 || (gap === 0 && (span.fromOpen || span.toOpen));
}

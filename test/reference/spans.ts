// Sets of numbers in the reference: lists of spans, each with ends that belong to it or not.

import type { Interval } from '../../src/core/values/interval.ts';
import { type Exact, exact, order } from './exact.ts';
import { above, at, below, boundless, compare, type Near, settle } from './near.ts';

export interface Span {
  readonly from: Exact;
  readonly fromOpen: boolean;
  /** undefined: no upper end. */
  readonly to: Exact | undefined;
  readonly toOpen: boolean;
}

export type Spans = readonly Span[];

export const spanOf = (interval: Interval): Span => ({
  from: exact(interval.lo.n, interval.lo.d),
  fromOpen: interval.loOpen,
  to: interval.hi === undefined ? undefined : exact(interval.hi.n, interval.hi.d),
  toOpen: interval.hiOpen,
});

export const lowEnd = (span: Span): Near => (span.fromOpen ? above(span.from) : at(span.from));
export const highEnd = (span: Span): Near =>
  span.to === undefined ? boundless : span.toOpen ? below(span.to) : at(span.to);

/** The span between two corners, or undefined when the second lies below the first. */
export function spanBetween(low: Near, high: Near): Span | undefined {
  if (compare(low, high) > 0) return undefined;
  const from = settle(low);
  const to = settle(high);
  if (from === undefined) return undefined;
  const toOpen = to === undefined || compare(high, at(to)) < 0;
  return { from, fromOpen: compare(low, at(from)) > 0, to, toOpen };
}

export function overlap(a: Span, b: Span): Span | undefined {
  const low = compare(lowEnd(a), lowEnd(b)) >= 0 ? a : b;
  const high = compare(highEnd(a), highEnd(b)) <= 0 ? a : b;
  const both: Span = { from: low.from, fromOpen: low.fromOpen, to: high.to, toOpen: high.toOpen };
  if (both.to === undefined) return both;
  const gap = order(both.from, both.to);
  return gap < 0 || (gap === 0 && !both.fromOpen && !both.toOpen) ? both : undefined;
}

const present = <T>(value: T | undefined): value is T => value !== undefined;

export const common = (a: Spans, b: Spans): Spans =>
  a.flatMap((x) => b.map((y) => overlap(x, y)).filter(present));

const everything: Span = { from: exact(-1), fromOpen: true, to: undefined, toOpen: true };

/** Everything outside a span. */
export function outside(span: Span): Spans {
  const before: Span = { ...everything, to: span.from, toOpen: !span.fromOpen };
  if (span.to === undefined) return [before];
  return [before, { ...everything, from: span.to, fromOpen: !span.toOpen }];
}

export const contains = (outer: Span, inner: Span): boolean =>
  compare(lowEnd(outer), lowEnd(inner)) <= 0 && compare(highEnd(outer), highEnd(inner)) >= 0;

/** Cut a set at the edges of a band: each piece lies wholly inside or wholly outside it. */
export const cutBy = (spans: Spans, band: Span): Spans => [
  ...common(spans, [band]),
  ...common(spans, outside(band)),
];

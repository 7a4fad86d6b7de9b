// Random ladders: bands that cover 0 to 100 % without gap or overlap, closed above or closed below.

import type { Band, QuantityId } from '../../src/core/model/catalogue.ts';
import { closed, type Interval } from '../../src/core/values/interval.ts';
import { one, type Rational, rational, zero } from '../../src/core/values/rational.ts';
import type { Draw } from './draw.ts';

export interface Ladder {
  readonly bands: readonly Band[];
  readonly edges: readonly Rational[];
}

const innerEdges = [5, 10, 25, 50, 75, 95];

export function drawBands(draw: Draw, id: QuantityId): Ladder {
  const chosen = draw.some(innerEdges, 45).map((each) => rational(each, 100));
  const edges = [zero, ...chosen, one];
  const isClosedBelow = draw.chance(20);
  const hasPointBand = draw.chance(70);
  const steps = edges.slice(1).map((edge, index) => [edges[index] ?? zero, edge] as const);
  const ranges = steps.map(([lo, hi], index): Interval => {
    const isFirst = index === 0;
    const isLast = index === steps.length - 1;
    if (isClosedBelow) return { lo, hi, loOpen: false, hiOpen: !(isLast && !hasPointBand) };
    return { lo, hi, loOpen: !isFirst || hasPointBand, hiOpen: false };
  });
  const point = isClosedBelow ? closed(one, one) : closed(zero, zero);
  const all = hasPointBand ? (isClosedBelow ? [...ranges, point] : [point, ...ranges]) : ranges;
  return { edges, bands: all.map((range, index) => bandOf(id, range, index)) };
}

const bandOf = (group: QuantityId, range: Interval, index: number): Band => ({
  id: String(index),
  label: String(index),
  range,
  statement: `${group}/${index}`,
});

/** At least, more than, at most or less than one of the ladder's edges, or a number of its own. */
export function thresholdFrom(draw: Draw, ladder: Ladder): Interval {
  const edge = draw.pick([...ladder.edges, rational(1, 3), rational(30, 100)]);
  const open = draw.chance(50);
  const isLower = draw.chance(60);
  if (isLower) return { lo: edge, loOpen: open && edge !== one, hi: one, hiOpen: false };
  return { lo: zero, loOpen: false, hi: edge, hiOpen: open && edge !== zero };
}

// `sum`: amounts per declared unit add up over the inputs, scaled to what the bill takes of each.

import type { Rule } from '../../model/catalogue.ts';
import { sum as addAmounts, anyAmount, exactly, hull, type Interval } from '../../values/interval.ts';
import { zero } from '../../values/rational.ts';
import { regionOf } from '../../values/region.ts';
import { amountIn } from '../contained.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';

type SumRule = Extract<Rule, { kind: 'sum' }>;

const combine = (lines: readonly Line<Interval>[]): Interval =>
  lines.map((line) => line.value).reduce(addAmounts, exactly(zero));

function addTerm(step: Step<Interval>, { id }: Subject<SumRule>): Interval {
  const total = combine(step.lines);
  if (step.effect.adds !== id) return total;
  return addAmounts(total, step.silent ? anyAmount : (step.process.uses ?? anyAmount));
}

/** How much of it belongs to what stays is not said. */
const loseSome = (step: Step<Interval>): Interval => ({ ...combine(step.lines), lo: zero, loOpen: false });

export const sum: Kind<SumRule, Interval> = {
  name: 'sum',
  unknown: () => anyAmount,
  read: (leaf, { id }) => amountIn(leaf, id, false),
  associative: 'always',
  combine,
  behaviours: { 'add-term': addTerm, 'lose-some': loseSome },
  // An amount of a mix lies between the amounts that the whole line would have of one or the other.
  join: (values) => values.reduce(hull),
  known: (value) => ({ kind: 'region', region: regionOf(value) }),
};

// `content`: the mass of something that is in the product (dry matter, plastics, cobalt), which weighs shares of it.
// Contents add up like the masses they are part of, and leave with the material that leaves.

import type { Rule } from '../../model/catalogue.ts';
import { anyAmount, exactly, hull, type Interval, sum } from '../../values/interval.ts';
import { zero } from '../../values/rational.ts';
import { regionOf } from '../../values/region.ts';
import { amountIn, lessened, scaledDown, within } from '../contained.ts';
import type { Kind, Line, Step, Subject } from '../kind.ts';
import { isFreeOf } from '../losses.ts';

type ContentRule = Extract<Rule, { kind: 'content' }>;

const combine = (lines: readonly Line<Interval>[]): Interval =>
  lines.map((line) => line.value).reduce(sum, exactly(zero));

/** The leaving material may be all of it or none; so may what is taken out before something else is put in. */
const loseSome = (step: Step<Interval>, subject: Subject<ContentRule>): Interval =>
  lessened(combine(step.lines), step, isFreeOf(step, subject));

export const content: Kind<ContentRule, Interval> = {
  name: 'content',
  unknown: () => anyAmount,
  read: (leaf, { id }) => amountIn(leaf, id, true),
  associative: 'always',
  combine,
  behaviours: {
    'lose-some': loseSome,
    select: loseSome,
    shrink: (step) => scaledDown(combine(step.lines), step),
    replace: loseSome,
  },
  inMass: within,
  join: (values) => values.reduce(hull),
  known: (value) => ({ kind: 'region', region: regionOf(value) }),
};

// What a process does to the matter of concrete parts: to how much of each kind there is.

import type { Behaviour, QuantityId } from '../../src/core/model/catalogue.ts';
import { multiply, one, type Rational, subtract, zero } from '../../src/core/values/rational.ts';
import type { Design } from './catalogues.ts';
import { addAll, behaviourOf, type Case, fateOf, oldAndNew } from './deeds.ts';
import type { Draw } from './draw.ts';
import { loseSome } from './losses.ts';
import { drawMatter, drawShares } from './suppliers.ts';
import { type Amounts, addAmounts, times } from './things.ts';

export function matterOf(c: Case): Amounts {
  const together = addAll(c.parts.map(({ matter }) => matter));
  const fates = fatesOf(c);
  if ([...fates.values()].some((each) => each === 'whole' || each === 'none'))
    return drawBits(c.draw, c.design, fates, c.mass);
  if ([...fates.values()].some((each) => each === 'return-whole' || each === 'return-none'))
    return addAmounts(together, drawBits(c.draw, c.design, fates, subtract(c.mass, c.before)));
  const credited = [...fates].find(([, each]) => each === 'credit')?.[0];
  if (credited !== undefined) return bookedMatter(c, credited);
  const fate = fateOf(c, 'mass');
  if (fate === 'combine') return times(together, c.factor);
  if (fate === 'replace') return replaceMatter(c);
  if (fate === 'return-same') return returnedMatter(c, together);
  if (fate === 'lose-some') {
    const isCounted = countedIn(c.design, c.deed.freeOf);
    const mayGo = together.map((amount, index) => (isCounted(index) ? zero : amount));
    return loseSome(c.draw, together, subtract(c.before, c.mass), mayGo);
  }
  return drawMatter(c.draw, c.design, 'mass', c.mass);
}

/** Whether a kind of matter counts for any of the groups. */
export const countedIn =
  ({ kinds }: Design, groups: readonly string[]) =>
  (index: number): boolean =>
    groups.some((id) => kinds.get('mass')?.[index]?.get(id) === true);

function replaceMatter(c: Case): Amounts {
  const [old, put] = oldAndNew(c, ({ matter }) => matter);
  const none = (c.parts[0]?.matter ?? []).map(() => zero);
  return addAmounts(
    loseSome(c.draw, old.reduce(addAmounts, none), c.deed.removed),
    put.reduce(addAmounts, none),
  );
}

/** What becomes of each share of the mass. */
const fatesOf = (c: Case): ReadonlyMap<QuantityId, Behaviour> =>
  new Map(
    [...c.design.catalogue.quantities.values()].flatMap(({ id, rule }) =>
      rule.kind === 'fraction' && rule.weight === 'mass' ? [[id, behaviourOf(c.deed, id, rule)]] : [],
    ),
  );

const isWhole = (fate: Behaviour): boolean => fate === 'whole' || fate === 'return-whole';
const isNone = (fate: Behaviour): boolean => fate === 'none' || fate === 'return-none';

/** Matter of which every bit counts for what all of it counts for, and for nothing of which none does. */
function drawBits(
  draw: Draw,
  design: Design,
  fates: ReadonlyMap<QuantityId, Behaviour>,
  mass: Rational,
): Amounts {
  const kinds = design.kinds.get('mass') ?? [];
  const fits = kinds.map((kind) =>
    [...fates].every(([id, fate]) => (isWhole(fate) ? kind.get(id) : !isNone(fate) || !kind.get(id))),
  );
  const shares = [...drawShares(draw, fits.filter(Boolean).length)];
  return fits.map((isFit) => (isFit ? multiply(shares.pop() ?? zero, mass) : zero));
}

/** As much of what counts as is booked, whatever it is besides. */
function bookedMatter(c: Case, credited: QuantityId): Amounts {
  const kinds = c.design.kinds.get('mass') ?? [];
  const share = c.deed.booked ?? zero;
  const half = (counts: boolean, mass: Rational): Amounts => {
    const fits = kinds.map((kind) => kind.get(credited) === counts);
    const shares = [...drawShares(c.draw, fits.filter(Boolean).length)];
    return fits.map((isFit) => (isFit ? multiply(shares.pop() ?? zero, mass) : zero));
  };
  return addAmounts(half(true, multiply(c.mass, share)), half(false, multiply(c.mass, subtract(one, share))));
}

/** Whatever went in at first, each time the fresh comes to it in the same way. */
function returnedMatter(c: Case, fresh: Amounts): Amounts {
  const { share, times: count, isSteady } = c.deed.back ?? { share: zero, times: 1, isSteady: true };
  const mix = times(fresh, c.factor);
  if (isSteady) return mix;
  let made = drawMatter(c.draw, c.design, 'mass', c.mass);
  for (let time = 0; time < count; time += 1)
    made = addAmounts(times(mix, subtract(one, share)), times(made, share));
  return made;
}

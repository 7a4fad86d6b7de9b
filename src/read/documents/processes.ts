// The processes of a bill, in order. What an effect needs and whether parts exist is for the checks to say; here
// amounts, shares and levels are read.

import type { Process } from '../../core/model/bill.ts';
import type { Catalogue, Effect, QuantityId } from '../../core/model/catalogue.ts';
import type { ProcessParameter } from '../../core/model/process-parameters.ts';
import { anyAmount, anyShare, type Interval, isExact, isWithin } from '../../core/values/interval.ts';
import {
  type Dimension,
  dimensionOf,
  isFault,
  parseQuantity,
  writeAmount,
} from '../../core/values/quantity.ts';
import { one, subtract } from '../../core/values/rational.ts';
import { type Node, valueAt } from '../tree.ts';
import { readAmount } from './amounts.ts';
import { entriesOf, isSet, itemsOf, placesOf, type Report, scalarText, textAt, textsAt } from './fields.ts';
import { readStep, unknownQuantity } from './resolve.ts';

export function readProcesses(
  node: Node | undefined,
  catalogue: Catalogue,
  report: Report,
): readonly Process[] {
  return itemsOf(node).flatMap((item) => {
    const effect = textAt(item, 'effect');
    return effect === undefined ? [] : [readProcess(item, effect, catalogue, report)];
  });
}

function readProcess(node: Node, effect: string, catalogue: Catalogue, report: Report): Process {
  const takes = textsAt(node, 'takes');
  const unread: ProcessParameter[] = [];
  const amount = (key: AmountKey, dimension: Dimension, domain: Interval): Interval | undefined => {
    const expected = { name: `\`${key}\``, dimension, domain, negative: 'bill/mass-negative' } as const;
    const read = readAmount(valueAt(node, key), { ...expected, instead: instead[key] }, report);
    if (read === undefined && textAt(node, key) !== undefined) unread.push(key);
    return read;
  };
  const loses = amount('loses', 'mass', anyAmount);
  const stays = amount('yield', 'share', anyShare);
  const returns = amount('returns', 'mass', anyAmount);
  const removes = amount('removes', 'mass', anyAmount);
  const booked = given({
    eligible: amount('eligible', 'mass', anyAmount),
    fuelShare: amount('fuelShare', 'share', anyShare),
    lossShare: amount('lossShare', 'share', anyShare),
    cap: amount('cap', 'share', anyShare),
    takenBack: amount('takenBack', 'share', anyShare),
  });
  const uses = amount('uses', usedDimension(node, catalogue.effects.get(effect), catalogue), anyAmount);
  return {
    effect,
    name: textAt(node, 'name') ?? effect,
    takes,
    gives: textAt(node, 'gives') ?? takes[0] ?? '',
    ...(valueAt(node, 'applied') === undefined ? {} : { applied: textsAt(node, 'applied') }),
    ...(loses === undefined ? {} : { loses }),
    ...(stays === undefined ? {} : { yield: stays }),
    ...(returns === undefined ? {} : { returns }),
    ...(removes === undefined ? {} : { removes }),
    ...booked,
    ...readHistory(node),
    ...(uses === undefined ? {} : { uses }),
    shares: readShares(valueAt(node, 'shares'), catalogue, report),
    levels: readLevels(valueAt(node, 'levels'), catalogue, report),
    conserves: textsAt(node, 'conserves'),
    ...(valueAt(node, 'freeOf') === undefined ? {} : { freeOf: textsAt(node, 'freeOf') }),
    ...(unread.length === 0 ? {} : { unread }),
    at: placeOf(node),
    places: placesOf(node, '/'),
  };
}

type AmountKey =
  | 'loses'
  | 'yield'
  | 'returns'
  | 'uses'
  | 'removes'
  | 'eligible'
  | 'fuelShare'
  | 'lossShare'
  | 'cap'
  | 'takenBack';

/** The amounts that are there. */
const given = (
  amounts: Readonly<Partial<Record<AmountKey, Interval | undefined>>>,
): Partial<Record<AmountKey, Interval>> =>
  Object.fromEntries(Object.entries(amounts).filter(([, range]) => range !== undefined));

/** How long it has been done like this; what is no whole number the shape of the document refuses. */
function readHistory(node: Node): Pick<Process, 'generations' | 'steadyState'> {
  const count = textAt(node, 'generations') ?? '';
  return {
    ...(/^[1-9][0-9]*$/.test(count) ? { generations: Number(count) } : {}),
    ...(isSet(node, 'steadyState') ? { steadyState: true } : {}),
  };
}

/** What an amount that does not fit its key is written as instead. */
const instead: Readonly<Partial<Record<AmountKey, (text: string) => string | undefined>>> = {
  loses: (text) => {
    const lost = parseQuantity(text, 'share');
    if (isFault(lost) || !isWithin(lost, anyShare) || !isExact(lost)) return undefined;
    return `write \`yield: ${writeAmount(subtract(one, lost.lo), 'share')}\`, the share that stays`;
  },
};

/** A process is shown by its first key, the only part of it that surely stands on one line. */
const placeOf = (node: Node) => entriesOf(node)[0]?.keyAt ?? node.at;

/** The dimension of what an effect adds to; for an effect that adds nothing, that of the unit written. */
function usedDimension(node: Node, effect: Effect | undefined, catalogue: Catalogue): Dimension {
  const measure = effect?.adds === undefined ? undefined : catalogue.quantities.get(effect.adds)?.measure;
  if (measure?.kind === 'number') return measure.dimension;
  const unit = /[^\d\s./-].*$/.exec(scalarText(valueAt(node, 'uses')) ?? '')?.[0];
  return dimensionOf(unit ?? '') ?? 'energy';
}

function readShares(
  node: Node | undefined,
  catalogue: Catalogue,
  report: Report,
): ReadonlyMap<QuantityId, Interval> {
  const shares = new Map<QuantityId, Interval>();
  for (const { key, keyAt, value } of entriesOf(node)) {
    if (!catalogue.quantities.has(key)) report(unknownQuantity(key, catalogue, keyAt));
    const share = readAmount(value, { name: `\`${key}\``, dimension: 'share', domain: anyShare }, report);
    if (share !== undefined) shares.set(key, share);
  }
  return shares;
}

function readLevels(
  node: Node | undefined,
  catalogue: Catalogue,
  report: Report,
): ReadonlyMap<QuantityId, number> {
  const levels = new Map<QuantityId, number>();
  for (const { key, keyAt, value } of entriesOf(node)) {
    const quantity = catalogue.quantities.get(key);
    if (quantity === undefined) report(unknownQuantity(key, catalogue, keyAt));
    const step = quantity === undefined ? undefined : readStep(value, quantity, report);
    if (step !== undefined) levels.set(key, step);
  }
  return levels;
}

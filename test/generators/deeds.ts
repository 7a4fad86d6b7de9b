// A process with its true figures, on concrete parts, and what several views of it share.

import type { Process } from '../../src/core/model/bill.ts';
import type { Behaviour, Effect, QuantityId, Rule } from '../../src/core/model/catalogue.ts';
import { one, type Rational, zero } from '../../src/core/values/rational.ts';
import type { Design } from './catalogues.ts';
import type { Draw } from './draw.ts';
import { type Amounts, addAmounts, type Thing } from './things.ts';

/** A process with the true figures that its description gives as ranges, or not at all. */
export interface Deed {
  readonly effect: Effect;
  readonly conserves: readonly string[];
  /** Of what nothing leaves. */
  readonly freeOf: readonly string[];
  readonly isApplied: readonly boolean[];
  /** What is left of the mass that goes in. */
  readonly left: Rational;
  /** What is taken out of the parts that are not applied. */
  readonly removed: Rational;
  /** The share that is booked; undefined where none is. */
  readonly booked?: Rational;
  /** How much of what comes out came back, how often, and whether nothing changes any more. */
  readonly back?: { readonly share: Rational; readonly times: number; readonly isSteady: boolean };
  /** What the maker itself uses, by kind. */
  readonly uses: Amounts;
  /** Levels of the joint; those that are not stated are drawn. */
  readonly levels: ReadonlyMap<QuantityId, number>;
}

export const deedOf = (effect: Effect, process: Pick<Process, 'conserves'> | undefined): Deed => ({
  effect,
  conserves: process?.conserves ?? [],
  freeOf: [],
  isApplied: [],
  left: one,
  removed: zero,
  uses: [],
  levels: new Map(),
});

export function behaviourOf(
  deed: Pick<Deed, 'effect' | 'conserves'>,
  subject: string,
  rule: Rule,
): Behaviour {
  const weight = rule.kind === 'fraction' && rule.weight !== 'mass' ? rule.weight : undefined;
  const key = weight === undefined ? rule.kind : `fraction/${weight === 'energy' ? weight : 'content'}`;
  const single = deed.effect.behaviours.get(subject);
  const listed = single ?? deed.effect.behaviours.get(key) ?? 'unknown';
  const isKept = deed.conserves.includes(subject) || (single === undefined && deed.conserves.includes(key));
  return listed === 'unknown' && isKept ? 'combine' : listed;
}

export interface Case {
  readonly draw: Draw;
  readonly design: Design;
  readonly deed: Deed;
  readonly parts: readonly Thing[];
  readonly before: Rational;
  readonly factor: Rational;
  readonly mass: Rational;
}

/** All groups of a weight share one fate, since constraints tie them together: that of the first of them. */
export function fateOf(c: Case, weight: string): Behaviour {
  const group = [...c.design.catalogue.quantities.values()].find(
    ({ rule }) => rule.kind === 'fraction' && rule.weight === weight,
  );
  return group === undefined ? 'unknown' : behaviourOf(c.deed, group.id, group.rule);
}

export const addAll = (all: readonly Amounts[]): Amounts =>
  all.reduce(addAmounts, all[0]?.map(() => zero) ?? []);

export const isOld = (c: Case, index: number): boolean => c.deed.isApplied[index] !== true;

/** The parts that something is taken out of, and those that are put in. */
export const oldAndNew = <T>(c: Case, of: (part: Thing) => T): readonly [readonly T[], readonly T[]] => [
  c.parts.filter((_, index) => isOld(c, index)).map(of),
  c.parts.filter((_, index) => !isOld(c, index)).map(of),
];

// What the conventions that a bill adopts add to its inputs. A convention fills silence: it settles a quantity only where
// the sheet has no word about it, counted or not, and never so that anything is narrowed that it does not speak of. It is
// no deduction, so it stays apart from what is claimed, and a merge says which answers would not be so without it.

import { believe, type Claim } from '../algebra/believe.ts';
import { claimsByConvention, custodyOf } from '../algebra/claims.ts';
import { subjectsOfStatement } from '../algebra/conflict.ts';
import { type Knowledge, regionIn, truthIn } from '../algebra/knowledge.ts';
import { deriveFrom } from '../composition/derive.ts';
import type { Catalogue, QuantityId } from '../model/catalogue.ts';
import type { Convention } from '../model/convention.ts';
import type { Answer, OpenReason, Sheet } from '../model/sheet.ts';
import { countsAs } from '../values/custody.ts';
import { exactly } from '../values/interval.ts';
import { sameRegion } from '../values/region.ts';
import type { Case } from './evaluate.ts';
import type { InputFacts } from './inputs.ts';

/** A claim that nobody makes. */
export interface Settled {
  readonly claim: Claim;
  readonly conventions: readonly string[];
  /** True where the sheet of the input has it as an answer that rests on conventions itself. */
  readonly isCarried: boolean;
}

/** The case under these conventions; undefined where they add nothing to it. */
export function settledCase(c: Case, adopted: readonly Convention[]): Case | undefined {
  const inputs = new Map<string, InputFacts>();
  let isSettled = false;
  for (const [name, facts] of c.inputs) {
    const settled = settledOf(c.catalogue, facts, adopted);
    const claims = [...facts.claims, ...settled.map(({ claim }) => claim)];
    inputs.set(name, settled.length === 0 ? facts : { ...facts, claims, settled });
    isSettled ||= settled.length > 0;
  }
  return isSettled ? { ...c, inputs } : undefined;
}

/**
 * What they settle of one input beside what its sheet carries on. Each is asked by itself, so that their order does not
 * matter; where what several settle does not fit together, none of it is.
 */
function settledOf(
  catalogue: Catalogue,
  facts: InputFacts,
  adopted: readonly Convention[],
): readonly Settled[] {
  if (facts.state === 'not-contained') return [];
  const marked = carriedOn(catalogue, facts, adopted);
  const carried = believe(catalogue, claimsWith(facts, marked)) === undefined ? [] : marked;
  const before = believe(catalogue, claimsWith(facts, carried));
  const told = toldIn(catalogue, facts.received?.sheet);
  const isHarmless = (settled: readonly Settled[], spokenOf: SpokenOf): boolean => {
    const after = believe(catalogue, claimsWith(facts, [...carried, ...settled]));
    if (before === undefined || after === undefined) return false;
    return strayIn(catalogue, spokenOf, before, after).length === 0;
  };
  const settled = adopted.flatMap((convention) => {
    const open = openTo(catalogue, facts, convention, told);
    return isHarmless(open, spokenOfBy([convention])) ? open : [];
  });
  return isHarmless(settled, spokenOfBy(adopted)) ? [...carried, ...settled] : carried;
}

/** What conventions settle or say to follow along. */
type SpokenOf = ReadonlySet<QuantityId>;

const spokenOfBy = (conventions: readonly Convention[]): SpokenOf =>
  new Set(conventions.flatMap(({ settles, unlessTold }) => [...settles.keys(), ...unlessTold]));

const claimsWith = ({ claims }: InputFacts, settled: readonly Settled[]): readonly Claim[] => [
  ...claims,
  ...settled.map(({ claim }) => claim),
];

/** Answers of the sheet that rest on conventions of which the bill adopts every one. */
function carriedOn(
  catalogue: Catalogue,
  { received, state, disregarded }: InputFacts,
  adopted: readonly Convention[],
): readonly Settled[] {
  if (received === undefined || state !== 'used') return [];
  const isAdopted = (id: string): boolean => adopted.some((each) => each.id === id);
  return claimsByConvention(catalogue, received.sheet)
    .filter(({ claim, conventions }) => !disregarded.has(claim.key) && conventions.every(isAdopted))
    .map((each) => ({ ...each, isCarried: true }));
}

/** Open for a reason that is no silence: it is kept back, or something was reckoned that the sheet does not show. */
const spokenReasons: readonly (OpenReason | undefined)[] = ['withheld', 'undetermined', 'missing-sheet'];

const isSpoken = ({ value, reason }: Answer): boolean =>
  value !== 'unknown' || spokenReasons.includes(reason);

/** Everything that the sheet has a word about, whether or not it counts: what is quarrelled over is not unspecified. */
function toldIn(catalogue: Catalogue, sheet: Sheet | undefined): ReadonlySet<string> {
  if (sheet === undefined) return new Set();
  const answered = [...sheet.answers.values()].filter(isSpoken);
  return new Set([
    ...answered.flatMap(({ statement }) => subjectsOfStatement(catalogue, statement)),
    ...sheet.quantities.keys(),
    ...deriveFrom(catalogue, sheet.composition).map(({ id }) => id),
  ]);
}

/** The quantities that the input leaves unspecified, as the convention takes them to be. */
function openTo(
  catalogue: Catalogue,
  facts: InputFacts,
  { id, settles, unlessTold }: Convention,
  told: ReadonlySet<string>,
): readonly Settled[] {
  if (unlessTold.some((quantity) => told.has(quantity))) return [];
  return [...settles]
    .filter(([quantity]) => !told.has(quantity) && !isBooked(catalogue, facts, quantity))
    .map(([quantity, value]) => ({
      claim: { key: `convention:${id}:${quantity}`, kind: 'figure', quantity, range: exactly(value) },
      conventions: [id],
      isCarried: false,
    }));
}

/** What is booked says that something is there, and not how much of it is there physically. */
function isBooked(catalogue: Catalogue, { received }: InputFacts, quantity: QuantityId): boolean {
  const rule = catalogue.quantities.get(quantity)?.rule;
  if (rule?.kind !== 'fraction' || received === undefined) return false;
  const model = custodyOf(catalogue, received.sheet, quantity, rule);
  return model !== undefined && !countsAs(model, rule.custody);
}

/** What the convention narrows, of a sheet that says nothing, without speaking of it; undefined where it cannot be so. */
export function strayEffects(catalogue: Catalogue, convention: Convention): readonly string[] | undefined {
  const claims = [...convention.settles].map(([quantity, value]): Claim => {
    return { key: quantity, kind: 'figure', quantity, range: exactly(value) };
  });
  const before = believe(catalogue, []);
  const after = believe(catalogue, claims);
  return before === undefined || after === undefined
    ? undefined
    : strayIn(catalogue, spokenOfBy([convention]), before, after);
}

/** What is narrowed although nothing speaks of it. */
function strayIn(
  catalogue: Catalogue,
  spokenOf: SpokenOf,
  before: Knowledge,
  after: Knowledge,
): readonly string[] {
  const isNarrowed = (id: QuantityId): boolean =>
    !sameRegion(regionIn(before, catalogue, id), regionIn(after, catalogue, id));
  const isDecided = (id: string): boolean =>
    catalogue.statements.get(id)?.meaning.kind === 'plain' &&
    truthIn(before, catalogue, id) !== truthIn(after, catalogue, id);
  return [
    ...[...catalogue.quantities.keys()].filter((id) => !spokenOf.has(id) && isNarrowed(id)),
    ...[...after.truths.keys()].filter(isDecided),
  ];
}

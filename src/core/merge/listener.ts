// What one input says while some of its claims are laid and others are not. What claims come to is worked out once,
// however many inputs say the same.

import { believeWith, type Claim } from '../algebra/believe.ts';
import { type Knowledge, nothingKnown } from '../algebra/knowledge.ts';
import type { Catalogue } from '../model/catalogue.ts';
import type { Interval } from '../values/interval.ts';
import type { NameSet } from '../values/name-set.ts';
import type { Rational } from '../values/rational.ts';
import { type Constraints, type Follow, remember } from './under-constraints.ts';
import type { Meter } from './watch.ts';

/** What claims come to, under some of the constraints. */
export type Learn = (claims: readonly Claim[]) => Follow<Knowledge>;

/** Working it out reads all the claims: it costs about as much as so many lines. */
const EFFORT = 20;

export function learnOnce(catalogue: Catalogue, meter: Meter): Learn {
  const known = new Map<string, Follow<Knowledge>>();
  return (claims) => {
    const key = claims.map(inFull).join('\n');
    const follow =
      known.get(key) ??
      remember((given) => {
        meter.spent += EFFORT;
        const { knowledge, used } = believeWith(catalogue, claims, nothingKnown, [...given]);
        // Claims that fit together always do in part.
        return { follows: knowledge ?? nothingKnown, used };
      });
    known.set(key, follow);
    return follow;
  };
}

/** Everything that bears on what follows from it. */
function inFull(claim: Claim): string {
  if (claim.kind === 'answer') return `${claim.kind} ${claim.statement} ${claim.is}`;
  if (claim.kind === 'inapplicable') return `${claim.kind} ${claim.statement}`;
  if (claim.kind === 'name') return `${claim.kind} ${claim.quantity} ${JSON.stringify(claim.name)}`;
  if (claim.kind === 'names') return `${claim.kind} ${claim.quantity} ${setInFull(claim.names)}`;
  return `${claim.kind} ${claim.quantity} ${rangeInFull(claim.range)}`;
}

const setInFull = ({ certain, excluded, possible, someOf }: NameSet): string =>
  JSON.stringify([[...certain], [...excluded], possible === undefined ? null : [...possible], someOf]);

const rangeInFull = ({ lo, loOpen, hi, hiOpen }: Interval): string =>
  [inDigits(lo), loOpen, hi === undefined ? '' : inDigits(hi), hiOpen].join(' ');

const inDigits = ({ n, d }: Rational): string => `${n}/${d}`;

export interface Listener<T> {
  change(claim: Claim, isLaid: boolean): void;
  /** What the input is to rules; the same again for as long as it comes to the same. */
  heard(given: Constraints): T;
  /** The constraints that had a part in it. */
  used(given: Constraints): Constraints;
}

/** `hear` is asked once for everything that the claims come to. */
export function listenTo<T>(learn: Learn, hear: (knowledge: Knowledge) => T): Listener<T> {
  const claims = new Set<Claim>();
  const heard = new Map<Knowledge, T>();
  let follow: Follow<Knowledge> | undefined;
  const followed = (given: Constraints): ReturnType<Follow<Knowledge>> => {
    follow ??= claims.size === 0 ? silence : learn([...claims]);
    return follow(given);
  };
  return {
    change(claim, isLaid) {
      if (isLaid) claims.add(claim);
      else claims.delete(claim);
      follow = undefined;
    },
    heard(given) {
      const { follows } = followed(given);
      const known = heard.get(follows) ?? hear(follows);
      heard.set(follows, known);
      return known;
    },
    used: (given) => followed(given).used,
  };
}

const silence: Follow<Knowledge> = () => ({ follows: nothingKnown, used: new Set() });

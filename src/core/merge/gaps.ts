// Why an answer stays open: the inputs that leave it so, processes after which nothing is known, joints nobody
// named, an assertion nobody made, an own use nobody stated.

import { subjectsOfStatement } from '../algebra/conflict.ts';
import type { Subject } from '../algebra/kind.ts';
import type { TraceGap, TraceSilence } from '../model/trace.ts';
import { isExact, isNothing } from '../values/interval.ts';
import { sameRegion } from '../values/region.ts';
import type { Case } from './evaluate.ts';
import type { Derivation } from './fold.ts';
import type { InputFacts } from './inputs.ts';
import { showKnown } from './trace.ts';

/** What leaves the subject open, in bill order. */
export function gapsOf(c: Case, subject: Subject, derivation: Derivation): readonly TraceGap[] {
  const gaps: TraceGap[] = [];
  const { rule, ownTerm, id } = subject;
  const owned = c.own.some((claim) => claim.kind === 'answer' && claim.statement === id);
  if ((rule.kind === 'own' || rule.kind === 'assert-refutable') && !owned) gaps.push({ kind: 'own-answer' });
  if (rule.kind === 'own') return gaps;
  const adds = rule.kind === 'fraction' ? rule.weight : id;
  if (ownTerm && !c.ownTerms.has(adds)) gaps.push({ kind: 'own-use', quantity: adds });
  return [...gaps, ...gapsIn(c, subject, derivation)];
}

function gapsIn(c: Case, subject: Subject, derivation: Derivation): readonly TraceGap[] {
  const { step, behaviour, from } = derivation;
  if (step.kind === 'input') return inputGap(c, subject, derivation);
  const below = from.flatMap((part) => gapsIn(c, subject, part));
  const { process } = step;
  if (behaviour === 'unknown') {
    return process === undefined
      ? [{ kind: 'joint' }]
      : [{ kind: 'process', name: process.name, effect: process.effect }];
  }
  const opened = behaviour === 'judge' && isOpenedBy(subject, step.effect?.traits ?? []);
  if (!opened) return below;
  return [
    ...below,
    process === undefined
      ? { kind: 'joint' }
      : { kind: 'process', name: process.name, effect: process.effect },
  ];
}

function isOpenedBy({ rule }: Subject, traits: readonly string[]): boolean {
  return rule.kind === 'assert-refutable' && rule.openedBy.some((trait) => traits.includes(trait));
}

function inputGap(c: Case, subject: Subject, { step, known }: Derivation): readonly TraceGap[] {
  if (step.kind !== 'input' || isSettled(subject, known, step)) return [];
  const facts = c.inputs.get(step.input.name);
  const isSilent = known.kind !== 'region' || isWhole(subject, known);
  const why = facts === undefined ? 'silent' : silenceOf(c, subject, facts, isSilent);
  return [{ kind: 'input', input: step.input.name, why, value: showKnown(known, subject) }];
}

function silenceOf(c: Case, subject: Subject, facts: InputFacts, isSilent: boolean): TraceSilence {
  if (facts.state === 'missing' || facts.state === 'expired') return facts.state;
  if (!isSilent) return 'range';
  const setAside = [...facts.disregarded.keys()].flatMap((id) => subjectsOfStatement(c.catalogue, id));
  return setAside.includes(subject.id) ? 'disregarded' : 'silent';
}

function isSettled({ rule }: Subject, known: Derivation['known'], step: Derivation['step']): boolean {
  if (known.kind === 'truth') return known.truth !== 'unknown';
  if (known.kind === 'nothing') return true;
  if (rule.kind === 'fraction' && rule.weight === 'mass' && isNothing(step.mass)) return true;
  return known.region.length === 1 && known.region.every(isExact);
}

function isWhole({ domain }: Subject, known: Derivation['known']): boolean {
  const [only, ...more] = known.kind === 'region' ? known.region : [];
  return only !== undefined && more.length === 0 && sameRegion([only], [domain]);
}

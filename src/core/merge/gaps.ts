// Why an answer stays open: the inputs that leave it so, processes after which nothing is known, joints nobody
// named, an assertion nobody made, an own use nobody stated.

import { subjectsOfStatement } from '../algebra/conflict.ts';
import type { Known, Subject } from '../algebra/kind.ts';
import { withKind } from '../algebra/kinds/index.ts';
import type { Behaviour, Statement } from '../model/catalogue.ts';
import { isOneConstituent } from '../model/minor-rule.ts';
import type { TraceGap, TraceSilence } from '../model/trace.ts';
import { type Interval, isExact, isNothing } from '../values/interval.ts';
import { liesIn, sameRegion } from '../values/region.ts';
import type { Case } from './evaluate.ts';
import { type Derivation, losesWeight } from './fold.ts';
import type { InputFacts } from './inputs.ts';
import { LOSES, WIDENS } from './rows.ts';
import { showKnown } from './trace.ts';

/** What leaves the statement open on the side of one subject, in bill order. */
export function gapsOf(
  c: Case,
  statement: Statement,
  subject: Subject,
  derivation: Derivation,
): readonly TraceGap[] {
  const gaps: TraceGap[] = [];
  const { rule, ownTerm, id } = subject;
  const owned = c.own.some((claim) => claim.kind === 'answer' && claim.statement === id);
  if ((rule.kind === 'own' || rule.kind === 'assert-refutable') && !owned) gaps.push({ kind: 'own-answer' });
  if (rule.kind === 'own') return gaps;
  const adds = rule.kind === 'fraction' ? rule.weight : id;
  if (ownTerm && !c.ownTerms.has(adds)) gaps.push({ kind: 'own-use', quantity: adds });
  return [...gaps, ...gapsIn({ c, subject, asked: rangesAsked(c, statement, subject) }, derivation)];
}

/** What is looked for: the subject, and the ranges of it that the statement asks for. */
interface Question {
  readonly c: Case;
  readonly subject: Subject;
  readonly asked: readonly Interval[];
}

function rangesAsked(c: Case, { meaning }: Statement, subject: Subject): readonly Interval[] {
  if (meaning.kind === 'within') return meaning.quantity === subject.id ? [meaning.range] : [];
  if (meaning.kind === 'plain') return [];
  const { expression } = meaning;
  const own =
    expression.operator === 'unless' && expression.quantity === subject.id ? [expression.range] : [];
  const others = expression.of.flatMap((id) => {
    const part = c.catalogue.statements.get(id);
    return part === undefined ? [] : rangesAsked(c, part, subject);
  });
  return [...own, ...others];
}

function gapsIn(question: Question, derivation: Derivation): readonly TraceGap[] {
  const { step, behaviour, from } = derivation;
  if (step.kind === 'input') return inputGap(question, derivation);
  const below = countsAlike(behaviour, question.subject)
    ? []
    : from.flatMap((part) => gapsIn(question, part));
  if (step.lots === 'open') return below.length > 0 ? below : alternativeGaps(question, derivation);
  const { process } = step;
  if (behaviour === 'unknown') {
    return process === undefined
      ? [{ kind: 'joint' }]
      : [{ kind: 'process', name: process.name, effect: process.effect }];
  }
  if (!isOpened(question, derivation) && !(below.length === 0 && unsettles(derivation, question.subject)))
    return below;
  return [
    ...below,
    process === undefined
      ? { kind: 'joint' }
      : { kind: 'process', name: process.name, effect: process.effect },
  ];
}

/** Whether the process itself leaves it open, whatever the parts say. */
function isOpened({ subject }: Question, derivation: Derivation): boolean {
  const { step, behaviour, known, plainly } = derivation;
  if (step.kind === 'input') return false;
  return (
    losesWeight(step, subject) ||
    (step.mayVanish && vanishes(subject)) ||
    (showsByChange(derivation, subject) && plainly !== undefined && !isSame(known, plainly)) ||
    (JUDGES.has(behaviour) && isOpenedBy(subject, step.effect?.traits ?? [])) ||
    (behaviour !== undefined && WIDENS.has(behaviour) && !isSettled(subject, known, step))
  );
}

/** Whether all of what comes out counts the same, whatever it was before: then nobody's answer would tell more. */
const countsAlike = (behaviour: Behaviour | undefined, { rule }: Subject): boolean =>
  (behaviour === 'whole' || behaviour === 'none') && rule.kind === 'fraction' && rule.weight === 'mass';

/** Whether parts that decide it side by side do so no more after the step, as two materials melted into one. */
const unsettles = ({ step, known, plainly }: Derivation, subject: Subject): boolean =>
  plainly?.kind === 'truth' && isSettled(subject, plainly, step) && !isSettled(subject, known, step);

/** Whether it is by what was changed that a process shows as a reason: by its loss, or for it may not be there. */
function showsByChange({ step, behaviour }: Derivation, { id }: Subject): boolean {
  if (step.kind === 'input') return false;
  const loses =
    behaviour !== undefined && LOSES.has(behaviour) && step.process?.freeOf?.includes(id) !== true;
  return step.mayBeUndone === true || loses;
}

/** Sources of one line that each say enough, but not the same. */
function alternativeGaps({ subject }: Question, { step, known, from }: Derivation): readonly TraceGap[] {
  if (isSettled(subject, known, step)) return [];
  return from.flatMap((part): readonly TraceGap[] => {
    if (part.step.kind !== 'input') return [];
    const value = showKnown(part.known, subject);
    return [{ kind: 'input', input: part.step.input.name, why: 'alternative', value }];
  });
}

const isSame = (a: Known, b: Known): boolean =>
  a.kind === 'truth' && b.kind === 'truth'
    ? a.truth === b.truth
    : a.kind === 'region' && b.kind === 'region' && sameRegion(a.region, b.region);

/** What lets an effect's traits decide. */
const JUDGES: ReadonlySet<Behaviour | undefined> = new Set(['judge', 'replace']);

/** Whether it matters to the subject that a loss may be all there was, beyond what amounts tell. */
const vanishes = (subject: Subject): boolean => withKind(subject, (kind) => kind.vanishing !== undefined);

function isOpenedBy({ rule }: Subject, traits: readonly string[]): boolean {
  return rule.kind === 'assert-refutable' && rule.openedBy.some((trait) => traits.includes(trait));
}

function inputGap({ c, subject, asked }: Question, derivation: Derivation): readonly TraceGap[] {
  const { step, known, whenThere } = derivation;
  if (step.kind !== 'input') return [];
  const facts = c.inputs.get(step.input.name);
  const isVague = mayHoldMinorParts(subject, known, facts);
  if (!isVague && (isSettled(subject, known, step) || meets(subject, known, asked))) return [];
  if (
    !isVague &&
    whenThere !== undefined &&
    (isSettled(subject, whenThere, step) || meets(subject, whenThere, asked))
  )
    return [{ kind: 'input', input: step.input.name, why: 'optional', value: showKnown(whenThere, subject) }];
  const isSilent = !isVague && (known.kind !== 'region' || isWhole(subject, known));
  const why = facts === undefined ? 'silent' : silenceOf(c, subject, facts, isSilent);
  return [{ kind: 'input', input: step.input.name, why, value: showKnown(known, subject) }];
}

/** Of what is said of all but minor constituents, those are not told; of one constituent all is told. */
function mayHoldMinorParts({ rule }: Subject, known: Known, facts: InputFacts | undefined): boolean {
  if (rule.kind !== 'all-except-minor' || known.kind !== 'truth' || known.truth === 'unknown') return false;
  const sheet = facts?.received?.sheet;
  return !isOneConstituent(rule, sheet?.product.level, sheet?.inputs.length !== 0);
}

/** The weakest or richest part decides: one that already has what is asked cannot be what keeps it open. */
function meets({ rule }: Subject, known: Known, asked: readonly Interval[]): boolean {
  if (
    rule.kind === 'fraction' ||
    rule.kind === 'sum' ||
    rule.kind === 'content' ||
    known.kind !== 'region' ||
    asked.length === 0
  )
    return false;
  return asked.every((range) => liesIn(known.region, range) === 'true');
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

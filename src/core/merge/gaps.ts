// Why an answer stays open: the inputs that leave it so, processes after which nothing is known, joints nobody
// named, an assertion nobody made, an own use nobody stated.

import { subjectsOfStatement } from '../algebra/conflict.ts';
import type { Known, Subject } from '../algebra/kind.ts';
import { withKind } from '../algebra/kinds/index.ts';
import { type Behaviour, type Statement, vocabularyOf } from '../model/catalogue.ts';
import { isOneConstituent } from '../model/minor-rule.ts';
import type { TraceGap, TraceSilence } from '../model/trace.ts';
import { type Interval, isExact, isNothing } from '../values/interval.ts';
import { hasSome, isAllTold, isNothingKnown, sameNames, type Wanted } from '../values/name-set.ts';
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
  if (ownTerm && !c.ownUses.stated.has(adds)) gaps.push(ownUseGap(c, adds));
  return [
    ...gaps,
    ...gapsIn(
      { c, subject, asked: rangesAsked(c, statement, subject), wanted: namesWanted(c, statement, subject) },
      derivation,
    ),
  ];
}

function ownUseGap({ ownUses }: Case, quantity: string): TraceGap {
  const left = ownUses.left.get(quantity);
  return { kind: 'own-use', quantity, ...(left === undefined ? {} : { left }) };
}

/** What is looked for: the subject, and the ranges or names of it that the statement asks for. */
interface Question {
  readonly c: Case;
  readonly subject: Subject;
  readonly asked: readonly Interval[];
  readonly wanted: readonly Wanted[];
}

function rangesAsked(c: Case, { meaning }: Statement, subject: Subject): readonly Interval[] {
  if (meaning.kind === 'within') return meaning.quantity === subject.id ? [meaning.range] : [];
  if (meaning.kind !== 'expression') return [];
  const { expression } = meaning;
  const own =
    expression.operator === 'unless' && expression.quantity === subject.id ? [expression.range] : [];
  const others = expression.of.flatMap((id) => {
    const part = c.catalogue.statements.get(id);
    return part === undefined ? [] : rangesAsked(c, part, subject);
  });
  return [...own, ...others];
}

function namesWanted(c: Case, { meaning }: Statement, subject: Subject): readonly Wanted[] {
  if (meaning.kind === 'named') return meaning.quantity === subject.id ? [meaning.names] : [];
  if (meaning.kind !== 'expression') return [];
  return meaning.expression.of.flatMap((id) => {
    const part = c.catalogue.statements.get(id);
    return part === undefined ? [] : namesWanted(c, part, subject);
  });
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
  if (!isOpened(question, derivation) && !(below.length === 0 && unsettles(derivation, question)))
    return below;
  return [
    ...below,
    process === undefined
      ? { kind: 'joint' }
      : { kind: 'process', name: process.name, effect: process.effect },
  ];
}

/** Whether the process itself leaves it open, whatever the parts say. */
function isOpened(question: Question, derivation: Derivation): boolean {
  const { subject } = question;
  const { step, behaviour, known, plainly } = derivation;
  if (step.kind === 'input') return false;
  return (
    losesWeight(step, subject) ||
    (step.mayVanish && vanishes(subject)) ||
    (showsByChange(derivation, subject) && plainly !== undefined && !isSame(known, plainly)) ||
    (JUDGES.has(behaviour) && isOpenedBy(subject, step.effect?.traits ?? [])) ||
    (behaviour !== undefined && WIDENS.has(behaviour) && !isSettled(question, known, step))
  );
}

/** Whether all of what comes out counts the same, whatever it was before: then nobody's answer would tell more. */
const countsAlike = (behaviour: Behaviour | undefined, { rule }: Subject): boolean =>
  (behaviour === 'whole' || behaviour === 'none') && rule.kind === 'fraction' && rule.weight === 'mass';

/** Whether parts that decide it side by side do so no more after the step, as two materials melted into one. */
const unsettles = ({ step, known, plainly }: Derivation, question: Question): boolean =>
  plainly?.kind === 'truth' && isSettled(question, plainly, step) && !isSettled(question, known, step);

/** Whether it is by what was changed that a process shows as a reason: by its loss, or for it may not be there. */
function showsByChange({ step, behaviour }: Derivation, { id }: Subject): boolean {
  if (step.kind === 'input') return false;
  const loses =
    behaviour !== undefined && LOSES.has(behaviour) && step.process?.freeOf?.includes(id) !== true;
  // A loss that may be all there was is told as an amount that nobody knows.
  return step.mayBeUndone === true || (loses && !step.mayVanish);
}

/** Sources of one line that each say enough, but not the same. */
function alternativeGaps(question: Question, { step, known, from }: Derivation): readonly TraceGap[] {
  const { subject } = question;
  if (isSettled(question, known, step)) return [];
  return from.flatMap((part): readonly TraceGap[] => {
    if (part.step.kind !== 'input') return [];
    const value = showKnown(part.known, subject);
    return [{ kind: 'input', input: part.step.input.name, why: 'alternative', value }];
  });
}

function isSame(a: Known, b: Known): boolean {
  if (a.kind === 'truth' && b.kind === 'truth') return a.truth === b.truth;
  if (a.kind === 'names' && b.kind === 'names') return sameNames(a.names, b.names);
  return a.kind === 'region' && b.kind === 'region' && sameRegion(a.region, b.region);
}

/** What lets an effect's traits decide. */
const JUDGES: ReadonlySet<Behaviour | undefined> = new Set(['judge', 'replace']);

/** Whether it matters to the subject that a loss may be all there was, beyond what amounts tell. */
const vanishes = (subject: Subject): boolean => withKind(subject, (kind) => kind.vanishing !== undefined);

function isOpenedBy({ rule }: Subject, traits: readonly string[]): boolean {
  return rule.kind === 'assert-refutable' && rule.openedBy.some((trait) => traits.includes(trait));
}

function inputGap(question: Question, derivation: Derivation): readonly TraceGap[] {
  const { c, subject, asked } = question;
  const { step, known, whenThere } = derivation;
  if (step.kind !== 'input') return [];
  const facts = c.inputs.get(step.input.name);
  const isVague = mayHoldMinorParts(subject, known, facts);
  if (!isVague && (isSettled(question, known, step) || meets(subject, known, asked))) return [];
  if (
    !isVague &&
    whenThere !== undefined &&
    (isSettled(question, whenThere, step) || meets(subject, whenThere, asked))
  )
    return [{ kind: 'input', input: step.input.name, why: 'optional', value: showKnown(whenThere, subject) }];
  const isSilent = !isVague && (!TELLING.has(known.kind) || isWhole(subject, known));
  const why = facts === undefined ? 'silent' : silenceOf(c, subject, facts, isSilent);
  return [{ kind: 'input', input: step.input.name, why, value: showKnown(known, subject) }];
}

/** What may be known in part. */
const TELLING: ReadonlySet<Known['kind']> = new Set(['region', 'names']);

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

function isSettled({ subject, wanted }: Question, known: Known, step: Derivation['step']): boolean {
  const { rule, measure } = subject;
  if (known.kind === 'truth') return known.truth !== 'unknown';
  if (known.kind === 'names') {
    const isTold = (names: Wanted): boolean =>
      hasSome(known.names, names, vocabularyOf(measure)) !== 'unknown';
    return wanted.length === 0 ? isAllTold(known.names) : wanted.every(isTold);
  }
  if (known.kind === 'nothing') return true;
  if (rule.kind === 'fraction' && rule.weight === 'mass' && isNothing(step.mass)) return true;
  return known.region.length === 1 && known.region.every(isExact);
}

function isWhole({ domain, measure }: Subject, known: Known): boolean {
  if (known.kind === 'names') return isNothingKnown(known.names, vocabularyOf(measure));
  const [only, ...more] = known.kind === 'region' ? known.region : [];
  return only !== undefined && more.length === 0 && sameRegion([only], [domain]);
}

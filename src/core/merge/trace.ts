// From an evaluation to its trace: the steps, what each did to each subject, grounds with the places they were
// written.

import type { Claim } from '../algebra/believe.ts';
import { compositionKey, isOfComposition } from '../algebra/claims.ts';
import type { Known, Subject } from '../algebra/kind.ts';
import { regionIn, truthIn } from '../algebra/knowledge.ts';
import { deriveFrom, vocabularyOf } from '../composition/derive.ts';
import { tellingPlace } from '../composition/telling-place.ts';
import type { Bill, Input, Process } from '../model/bill.ts';
import type { Catalogue } from '../model/catalogue.ts';
import { type Sheet, sheetName } from '../model/sheet.ts';
import type {
  TraceGround,
  TraceInput,
  TraceProcess,
  TraceStep,
  TraceSubject,
  TraceValue,
} from '../model/trace.ts';
import { compareNames } from '../text/order.ts';
import { exactly, type Interval, isExact, isNothing } from '../values/interval.ts';
import { add, divide, formatExact, isPositive, rational, zero } from '../values/rational.ts';
import { regionOf } from '../values/region.ts';
import { showRegion, writeRange } from '../values/show.ts';
import type { Case, Evaluation } from './evaluate.ts';
import type { Derivation } from './fold.ts';
import type { Ground } from './grounds.ts';
import type { InputFacts } from './inputs.ts';
import { orNothing } from './optional.ts';
import type { PlanStep } from './plan.ts';

export function traceInputs(c: Case): readonly TraceInput[] {
  const contained = [...c.inputs.values()].filter((facts) => facts.state !== 'not-contained');
  const masses = contained.map((facts) => facts.input.mass);
  const isFixed = contained.every(({ input }) => input.optional !== true && input.choice?.isShared !== false);
  const total =
    isFixed && masses.every((mass) => mass !== undefined && isExact(mass))
      ? masses.reduce((sum, mass) => add(sum, mass?.lo ?? zero), zero)
      : zero;
  return [...c.inputs.values()].map((facts) => {
    const { mass } = facts.input;
    const hasShare = facts.state !== 'not-contained' && mass !== undefined && isPositive(total);
    return { ...traceInput(facts), ...(hasShare ? { share: formatExact(divide(mass.lo, total)) } : {}) };
  });
}

function traceInput({ input, state, received, disregarded }: InputFacts): TraceInput {
  const mass = input.mass === undefined ? 'unknown' : showMass(massIn(input, input.mass));
  const reasons = [...disregarded].map(([statement, code]) => ({ statement, code }));
  const base = {
    name: input.name,
    state,
    mass,
    ...(input.optional === true ? { optional: true as const } : {}),
    ...(input.choice === undefined ? {} : { line: input.choice.part }),
    disregarded: reasons.sort((a, b) => compareNames(a.statement, b.statement)),
  };
  if (received === undefined) return base;
  const { sheet, sha256, file } = received;
  const { id, revision, product, maker, assurance, validUntil } = sheet;
  const header = { id, revision, sha256, file, product: product.name, maker: maker.name, assurance };
  return { ...base, sheet: validUntil === undefined ? header : { ...header, validUntil } };
}

/** How much of it there may be in the product. */
const massIn = ({ optional, choice }: Input, mass: Interval): Interval =>
  optional === true || choice?.isShared === false ? orNothing(mass) : mass;

const showMass = (mass: Interval): string => writeRange(mass, 'mass');

export function traceProcesses(c: Case, bill: Bill): readonly TraceProcess[] {
  const losses = new Map(
    stepsBelow(c.plan.product).flatMap((step) =>
      step.kind === 'process' && !isNothing(step.loss) ? [[step.process, step.loss]] : [],
    ),
  );
  return bill.processes.map((process) => {
    const { name, effect, takes, gives, uses, shares, levels, at } = process;
    const lost = losses.get(process);
    const adds = c.catalogue.effects.get(effect)?.adds;
    return {
      name,
      effect,
      title: c.catalogue.effects.get(effect)?.title ?? effect,
      takes,
      gives,
      ...(lost === undefined ? {} : { loses: showMass(lost) }),
      ...(uses === undefined || adds === undefined ? {} : { uses: showFigure(c, adds, uses) }),
      shares: [...shares].map(([quantity, share]) => ({ quantity, value: showFigure(c, quantity, share) })),
      ...parametersOf(process),
      levels: [...levels].map(([quantity, step]) => ({
        quantity,
        value: showFigure(c, quantity, exactly(rational(step))),
      })),
      line: at.start.line,
    };
  });
}

/** Amounts that no step of the trace shows, but that its arithmetic needs. */
function parametersOf({ eligible, fuelShare, lossShare, cap }: Process): Pick<TraceProcess, 'parameters'> {
  const shares = Object.entries({ fuelShare, lossShare, cap });
  const told = [
    ...(eligible === undefined ? [] : [{ parameter: 'eligible', value: showMass(eligible) }]),
    ...shares.flatMap(([parameter, share]) =>
      share === undefined ? [] : [{ parameter, value: writeRange(share, 'share') }],
    ),
  ];
  return told.length === 0 ? {} : { parameters: told };
}

function showFigure(c: Case, quantity: string, range: Interval): string {
  const measure = c.catalogue.quantities.get(quantity)?.measure;
  return measure === undefined ? '' : showRegion(regionOf(range), measure, true);
}

/** The steps in the order in which they are carried out: what a step takes comes before it. */
function stepsBelow(step: PlanStep): readonly PlanStep[] {
  return step.kind === 'input' ? [step] : [...step.from.flatMap((part) => stepsBelow(part.step)), step];
}

export function traceSteps(c: Case, bill: Bill): readonly TraceStep[] {
  const steps = stepsBelow(c.plan.product);
  const index = new Map(steps.map((step, position) => [step, position]));
  return steps.map((step) => {
    const { part, mass } = step;
    if (step.kind === 'input')
      return { part, input: step.input.name, mass: showMass(massIn(step.input, mass)), from: [] };
    const { process, from, lots } = step;
    return {
      part,
      ...(process === undefined ? {} : { process: bill.processes.indexOf(process) }),
      ...(lots === undefined ? {} : { lots }),
      mass: showMass(mass),
      from: from.map((taken) => index.get(taken.step) ?? 0),
    };
  });
}

/** `agreed`: the same under conventions. */
export function traceSubject(
  c: Case,
  evaluation: Evaluation,
  subject: Subject,
  agreed?: Evaluation,
): TraceSubject | undefined {
  const folded = evaluation.folded.get(subject.id);
  if (folded === undefined) return undefined;
  const { rule, id } = subject;
  const title = c.catalogue.quantities.get(id)?.title ?? c.catalogue.statements.get(id)?.title ?? id;
  const value = showInTheEnd(c, evaluation, subject);
  const byConvention =
    agreed === undefined || agreed.conflict !== undefined ? value : showInTheEnd(c, agreed, subject);
  return {
    id,
    title,
    rule: rule.kind,
    ...(rule.kind === 'fraction' ? { weight: rule.weight } : {}),
    value,
    ...(byConvention === value ? {} : { byConvention }),
    values: traceValues(folded.derivation, subject),
  };
}

const showInTheEnd = (c: Case, { knowledge }: Evaluation, { id, measure }: Subject): string =>
  measure === undefined
    ? truthIn(knowledge, c.catalogue, id)
    : showRegion(regionIn(knowledge, c.catalogue, id), measure, true);

/** In the order of the steps. */
function traceValues(derivation: Derivation, subject: Subject): readonly TraceValue[] {
  const { behaviour, known, plainly, from } = derivation;
  const value = showKnown(known, subject);
  const before = plainly === undefined ? value : showKnown(plainly, subject);
  return [
    ...from.flatMap((part) => traceValues(part, subject)),
    {
      value,
      ...(behaviour === undefined ? {} : { behaviour }),
      ...(before === value ? {} : { plainly: before }),
    },
  ];
}

export function showKnown(known: Known, { measure }: Subject): string {
  if (known.kind === 'truth') return known.truth;
  if (known.kind === 'nothing' || measure === undefined) return 'nothing';
  return showRegion(known.region, measure, true);
}

/** A ground with the place it was written. */
export function traceGround(c: Case, bill: Bill, ground: Ground): TraceGround {
  if (ground.kind === 'process') {
    const { name, effect, at } = ground.process;
    return { kind: 'process', name, effect, file: bill.source, line: at.start.line };
  }
  const { claim } = ground;
  const of = claim.kind === 'answer' || claim.kind === 'inapplicable' ? claim.statement : claim.quantity;
  const says = showClaim(c.catalogue, claim);
  if (ground.kind === 'own') {
    const line = lineOf(c.catalogue, bill, claim);
    return { kind: 'own', of, says, file: bill.source, line, ...noteOf(bill, claim) };
  }
  const received = c.inputs.get(ground.input)?.received;
  if (ground.kind === 'convention') {
    const { input, conventions, isCarried } = ground;
    const settled = { kind: ground.kind, conventions, input, of, says };
    return isCarried && received !== undefined
      ? { ...settled, file: received.file, line: lineOf(c.catalogue, received.sheet, claim) }
      : { ...settled, file: bill.source, line: c.inputs.get(input)?.input.originAt.start.line ?? 0 };
  }
  if (received === undefined) throw new Error(`a ground names an input without a sheet: ${ground.input}`);
  const { sheet, sha256, file } = received;
  const assurance = sheet.answers.get(claim.key)?.assurance?.level ?? sheet.assurance;
  const line = lineOf(c.catalogue, sheet, claim);
  return {
    kind: 'answer',
    input: ground.input,
    of,
    says,
    sheet: sheetName(sheet),
    sha256,
    file,
    line,
    assurance,
    ...(isOfComposition(claim) ? { from: 'composition' } : {}),
    ...noteOf(sheet, claim),
  };
}

function noteOf({ answers }: Pick<Bill, 'answers'>, { key }: Claim): { readonly note?: string } {
  const note = answers.get(key)?.note;
  return note === undefined ? {} : { note };
}

export function showClaim(catalogue: Catalogue, claim: Claim): string {
  if (claim.kind === 'answer') return claim.is ? 'true' : 'false';
  if (claim.kind === 'inapplicable') return 'not-applicable';
  if (claim.kind === 'name') return claim.name;
  const measure = catalogue.quantities.get(claim.quantity)?.measure;
  return measure === undefined ? '' : showRegion([claim.range], measure, true);
}

function lineOf(
  catalogue: Catalogue,
  written: Pick<Bill, 'answers' | 'quantities'> & Pick<Sheet, 'composition'>,
  claim: Claim,
): number {
  const { composition } = written;
  if (isOfComposition(claim)) {
    const derived = deriveFrom(catalogue, composition).find(({ id }) => compositionKey(id) === claim.key);
    if (composition === undefined || derived === undefined) return 0;
    return tellingPlace(composition, derived.link.measure, vocabularyOf(catalogue)).start.line;
  }
  const place =
    claim.kind === 'answer' || claim.kind === 'inapplicable'
      ? written.answers.get(claim.statement)
      : written.quantities.get(claim.quantity);
  return place?.at.start.line ?? 0;
}

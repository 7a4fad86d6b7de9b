// From what is known of the product to the sheet that may be published: TRUE only where it holds in every product
// that fits the inputs and the maker's own answers, FALSE only where it holds in none, otherwise open with the
// reason. What would not follow without the maker's own answers is marked.

import { regionIn, setIn, truthIn } from '../algebra/knowledge.ts';
import { absenceOf } from '../model/absence.ts';
import type { Bill } from '../model/bill.ts';
import type { Catalogue, QuantityId, Statement } from '../model/catalogue.ts';
import type {
  Answer,
  AnswerBasis,
  AnswerDetails,
  AnswerValue,
  LineageEntry,
  OpenReason,
  Product,
  QuantityEntry,
  Sheet,
} from '../model/sheet.ts';
import type { TraceGap, TraceGround } from '../model/trace.ts';
import { compareNames, inOrder } from '../text/order.ts';
import type { Span } from '../text/span.ts';
import { type Custody, countsAs, custodyModels } from '../values/custody.ts';
import { type DateText, earliest } from '../values/date.ts';
import { isNothing } from '../values/interval.ts';
import { isNothingKnown, type NameSet, type Vocabulary } from '../values/name-set.ts';
import { hullOf, regionOf, sameRegion } from '../values/region.ts';
import type { Case, Evaluation } from './evaluate.ts';
import type { Ground } from './grounds.ts';
import type { PlanStep } from './plan.ts';

export interface Published {
  readonly value: AnswerValue;
  readonly reason?: OpenReason;
  readonly basis?: AnswerBasis;
  readonly conventions?: readonly string[];
}

/** The answer that may be given to one statement. */
export function publishAnswer(bill: Bill, c: Case, evaluation: Evaluation, statement: Statement): Published {
  const truth = truthIn(evaluation.knowledge, c.catalogue, statement.id);
  const own = bill.answers.get(statement.id);
  if (truth !== 'unknown') {
    const follows = truthIn(evaluation.alone, c.catalogue, statement.id) === truth;
    return { value: truth, ...(follows ? {} : { basis: 'own' }) };
  }
  if (evaluation.refuted.includes(statement.id)) return { value: 'unknown', reason: 'undetermined' };
  if (own?.value === 'not-applicable')
    return isJoined(c, statement)
      ? { value: 'unknown', reason: 'undetermined' }
      : { value: 'not-applicable', basis: 'own' };
  return { value: 'unknown', ...(own?.reason === undefined ? {} : { reason: own.reason }) };
}

/** Of joints that can be undone a product without joints may say nothing; one that is joined may not. */
function isJoined({ plan }: Case, { meaning }: Statement): boolean {
  if (meaning.kind !== 'plain' || meaning.rule.kind !== 'assert-refutable') return false;
  return meaning.rule.inapplicable === 'holds' && hasJoints(plan.product);
}

const hasJoints = (step: PlanStep): boolean =>
  step.kind === 'process' && (step.from.length > 1 || step.from.some((part) => hasJoints(part.step)));

/** Why the answer is open, in the words a sheet has for it. */
export function reasonFor(gaps: readonly TraceGap[]): OpenReason {
  if (gaps.some((gap) => gap.kind === 'input' && gap.why === 'missing')) return 'missing-sheet';
  return gaps.some((gap) => gap.kind === 'own-answer') ? 'not-yet-answered' : 'undetermined';
}

/** What an answer carries: the maker's own details, and the citations of what it rests on. */
export function detailsOf(
  bill: Bill,
  c: Case,
  evaluation: Evaluation,
  statement: Statement,
  value: AnswerValue,
  grounds: readonly Ground[],
): AnswerDetails {
  const own = bill.answers.get(statement.id);
  const isTrue = value === 'true';
  const { meaning, list } = statement;
  const custody =
    isTrue && meaning.kind === 'within' ? custodyFor(c, evaluation, meaning.quantity, own) : undefined;
  return {
    references: isTrue ? citationsFor(bill, c, statement, grounds) : (own?.references ?? []),
    evidence: own?.evidence ?? [],
    ...(list !== undefined && (isTrue || value === absenceOf(statement, c.catalogue))
      ? { list: `${list.id}/${list.version}` }
      : {}),
    ...(custody === undefined ? {} : { custody }),
    ...(own?.assurance === undefined ? {} : { assurance: own.assurance }),
    ...(own?.note === undefined ? {} : { note: own.note }),
  };
}

/** The model that the figure can still claim; one that does not count on its basis has no part in it. */
function custodyFor(
  c: Case,
  evaluation: Evaluation,
  id: QuantityId,
  own: Answer | undefined,
): Custody | undefined {
  const rule = c.catalogue.quantities.get(id)?.rule;
  // What was mixed stays mixed, whatever its maker calls it: the weakest model counts.
  const named = [own?.custody, evaluation.folded.get(id)?.custody];
  const custody = custodyModels.find((model) => named.includes(model));
  if (custody === undefined || rule?.kind !== 'fraction') return undefined;
  return countsAs(custody, rule.custody) ? custody : undefined;
}

/**
 * A TRUE that must be cited cites what its grounds cite, or else the rule that the statement itself names. Suppliers'
 * own words stay with them: only standards that the catalogue names are passed on.
 */
function citationsFor(
  bill: Bill,
  c: Case,
  statement: Statement,
  grounds: readonly Ground[],
): readonly string[] {
  const cited = new Set(bill.answers.get(statement.id)?.references ?? []);
  if (!statement.cites) return [...cited];
  const standards = statement.references.map(({ standard }) => standard);
  for (const ground of grounds) {
    for (const reference of referencesOf(bill, c, ground))
      if (ground.kind === 'own' || standards.includes(reference)) cited.add(reference);
  }
  if (cited.size > 0) return inOrder(cited);
  return inOrder(standards.length > 0 ? standards : ['the sheets named under inputs']);
}

function referencesOf(bill: Bill, c: Case, ground: Ground): readonly string[] {
  if (ground.kind === 'process' || ground.kind === 'convention' || ground.claim.kind !== 'answer') return [];
  const sheet = ground.kind === 'own' ? bill : c.inputs.get(ground.input)?.received?.sheet;
  return sheet?.answers.get(ground.claim.statement)?.references ?? [];
}

/** The inputs by id, revision and digest; nothing that a supplier may want to keep. */
export function lineageOf(c: Case): readonly LineageEntry[] {
  const entries = new Map<string, LineageEntry>();
  for (const { received, state } of c.inputs.values()) {
    if (received === undefined || state === 'not-contained') continue;
    const { id, revision } = received.sheet;
    entries.set(`${id} ${revision} ${received.sha256}`, { id, revision, sha256: received.sha256 });
  }
  return [...entries.values()].sort(
    (a, b) => compareNames(a.id, b.id) || a.revision - b.revision || compareNames(a.sha256, b.sha256),
  );
}

/** A merged sheet is valid for as long as everything it relies on, and no longer than its maker says. */
export function validityOf(bill: Bill, c: Case): DateText | undefined {
  const used = [...c.inputs.values()].filter((facts) => facts.state === 'used');
  return earliest([bill.validUntil, ...used.map((facts) => facts.received?.sheet.validUntil)]);
}

/** The ranges behind the answers, for a customer who is entrusted with them. */
export function quantitiesOf(
  catalogue: Catalogue,
  evaluation: Evaluation,
  at: Span,
): ReadonlyMap<QuantityId, QuantityEntry> {
  const entries = new Map<QuantityId, QuantityEntry>();
  for (const { id, domain, measure } of catalogue.quantities.values()) {
    const name = evaluation.knowledge.names.get(id);
    if (name !== undefined) entries.set(id, { quantity: id, value: { kind: 'name', name }, at, valueAt: at });
    if (measure.kind === 'names') {
      const names = setIn(evaluation.knowledge, catalogue, id);
      if (!isNothingToTell(names, measure))
        entries.set(id, { quantity: id, value: { kind: 'names', names }, at, valueAt: at });
      continue;
    }
    const region = regionIn(evaluation.knowledge, catalogue, id);
    const range = hullOf(region);
    if (measure.kind === 'name' || range === undefined || sameRegion([range], regionOf(domain))) continue;
    entries.set(id, { quantity: id, value: { kind: 'range', range }, at, valueAt: at });
  }
  return entries;
}

/** That some name or other is in it is told by statements. */
const isNothingToTell = (names: NameSet, measure: Vocabulary): boolean =>
  isNothingKnown({ ...names, someOf: [] }, measure);

export interface AnsweredStatement {
  readonly statement: Statement;
  readonly published: Published;
  readonly details: AnswerDetails;
  readonly rests: readonly TraceGround[];
}

/** The sheet, ready to be written. */
export function sheetOf(
  bill: Bill,
  c: Case,
  answered: readonly AnsweredStatement[],
  quantities: Sheet['quantities'],
): Sheet {
  const at = placeOf(bill);
  const answers = new Map(
    answered.map(({ statement, published, details }): [string, Answer] => [
      statement.id,
      { statement: statement.id, ...published, ...details, at, valueAt: at },
    ]),
  );
  const { catalogue, id, revision, issued, maker, source } = bill;
  const validUntil = validityOf(bill, c);
  return {
    catalogue,
    id,
    revision,
    issued,
    ...(validUntil === undefined ? {} : { validUntil }),
    // What suppliers had verified is not verified of the new product.
    assurance: 'self-declared',
    product: weighed(bill, c),
    maker,
    answers,
    quantities,
    inputs: lineageOf(c),
    places: new Map(),
    source,
  };
}

/** The product with its mass: as declared, or as its inputs give it. */
function weighed(bill: Bill, c: Case): Product {
  const made = c.plan.product.mass;
  // Of what was weighed as nothing no sheet can say what a figure is per.
  return bill.product.mass !== undefined || made.hi === undefined || isNothing(made)
    ? bill.product
    : { ...bill.product, mass: made };
}

/** Merged answers stand nowhere in a document yet: they point at the bill that made them. */
export function placeOf(bill: Bill): Span {
  const start = { line: 1, column: 1, offset: 0 };
  return bill.places.get('sheet') ?? { source: bill.source, start, end: start };
}

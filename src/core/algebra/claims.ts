// What a sheet claims, as cuts on the set of possible products. Silence, `unknown`, an answer against
// another edition of its list and one that does not count on the basis of its group claim nothing.

import { type Derived, deriveFrom } from '../composition/derive.ts';
import type { Catalogue, QuantityId, Rule, Statement, StatementId } from '../model/catalogue.ts';
import type { Composition } from '../model/composition.ts';
import type { Answer, QuantityEntry } from '../model/sheet.ts';
import { type Custody, countsAs, custodyModels } from '../values/custody.ts';
import { believe, type Claim } from './believe.ts';
import { subjectsOfStatement, tiedTo } from './conflict.ts';
import { type Knowledge, truthIn } from './knowledge.ts';

export interface Answers {
  readonly answers: ReadonlyMap<StatementId, Answer>;
  readonly quantities: ReadonlyMap<QuantityId, QuantityEntry>;
  readonly composition?: Composition | undefined;
}

export const figureKey = (quantity: QuantityId): string => `quantity:${quantity}`;

const COMPOSITION = 'composition:';

/** The key of what the composition says of a quantity or a statement. */
export const compositionKey = (id: QuantityId | StatementId): string => `${COMPOSITION}${id}`;

export const isCompositionKey = (key: string): boolean => key.startsWith(COMPOSITION);

export const isOfComposition = ({ key }: Claim): boolean => isCompositionKey(key);

/** The claims of a sheet in the order of its answers, then of its figures, then what its composition comes to. */
export function claimsOf(catalogue: Catalogue, sheet: Answers): readonly Claim[] {
  const claims: Claim[] = [];
  for (const answer of sheet.answers.values()) {
    const claim = isByConvention(answer) ? undefined : claimOfAnswer(catalogue, sheet, answer);
    if (claim !== undefined) claims.push(claim);
  }
  for (const { quantity, value } of sheet.quantities.values()) {
    if (!countsForQuantity(catalogue, sheet, quantity)) continue;
    claims.push(claimOfEntry(quantity, value));
  }
  for (const derived of deriveFrom(catalogue, sheet.composition)) {
    if (countsForQuantity(catalogue, sheet, derived.id)) claims.push(claimOfComposition(derived));
  }
  return claims;
}

function claimOfEntry(quantity: QuantityId, value: QuantityEntry['value']): Claim {
  const key = figureKey(quantity);
  if (value.kind === 'name') return { key, kind: 'name', quantity, name: value.name };
  if (value.kind === 'names') return { key, kind: 'names', quantity, names: value.names };
  return { key, kind: 'figure', quantity, range: value.range };
}

/** What holds only by a convention is nobody's claim. */
const isByConvention = ({ basis }: Answer): boolean => basis === 'convention';

/** What the sheet would claim by conventions, each answer with those it rests on; nothing where it names none. */
export function claimsByConvention(
  catalogue: Catalogue,
  sheet: Answers,
): readonly { readonly claim: Claim; readonly conventions: readonly string[] }[] {
  return [...sheet.answers.values()].flatMap((answer) => {
    const { conventions = [] } = answer;
    const claim =
      isByConvention(answer) && conventions.length > 0 ? claimOfAnswer(catalogue, sheet, answer) : undefined;
    return claim === undefined ? [] : [{ claim, conventions }];
  });
}

function claimOfComposition({ id, range, truth }: Derived): Claim {
  const key = compositionKey(id);
  return truth === undefined
    ? { key, kind: 'figure', quantity: id, range }
    : { key, kind: 'answer', statement: id, is: truth };
}

function claimOfAnswer(catalogue: Catalogue, sheet: Answers, answer: Answer): Claim | undefined {
  const statement = catalogue.statements.get(answer.statement);
  if (statement === undefined || answer.value === 'unknown') return undefined;
  if (isOfOtherList(statement, answer)) return undefined;
  const key = answer.statement;
  if (answer.value === 'not-applicable') return { key, kind: 'inapplicable', statement: key };
  if (answer.value === 'false' && statement.falseMeans === 'not-claimed') return undefined;
  // What is composed of statements about a share says something of the share as well.
  const spokenOf = subjectsOfStatement(catalogue, key);
  if (!spokenOf.every((id) => countsForQuantity(catalogue, sheet, id, answer.custody))) return undefined;
  return { key, kind: 'answer', statement: key, is: answer.value === 'true' };
}

/** Lists grow: what was answered against another edition says nothing of the one that the statement names. */
const isOfOtherList = ({ list }: Statement, answer: Answer): boolean =>
  list !== undefined && answer.list !== undefined && answer.list !== `${list.id}/${list.version}`;

function countsForQuantity(
  catalogue: Catalogue,
  sheet: Answers,
  id: QuantityId | StatementId,
  named?: Custody,
): boolean {
  const rule = catalogue.quantities.get(id)?.rule;
  if (rule?.kind !== 'fraction') return true;
  if (named !== undefined && !countsAs(named, rule.custody)) return false;
  const custody = custodyOf(catalogue, sheet, id, rule);
  return custody === undefined || countsAs(custody, rule.custody);
}

/** What was worked out of one set of answers before, since many statements ask for it. */
interface Known {
  readonly catalogue: Catalogue;
  readonly custodies: Map<QuantityId, Custody | undefined>;
  plainly?: Knowledge | 'contradictory';
}

const knownOfAnswers = new WeakMap<Answers['answers'], Known>();

function knownOf(catalogue: Catalogue, { answers }: Answers): Known {
  const before = knownOfAnswers.get(answers);
  if (before?.catalogue === catalogue) return before;
  const fresh: Known = { catalogue, custodies: new Map() };
  knownOfAnswers.set(answers, fresh);
  return fresh;
}

/**
 * Whether the sheet says so, be it through other answers. Those about shares are left out: whether they count is what
 * is asked. What contradicts itself is taken to say so.
 */
function saysSo(catalogue: Catalogue, sheet: Answers, id: StatementId): boolean {
  if (sheet.answers.get(id)?.value === 'true') return true;
  const tied = tiedTo(catalogue, [id]);
  const isNear = (other: StatementId): boolean =>
    subjectsOfStatement(catalogue, other).some((subject) => tied.has(subject));
  if (![...sheet.answers.keys()].some(isNear)) return false;
  const known = knownOf(catalogue, sheet);
  known.plainly ??= believePlainly(catalogue, sheet);
  return known.plainly === 'contradictory' || truthIn(known.plainly, catalogue, id) === 'true';
}

function believePlainly(catalogue: Catalogue, { answers }: Answers): Knowledge | 'contradictory' {
  const claims = [...answers.values()].flatMap((answer): Claim[] => {
    const isShare = (id: string): boolean => catalogue.quantities.get(id)?.rule.kind === 'fraction';
    if (subjectsOfStatement(catalogue, answer.statement).some(isShare)) return [];
    const claim = claimOfAnswer(catalogue, { answers, quantities: new Map() }, answer);
    return claim === undefined ? [] : [claim];
  });
  return believe(catalogue, claims) ?? 'contradictory';
}

/** The weakest custody model the sheet names for a quantity; undefined when it names none. */
export function custodyOf(
  catalogue: Catalogue,
  sheet: Answers,
  id: QuantityId,
  rule: Extract<Rule, { kind: 'fraction' }>,
): Custody | undefined {
  const { custodies } = knownOf(catalogue, sheet);
  if (!custodies.has(id)) custodies.set(id, weakestCustody(catalogue, sheet, id, rule));
  return custodies.get(id);
}

function weakestCustody(
  catalogue: Catalogue,
  sheet: Answers,
  id: QuantityId,
  rule: Extract<Rule, { kind: 'fraction' }>,
): Custody | undefined {
  const named: Custody[] = [];
  for (const answer of sheet.answers.values()) {
    const meaning = catalogue.statements.get(answer.statement)?.meaning;
    if (answer.custody !== undefined && meaning?.kind === 'within' && meaning.quantity === id) {
      named.push(answer.custody);
    }
  }
  if (rule.attributedBy !== undefined && saysSo(catalogue, sheet, rule.attributedBy))
    named.push('mass-balance');
  return custodyModels.find((model) => named.includes(model));
}

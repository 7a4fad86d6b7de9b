// What each input contributes: which of its claims count, and why the others do not. An expired sheet, a sheet
// that was never received and an answer that its own check refuses all count as unknown.

import { believe, type Claim } from '../algebra/believe.ts';
import { claimsOf, custodyOf, figureKey, isCompositionKey } from '../algebra/claims.ts';
import { interpret } from '../algebra/interpret.ts';
import type { Leaf } from '../algebra/kind.ts';
import { type Knowledge, nothingKnown, regionIn, setIn, truthIn } from '../algebra/knowledge.ts';
import type { Bill, Input } from '../model/bill.ts';
import type { Catalogue, QuantityId } from '../model/catalogue.ts';
import { type Sheet, sheetName } from '../model/sheet.ts';
import type { Code } from '../text/codes.ts';
import type { Custody } from '../values/custody.ts';
import type { DateText } from '../values/date.ts';
import { type Interval, isNothing } from '../values/interval.ts';
import { add, compare, divide, one } from '../values/rational.ts';
import { hullOf } from '../values/region.ts';
import { orNothing } from './optional.ts';
import { piecesOf, unitsByPieces } from './pieces.ts';
import type { Settled } from './settled.ts';

/** A sheet as it was received: with the digest of its bytes and what its own checks found. */
export interface ReceivedSheet {
  readonly sheet: Sheet;
  readonly sha256: string;
  /** The digest of its canonical text, for the format it lies in says nothing; without it the bytes are compared. */
  readonly content?: () => string;
  /** The path under which messages name it. */
  readonly file: string;
  /** Statements that an error of the sheet makes unusable, with the code of that error. */
  readonly discredited: ReadonlyMap<string, string>;
}

export type InputState = 'used' | 'missing' | 'expired' | 'not-contained';

export interface InputFacts {
  readonly input: Input;
  readonly received: ReceivedSheet | undefined;
  readonly state: InputState;
  /** The claims that count. */
  readonly claims: readonly Claim[];
  /** Statements whose answers do not count, each with the code of the reason. */
  readonly disregarded: ReadonlyMap<string, string>;
  /** The custody model named for each quantity. */
  readonly custody: ReadonlyMap<QuantityId, Custody>;
  /** What would count if one side of a contradiction were withdrawn, for each side. */
  readonly resolutions: readonly (readonly Claim[])[];
  /** Those of the claims that nobody makes, where the case is seen under conventions. */
  readonly settled?: readonly Settled[];
}

/** What the input says that counts at the date the bill is issued. */
export function readInput(
  catalogue: Catalogue,
  bill: Bill,
  input: Input,
  received: ReceivedSheet | undefined,
): InputFacts {
  const silent = {
    input,
    received,
    claims: [],
    disregarded: new Map<string, string>(),
    custody: new Map(),
    resolutions: [],
  };
  if (!input.contained) return { ...silent, state: 'not-contained' };
  if (received === undefined) return { ...silent, state: 'missing' };
  const { sheet, discredited } = received;
  if (!isValidOn(sheet, bill.issued)) return { ...silent, state: 'expired' };
  const usable = claimsOf(catalogue, sheet).filter(({ key }) => isUsable(discredited.get(key)));
  const { claims, setAside, conflicts } = interpret(catalogue, usable);
  const disregarded = new Map([...discredited].filter(([key]) => isSaid(key, sheet)));
  for (const key of setAside) disregarded.set(key, CONTRADICTION);
  const resolutions = conflicts
    .flatMap((conflict) => conflict.claims)
    .map(
      (withdrawn) =>
        interpret(
          catalogue,
          usable.filter((claim) => claim !== withdrawn),
        ).claims,
    );
  return {
    input,
    received,
    state: 'used',
    claims: claims.filter(({ key }) => !discredited.has(key)),
    disregarded,
    custody: custodiesOf(catalogue, sheet),
    resolutions,
  };
}

/** What falls with an answer, as the figure behind it, need not have been said. */
const isSaid = (key: string, { answers, quantities }: Sheet): boolean =>
  answers.has(key) || [...quantities.keys()].some((id) => figureKey(id) === key) || isCompositionKey(key);

const CONTRADICTION: Code = 'sheet/contradiction';

/** What only contradicts other answers is looked at once more: withdrawing one side may decide something. */
const isUsable = (code: string | undefined): boolean => code === undefined || code === CONTRADICTION;

/** Whether the sheet was issued by then, and not past its validity. */
export const isValidOn = ({ issued, validUntil }: Sheet, date: DateText): boolean =>
  issued <= date && (validUntil === undefined || validUntil >= date);

function custodiesOf(catalogue: Catalogue, sheet: Sheet): ReadonlyMap<QuantityId, Custody> {
  const named = new Map<QuantityId, Custody>();
  for (const { id, rule } of catalogue.quantities.values()) {
    const custody = rule.kind === 'fraction' ? custodyOf(catalogue, sheet, id, rule) : undefined;
    if (custody !== undefined) named.set(id, custody);
  }
  return named;
}

/** The knowledge that some of an input's claims give; claims that fit together always do in part. */
export const knowledgeFrom = (catalogue: Catalogue, claims: readonly Claim[]): Knowledge =>
  claims.length === 0 ? nothingKnown : (believe(catalogue, claims) ?? nothingKnown);

/** The input as aggregation rules see it, saying only what `knowledge` holds. */
export function leafFor(catalogue: Catalogue, facts: InputFacts, knowledge: Knowledge, mass: Interval): Leaf {
  const sheet = facts.state === 'used' ? facts.received?.sheet : undefined;
  const pieces = sheet === undefined ? undefined : piecesIn(facts.input, sheet);
  const isSeveral = mayBeSeveral(sheet, mass, pieces);
  return {
    line: facts.input.name,
    product: sheet === undefined ? `input ${facts.input.name}` : sheetName(sheet),
    level: sheet?.product.level,
    isMade: sheet !== undefined && sheet.inputs.length > 0,
    isOne: sheet !== undefined && isOnePiece(sheet, mass, pieces),
    mass,
    units: sheet === undefined ? undefined : unitsIn(facts.input, sheet, mass),
    region(quantity) {
      const region = regionIn(knowledge, catalogue, quantity);
      const isShare = catalogue.quantities.get(quantity)?.rule.kind === 'fraction';
      const whole = isSeveral && isShare ? hullOf(region) : undefined;
      return whole === undefined ? region : [whole];
    },
    truth: (statement) => truthIn(knowledge, catalogue, statement),
    isInapplicable: (statement) => knowledge.inapplicable.has(statement),
    name(quantity) {
      const name = knowledge.names.get(quantity);
      const measure = catalogue.quantities.get(quantity)?.measure;
      if (name === undefined || measure?.kind !== 'name') return undefined;
      return { name, listed: measure.names.includes(name) };
    },
    names: (quantity) => setIn(knowledge, catalogue, quantity),
    custody: (quantity) => facts.custody.get(quantity),
  };
}

/**
 * Of several pieces one may have more and another less than is excluded: their mean may be just that. What a piece
 * weighs has to be known to tell that a line is one.
 */
function mayBeSeveral(sheet: Sheet | undefined, mass: Interval, pieces: Interval | undefined): boolean {
  if (sheet === undefined || sheet.product.level === 'material') return false;
  if (pieces !== undefined) return pieces.hi === undefined || compare(pieces.hi, one) > 0;
  const unit = sheet.product.mass;
  return unit === undefined || mass.hi === undefined || compare(mass.hi, unit.lo) > 0;
}

/** The amount of a material is one lot; of anything else it has to weigh, or be counted as, just one of it. */
function isOnePiece(
  { product: { level, mass: unit } }: Sheet,
  mass: Interval,
  pieces: Interval | undefined,
): boolean {
  if (level === 'material') return true;
  if (pieces !== undefined) return pieces.hi !== undefined && compare(pieces.hi, one) <= 0;
  if (unit?.hi === undefined || mass.hi === undefined) return false;
  const isAtLeastOne = compare(mass.lo, unit.lo) >= 0;
  return isAtLeastOne && compare(mass.hi, unit.hi) <= 0 && compare(mass.hi, add(unit.lo, unit.lo)) < 0;
}

const perhaps = ({ optional }: Input, amount: Interval | undefined): Interval | undefined =>
  amount === undefined || optional !== true ? amount : orNothing(amount);

const piecesIn = (input: Input, sheet: Sheet): Interval | undefined => perhaps(input, piecesOf(input, sheet));

const unitsIn = (input: Input, sheet: Sheet, mass: Interval): Interval | undefined =>
  perhaps(input, unitsByPieces(input, sheet, unitsOf(sheet, mass)));

/** How many declared units of the sheet the line takes. */
function unitsOf({ product: { mass: unit } }: Sheet, mass: Interval): Interval | undefined {
  if (unit?.hi === undefined || isNothing(unit) || unit.lo.n === 0n) return undefined;
  const hi = mass.hi === undefined ? undefined : divide(mass.hi, unit.lo);
  return { lo: divide(mass.lo, unit.hi), loOpen: mass.loOpen, hi, hiOpen: mass.hiOpen };
}

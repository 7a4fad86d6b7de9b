// The reference merger: slow, obvious, and written from the specification without a look at the engine. It returns
// for every statement the answer that may be published.

import type { Bill, Input } from '../../src/core/model/bill.ts';
import type {
  Catalogue,
  Quantity,
  QuantityId,
  Statement,
  StatementId,
} from '../../src/core/model/catalogue.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import type { Interval } from '../../src/core/values/interval.ts';
import type { Truth } from '../../src/core/values/truth.ts';
import { nothingHeard, underConventions, withoutStrange } from './agreed.ts';
import { sharesOf, sumsOf } from './amounts.ts';
import { contentsOf, sharesOfContent } from './contained.ts';
import { contentSpans } from './contents.ts';
import { type Heard, hear } from './heard.ts';
import { assertedTruths, lowestOf, truthsOf } from './lowest.ts';
import { minorTruths } from './minor.ts';
import { setsOf } from './name-sets.ts';
import { add, compare } from './near.ts';
import { oneMaterialTruths } from './one-material.ts';
import { domainOf, type Possible, possible } from './possible.ts';
import { highEnd, lowEnd, type Spans, spanOf } from './spans.ts';
import { type Leaf, type Node, statedUses, treeOf } from './tree.ts';

export interface Delivered {
  readonly sheet: Sheet;
  readonly discredited: ReadonlyMap<string, string>;
}

export interface ReferenceResult {
  readonly answers: ReadonlyMap<StatementId, Truth>;
  readonly ranges: ReadonlyMap<QuantityId, Spans>;
  /** Shares of nothing: they are neither so nor so. */
  readonly ofNothing: ReadonlySet<QuantityId>;
}

/** Quantities of which the bill says all that the maker itself uses. */
export function usesStatedIn(bill: Bill, catalogue: Catalogue): ReadonlySet<QuantityId> {
  const tree = treeOf(bill, catalogue, (input) => leafOf(bill, catalogue, input, undefined));
  return tree === undefined ? new Set() : statedUses(bill, catalogue, tree);
}

/**
 * Undefined where there is nothing to merge, or where what is said cannot be true of any product. `uses`: what the
 * maker states in full, where the bill is a variant of another one that says so.
 */
export function mergeByReference(
  bill: Bill,
  catalogue: Catalogue,
  received: ReadonlyMap<string, Delivered>,
  uses?: ReadonlySet<QuantityId>,
): ReferenceResult | undefined {
  const tree = treeOf(bill, catalogue, (input) => leafOf(bill, catalogue, input, received.get(input.name)));
  if (tree === undefined) return undefined;
  const own = hear(catalogue, bill);
  const stated = uses ?? statedUses(bill, catalogue, tree);
  const truths = plainTruths(catalogue, tree, own);
  const product = possible(catalogue, withoutOpenAssertions(catalogue, own, truths), {
    quantities: new Map(
      [...catalogue.quantities.values()].map((each) => [each.id, quantityOf(catalogue, each, tree, stated)]),
    ),
    sets: new Map(
      [...catalogue.quantities.values()].flatMap((each) =>
        each.rule.kind === 'set' ? [[each.id, setsOf(catalogue, each, tree)] as const] : [],
      ),
    ),
    truths,
  });
  if (product === undefined) return undefined;
  const ofNothing = [...catalogue.quantities.values()].filter(
    (each) => foldQuantity(catalogue, each, tree, stated).length === 0,
  );
  return {
    answers: published(catalogue, product),
    ranges: product.quantities,
    ofNothing: new Set(ofNothing.map(({ id }) => id)),
  };
}

function leafOf(bill: Bill, catalogue: Catalogue, input: Input, delivered: Delivered | undefined): Leaf {
  const sheet = isUsable(bill, input, delivered) ? delivered?.sheet : undefined;
  const mentioned = input.origin.kind === 'none' ? undefined : delivered?.sheet;
  if (sheet === undefined)
    return {
      kind: 'leaf',
      input,
      known:
        bill.conventions === undefined
          ? undefined
          : underConventions(bill, catalogue, mentioned, nothingHeard),
      unit: undefined,
      form: 'either',
      isOne: false,
      comesApart: true,
      mayHoldGlue: true,
      isMade: false,
      product: undefined,
    };
  const { level, mass: unit } = sheet.product;
  const isOne = level === 'material' || weighsOne(input.mass, unit);
  const areArticles = level === 'component' && sheet.inputs.length === 0;
  const heard = hear(catalogue, withoutStrange(bill, sheet), new Set(delivered?.discredited.keys()));
  return {
    kind: 'leaf',
    input,
    known: underConventions(bill, catalogue, mentioned, heard),
    unit,
    form: level === 'material' ? 'mixture' : 'articles',
    isOne,
    comesApart: level !== 'material' && !(areArticles && isOne),
    mayHoldGlue: level !== 'material' && !areArticles,
    isMade: sheet.inputs.length > 0,
    product: `product ${sheet.id}:${sheet.revision}`,
  };
}

/** Any mass that the line may have is one that the product of the sheet may have, and no two of them. */
function weighsOne(mass: Interval | undefined, unit: Interval | undefined): boolean {
  if (mass?.hi === undefined || unit?.hi === undefined) return false;
  const [line, each] = [spanOf(mass), spanOf(unit)];
  const [least, most] = [lowEnd(line), highEnd(line)];
  const isWithin = compare(least, lowEnd(each)) >= 0 && compare(most, highEnd(each)) <= 0;
  return isWithin && compare(most, add(lowEnd(each), lowEnd(each))) < 0;
}

function isUsable(bill: Bill, input: Input, delivered: Delivered | undefined): boolean {
  if (delivered === undefined || input.origin.kind === 'none') return false;
  const { issued, validUntil } = delivered.sheet;
  if (issued > bill.issued) return false;
  return validUntil === undefined || (validUntil >= bill.issued && validUntil >= issued);
}

/** An assertion that parts or joints leave open is no knowledge: it has already had its say. */
function withoutOpenAssertions(
  catalogue: Catalogue,
  own: Heard,
  found: ReadonlyMap<StatementId, ReadonlySet<boolean>>,
): Heard {
  const isOpen = (id: StatementId): boolean => {
    const meaning = catalogue.statements.get(id)?.meaning;
    return meaning?.kind === 'plain' && meaning.rule.kind === 'assert-refutable' && found.get(id)?.size === 2;
  };
  return { ...own, truths: new Map([...own.truths].filter(([id]) => !isOpen(id))) };
}

/** Everything the quantity can be in the product; the whole domain where nothing is known or nothing is there. */
function quantityOf(
  catalogue: Catalogue,
  quantity: Quantity,
  tree: Node,
  stated: ReadonlySet<QuantityId>,
): Spans {
  const found = foldQuantity(catalogue, quantity, tree, stated);
  return found.length === 0 ? domainOf(catalogue, quantity.id) : found;
}

function foldQuantity(
  catalogue: Catalogue,
  quantity: Quantity,
  tree: Node,
  stated: ReadonlySet<QuantityId>,
): Spans {
  const { rule } = quantity;
  if (rule.kind === 'content') return contentsOf(catalogue, quantity, tree);
  if (rule.kind === 'fraction' && catalogue.quantities.get(rule.weight)?.rule.kind === 'content')
    return sharesOfContent(catalogue, quantity, rule.weight, tree);
  if (rule.kind === 'fraction') return sharesOf(catalogue, quantity, rule, tree, stated.has(rule.weight));
  if (rule.kind === 'sum') return sumsOf(catalogue, quantity, tree, stated.has(quantity.id));
  if (['min-level', 'min-number', 'max-number'].includes(rule.kind))
    return lowestOf(catalogue, quantity, tree);
  if (['conc-article', 'conc-homog', 'conc-mixture'].includes(rule.kind))
    return contentSpans(catalogue, quantity, tree);
  return domainOf(catalogue, quantity.id);
}

function plainTruths(
  catalogue: Catalogue,
  tree: Node,
  own: Heard,
): ReadonlyMap<StatementId, ReadonlySet<boolean>> {
  const truths = new Map<StatementId, ReadonlySet<boolean>>();
  for (const statement of catalogue.statements.values()) {
    const found = foldTruths(catalogue, statement, tree, own);
    if (found !== undefined) truths.set(statement.id, found.size === 0 ? new Set([true, false]) : found);
  }
  return truths;
}

function foldTruths(
  catalogue: Catalogue,
  statement: Statement,
  tree: Node,
  own: Heard,
): ReadonlySet<boolean> | undefined {
  if (statement.meaning.kind !== 'plain') return undefined;
  const { rule } = statement.meaning;
  if (rule.kind === 'all' || rule.kind === 'any') return truthsOf(statement, rule, tree);
  if (rule.kind === 'all-except-minor') return minorTruths(statement, rule, tree);
  if (rule.kind === 'same-value') return oneMaterialTruths(catalogue, statement, rule, tree);
  if (rule.kind === 'assert-refutable')
    return assertedTruths(statement, rule, tree, own.truths.get(statement.id));
  return new Set([true, false]);
}

function published(catalogue: Catalogue, product: Possible): ReadonlyMap<StatementId, Truth> {
  const answers = new Map<StatementId, Truth>();
  for (const id of catalogue.statements.keys()) {
    const truths = product.truths.get(id) ?? new Set([true, false]);
    const [only] = truths;
    answers.set(id, truths.size !== 1 ? 'unknown' : only ? 'true' : 'false');
  }
  return answers;
}

// What a sheet means once it is read: the answers about one product, each with the place it was written.

import type { Span } from '../text/span.ts';
import type { Custody } from '../values/custody.ts';
import type { DateText } from '../values/date.ts';
import type { Interval } from '../values/interval.ts';
import type { NameSet } from '../values/name-set.ts';
import type { QuantityId, StatementId } from './catalogue.ts';
import type { Composition } from './composition.ts';

export const assuranceLevels = ['self-declared', 'second-party', 'third-party'] as const;
export type AssuranceLevel = (typeof assuranceLevels)[number];

export const openReasons = [
  'withheld',
  'not-known',
  'not-yet-answered',
  'undetermined',
  'missing-sheet',
] as const;
export type OpenReason = (typeof openReasons)[number];

export const productLevels = ['material', 'component', 'product'] as const;
export type ProductLevel = (typeof productLevels)[number];

export type AnswerValue = 'true' | 'false' | 'unknown' | 'not-applicable';

export interface Evidence {
  readonly title: string;
  readonly uri?: string;
  readonly sha256?: string;
}

export interface Assurance {
  readonly level: AssuranceLevel;
  readonly by?: string;
  readonly scheme?: string;
  readonly date?: DateText;
  readonly validUntil?: DateText;
}

/**
 * What a merged answer rests on besides the inputs: `own` where it would not follow without the maker's own answers,
 * `convention` where it would not without a convention that the bill adopts.
 */
export const answerBases = ['own', 'convention'] as const;
export type AnswerBasis = (typeof answerBases)[number];

/** Everything an answer may carry besides its value. */
export interface AnswerDetails {
  readonly reason?: OpenReason;
  readonly basis?: AnswerBasis;
  /** The conventions it rests on, where its basis is one. */
  readonly conventions?: readonly string[];
  readonly list?: string;
  readonly custody?: Custody;
  readonly references: readonly string[];
  readonly evidence: readonly Evidence[];
  readonly assurance?: Assurance;
  readonly note?: string;
}

export interface Answer extends AnswerDetails {
  readonly statement: StatementId;
  readonly value: AnswerValue;
  /** Where the key stands; every band of a group answered as one shares it. */
  readonly at: Span;
  readonly valueAt: Span;
}

/** The figure behind a group: a range, a step on a scale (as its number), a name, or names. */
export type QuantityValue =
  | { readonly kind: 'range'; readonly range: Interval }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'names'; readonly names: NameSet };

export interface QuantityEntry {
  readonly quantity: QuantityId;
  readonly value: QuantityValue;
  readonly at: Span;
  readonly valueAt: Span;
}

export interface Site {
  readonly name?: string;
  readonly country?: string;
}

export interface Maker {
  readonly name: string;
  readonly ids: ReadonlyMap<string, string>;
  readonly site?: Site;
}

export interface Product {
  readonly name: string;
  readonly level: ProductLevel;
  /** The declared unit, in kg. */
  readonly mass?: Interval;
  readonly ids: ReadonlyMap<string, string>;
}

/** One input of an aggregated sheet, named by what it is and by nothing confidential. */
export interface LineageEntry {
  readonly id: string;
  readonly revision: number;
  readonly sha256: string;
}

/** Places in the header that checks point at, by dotted path (`validUntil`, `product.ids.gtin`). */
export type HeaderPlaces = ReadonlyMap<string, Span>;

export interface SheetHeader {
  /** `id/version` of the catalogue the answers refer to. */
  readonly catalogue: string;
  readonly id: string;
  readonly revision: number;
  readonly issued: DateText;
  readonly validUntil?: DateText;
  /** What is said of answers that carry no assurance of their own. */
  readonly assurance: AssuranceLevel;
  readonly product: Product;
  readonly maker: Maker;
}

export interface Sheet extends SheetHeader {
  readonly answers: ReadonlyMap<StatementId, Answer>;
  readonly quantities: ReadonlyMap<QuantityId, QuantityEntry>;
  /** Confidential: between a supplier and one customer, and in no other sheet. */
  readonly composition?: Composition;
  readonly inputs: readonly LineageEntry[];
  readonly places: HeaderPlaces;
  readonly source: string;
}

/** `id` with its revision, as findings and traces name a sheet. */
export const sheetName = (sheet: Pick<SheetHeader, 'id' | 'revision'>): string =>
  `${sheet.id}:${sheet.revision}`;

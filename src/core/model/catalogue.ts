// What a catalogue means once it is read: statements, the quantities behind them, how each aggregates,
// what must hold inside one sheet, and what processes do. All of it is data; the engine knows no statement by name.

import type { CustodyBasis } from '../values/custody.ts';
import type { Interval } from '../values/interval.ts';
import type { Vocabulary, Wanted } from '../values/name-set.ts';
import type { Dimension } from '../values/quantity.ts';
import type { Rational } from '../values/rational.ts';
import type { CompositionLink } from './composition.ts';
import type { Constraint } from './constraint.ts';
import type { Convention } from './convention.ts';
import type { Expression } from './expression.ts';
import type { HeaderLink } from './header-link.ts';
import type { MinorRule } from './minor-rule.ts';
import type { ProcessParameter } from './process-parameters.ts';

export type StatementId = string;
export type QuantityId = string;

export interface Section {
  readonly id: string;
  readonly number: number;
  readonly title: string;
}

/** How a subject (a quantity, or a statement that is simply true or false) is aggregated from inputs. */
export type Rule =
  | {
      readonly kind: 'fraction';
      /** `mass`, or the quantity whose amount weighs the shares (energy, water, the plastics in it). */
      readonly weight: 'mass' | QuantityId;
      readonly custody: CustodyBasis;
      /** A sheet that answers this statement true declares its figures as mass balance. */
      readonly attributedBy?: StatementId;
    }
  | { readonly kind: 'all' }
  | { readonly kind: 'any' }
  | MinorRule
  | { readonly kind: 'conc-article' }
  | { readonly kind: 'conc-homog' }
  | {
      readonly kind: 'conc-mixture';
      /** Whether it is the content of one substance, rather than the highest of any on a list. */
      readonly named: boolean;
    }
  | { readonly kind: 'min-level' }
  | { readonly kind: 'min-number' }
  | { readonly kind: 'max-number' }
  | { readonly kind: 'sum' }
  /** The mass of something that the product contains: dry matter, plastics, cobalt. */
  | { readonly kind: 'content' }
  | { readonly kind: 'set' }
  | { readonly kind: 'same-value'; readonly of: QuantityId; readonly tolerance: Rational }
  | {
      readonly kind: 'assert-refutable';
      /** `all`: every input must hold it too. `own`: only the maker's own joints count. */
      readonly scope: 'all' | 'own';
      /** Effect traits that refute the assertion, and those that leave it open. */
      readonly refutedBy: readonly string[];
      readonly openedBy: readonly string[];
      /** What an input comes to that the question does not apply to: `holds` where there is nothing in it to judge. */
      readonly inapplicable: 'holds' | 'opens';
    }
  | { readonly kind: 'own' };

export const ruleKindNames = [
  'fraction',
  'all',
  'any',
  'all-except-minor',
  'conc-article',
  'conc-homog',
  'conc-mixture',
  'min-level',
  'min-number',
  'max-number',
  'sum',
  'content',
  'set',
  'same-value',
  'assert-refutable',
  'own',
] as const satisfies readonly Rule['kind'][];

export type RuleKindName = Rule['kind'];

/** What a quantity is measured in: a physical dimension, a step on an ordinal scale, a name, or names. */
export type Measure =
  | { readonly kind: 'number'; readonly dimension: Dimension }
  /** Steps from lowest to highest; step i is the number i. `names` say them in another language. */
  | {
      readonly kind: 'scale';
      readonly steps: readonly string[];
      readonly id?: string;
      readonly names?: readonly string[];
    }
  /** Names out of a vocabulary: two different ones are different things. Other names only equal themselves. */
  | { readonly kind: 'name'; readonly names: readonly string[] }
  /** Any number of names; of a closed vocabulary no others. */
  | ({ readonly kind: 'names' } & Vocabulary);

export interface Quantity {
  readonly id: QuantityId;
  readonly title: string;
  readonly measure: Measure;
  /** Every value the quantity can have at all. */
  readonly domain: Interval;
  readonly rule: Rule;
  /** True where the maker's own production adds to it, so that silence about it leaves it open. */
  readonly ownTerm: boolean;
  /** What a composition says of it. */
  readonly composition?: CompositionLink;
}

export interface Band {
  /** As written in sheets: `0`, `25-50`. */
  readonly id: string;
  /** As read by people: `0 %`, `>25-50 %`. */
  readonly label: string;
  readonly range: Interval;
  readonly statement: StatementId;
}

/** Banded statements about one quantity; the group and its quantity share their id. */
export interface Group {
  readonly id: QuantityId;
  readonly section: string;
  readonly title: string;
  readonly guidance: string;
  /** What proves an answer. */
  readonly evidence?: string;
  /** A short worked case. */
  readonly example?: string;
  readonly bands: readonly Band[];
  /** The id under which an earlier version of the catalogue had it. */
  readonly replaces?: string;
  /** Ids of the official template for the group as a whole: which band has which id is not public. */
  readonly official: readonly string[];
}

/** What makes a statement true: a rule of its own, a range or names of a quantity, or other statements. */
export type Meaning =
  | { readonly kind: 'plain'; readonly rule: Rule }
  | { readonly kind: 'within'; readonly quantity: QuantityId; readonly range: Interval }
  /** One of the names is in the set. */
  | { readonly kind: 'named'; readonly quantity: QuantityId; readonly names: Wanted }
  | { readonly kind: 'expression'; readonly expression: Expression };

export type Level = 'sheet' | 'product' | 'article' | 'homogeneous-material' | 'mixture' | 'site';

export interface Reference {
  readonly standard: string;
  readonly clause?: string;
}

export interface Statement {
  readonly id: StatementId;
  readonly section: string;
  readonly title: string;
  /** One plain sentence that is true or false of a product. */
  readonly text: string;
  readonly guidance: string;
  /** What proves an answer; for a band its group says it. */
  readonly evidence?: string;
  /** A short worked case; for a band its group gives it. */
  readonly example?: string;
  readonly level: Level;
  readonly meaning: Meaning;
  /** `negation`: false says it is not so. `not-claimed`: false says nothing. */
  readonly falseMeans: 'negation' | 'not-claimed';
  /** True when a TRUE answer must name the standard, rule or list it relies on. */
  readonly cites: boolean;
  /** The id under which an earlier version of the catalogue had it; for a band its group says it. */
  readonly replaces?: string;
  readonly list?: { readonly id: string; readonly version: string };
  /** Ids of the official template, only where public sources attest them. */
  readonly official: readonly string[];
  readonly references: readonly Reference[];
  readonly group?: QuantityId;
  /** What a composition says of it. */
  readonly composition?: CompositionLink;
  /** What the header of the sheet says of it. */
  readonly header?: HeaderLink;
}

/**
 * What a process does to the values of one rule kind; the closed set every effect is composed from.
 * `combine`  the rule's own combination of the parts; one part alone is left as it is
 * `blend`    the parts become one homogeneous material
 * `absorb`   what is applied becomes part of an article of the object it is applied to
 * `pool`     what is applied is judged over the whole joined object
 * `shrink`   combine, then less in proportion to the mass that is left
 * `lose-some` an unknown selection of the material leaves
 * `select`   whole pieces leave, an unknown selection of them
 * `limit`    combine, then no better than the levels of the joint
 * `judge`    combine, then the effect's traits may refute or open what the statement asserts
 * `add-term` combine, then add the maker's own use and its share
 * `replace`  an unknown selection of what is not applied is taken out, and what is applied is put in
 * `credit`   what the process books to it counts, whatever is physically there
 * `return-*` earlier output that is mixed in counts wholly, not at all, or as it was
 * `whole`, `none`  all or none of it counts, whatever it was before
 * `unknown`  nothing is known afterwards
 */
export const behaviours = [
  'combine',
  'blend',
  'absorb',
  'pool',
  'shrink',
  'lose-some',
  'select',
  'limit',
  'judge',
  'add-term',
  'replace',
  'credit',
  'return-whole',
  'return-none',
  'return-same',
  'whole',
  'none',
  'unknown',
] as const;

export type Behaviour = (typeof behaviours)[number];

export interface Effect {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** Words that people use for it, in small letters. They lead to the effect; they never stand for it. */
  readonly alsoCalled: readonly string[];
  readonly traits: readonly string[];
  readonly parameters: readonly { readonly name: ProcessParameter; readonly required: boolean }[];
  /** True where it says how the parts that it takes are joined, be it only that nobody knows. */
  readonly joins: boolean;
  /** True for the one effect that stands for parts left over at the end without a process to join them. */
  readonly implicit: boolean;
  /** Where true, all parts but the first taken are applied to it unless the process says otherwise. */
  readonly appliesRest: boolean;
  /** Where true, all parts but the first taken stay products of their own, as a box around it does. */
  readonly keepsApart: boolean;
  /** The quantity that `uses` adds to. */
  readonly adds?: QuantityId;
  /** Levels of the joint that hold unless the process states others: quantity to step. */
  readonly levels: ReadonlyMap<QuantityId, number>;
  /**
   * By rule kind, by `kind/quantity` for fractions weighed by that quantity, or `kind/content` by any content, or by the id of one quantity or plain
   * statement, which goes before its kind. Unlisted: unknown.
   */
  readonly behaviours: ReadonlyMap<string, Behaviour>;
  readonly references: readonly Reference[];
}

export interface Catalogue {
  readonly id: string;
  readonly version: string;
  readonly title: string;
  readonly note: string;
  readonly sections: readonly Section[];
  readonly quantities: ReadonlyMap<QuantityId, Quantity>;
  readonly groups: ReadonlyMap<QuantityId, Group>;
  /** In catalogue order: by section, groups as one statement per band. */
  readonly statements: ReadonlyMap<StatementId, Statement>;
  readonly constraints: readonly Constraint[];
  readonly effects: ReadonlyMap<string, Effect>;
  /** What bills may adopt where sheets leave something unspecified. */
  readonly conventions: ReadonlyMap<string, Convention>;
  /** The most that a composition may keep back, of the product or of one material; undefined: no limit. */
  readonly hiddenAtMost?: Rational;
}

/** `id/version`, as sheets name it. */
export const catalogueName = (catalogue: Pick<Catalogue, 'id' | 'version'>): string =>
  `${catalogue.id}/${catalogue.version}`;

const anyName: Vocabulary = { names: [], closed: false };

/** The names that a set can hold, by what it is measured in. */
export const vocabularyOf = (measure: Measure | undefined): Vocabulary =>
  measure?.kind === 'names' ? measure : anyName;

export const vocabularyIn = ({ quantities }: Pick<Catalogue, 'quantities'>, id: QuantityId): Vocabulary =>
  vocabularyOf(quantities.get(id)?.measure);

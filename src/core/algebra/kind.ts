// The one interface of all aggregation rule kinds. A kind says what an input contributes, how parts combine,
// what each behaviour of a process does, and what may be said of the finished product. Whatever a kind does not
// say is unknown.

import type { Process } from '../model/bill.ts';
import type { Behaviour, Effect, Measure, QuantityId, Rule, StatementId } from '../model/catalogue.ts';
import type { ProductLevel } from '../model/sheet.ts';
import type { Custody } from '../values/custody.ts';
import type { Interval } from '../values/interval.ts';
import type { NameSet, Wanted } from '../values/name-set.ts';
import type { Rational } from '../values/rational.ts';
import type { Region } from '../values/region.ts';
import type { Truth } from '../values/truth.ts';

/** What is aggregated as one: a quantity, or a statement that is plainly true or false. */
export interface Subject<R extends Rule = Rule> {
  readonly id: QuantityId | StatementId;
  readonly rule: R;
  /** undefined for plain statements. */
  readonly measure: Measure | undefined;
  /** Every value a quantity can have; `anyShare` for plain statements, where it has no meaning. */
  readonly domain: Interval;
  readonly ownTerm: boolean;
  /** Of a statement about one material: others about the same that tolerate less of anything else, strictest first. */
  readonly stricter?: readonly { readonly id: StatementId; readonly tolerance: Rational }[];
  /** Of a set of names: what statements look for in it. */
  readonly asked?: readonly Wanted[];
  /** The rule of the quantity that weighs a share; undefined where the mass does, and for all else. */
  readonly weightRule?: Rule;
}

/** What a rule can ask of one input. */
export interface Leaf {
  /** The line of the bill: what lies on it may be another lot than what lies on another line of the same sheet. */
  readonly line: string;
  /** Id and revision of the sheet. */
  readonly product: string;
  /** undefined where no sheet says what kind of part it is. */
  readonly level: ProductLevel | undefined;
  /** Whether its sheet names inputs that it was made from. */
  readonly isMade: boolean;
  /** Whether all of the line is certainly one piece of what the sheet speaks of, or one lot of a material. */
  readonly isOne: boolean;
  readonly mass: Interval;
  /** How many declared units of the input's sheet the bill takes; undefined when its declared mass is unknown. */
  readonly units: Interval | undefined;
  region(quantity: QuantityId): Region;
  truth(statement: StatementId): Truth;
  /** `listed`: the name is in the vocabulary, so that it differs from every other listed one. */
  name(quantity: QuantityId): { readonly name: string; readonly listed: boolean } | undefined;
  /** What is known of a set of names. */
  names(quantity: QuantityId): NameSet;
  isInapplicable(statement: StatementId): boolean;
  custody(quantity: QuantityId): Custody | undefined;
}

export interface Line<V> {
  readonly value: V;
  readonly mass: Interval;
  /** True for material applied to the other parts: glue, solder, paint, plating. */
  readonly applied: boolean;
}

/** One process as a rule sees it. */
export interface Step<V> {
  readonly lines: readonly Line<V>[];
  /** What the process gives, after losses. */
  readonly mass: Interval;
  /** Mass that leaves. */
  readonly loss: Interval;
  readonly effect: Effect;
  readonly process: Pick<
    Process,
    | 'levels'
    | 'uses'
    | 'shares'
    | 'yield'
    | 'freeOf'
    | 'eligible'
    | 'fuelShare'
    | 'lossShare'
    | 'cap'
    | 'takenBack'
    | 'generations'
    | 'steadyState'
  >;
  /** True where the process's own facts are left out of account, to see whether a result needs them. */
  readonly silent: boolean;
}

/** What a rule lets be said of the product. */
export type Known =
  | { readonly kind: 'region'; readonly region: Region }
  | { readonly kind: 'truth'; readonly truth: Truth }
  | { readonly kind: 'names'; readonly names: NameSet }
  | { readonly kind: 'nothing' };

export interface Kind<R extends Rule, V> {
  readonly name: R['kind'];
  unknown(subject: Subject<R>): V;
  read(leaf: Leaf, subject: Subject<R>): V;
  /** Whether some of many lines may be combined beforehand: means of means are exact where masses are. */
  readonly associative: 'always' | 'with-exact-masses' | 'never';
  /** At least one line. */
  combine(lines: readonly Line<V>[], subject: Subject<R>): V;
  /** Behaviours beside `combine` and `unknown`, which every kind has. */
  readonly behaviours: { readonly [B in Behaviour]?: (step: Step<V>, subject: Subject<R>) => V };
  known(value: V, subject: Subject<R>): Known;
  /** What is left where a loss may have taken all of the part; left out where an amount of nothing tells as much. */
  vanishing?(value: V, subject: Subject<R>): V;
  /**
   * What holds whichever of the values is that of the part; `isMix`: or whichever mix of them, with at least one of
   * them in it. Without it nothing is known of such a part.
   */
  join?(values: readonly V[], subject: Subject<R>, isMix: boolean): V;
  /** What is left where a process changes the quantity that weighs the value; `fate` is what it does to that. */
  reweighed?(value: V, fate: Behaviour, step: Step<V>, subject: Subject<R>): V;
  /** The value of a part that weighs so much, where the mass bounds it. */
  inMass?(value: V, mass: Interval, subject: Subject<R>): V;
  custody?(value: V): Custody | undefined;
}

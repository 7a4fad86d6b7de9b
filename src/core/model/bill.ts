// What a bill means once it is read: a product, its inputs with masses, the processes in order, and the
// maker's own answers.

import type { Span } from '../text/span.ts';
import type { Interval } from '../values/interval.ts';
import type { QuantityId, StatementId } from './catalogue.ts';
import type { ProcessParameter } from './process-parameters.ts';
import type { Answer, HeaderPlaces, QuantityEntry, SheetHeader } from './sheet.ts';

export type InputOrigin =
  /** A sheet by path (relative to the bill) or by id. */
  | { readonly kind: 'sheet'; readonly reference: string }
  /** Another bill, merged first; its published sheet is the input. */
  | { readonly kind: 'bill'; readonly reference: string }
  /** No sheet was received. */
  | { readonly kind: 'none' };

export interface Input {
  readonly name: string;
  readonly origin: InputOrigin;
  /** In kg; undefined when the bill leaves it out. `unknown` is every amount. */
  readonly mass?: Interval;
  /** False for process aids that do not end up in the product. */
  readonly contained: boolean;
  /** True where the product may be without it: what is published holds both with it and without it. */
  readonly optional?: boolean;
  /** How many pieces go in, where the bill counts them. The mass is left out where each weighs what its sheet says. */
  readonly count?: Interval;
  /** What the bill says that one piece weighs, in kg. */
  readonly massEach?: Interval;
  /** Of an input that is one of several: what they are alternatives for. */
  readonly choice?: Choice;
  readonly at: Span;
  readonly originAt: Span;
  readonly massAt: Span;
}

/** A line of the bill that is filled from several sources, each an input by itself. */
export interface Choice {
  /** The name of the line, by which processes take it. */
  readonly part: string;
  /** The mass of the whole line. */
  readonly mass?: Interval;
  /**
   * True where shares of the line are fixed: then the mass of each alternative is its own. Else each may be all of
   * the line, or any part of it, or not be there, and has the mass of the whole line.
   */
  readonly isShared: boolean;
}

export interface Process {
  readonly effect: string;
  readonly name: string;
  readonly takes: readonly string[];
  readonly gives: string;
  /** Those of the parts taken that are applied to the others: glue, solder, paint, plating. */
  readonly applied?: readonly string[];
  /** Mass that leaves, in kg. */
  readonly loses?: Interval;
  /** Share of the mass that stays. */
  readonly yield?: Interval;
  /** Mass that goes round inside the process, in kg. */
  readonly returns?: Interval;
  /** What the process itself uses, in the base unit of the quantity its effect adds to. */
  readonly uses?: Interval;
  /** Shares of that use, by quantity. */
  readonly shares: ReadonlyMap<QuantityId, Interval>;
  /** Levels of the joint, by quantity, as steps of its scale. */
  readonly levels: ReadonlyMap<QuantityId, number>;
  /** Rule kinds or quantities that an unlisted process leaves as they are. */
  readonly conserves: readonly string[];
  /** Mass that is taken out of the first part to make room for the others, in kg. */
  readonly removes?: Interval;
  /** Mass of input that is booked to the part, before fuel use and losses, in kg. */
  readonly eligible?: Interval;
  /** Share of the eligible mass that becomes fuel, and so counts for nothing. */
  readonly fuelShare?: Interval;
  /** Share of the eligible mass that is lost. */
  readonly lossShare?: Interval;
  /** The most that may be booked, as a share of the part; all of it where there is no such rule. */
  readonly cap?: Interval;
  /** Share of what comes out that is material of earlier output, given back after use. */
  readonly takenBack?: Interval;
  /** This run, and how many such runs one after another all that comes back has been through at least. */
  readonly generations?: number;
  /** True where it was so for so long that what comes back is composed like what goes out. */
  readonly steadyState?: boolean;
  /** Quantities or statements of which what leaves has nothing: the maker's word, and so a fact of the process. */
  readonly freeOf?: readonly string[];
  /** Keys whose amounts are written but cannot be read: they are neither missing nor known. */
  readonly unread?: readonly ProcessParameter[];
  readonly at: Span;
  /** Places of single keys (`effect`, `takes/0`, `loses`). */
  readonly places: HeaderPlaces;
}

export interface Bill extends SheetHeader {
  readonly inputs: readonly Input[];
  readonly processes: readonly Process[];
  readonly answers: ReadonlyMap<StatementId, Answer>;
  readonly quantities: ReadonlyMap<QuantityId, QuantityEntry>;
  /** Conventions of the catalogue that the bill adopts; by default none. */
  readonly conventions?: readonly string[];
  readonly places: HeaderPlaces;
  readonly source: string;
}

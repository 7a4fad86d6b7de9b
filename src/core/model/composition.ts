// What a product is made of, as its maker tells it in confidence: materials with their shares and origins, the
// substances in them, and what is kept back. Everything is a range; what is not said is not known.

import type { Span } from '../text/span.ts';
import type { Interval } from '../values/interval.ts';
import type { Rational } from '../values/rational.ts';

/** Where material comes from. The first three never overlap; renewable material may be any of them. */
export const origins = ['post-consumer', 'pre-consumer', 'reused', 'renewable'] as const;
export type Origin = (typeof origins)[number];

/** A share that is not disclosed. */
export interface Hidden {
  readonly share: Interval;
  readonly at: Span;
}

export interface Substance {
  readonly name: string;
  readonly cas?: string;
  /** Of its material. */
  readonly share: Interval;
  /** Lists it is on, as `id/version`; none means that it is on no list at all, undefined that nothing is said. */
  readonly lists?: readonly string[];
  /** Lists it is certainly not on. */
  readonly notOn: readonly string[];
  readonly at: Span;
  readonly casAt?: Span;
}

export interface Material {
  readonly name: string;
  /** Of the product, whether it was told as a share or as a mass. */
  readonly share: Interval;
  /** In kg, where it was told as a mass. */
  readonly mass?: Interval;
  /** Shares of this material. */
  readonly origin: ReadonlyMap<Origin, Interval>;
  readonly homogeneous?: boolean;
  readonly substances: readonly Substance[];
  readonly hidden: readonly Hidden[];
  readonly at: Span;
}

export interface Composition {
  readonly materials: readonly Material[];
  /** More than one is a fault of the sheet. */
  readonly hidden: readonly Hidden[];
  readonly at: Span;
}

export const contentLevels = ['product', 'article', 'homogeneous-material'] as const;
export type ContentLevel = (typeof contentLevels)[number];

/** The figure of a composition that a quantity or a statement is about. */
export type CompositionMeasure =
  /** The share of the product that comes from any of these. */
  | { readonly kind: 'origin'; readonly origins: readonly Origin[] }
  /** The share of the product that is any of these, by name or as a substance in another material. */
  | { readonly kind: 'materials'; readonly names: readonly string[]; readonly cas: readonly string[] }
  /**
   * What there is of substances: together in the product, or the highest content of any one in an article or a
   * homogeneous material. With CAS numbers, others on the list are possible compounds of what is meant.
   */
  | {
      readonly kind: 'substances';
      readonly list?: string;
      readonly cas: readonly string[];
      readonly over: ContentLevel;
    }
  /** The share of the largest material. */
  | { readonly kind: 'one-material' }
  /** The deepest step of a scale whose limit no material exceeds with what it keeps back. */
  | { readonly kind: 'kept-back'; readonly limits: readonly Rational[] };

/** How a catalogue ties an entry to compositions. */
export interface CompositionLink {
  readonly measure: CompositionMeasure;
  /** The values that make a statement true; a quantity has the measure itself. */
  readonly range?: Interval;
}

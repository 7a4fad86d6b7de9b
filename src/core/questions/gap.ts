// A gap: why an answer stays open, whose it is, and what would close it.

import type { TraceGap, TraceSilence } from '../model/trace.ts';

export interface ExplainedGap {
  readonly kind: TraceGap['kind'] | 'conflict' | 'declared' | 'mass';
  /** Names of inputs from the product down to where the gap is; empty for gaps of the product's own bill. */
  readonly path: readonly string[];
  /** Whose gap it is: an input, a process, or the maker of the product (or of the part that `path` leads to). */
  readonly of: string;
  /** In a few words, for tables: `no sheet`. */
  readonly inShort: string;
  readonly inWords: string;
  readonly closes: string;
  readonly why?: TraceSilence;
  /** The input was made by a bill that is at hand. */
  readonly isMerged: boolean;
  readonly input?: string;
  readonly maker?: string;
  readonly sheet?: string;
  /** What keeps the input's own answer open, where a bill of its own made it. */
  readonly below: readonly ExplainedGap[];
  /** The same bill made another input, and what keeps its answer open is told there. */
  readonly isToldAbove?: true;
}

/** What is asked for: a statement or group, and the subjects it is read off. */
export interface Asked {
  readonly id: string;
  readonly subjects: readonly string[];
}

/** How the gap that a process leaves is called for short, where nothing is known after it. */
export const UNKNOWN_AFTER = 'unknown after it';

/** The same where less is known after it than before. */
export const LEFT_OPEN = 'left open by it';

/** The same where a process may make untrue what the maker asserts. */
export const MAY_MAKE_UNTRUE = 'may make it untrue';

/** What is said of the maker's own answer then: by itself it closes nothing. */
export const BARRED = {
  inShort: 'not asserted, and a process may make it untrue',
  closes: 'change that process first; only then can the maker assert it under `answers` in the bill',
} as const;

export type GapWords = Pick<ExplainedGap, 'inShort' | 'inWords' | 'closes'>;

/** The gaps that somebody can close: those at the ends of all paths. */
export const gapsAtTheEnd = (gaps: readonly ExplainedGap[]): readonly ExplainedGap[] =>
  gaps.flatMap((gap) => {
    if (gap.isToldAbove === true) return [];
    return gap.below.length === 0 ? [gap] : gapsAtTheEnd(gap.below);
  });

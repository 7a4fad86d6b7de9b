// What a report says about one sheet, as facts with their words: every rendering shows this value and nothing else.

import type { AssuranceLevel, OpenReason, ProductLevel } from '../model/sheet.ts';
import type { TraceInput, TraceProcess } from '../model/trace.ts';
import type { Outcome } from './explanation.ts';

export interface Report {
  /** Where the sheet lies, for commands about it. */
  readonly file: string;
  readonly sheet: {
    readonly id: string;
    readonly revision: number;
    readonly catalogue: string;
    readonly issued: string;
    readonly validUntil?: string;
    /** The day of the report, where the sheet is past its validity on it. */
    readonly expiredOn?: string;
    /** Inputs whose sheets end on that very day. */
    readonly endsWith?: readonly string[];
  };
  readonly product: {
    readonly name: string;
    readonly level: ProductLevel;
    readonly mass?: string;
    readonly ids: readonly Named[];
  };
  readonly maker: { readonly name: string; readonly ids: readonly Named[]; readonly site?: string };
  readonly assurance: { readonly level: AssuranceLevel; readonly inWords: string };
  /** Merged from other sheets, rather than filled. */
  readonly isMerged: boolean;
  /** Drawn from a trace: it names suppliers and figures that the sheet does not show. */
  readonly isPrivate: boolean;
  /** Whether `loopsheet explain` is of use to the reader: it needs the trace of a merged sheet. */
  readonly canExplain: boolean;
  /** What cannot be told, and how to get it. */
  readonly untold: readonly string[];
  readonly counts: Counts;
  readonly coverage?: Coverage;
  readonly sections: readonly ReportSection[];
  readonly figures: readonly ReportFigure[];
  readonly changes?: readonly ProcessChange[];
  readonly open: readonly OpenQuestion[];
  /** Titles of what is open only because inputs give ranges. */
  readonly openByRanges: readonly string[];
  readonly inputs: readonly ReportInput[];
  readonly assured: readonly AssuredAnswers[];
  readonly evidence: readonly ReportEvidence[];
  readonly assumptions: readonly string[];
}

export interface Named {
  readonly name: string;
  readonly value: string;
}

/** Answers by what they are, a group counted as one. */
export interface Counts {
  readonly settled: number;
  readonly open: number;
  readonly notApplicable: number;
  readonly silent: number;
}

export interface Coverage {
  /** Inputs contained in the product, and those of them whose sheet counts. */
  readonly inputs: number;
  readonly usable: number;
  /** Share of the mass that goes in under a sheet that counts: rationals in [0, 1] as text. */
  readonly mass?: { readonly least: string; readonly most: string; readonly inWords: string };
  readonly byState: readonly {
    readonly state: TraceInput['state'];
    readonly inWords: string;
    readonly inputs: readonly string[];
  }[];
  /** The same down to inputs that no bill at hand made; missing where there is one tier only. */
  readonly allTiers?: { readonly inputs: number; readonly usable: number; readonly mass?: string };
  /** Answers of inputs that do not count, although they were given, by the finding that sets them aside. */
  readonly disregarded: readonly {
    readonly code: string;
    readonly inWords: string;
    readonly answers: number;
  }[];
}

export interface ReportSection {
  readonly id: string;
  readonly number: number;
  readonly title: string;
  readonly rows: readonly ReportRow[];
  /** Titles of what the sheet does not answer at all. */
  readonly silent: readonly string[];
}

export interface ReportRow {
  readonly id: string;
  readonly kind: 'statement' | 'group';
  readonly title: string;
  /** The sentence that is answered. */
  readonly text: string;
  readonly answer: Outcome | 'silent';
  readonly shown: string;
  readonly reason?: OpenReason;
  readonly why: string;
  /** Who stands behind the answer itself. */
  readonly level: AssuranceLevel;
  /** The sheet says that it would not follow without the maker's own answers. */
  readonly isOwn?: true;
  /** It holds only by these conventions. */
  readonly conventions?: readonly string[];
  /** The weakest assurance among the answers of suppliers that it rests on. */
  readonly restsOn?: AssuranceLevel;
}

export interface ReportFigure {
  readonly id: string;
  readonly title: string;
  readonly inWords: string;
}

export interface ProcessChange {
  /** Inputs from the product down to the bill that the process belongs to; empty for the product's own. */
  readonly path: readonly string[];
  readonly name: string;
  readonly effect: string;
  readonly title: string;
  readonly loses?: string;
  readonly says: TraceProcess['says'];
  readonly changes: readonly Change[];
}

export interface Change {
  readonly id: string;
  readonly title: string;
  /** The part that the process gave. */
  readonly part: string;
  readonly kind: 'refuted' | 'opened' | 'shifted';
  readonly before: string;
  readonly after: string;
}

/** Everything that one supplier, one process or the maker leaves open. */
export interface OpenQuestion {
  /** Who or what leaves it open, in a few words. */
  readonly who: string;
  readonly isOwn: boolean;
  readonly maker?: string;
  readonly sheet?: string;
  readonly points: readonly OpenPoint[];
}

export interface OpenPoint {
  readonly why: string;
  readonly answers: readonly { readonly id: string; readonly title: string }[];
  readonly closes: string;
}

export interface ReportInput {
  readonly path: readonly string[];
  readonly name: string;
  readonly state: TraceInput['state'] | 'named';
  readonly inWords: string;
  readonly share?: string;
  readonly sheet?: { readonly id: string; readonly revision: number; readonly sha256: string };
  readonly product?: string;
  readonly maker?: string;
  readonly validUntil?: string;
  readonly assurance?: AssuranceLevel;
}

/** Answers that have the same assurance behind them. */
export interface AssuredAnswers {
  readonly inWords: string;
  readonly answers: readonly string[];
}

export interface ReportEvidence {
  readonly answer: string;
  readonly title: string;
  readonly uri?: string;
  readonly sha256?: string;
}

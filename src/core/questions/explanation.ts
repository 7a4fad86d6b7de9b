// What an explanation is: why a sheet answers as it does, as facts with their words beside them. Every rendering
// shows this value.

import type { RuleKindName } from '../model/catalogue.ts';
import type { AnswerBasis, AssuranceLevel, OpenReason } from '../model/sheet.ts';
import type { Stage } from '../model/trace.ts';
import type { ExplainedPart } from './explained-part.ts';
import type { ExplainedGap } from './gap.ts';
import type { ExplainedGround } from './ground-words.ts';

/** `blocked`: the maker asserts it and something refutes it, so that nothing may be published. */
export type Outcome = 'true' | 'false' | 'open' | 'not-applicable' | 'blocked';

export interface ExplainedBand {
  readonly statement: string;
  readonly label: string;
  readonly answer: Outcome;
}

/** What is known of one subject, and how it came about. */
export interface ExplainedFigure {
  readonly id: string;
  readonly title: string;
  readonly rule: RuleKindName;
  /** In the end, after the maker's own answers and the constraints of the catalogue. */
  readonly value: string;
  readonly inWords: string;
  /** What it comes to under the conventions that the bill adopts, where that is more. */
  readonly byConvention?: { readonly value: string; readonly inWords: string };
  /** What follows from the inputs and processes alone, where that is less. */
  readonly fromInputs?: { readonly value: string; readonly inWords: string };
  readonly tree: ExplainedPart;
}

/** A ground, and the grounds it has in turn where a bill of its own made the input. */
export interface RestsOn extends ExplainedGround {
  readonly because?: Explanation;
}

export interface Explanation {
  readonly id: string;
  readonly kind: 'statement' | 'group' | 'quantity';
  readonly title: string;
  readonly text: string;
  /** Id and revision of the sheet that is explained, and its product. */
  readonly sheet: string;
  readonly product: string;
  readonly answer: Outcome;
  /** As a table shows it: `TRUE`, `>25-50 %`, `OPEN: >10-25 % or >25-50 %`. */
  readonly shown: string;
  readonly reason?: OpenReason;
  /** The conventions without which it, or some of its bands, would be open; empty for most. */
  readonly conventions?: readonly string[];
  /** The answer in one sentence. */
  readonly why: string;
  readonly bands: readonly ExplainedBand[];
  readonly rule: readonly string[];
  readonly figures: readonly ExplainedFigure[];
  readonly rests: readonly RestsOn[];
  /** Present where some of what it rests on may not be needed: looking for less took too long. */
  readonly minimal?: false;
  /** How it stands, and for how long, by the suppliers' answers behind it. */
  readonly stands: readonly ExplainedStage[];
  readonly constraints: readonly string[];
  readonly changedBy: readonly string[];
  readonly gaps: readonly ExplainedGap[];
  /** The statements that this one is made of. */
  readonly madeOf: readonly Explanation[];
}

export interface ExplainedStage extends Stage {
  readonly inWords: string;
}

/** Why a filled sheet answers as it does: who said so, and what stands behind it. */
export interface Declaration {
  readonly id: string;
  readonly kind: 'statement' | 'group';
  readonly title: string;
  readonly text: string;
  readonly sheet: string;
  readonly product: string;
  readonly maker: string;
  readonly answer: Outcome | 'silent';
  readonly shown: string;
  /** The sheet says that it is the maker's own claim; of a group, that the band that holds is. */
  readonly isOwn: boolean;
  /** The sheet says that it holds only by these. */
  readonly conventions?: readonly string[];
  readonly reason?: OpenReason;
  readonly why: string;
  readonly file: string;
  readonly said: readonly DeclaredAnswer[];
  readonly figure?: { readonly value: string; readonly inWords: string; readonly line: number };
}

export interface DeclaredAnswer {
  readonly statement: string;
  readonly label: string;
  readonly answer: Outcome;
  readonly line: number;
  readonly assurance: {
    readonly level: AssuranceLevel;
    readonly inWords: string;
  };
  readonly basis?: AnswerBasis;
  readonly conventions?: readonly string[];
  readonly references: readonly string[];
  readonly evidence: readonly { readonly title: string; readonly uri?: string; readonly sha256?: string }[];
  readonly list?: string;
  readonly custody?: string;
  readonly note?: string;
}

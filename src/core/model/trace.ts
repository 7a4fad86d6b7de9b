// The derivation beside a merged sheet: how every answer came about and what it rests on. A trace is private: it
// names suppliers, masses and ranges that the sheet itself does not show.

import type { Behaviour, RuleKindName } from './catalogue.ts';
import type { AnswerValue, AssuranceLevel, OpenReason } from './sheet.ts';

export interface TraceInput {
  readonly name: string;
  readonly state: 'used' | 'missing' | 'expired' | 'not-contained';
  readonly mass: string;
  /** The product may be without it. */
  readonly optional?: true;
  /** The line of the bill that it and others are sources for. */
  readonly line?: string;
  /** Share of the mass that goes in, where masses are exact; a rational in [0, 1] as text. */
  readonly share?: string;
  readonly sheet?: {
    readonly id: string;
    readonly revision: number;
    readonly sha256: string;
    readonly file: string;
    readonly product: string;
    readonly maker: string;
    readonly assurance: AssuranceLevel;
    readonly validUntil?: string;
  };
  readonly disregarded: readonly { readonly statement: string; readonly code: string }[];
  /** The trace of a bill that was merged to make this input: one value wherever the bill is used. */
  readonly trace?: Trace;
}

export interface TraceProcess {
  readonly name: string;
  readonly effect: string;
  readonly title: string;
  readonly takes: readonly string[];
  readonly gives: string;
  readonly loses?: string;
  /** What the process itself uses, and shares of it by quantity. */
  readonly uses?: string;
  readonly shares: readonly { readonly quantity: string; readonly value: string }[];
  /** What else the bill states of it that its arithmetic needs, by the key of the bill. */
  readonly parameters?: readonly { readonly parameter: string; readonly value: string }[];
  /** Levels of the joint that the bill states, by quantity. */
  readonly levels: readonly { readonly quantity: string; readonly value: string }[];
  readonly line: number;
}

/**
 * One step of the way from inputs to product. All subjects take the same way, so it is told once; `from` names
 * earlier steps by their index, and the last step gives the product.
 */
export interface TraceStep {
  readonly part: string;
  /** The input that enters here. */
  readonly input?: string;
  /** Index of the process; undefined for inputs, and for parts left over at the end. */
  readonly process?: number;
  /** Several sources of one line side by side: in fixed shares, or any mix of them. */
  readonly lots?: 'fixed' | 'open';
  readonly mass: string;
  readonly from: readonly number[];
}

/** What is known of one subject after one step. */
export interface TraceValue {
  readonly value: string;
  /** What the step did to the subject; undefined for inputs. */
  readonly behaviour?: Behaviour;
  /** What plain combination would have given, where the process made it something else. */
  readonly plainly?: string;
}

export interface TraceSubject {
  readonly id: string;
  readonly title: string;
  readonly rule: RuleKindName;
  readonly weight?: string;
  /** What is known in the end, after the maker's own answers and the constraints. */
  readonly value: string;
  /** What it comes to under the conventions of the bill, where that is more. */
  readonly byConvention?: string;
  /** By step, in the order of the steps. */
  readonly values: readonly TraceValue[];
}

/** Something an answer rests on; together they suffice, and none can be left out but where `minimal` is false. */
export type TraceGround =
  | {
      readonly kind: 'answer';
      readonly input: string;
      readonly of: string;
      readonly says: string;
      readonly sheet: string;
      readonly sha256: string;
      readonly file: string;
      readonly line: number;
      readonly assurance: AssuranceLevel;
      /** Worked out from what the product is made of, rather than answered. */
      readonly from?: 'composition';
      /** What the supplier adds to the answer. */
      readonly note?: string;
    }
  | {
      readonly kind: 'own';
      readonly of: string;
      readonly says: string;
      readonly file: string;
      readonly line: number;
      readonly note?: string;
    }
  | {
      readonly kind: 'process';
      readonly name: string;
      readonly effect: string;
      readonly file: string;
      readonly line: number;
    }
  | {
      /** Nobody says so: a convention takes it to be so of the input, or the input's own sheet did by one. */
      readonly kind: 'convention';
      readonly conventions: readonly string[];
      readonly input: string;
      readonly of: string;
      readonly says: string;
      readonly file: string;
      readonly line: number;
    };

/**
 * Why an input leaves an answer open: no sheet, an old one, answers set aside, no answer, too wide a range; or that it
 * may not be there, or that other sources of the same line differ from it.
 */
export const silences = [
  'missing',
  'expired',
  'disregarded',
  'silent',
  'range',
  'optional',
  'alternative',
] as const;
export type TraceSilence = (typeof silences)[number];

/** Why an answer stays open. */
export type TraceGap =
  | { readonly kind: 'input'; readonly input: string; readonly why: TraceSilence; readonly value: string }
  | { readonly kind: 'process'; readonly name: string; readonly effect: string }
  | { readonly kind: 'joint' }
  | { readonly kind: 'own-answer' }
  | { readonly kind: 'own-use'; readonly quantity: string };

/** How an answer stands until a day, by the weakest assurance of the suppliers' answers behind it. */
export interface Stage {
  readonly assurance: AssuranceLevel;
  /** The last day; left out where nothing ends it. */
  readonly until?: string;
}

export interface TraceAnswer {
  readonly statement: string;
  readonly answer: AnswerValue;
  readonly reason?: OpenReason;
  /** The conventions without which it would be open. */
  readonly conventions?: readonly string[];
  readonly subjects: readonly string[];
  readonly rests: readonly TraceGround[];
  /** By the strongest set of suppliers' answers that suffices, then by what is left when it ends; never empty. */
  readonly stands?: readonly Stage[];
  /** Present where looking for less took too long: `rests` suffices, but some of it may not be needed. */
  readonly minimal?: false;
  readonly constraints: readonly string[];
  /** Processes after which it was another than plain combination of the parts would have given. */
  readonly changedBy: readonly string[];
  readonly gaps: readonly TraceGap[];
  /** Inputs whose contradictory answers leave it open: were one side withdrawn, it could be decided. */
  readonly conflictedBy: readonly string[];
}

export interface Trace {
  readonly sheet: {
    readonly id: string;
    readonly revision: number;
    readonly product: string;
    readonly sha256?: string;
  };
  readonly bill: { readonly file: string; readonly sha256: string };
  readonly catalogue: string;
  /** The conventions that the bill adopts. */
  readonly conventions?: readonly string[];
  readonly inputs: readonly TraceInput[];
  readonly processes: readonly TraceProcess[];
  readonly steps: readonly TraceStep[];
  readonly subjects: readonly TraceSubject[];
  readonly answers: readonly TraceAnswer[];
}

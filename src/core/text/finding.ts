// A finding is what a check reports: facts first (`data`), words last. Findings are values: nothing in the
// project throws for what a user wrote.

import { type Code, codes } from './codes.ts';
import { compareNames } from './order.ts';
import type { Span } from './span.ts';

export type Severity = 'error' | 'warning' | 'note';

export type Fact = string | number | boolean | null | readonly Fact[] | { readonly [key: string]: Fact };

export interface Finding {
  readonly code: Code;
  readonly severity: Severity;
  /** One line, lower case, no full stop, user's names in back-ticks. */
  readonly message: string;
  readonly at?: Span;
  /** A few words shown beside the caret. */
  readonly label?: string;
  readonly related: readonly { readonly at: Span; readonly label: string }[];
  /** Imperative next steps, the most concrete first. */
  readonly help: readonly string[];
  /** The typed facts behind the message; machine formats carry them. */
  readonly data: { readonly [key: string]: Fact };
  /** Statements whose answers this finding makes unusable: a merge counts them as unknown. */
  readonly discredits: readonly string[];
}

type FindingDetails = Partial<Omit<Finding, 'code' | 'message' | 'at'>> & { readonly at?: Span | undefined };

/** Make a finding of a code; severity comes from the code table unless the caller knows better. */
export function finding(code: Code, message: string, details: FindingDetails = {}): Finding {
  const { at, ...rest } = details;
  return {
    code,
    severity: codes[code].severity,
    message,
    related: [],
    help: [],
    data: {},
    discredits: [],
    ...rest,
    ...(at === undefined ? {} : { at }),
  };
}

/** A value that may be missing, with everything that was found on the way to it. */
export interface Result<T> {
  readonly value: T;
  readonly findings: readonly Finding[];
}

/** The one order in which findings are shown: source, place, code. */
export function orderFindings(findings: readonly Finding[]): readonly Finding[] {
  return [...findings].sort(
    (a, b) =>
      compareNames(a.at?.source ?? '', b.at?.source ?? '') ||
      (a.at?.start.offset ?? 0) - (b.at?.start.offset ?? 0) ||
      compareNames(a.code, b.code) ||
      compareNames(a.message, b.message),
  );
}

export function hasErrors(findings: readonly Finding[]): boolean {
  return findings.some((each) => each.severity === 'error');
}

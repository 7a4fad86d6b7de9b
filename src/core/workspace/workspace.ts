// What a workspace document means: the bills that belong together and what is made of them. Paths are relative to the
// folder the document lies in.

import type { Span } from '../text/span.ts';

export const workspaceReports = ['markdown'] as const;
export type WorkspaceReport = (typeof workspaceReports)[number];

export interface Placed {
  readonly text: string;
  readonly at: Span;
}

export interface Workspace {
  /** Paths and patterns. */
  readonly bills: readonly Placed[];
  readonly catalogues: readonly Placed[];
  readonly output: Placed;
  readonly reports: readonly WorkspaceReport[];
  readonly quantities: boolean;
}

/** What is looked for where the document names no bills. */
export const usualBills = '**/*.bill.{yaml,yml,json}';
export const usualOutput = 'out';

// How large and how deep a document may be. The limits are far above what sheets need and keep hostile documents
// from costing more than a moment.

import { type Finding, finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';

export const DEEPEST = 64;
export const MOST_ENTRIES = 5000;
/** The tool's own traces list the steps of a whole bill, and for every answer all that it rests on. */
export const MOST_TRACE_ENTRIES = 1_000_000;
/** Findings that one document is reported with at most; beyond, a document is not what it is taken for. */
export const MOST_FINDINGS = 1000;

export const tooDeep = (at: Span): Finding =>
  finding('read/too-deep', `the document nests deeper than ${DEEPEST} levels`, {
    at,
    label: `level ${DEEPEST + 1} starts here`,
    help: ['write the document with fewer maps and lists inside one another'],
    data: { limit: DEEPEST },
  });

/** A map or a list with more entries than any document needs. */
export const tooMany = (at: Span, most = MOST_ENTRIES): Finding =>
  finding('read/too-large', `a map or a list has more than ${most} entries`, {
    at,
    label: `entry ${most + 1} stands here`,
    help: ['split the document'],
    data: { limit: most },
  });

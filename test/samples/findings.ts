// Findings as one line each, so that a table of cases says everything that matters: place, code and message.

import type { Finding } from '../../src/core/text/finding.ts';
import { orderFindings } from '../../src/core/text/finding.ts';
import type { Span } from '../../src/core/text/span.ts';

/** `3:5-3:9`, or `3:5` for a place without extent. */
export function placeText({ start, end }: Span): string {
  const from = `${start.line}:${start.column}`;
  return end.offset === start.offset ? from : `${from}-${end.line}:${end.column}`;
}

/** `3:5-3:9 read/unknown-key: ...`, in the order in which users see them. */
export const asLines = (findings: readonly Finding[]): readonly string[] =>
  orderFindings(findings).map(
    ({ at, code, message }) => `${at === undefined ? '-' : placeText(at)} ${code}: ${message}`,
  );

/** The text that a place covers. */
export const covered = (text: string, { start, end }: Span): string => text.slice(start.offset, end.offset);

/** As lines, but with the text that each place covers: `<30-100> catalogue/bad-ladder: ...`. */
export const asMarkedLines = (findings: readonly Finding[], text: string): readonly string[] =>
  orderFindings(findings).map(
    ({ at, code, message }) => `<${at === undefined ? '' : covered(text, at)}> ${code}: ${message}`,
  );

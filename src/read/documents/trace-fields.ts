// What readers of a trace share.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';

/** The key with its value, or nothing where there is none. */
export const optional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });

/** A trace that cannot be as it is: somebody changed it. */
export const broken = (message: string, at: Span): Finding =>
  finding('read/wrong-value', message, {
    at,
    help: ['merge the bill again: a trace is written by the tool and not meant to be edited'],
  });

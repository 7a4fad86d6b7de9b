// What readers of a trace share.

import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import type { Node } from '../tree.ts';
import { textsAt } from './fields.ts';

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

/** The names of a list under its key, or nothing where there is none. */
export function namesAt<Key extends string>(
  node: Node,
  key: Key,
): { readonly [K in Key]?: readonly string[] } {
  const names = textsAt(node, key);
  return optional(key, names.length === 0 ? undefined : names);
}

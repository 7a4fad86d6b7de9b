// What readers of a trace share.

import type { RuleKindName } from '../../core/model/catalogue.ts';

/** The key with its value, or nothing where there is none. */
export const optional = <Key extends string, Value>(
  key: Key,
  value: Value | undefined,
): { readonly [K in Key]?: Value } =>
  value === undefined ? {} : ({ [key]: value } as { [K in Key]?: Value });

/** A table, so that no kind can be forgotten. */
const kinds: Readonly<Record<RuleKindName, true>> = {
  fraction: true,
  all: true,
  any: true,
  'conc-article': true,
  'conc-homog': true,
  'min-level': true,
  'min-number': true,
  sum: true,
  'same-value': true,
  'assert-refutable': true,
  own: true,
};

const isRuleKind = (name: string): name is RuleKindName => Object.hasOwn(kinds, name);

export const ruleKinds: readonly RuleKindName[] = Object.keys(kinds).filter(isRuleKind);

// One step of a bill as rule kinds see it, for tests of a single kind.

import type { Line, Step, Subject } from '../../src/core/algebra/kind.ts';
import type { Effect, Rule } from '../../src/core/model/catalogue.ts';
import { anyShare } from '../../src/core/values/interval.ts';
import { rangeOf } from './ranges.ts';

export const effectOf = (changes: Partial<Effect> = {}): Effect => ({
  id: 'effect',
  title: 'Effect',
  text: 'Effect.',
  traits: [],
  parameters: [],
  joins: false,
  implicit: false,
  alsoCalled: [],
  appliesRest: false,
  keepsApart: false,
  levels: new Map(),
  behaviours: new Map(),
  references: [],
  ...changes,
});

export const lineOf = <V>(value: V, mass = '[1]', applied = false): Line<V> => ({
  value,
  mass: rangeOf(mass),
  applied,
});

export const stepOf = <V>(lines: readonly Line<V>[], changes: Partial<Step<V>> = {}): Step<V> => ({
  lines,
  mass: rangeOf('[1]'),
  loss: rangeOf('[0]'),
  effect: effectOf(),
  process: { levels: new Map(), shares: new Map() },
  silent: false,
  ...changes,
});

export const subjectOf = <R extends Rule>(id: string, rule: R, domain = anyShare): Subject<R> => ({
  id,
  rule,
  measure: { kind: 'number', dimension: 'share' },
  domain,
  ownTerm: false,
});

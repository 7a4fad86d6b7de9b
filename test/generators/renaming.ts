// The same case under other names. Whatever names something is written `id` or is an id in a known place, so a walk
// over the whole case renames it all; new names sort the other way round.

import type { Decided } from './published.ts';
import type { Scenario } from './scenarios.ts';

const turn = (name: string): string =>
  `z${[...name].map((sign) => String.fromCodePoint(0x2100 - (sign.codePointAt(0) ?? 0))).join('')}`;
const turnBack = (name: string): string =>
  [...name.slice(1)].map((sign) => String.fromCodePoint(0x2100 - (sign.codePointAt(0) ?? 0))).join('');

/** Keys whose values are words of the format, though a quantity may be called the same. */
const words = new Set(['dimension', 'custody', 'level']);

/** All names of inputs, parts, statements, quantities and groups are turned into others. */
export function renamed(scenario: Scenario): Scenario {
  const { design, bill, received } = scenario;
  const names = new Set<string>([
    ...design.catalogue.quantities.keys(),
    ...design.catalogue.statements.keys(),
    ...bill.inputs.map(({ name }) => name),
    ...bill.processes.flatMap(({ takes, gives, name }) => [...takes, gives, name]),
  ]);
  const rename = (value: unknown): unknown => {
    if (typeof value === 'string') return names.has(value) ? turn(value) : weighed(value, names);
    if (Array.isArray(value)) return value.map(rename);
    if (value instanceof Map) return new Map([...value].map(([key, each]) => [rename(key), rename(each)]));
    if (value instanceof Set) return new Set([...value].map(rename));
    if (value === null || typeof value !== 'object') return value;
    return Object.fromEntries(
      Object.entries(value).map(([key, each]) => [key, words.has(key) ? each : rename(each)]),
    );
  };
  return rename({ ...scenario, design, bill, received }) as Scenario;
}

/** `fraction/energy`, the row of an effect for shares weighed by a quantity. */
function weighed(value: string, names: ReadonlySet<string>): string {
  const [kind, quantity] = value.split('/');
  return kind === 'fraction' && quantity !== undefined && names.has(quantity)
    ? `${kind}/${turn(quantity)}`
    : value;
}

export const unrenamed = (all: readonly Decided[]): readonly Decided[] =>
  all.map((each) =>
    Object.fromEntries(
      Object.entries(each)
        .map(([id, value]) => [turnBack(id), value] as const)
        .sort(),
    ),
  );

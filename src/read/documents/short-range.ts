// Ranges written short, as one types them into a cell: `>10..25 %`, `10..<25 %`, `>=18 MJ`, `trained..layman`. They are
// read as the map of ends that says the same.

import type { Entry, Node } from '../tree.ts';
import { scalarText } from './fields.ts';

const RANGE = /^(>=?)?([^.<>]+(?:\.[^.<>]+)*)\.\.\s*(<=?)?([^<>]+)$/;
const ONE_END = /^([<>]=?)([^<>]+)$/;
const UNIT = /[^\d\s./].*$/;

/** The map of ends; undefined for a text that is no range with ends of its own. */
export function shortRange(node: Node): Node | undefined {
  const text = scalarText(node)?.trim();
  if (text === undefined) return undefined;
  const [, from = '', lower = '', to = '', upper = ''] = RANGE.exec(text) ?? [];
  if (upper !== '') {
    return endsAt(node, [
      [from === '>' ? 'moreThan' : 'atLeast', withUnit(lower, upper)],
      [to === '<' ? 'lessThan' : 'atMost', upper],
    ]);
  }
  const [, sign = '', only = ''] = ONE_END.exec(text) ?? [];
  const key = ONE_END_KEYS[sign];
  return key === undefined ? undefined : endsAt(node, [[key, only]]);
}

const ONE_END_KEYS: Readonly<Record<string, string>> = {
  '>': 'moreThan',
  '>=': 'atLeast',
  '<': 'lessThan',
  '<=': 'atMost',
};

/** Ends of one range share the unit that stands behind them. */
const withUnit = (lower: string, upper: string): string =>
  /^[\d./\s]+$/.test(lower) ? `${lower.trim()} ${UNIT.exec(upper)?.[0] ?? ''}` : lower;

function endsAt({ at }: Node, ends: readonly (readonly [key: string, text: string])[]): Node {
  const entries = ends.map(
    ([key, text]): Entry => ({
      key,
      keyAt: at,
      value: { kind: 'scalar', type: 'text', text: text.trim(), at },
    }),
  );
  return { kind: 'map', entries, at };
}

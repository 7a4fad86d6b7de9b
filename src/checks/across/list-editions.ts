// Editions of lists, `<id>/<version>`, and which of two is older: numbers in them are compared as numbers.

import { compareNames } from '../../core/text/order.ts';

export interface ListEdition {
  readonly id: string;
  readonly version: string;
}

export function listEdition(text: string): ListEdition | undefined {
  const [, id, version] = /^([^\s/][^\s]*)\/([^\s/]+)$/.exec(text) ?? [];
  return id === undefined || version === undefined ? undefined : { id, version };
}

export const editionName = ({ id, version }: ListEdition): string => `${id}/${version}`;

const partsOf = (version: string): readonly string[] => version.match(/\d+|\p{L}+/gu) ?? [];

const isNumber = (part: string): boolean => /^\d+$/.test(part);

/** Long numbers are compared by length first, which no rounding can spoil. */
function compareParts(a: string, b: string): number {
  if (!isNumber(a) || !isNumber(b)) return compareNames(a, b);
  const [x, y] = [a.replace(/^0+/, ''), b.replace(/^0+/, '')];
  return x.length - y.length || compareNames(x, y);
}

/** Below zero where the first is older. What has further parts comes after what it begins with. */
export function compareVersions(a: string, b: string): number {
  const [first, second] = [partsOf(a), partsOf(b)];
  for (const [index, part] of first.entries()) {
    const other = second[index];
    if (other === undefined) return 1;
    const order = compareParts(part, other);
    if (order !== 0) return order;
  }
  return first.length - second.length;
}

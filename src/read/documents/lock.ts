// A lock to what it means. Its shape has been checked; what a hand has left out of it counts as not built.

import type {
  BuildSettings,
  Lock,
  LockedBill,
  LockedFile,
  LockedInput,
  LockedSheet,
} from '../../core/workspace/lock.ts';
import { type Node, valueAt } from '../tree.ts';
import { isSet, itemsOf, textAt, textsAt } from './fields.ts';

/** `isWhole`: whether a record carries the seal it should. */
export function readLock(tree: Node, isWhole: (bill: LockedBill, seal: string) => boolean): Lock {
  const bills = itemsOf(valueAt(tree, 'bills')).map((node) => ({
    bill: readBill(node),
    seal: textAt(node, 'seal') ?? '',
  }));
  return {
    bills: new Map(bills.map(({ bill }) => [bill.file, bill])),
    editions: itemsOf(valueAt(tree, 'editions')).map((node) => ({
      id: textAt(node, 'id') ?? '',
      revision: Number(textAt(node, 'revision') ?? 1),
      content: textAt(node, 'content'),
    })),
    left: textsAt(tree, 'left'),
    broken: new Set(bills.flatMap(({ bill, seal }) => (isWhole(bill, seal) ? [] : [bill.file]))),
  };
}

const readSettings = (node: Node | undefined): BuildSettings => ({
  tool: textAt(node, 'tool') ?? '',
  catalogue: {
    name: textAt(node, 'catalogue', 'name') ?? '',
    sha256: textAt(node, 'catalogue', 'sha256') ?? '',
  },
  quantities: isSet(node, 'quantities'),
  reports: textsAt(node, 'reports'),
});

const readBill = (node: Node): LockedBill => ({
  ...readFile(node),
  settings: readSettings(valueAt(node, 'settings')),
  inputs: itemsOf(valueAt(node, 'inputs')).map(readInput),
  sheet: readSheet(valueAt(node, 'sheet')),
  outputs: itemsOf(valueAt(node, 'outputs')).map(readFile),
  warnings: itemsOf(valueAt(node, 'warnings')).map((each) => ({
    code: textAt(each, 'code') ?? '',
    count: Number(textAt(each, 'count') ?? 0),
  })),
});

const readInput = (node: Node): LockedInput => ({
  name: textAt(node, 'name') ?? '',
  id: textAt(node, 'id') ?? '',
  revision: Number(textAt(node, 'revision') ?? 1),
  ...readEnd(node),
  ...readFile(node),
});

const readSheet = (node: Node | undefined): LockedSheet => ({
  id: textAt(node, 'id') ?? '',
  revision: Number(textAt(node, 'revision') ?? 1),
  sha256: textAt(node, 'sha256') ?? '',
  ...readEnd(node),
  content: textAt(node, 'content') ?? '',
});

function readEnd(node: Node | undefined): { readonly validUntil?: string } {
  const validUntil = textAt(node, 'validUntil');
  return validUntil === undefined ? {} : { validUntil };
}

const readFile = (node: Node): LockedFile => ({
  file: textAt(node, 'file') ?? '',
  sha256: textAt(node, 'sha256') ?? '',
});

// A lock as lock/1: keys in one order and bills by name, so that equal builds give equal bytes.

import { inOrder } from '../core/text/order.ts';
import type { BuildSettings, Lock, LockedBill } from '../core/workspace/lock.ts';
import { type DocumentMap, mapOf } from './sheets/document.ts';
import { writeJson } from './sheets/json.ts';

export const writeLock = ({ bills }: Lock): string =>
  writeJson(
    mapOf([
      ['loopsheet', 'lock/1'],
      ['bills', inOrder([...bills.keys()]).flatMap((file) => billOf(bills.get(file)))],
    ]),
  );

function billOf(bill: LockedBill | undefined): readonly DocumentMap[] {
  if (bill === undefined) return [];
  const { file, sha256, settings, inputs, sheet, outputs } = bill;
  return [
    mapOf([
      ['file', file],
      ['sha256', sha256],
      ['settings', settingsOf(settings)],
      [
        'inputs',
        inputs.map((input) =>
          mapOf([
            ['name', input.name],
            ['file', input.file],
            ['id', input.id],
            ['revision', input.revision],
            ['sha256', input.sha256],
          ]),
        ),
      ],
      [
        'sheet',
        mapOf([
          ['id', sheet.id],
          ['revision', sheet.revision],
          ['sha256', sheet.sha256],
          ['content', sheet.content],
        ]),
      ],
      [
        'outputs',
        outputs.map((output) =>
          mapOf([
            ['file', output.file],
            ['sha256', output.sha256],
          ]),
        ),
      ],
    ]),
  ];
}

const settingsOf = ({ tool, catalogue, quantities, reports }: BuildSettings): DocumentMap =>
  mapOf([
    ['tool', tool],
    ['catalogue', mapOf(Object.entries(catalogue))],
    ['quantities', quantities],
    ['reports', reports],
  ]);

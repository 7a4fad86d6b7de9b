// A lock as lock/1: keys in one order and bills by name, so that equal builds give equal bytes.

import { inOrder } from '../core/text/order.ts';
import type {
  BuildSettings,
  Digest,
  Lock,
  LockedBill,
  LockedInput,
  LockedSheet,
} from '../core/workspace/lock.ts';
import { type DocumentMap, listOf, mapOf } from './sheets/document.ts';
import { writeJson } from './sheets/json.ts';

/** `digestOf`: a record with one value changed, or put together from two, is known by its seal. */
export const writeLock = (
  { bills, broken, editions, left }: Lock,
  digestOf: (text: string) => Digest,
): string =>
  writeJson(
    mapOf([
      ['loopsheet', 'lock/1'],
      [
        'bills',
        inOrder([...bills.keys()]).flatMap((file) => {
          const bill = bills.get(file);
          if (bill === undefined) return [];
          // What was not whole when it was read does not become so by being written again.
          const seal = broken.has(file) ? undefined : digestOf(writeRecord(bill));
          const sealed = seal === undefined ? [] : [['seal', seal] as const];
          return [mapOf([...recordOf(bill), ...sealed])];
        }),
      ],
      [
        'editions',
        listOf(
          editions.map(({ id, revision, content }) =>
            mapOf([
              ['id', id],
              ['revision', revision],
              ['content', content],
            ]),
          ),
        ),
      ],
      ['left', listOf(left)],
    ]),
  );

/** What the lock says of a bill, for its seal. */
export const writeRecord = (bill: LockedBill): string => writeJson(recordOf(bill));

const recordOf = ({ file, sha256, settings, inputs, sheet, outputs, warnings }: LockedBill): DocumentMap =>
  mapOf([
    ['file', file],
    ['sha256', sha256],
    ['settings', settingsOf(settings)],
    ['inputs', inputs.map(inputOf)],
    ['sheet', sheetOf(sheet)],
    [
      'outputs',
      outputs.map(({ file: path, sha256: digest }) =>
        mapOf([
          ['file', path],
          ['sha256', digest],
        ]),
      ),
    ],
    [
      'warnings',
      listOf(
        warnings.map(({ code, count }) =>
          mapOf([
            ['code', code],
            ['count', count],
          ]),
        ),
      ),
    ],
  ]);

const inputOf = ({ name, file, id, revision, sha256, validUntil }: LockedInput): DocumentMap =>
  mapOf([
    ['name', name],
    ['file', file],
    ['id', id],
    ['revision', revision],
    ['sha256', sha256],
    ['validUntil', validUntil],
  ]);

const sheetOf = ({ id, revision, sha256, content, validUntil }: LockedSheet): DocumentMap =>
  mapOf([
    ['id', id],
    ['revision', revision],
    ['sha256', sha256],
    ['validUntil', validUntil],
    ['content', content],
  ]);

const settingsOf = ({ tool, catalogue, quantities, reports }: BuildSettings): DocumentMap =>
  mapOf([
    ['tool', tool],
    ['catalogue', mapOf(Object.entries(catalogue))],
    ['quantities', quantities],
    ['reports', reports],
  ]);

// What is written to an overlay is read back from it, and the files below stay as they are.

import { expect, test } from 'vitest';
import { memoryFiles } from '../../src/io/memory.ts';
import { overlayOn } from '../../src/io/overlay.ts';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

test('reads what was written, and what lies below otherwise', () => {
  const below = new Map([
    ['/a', bytes('below')],
    ['/b', bytes('kept')],
  ]);
  const { files, written } = overlayOn(memoryFiles(below));
  expect(files.kindOf('/c')).toBe(undefined);
  expect(
    files.write([
      { path: '/a', bytes: bytes('above') },
      { path: '/c', bytes: bytes('new') },
    ]).ok,
  ).toBe(true);
  expect(files.read('/a', 10)).toEqual({ ok: true, value: bytes('above') });
  expect(files.read('/b', 10)).toEqual({ ok: true, value: bytes('kept') });
  expect(files.read('/a', 4)).toMatchObject({ ok: false, fault: { kind: 'too-large' } });
  expect([files.kindOf('/c'), files.realPath('/c'), files.realPath('/d')]).toEqual(['file', '/c', undefined]);
  expect([...written.keys()]).toEqual(['/a', '/c']);
  expect([...below.keys()]).toEqual(['/a', '/b']);
  expect(below.get('/a')).toEqual(bytes('below'));
});

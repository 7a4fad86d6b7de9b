import { expect, test } from 'vitest';
import {
  commonFolder,
  extensionOf,
  isAbsolutePath,
  isInside,
  relativePath,
  withoutExtension,
} from '../../src/io/paths.ts';

test.each([
  ['/a', '/a/b.yaml', true],
  ['/a', '/a', true],
  ['/a', '/ab/c.yaml', false],
  ['/a/b', '/a/c.yaml', false],
  ['/a', '/a/..b/c.yaml', true],
])('isInside %s %s', (root, file, expected) => {
  expect(isInside(root, file)).toBe(expected);
});

test('the common folder holds every file', () => {
  expect(commonFolder(['/a/b/c.yaml', '/a/b/d/e.yaml'])).toBe('/a/b');
  expect(commonFolder(['/a/b/c.yaml', '/x/y.yaml'])).toBe('/');
  expect(commonFolder([])).toBe(undefined);
});

test('absolute paths of every system are told apart from relative ones', () => {
  const paths = [
    '/etc/passwd',
    'C:\\sheets\\a.yaml',
    'C:/a.yaml',
    '\\\\host\\share\\a.yaml',
    'a/b.yaml',
    '../a.yaml',
  ];
  expect(paths.map(isAbsolutePath)).toEqual([true, true, true, true, false, false]);
});

test('extensions and ways', () => {
  expect([extensionOf('a/b.sheet.YAML'), extensionOf('b')]).toEqual(['yaml', '']);
  expect([withoutExtension('a/b.sheet.yaml'), withoutExtension('b')]).toEqual(['a/b.sheet', 'b']);
  expect(relativePath('/a/b', '/a/c/d.yaml')).toBe('../c/d.yaml');
});

// A new revision exactly for a new content, and never below what the bill states.

import { expect, test } from 'vitest';
import { nextRevision } from '../../../src/core/workspace/revision.ts';

test.each([
  ['the first edition has what the bill states', 3, undefined, 'a', 3],
  ['the same content keeps its revision', 1, { revision: 4, content: 'a' }, 'a', 4],
  ['another content has the next one', 1, { revision: 4, content: 'a' }, 'b', 5],
  ['the bill may go on from a higher one', 9, { revision: 4, content: 'a' }, 'b', 9],
  ['even with the same content', 9, { revision: 4, content: 'a' }, 'a', 9],
])('%s', (_, stated, before, content, expected) => {
  expect(nextRevision(stated, before, content)).toBe(expected);
});

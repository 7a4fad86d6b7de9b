import { expect, test } from 'vitest';
import { readJson } from '../../src/read/json.ts';
import { documentKind } from '../../src/read/kind.ts';
import { asLines } from '../samples/findings.ts';

const kindOf = (text: string) => {
  const tree = readJson({ name: 'x.json', text }).value;
  if (tree === undefined) throw new Error('the sample is not JSON');
  return documentKind(tree);
};

const all =
  'write one of `bill/1`, `catalogue/1`, `findings/1`, `lock/1`, `sheet/1`, `trace/1`, `translation/1`, `workspace/1`';

test.each(['bill', 'catalogue', 'findings', 'lock', 'sheet', 'trace', 'translation', 'workspace'])(
  '%s/1 is known',
  (kind) => {
    expect(kindOf(`{"loopsheet": "${kind}/1"}`)).toEqual({ value: kind, findings: [] });
  },
);

test.each([
  [
    '{"loopsheet": "shet/1"}',
    '1:15-1:23 read/unknown-kind: `shet/1` is no kind of document',
    ['did you mean `sheet/1`?', all],
  ],
  [
    '{"loopsheet": "sheet"}',
    '1:15-1:22 read/unknown-kind: `sheet` is no kind of document',
    ['did you mean `sheet/1`?', all],
  ],
  ['{"loopsheet": "invoice/1"}', '1:15-1:26 read/unknown-kind: `invoice/1` is no kind of document', [all]],
  [
    '{"loopsheet": "bill/2"}',
    '1:15-1:23 read/unknown-kind: version 2 of the kind `bill` is not read by this tool',
    ['write `loopsheet: bill/1`, or use a tool that reads version 2'],
  ],
  [
    '{"loopsheet": "sheet/1/2"}',
    '1:15-1:26 read/unknown-kind: version 1/2 of the kind `sheet` is not read by this tool',
    ['write `loopsheet: sheet/1`, or use a tool that reads version 1/2'],
  ],
  [
    '{"id": 1}',
    '1:1 read/unknown-kind: the document does not say what it is',
    ['start it with `loopsheet: sheet/1` or another kind', all],
  ],
  [
    '{"loopsheet": ["sheet/1"]}',
    '1:15-1:26 read/unknown-kind: the document does not say what it is',
    ['start it with `loopsheet: sheet/1` or another kind', all],
  ],
  [
    '[1]',
    '1:1 read/unknown-kind: the document is not a map of keys and values',
    ['start it with `loopsheet: sheet/1`'],
  ],
])('%s is not', (text, line, help) => {
  const { value, findings } = kindOf(text);
  expect(value).toBeUndefined();
  expect(asLines(findings)).toEqual([line]);
  expect(findings[0]?.help).toEqual(help);
});

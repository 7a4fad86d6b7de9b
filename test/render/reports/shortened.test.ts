import { expect, test } from 'vitest';
import type { OpenQuestion, Report, ReportRow } from '../../../src/core/questions/report-model.ts';
import { moreAnswers, moreReasons, titlesInShort } from '../../../src/render/reports/shortened.ts';

const report = { file: 'out/my cell.yaml', canExplain: true } as Report;
const row = (id: string, why: string): ReportRow => ({
  id,
  kind: 'statement',
  title: id,
  text: '',
  answer: 'open',
  shown: 'OPEN',
  why,
  level: 'self-declared',
});
const titles = (count: number): readonly string[] => Array.from({ length: count }, (_, index) => `t${index}`);

test('a list is cut only where that leaves out more than one title', () => {
  expect(titlesInShort(titles(7))).toEqual(titles(7));
  expect(titlesInShort(titles(8))).toEqual([...titles(6), 'and 2 more']);
});

test('rows with more reasons than they show are told with the command that shows them', () => {
  expect(moreReasons(report, [row('a', 'open because of this'), row('b', 'only 2 more reasons left')])).toBe(
    undefined,
  );
  const cut = ['a', 'b', 'c', 'd', 'e'].map((id) => row(id, 'open because of x, y and 2 more reasons'));
  expect(moreReasons(report, cut.slice(0, 1))).toBe('all reasons: `loopsheet explain "out/my cell.yaml" a`');
  expect(moreReasons(report, cut)).toBe(
    'all reasons: `loopsheet explain "out/my cell.yaml" a b c d`, and likewise for 1 more answer',
  );
});

test('answers left out of a list are told with the command for the first of them', () => {
  const question = (count: number): OpenQuestion => ({
    who: 'the maker',
    isOwn: true,
    points: [{ why: 'x', closes: 'y', answers: titles(count).map((id) => ({ id, title: id })) }],
  });
  expect(moreAnswers(report, [question(7)])).toBe(undefined);
  expect(moreAnswers(report, [question(3), question(9)])).toBe(
    'of long lists the first 6 are shown; all that keeps one answer open is told by its id, as in `loopsheet explain "out/my cell.yaml" t6`',
  );
});

test('who cannot explain the sheet is not told to', () => {
  const others = { ...report, canExplain: false };
  const cut = [row('a', 'open because of x, y and 2 more reasons')];
  expect(moreReasons(others, cut)).toBe(undefined);
  const point = { why: 'x', closes: 'y', answers: titles(9).map((id) => ({ id, title: id })) };
  expect(moreAnswers(others, [{ who: 'the maker', isOwn: true, points: [point] }])).toBe(
    'of long lists the first 6 are shown',
  );
});

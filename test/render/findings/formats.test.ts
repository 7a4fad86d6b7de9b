import fc from 'fast-check';
import { expect, test } from 'vitest';
import { finding, orderFindings } from '../../../src/core/text/finding.ts';
import { spansIn } from '../../../src/core/text/lines.ts';
import { nothingChecked, reachVerdict } from '../../../src/core/text/verdict.ts';
import { loadValidator } from '../../../src/read/validator.ts';
import { renderFindingsCompact } from '../../../src/render/findings/compact.ts';
import { renderFindingsJson } from '../../../src/render/findings/json.ts';
import { renderSummary } from '../../../src/render/findings/summary.ts';

const text = 'answers:\n  no-pvc: maybe\n';
const at = spansIn({ name: 'sheets/a.yaml', text })(19, 24);
const wrong = finding('sheet/wrong-answer', '`maybe` is no answer', {
  at,
  label: 'not an answer',
  help: ['write `true`, `false` or `unknown`'],
  data: { found: 'maybe', allowed: ['true', 'false'] },
});
const empty = finding('sheet/nothing-answered', 'the sheet answers nothing', { help: ['answer something'] });
const checked = { ...nothingChecked, sheets: 2, answered: 12, open: 3, notChecked: 1 };

test('compact is one line each, with the place where there is one', () => {
  expect(renderFindingsCompact([wrong, empty])).toBe(
    'sheets/a.yaml:2:11: error[sheet/wrong-answer]: `maybe` is no answer\n' +
      'warning[sheet/nothing-answered]: the sheet answers nothing\n',
  );
});

test('a file name cannot speak to a build system', () => {
  const place = { ...at, source: '::error::x.yaml' };
  expect(renderFindingsCompact([{ ...wrong, at: place }])).toBe(
    '\\u{3a}:error::x.yaml:2:11: error[sheet/wrong-answer]: `maybe` is no answer\n',
  );
});

test('json is findings/1, with the verdict and everything that was found', async () => {
  const verdict = reachVerdict([wrong, empty], checked);
  const document = JSON.parse(
    renderFindingsJson([wrong, empty], verdict, { name: 'loopsheet', version: '1.2.3' }),
  );
  expect(document).toEqual({
    loopsheet: 'findings/1',
    tool: { name: 'loopsheet', version: '1.2.3' },
    verdict: 'findings',
    exit: 1,
    summary: {
      sheets: 2,
      bills: 0,
      catalogues: 0,
      translations: 0,
      answered: 12,
      open: 3,
      notChecked: 1,
      errors: 1,
      warnings: 1,
      notes: 0,
    },
    findings: [
      {
        code: 'sheet/wrong-answer',
        severity: 'error',
        message: '`maybe` is no answer',
        at: {
          source: 'sheets/a.yaml',
          start: { line: 2, column: 11, offset: 19 },
          end: { line: 2, column: 16, offset: 24 },
        },
        label: 'not an answer',
        related: [],
        help: ['write `true`, `false` or `unknown`'],
        data: { found: 'maybe', allowed: ['true', 'false'] },
        docs: 'loopsheet code sheet/wrong-answer',
      },
      {
        code: 'sheet/nothing-answered',
        severity: 'warning',
        message: 'the sheet answers nothing',
        related: [],
        help: ['answer something'],
        data: {},
        docs: 'loopsheet code sheet/nothing-answered',
      },
    ],
  });
  const validate = await loadValidator('findings');
  expect([validate(document), validate.errors ?? []]).toEqual([true, []]);
});

test('json of any message is one document without a control character, and reads back the same', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', minLength: 1 }), (message) => {
      const given = finding('read/syntax', message, { help: ['mend it'] });
      const json = renderFindingsJson([given], reachVerdict([given], checked), {
        name: 'loopsheet',
        version: '0',
      });
      expect(json).not.toMatch(/[^\P{Cc}\n]|[\u2028\u2029]|<\//u);
      expect(JSON.parse(json).findings[0].message).toBe(message);
    }),
  );
});

test('no findings are an empty list, never nothing', () => {
  const json = renderFindingsJson([], reachVerdict([], checked), { name: 'loopsheet', version: '0' });
  expect(JSON.parse(json).findings).toEqual([]);
});

test('the summary says what was checked and what was not', () => {
  expect(renderSummary(reachVerdict([wrong, empty], checked), ['circularity-core/2026.1'])).toBe(
    'checked 2 sheets against circularity-core/2026.1: 1 error and 1 warning; 1 file not checked; 12 of 15 answered',
  );
  expect(
    renderSummary(reachVerdict([], { ...nothingChecked, bills: 1, catalogues: 2, translations: 1 }), []),
  ).toBe('checked 1 bill, 2 catalogues and 1 translation: no findings');
  expect(renderSummary(reachVerdict([], nothingChecked), [])).toBe('checked nothing: no findings');
});

test('findings are shown by document, place and code', () => {
  const other = { ...wrong, at: { ...at, source: 'sheets/B.yaml' } };
  const earlier = { ...wrong, at: { ...at, start: { line: 1, column: 1, offset: 0 } } };
  const duplicate = finding('read/duplicate-key', 'twice', { at });
  expect(orderFindings([wrong, other, duplicate, earlier, empty])).toEqual([
    empty,
    other,
    earlier,
    duplicate,
    wrong,
  ]);
});

import { describe, expect, test } from 'vitest';
import { placeText } from '../../samples/findings.ts';
import { readSheetText, sheetText } from '../../samples/read.ts';

const read = (answers: string) => readSheetText(sheetText(`answers:\n${answers}`));

const values = (answers: string): Readonly<Record<string, string>> => {
  const { value, lines } = read(answers);
  expect(lines).toEqual([]);
  return Object.fromEntries(
    [...(value?.answers.values() ?? [])].map((answer) => [answer.statement, answer.value]),
  );
};

describe('a group is answered', () => {
  test.each([
    ['0', { 'recycled/0': 'true', 'recycled/0-25': 'false', 'recycled/25-100': 'false' }],
    ['25-100', { 'recycled/0': 'false', 'recycled/0-25': 'false', 'recycled/25-100': 'true' }],
    ['"0-25"', { 'recycled/0': 'false', 'recycled/0-25': 'true', 'recycled/25-100': 'false' }],
    ['unknown', { 'recycled/0': 'unknown', 'recycled/0-25': 'unknown', 'recycled/25-100': 'unknown' }],
    [
      'not-applicable',
      {
        'recycled/0': 'not-applicable',
        'recycled/0-25': 'not-applicable',
        'recycled/25-100': 'not-applicable',
      },
    ],
  ])('by %s', (answer, expected) => {
    expect(values(`  recycled: ${answer}\n`)).toEqual(expected);
  });

  test('band by band', () => {
    expect(values('  recycled/25-100: false\n  recycled/0: unknown\n')).toEqual({
      'recycled/0': 'unknown',
      'recycled/25-100': 'false',
    });
  });

  test('in the long form, whose details every band shares', () => {
    const { value } = read('  recycled: { answer: 0-25, custody: segregated, references: [ISO 14021] }\n');
    const answers = [...(value?.answers.values() ?? [])];
    expect(answers).toHaveLength(3);
    for (const answer of answers) {
      expect(answer).toMatchObject({ custody: 'segregated', references: ['ISO 14021'], evidence: [] });
      expect(placeText(answer.at)).toBe('9:3-9:11');
      expect(placeText(answer.valueAt)).toBe('9:23-9:27');
    }
  });
});

test('a statement is answered by one of four words', () => {
  expect(values('  no-lead: true\n  attributed: FALSE\n  reversible: unknown\n')).toEqual({
    'no-lead': 'true',
    attributed: 'false',
    reversible: 'unknown',
  });
  expect(values('  no-lead: not-applicable\n')).toEqual({ 'no-lead': 'not-applicable' });
});

test('the long form keeps all that stands behind an answer', () => {
  const sha256 = '0a'.repeat(32);
  const { value, lines } = read(`  no-lead:
    answer: true
    list: reach/2026-01
    references: [A, B]
    evidence: [{ title: Report }, { title: Test, uri: t.pdf, sha256: ${sha256} }]
    assurance: { level: third-party, by: Lab, scheme: S, date: 2026-03-01, validUntil: 2029-02-28 }
    custody: mass-balance
    note: Ask.
`);
  expect(lines).toEqual([]);
  const { at, valueAt, ...answer } = value?.answers.get('no-lead') ?? {};
  expect(answer).toEqual({
    statement: 'no-lead',
    value: 'true',
    list: 'reach/2026-01',
    references: ['A', 'B'],
    evidence: [{ title: 'Report' }, { title: 'Test', uri: 't.pdf', sha256 }],
    assurance: { level: 'third-party', by: 'Lab', scheme: 'S', date: '2026-03-01', validUntil: '2029-02-28' },
    custody: 'mass-balance',
    note: 'Ask.',
  });
  expect([at?.start.line, valueAt?.start.line]).toEqual([9, 10]);
});

test('an open answer keeps its reason', () => {
  const { value, lines } = read('  no-lead: { answer: unknown, reason: withheld }\n');
  expect([lines, value?.answers.get('no-lead')?.reason]).toEqual([[], 'withheld']);
});

describe('a name that leads nowhere', () => {
  const list = 'run `loopsheet catalogue list` to see the statements';
  const bands = 'the bands are `0`, `0-25`, `25-100`';
  test.each([
    [
      'no-leed',
      '9:3-9:10',
      'statement `no-leed` is not in catalogue `plastics/1`',
      'did you mean `no-lead`?',
    ],
    [
      'recyled',
      '9:3-9:10',
      'statement `recyled` is not in catalogue `plastics/1`',
      'did you mean `recycled` or `recycled/0`?',
    ],
    [
      'recyled/0',
      '9:3-9:12',
      'statement `recyled/0` is not in catalogue `plastics/1`',
      'did you mean `recycled/0` or `recycled`?',
    ],
    ['recycled/0-50', '9:3-9:16', '`0-50` is not a band of `recycled`', bands],
    ['recycled/', '9:3-9:12', '`` is not a band of `recycled`', bands],
    ['something.else', '9:3-9:17', 'statement `something.else` is not in catalogue `plastics/1`', list],
    ['/', '9:3-9:4', 'statement `/` is not in catalogue `plastics/1`', list],
    ['toString', '9:3-9:11', 'statement `toString` is not in catalogue `plastics/1`', list],
  ])('%s', (key, place, message, help) => {
    const { value, lines, findings } = read(`  ${key}: true\n`);
    expect(lines).toEqual([`${place} sheet/unknown-statement: ${message}`]);
    expect(findings[0]?.help).toEqual([help]);
    expect(value?.answers.size).toBe(0);
  });
});

describe('an answer that does not fit', () => {
  const words = 'write `true`, `false`, `unknown` or `not-applicable`';
  test.each([
    ['yes', ['did you mean `true`?', words]],
    ['No', ['did you mean `false`?', words]],
    ['ja', ['did you mean `true`?', words]],
    ['FAUX', ['did you mean `false`?', words]],
    ['"true"', ['write it without quotes: `true`', words]],
    ['"False"', ['write it without quotes: `false`', words]],
    ['unknwon', ['did you mean `unknown`?', words]],
    ['1', ['did you mean `true`?', words]],
    ['0-25', [words]],
    ['maybe', [words]],
  ])('a statement by %s', (answer, help) => {
    const { value, findings } = read(`  no-lead: ${answer}\n`);
    expect(findings.map(({ code, at, discredits }) => [code, at?.start.column, discredits])).toEqual([
      ['read/wrong-value', 12, ['no-lead']],
    ]);
    expect(findings[0]?.help).toEqual(help);
    expect(value?.answers.size).toBe(0);
  });

  const bands = 'the bands are `0`, `0-25`, `25-100`';
  const whole = 'write the band that the figure lies in, as in `recycled: 25-100`';
  const single = 'when only a band is ruled out, answer that band alone, as in `recycled/0: false`';
  const across =
    '`0-26` lies across several bands: answer one that holds, or rule single ones out, as in `recycled/0: false`';
  test.each([
    ['true', 'the group `recycled` is answered by naming a band, not by `true`', [bands, whole, single]],
    ['false', 'the group `recycled` is answered by naming a band, not by `false`', [bands, whole, single]],
    ['0-26', '`0-26` is not a band of `recycled`', [across, bands]],
    [
      '0-20',
      '`0-20` is not a band of `recycled`',
      ['more than 0, at most 20 lies in the band `0-25`', bands],
    ],
    ['30 %', '`30 %` is not a band of `recycled`', ['`30 %` lies in the band `25-100`', bands]],
    ['30', '`30` is not a band of `recycled`', ['`30 %` lies in the band `25-100`', bands]],
    ['10..20 %', '`10..20 %` is not a band of `recycled`', ['`10..20 %` lies in the band `0-25`', bands]],
    ['n/a', '`n/a` is not a band of `recycled`', ['did you mean `not-applicable`?', bands]],
    ['">25-100 %"', '`>25-100 %` is not a band of `recycled`', ['did you mean `25-100`?', bands]],
    ['maybe', '`maybe` is not a band of `recycled`', [bands]],
  ])('a group by %s', (answer, message, help) => {
    const { value, findings, lines } = read(`  recycled: ${answer}\n`);
    expect(lines).toHaveLength(1);
    expect(findings[0]).toMatchObject({ code: 'sheet/wrong-answer', message });
    expect(findings[0]?.discredits).toEqual(['recycled/0', 'recycled/0-25', 'recycled/25-100']);
    expect(findings[0]?.help).toEqual(help);
    expect(value?.answers.size).toBe(0);
  });

  test('in the long form, at the answer', () => {
    expect(read('  no-lead: { note: x, answer: yes }\n').lines).toEqual([
      '9:31-9:34 read/wrong-value: `no-lead` cannot be answered `yes`',
    ]);
  });

  test('a date behind it that is no day', () => {
    const { value, lines } = read(
      '  no-lead: { answer: true, assurance: { level: third-party, validUntil: 2026-02-29 } }\n',
    );
    expect(lines).toEqual([
      '9:73-9:83 read/bad-date: `validUntil` is `2026-02-29`, which is no day of the calendar',
    ]);
    expect(value?.answers.get('no-lead')?.assurance).toEqual({ level: 'third-party' });
  });
});

describe('answered twice', () => {
  test.each([
    ['  recycled: 0\n  recycled/0: true\n', 'recycled/0'],
    ['  recycled/25-100: false\n  recycled: 0\n', 'recycled/25-100'],
  ])('%j', (answers, statement) => {
    const { lines, findings } = read(answers);
    expect(lines).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      code: 'sheet/repeated-answer',
      message: `\`${statement}\` is answered twice`,
      discredits: [statement],
    });
    expect(findings[0]?.at?.start.line).toBe(10);
    expect(findings[0]?.related.map(({ at }) => at.start.line)).toEqual([9]);
  });
});

test('of two true bands the later is found, and none of the group can be relied on', () => {
  const { value, lines, findings } = read(
    '  recycled/25-100: true\n  no-lead: true\n  recycled/0-25: true\n  recycled/0: true\n',
  );
  const message =
    'sheet/two-bands-true: two bands of `recycled` are true, where the quantity lies in one only';
  expect(lines).toEqual([`11:18-11:22 ${message}`, `12:15-12:19 ${message}`]);
  for (const found of findings) {
    expect(found.related.map(({ at }) => placeText(at))).toEqual(['9:20-9:24']);
    expect(found.discredits).toEqual(['recycled/0', 'recycled/0-25', 'recycled/25-100']);
  }
  expect(value?.answers.size).toBe(4);
});

test.each(['unknown', 'not-applicable'])('no chain of custody stands behind an answer %s', (value) => {
  const { lines } = read(`  recycled: { answer: ${value}, custody: segregated }\n`);
  const column = 34 + value.length;
  expect(lines).toEqual([
    `9:${column}-9:${column + 10} sheet/wrong-answer: \`recycled\` is \`${value}\` and cannot have a chain of custody`,
  ]);
});

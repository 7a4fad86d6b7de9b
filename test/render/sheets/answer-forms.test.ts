import { describe, expect, it } from 'vitest';
import type { Answer, AnswerValue } from '../../../src/core/model/sheet.ts';
import { answersForm } from '../../../src/render/sheets/answer-forms.ts';
import { writeCompactJson } from '../../../src/render/sheets/json.ts';
import { catalogue } from '../../samples/catalogue.ts';
import { answer, answersOf } from '../../samples/sheets.ts';

const group = 'inputs.post-consumer-recycled';
const bands = ['0', '0-25', '25-50', '50-100'];

const written = (answers: readonly Answer[]): unknown =>
  JSON.parse(writeCompactJson(answersForm(answersOf(answers), catalogue)));

const recycled = (...values: readonly (AnswerValue | undefined)[]): readonly Answer[] =>
  values.flatMap((value, index) => (value === undefined ? [] : [answer(`${group}/${bands[index]}`, value)]));

describe('the answers of a group', () => {
  it.each([
    ['one true, the others false', recycled('false', 'false', 'true', 'false'), { [group]: '25-50' }],
    ['all unknown', recycled('unknown', 'unknown', 'unknown', 'unknown'), { [group]: 'unknown' }],
    [
      'none applicable',
      recycled('not-applicable', 'not-applicable', 'not-applicable', 'not-applicable'),
      { [group]: 'not-applicable' },
    ],
  ])('are written as one: %s', (_, answers, expected) => {
    expect(written(answers)).toEqual(expected);
  });

  it.each([
    ['one left out', recycled('false', 'false', 'true')],
    ['one unknown', recycled('false', 'unknown', 'true', 'false')],
    ['all false', recycled('false', 'false', 'false', 'false')],
    ['two true', recycled('true', 'true', 'false', 'false')],
    ['unknown and not applicable', recycled('unknown', 'unknown', 'not-applicable', 'unknown')],
  ])('are written one by one: %s', (_, answers) => {
    const entries = answers.map(({ statement, value }) => [
      statement,
      value === 'true' || value === 'false' ? value === 'true' : value,
    ]);
    expect(written(answers)).toEqual(Object.fromEntries(entries));
  });

  it('are written as one with the details that all of them share', () => {
    const details = { references: ['EN 45557'], custody: 'segregated' } as const;
    const shared = recycled('true', 'false', 'false', 'false').map((each) => ({ ...each, ...details }));
    expect(written(shared)).toEqual({
      [group]: { answer: '0', custody: 'segregated', references: ['EN 45557'] },
    });
    const [first, ...others] = shared;
    expect(written([...others, { ...(first as Answer), note: 'weighed' }])).toEqual({
      [`${group}/0`]: { answer: true, custody: 'segregated', references: ['EN 45557'], note: 'weighed' },
      ...Object.fromEntries(
        bands
          .slice(1)
          .map((band) => [
            `${group}/${band}`,
            { answer: false, custody: 'segregated', references: ['EN 45557'] },
          ]),
      ),
    });
  });
});

describe('answers', () => {
  it('stand in catalogue order, and those that it does not know at the end', () => {
    const answers = [
      answer('z.strange', 'false'),
      answer('end-of-use.take-back-offered', 'true'),
      answer('a.strange', 'true'),
      ...recycled('false', 'false', 'false', 'true'),
      answer('inputs.no-pvc', 'unknown'),
    ];
    expect(Object.keys(written(answers) as object)).toEqual([
      group,
      'inputs.no-pvc',
      'end-of-use.take-back-offered',
      'a.strange',
      'z.strange',
    ]);
  });
});

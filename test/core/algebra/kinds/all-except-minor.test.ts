// Shares in percent of the product: 1 % for one constituent, 5 % for all.

import { describe, expect, test } from 'vitest';
import type { Line } from '../../../../src/core/algebra/kind.ts';
import { allExceptMinor } from '../../../../src/core/algebra/kinds/all-except-minor.ts';
import type { ProductLevel } from '../../../../src/core/model/sheet.ts';
import { anyShare } from '../../../../src/core/values/interval.ts';
import { anyNames } from '../../../../src/core/values/name-set.ts';
import { rational } from '../../../../src/core/values/rational.ts';
import type { Truth } from '../../../../src/core/values/truth.ts';
import { rangeOf } from '../../../samples/ranges.ts';
import { lineOf, stepOf, subjectOf } from '../../../samples/steps.ts';

const subjectWith = (materials: 'whole' | 'mixed') =>
  subjectOf('nearly-all', {
    kind: 'all-except-minor',
    perItem: rational(1, 100),
    total: rational(5, 100),
    materials,
  } as const);

type Subject = ReturnType<typeof subjectWith>;
type Value = ReturnType<typeof allExceptMinor.read>;

const truths: Readonly<Record<string, Truth>> = { T: 'true', F: 'false', U: 'unknown' };
const levels: Readonly<Record<string, ProductLevel>> = { m: 'material', c: 'component', made: 'material' };

/** `[99] T m a`: mass, answer, level (`made`: a material that names inputs), sheet. */
function lineFor(subject: Subject, text: string, index: number): Line<Value> {
  const [mass = '', answer = '', level = 'm', product = `sheet ${index}`] = text.split(' ');
  const leaf = {
    product,
    level: levels[level],
    line: 'line',
    isMade: level === 'made',
    isOne: true,
    mass: rangeOf(mass),
    units: undefined,
    region: () => [anyShare],
    truth: () => truths[answer] ?? 'unknown',
    names: () => anyNames({ names: [], closed: false }),
    name: () => undefined,
    isInapplicable: () => false,
    custody: () => undefined,
  } as const;
  return lineOf(allExceptMinor.read(leaf, subject), mass);
}

const truthOf = (value: Value, subject: Subject): Truth | undefined => {
  const known = allExceptMinor.known(value, subject);
  return known.kind === 'truth' ? known.truth : undefined;
};

function together(materials: 'whole' | 'mixed', parts: readonly string[]): Truth | undefined {
  const subject = subjectWith(materials);
  const lines = parts.map((text, index) => lineFor(subject, text, index));
  const [straight, reversed] = [lines, lines.toReversed()].map((each) =>
    truthOf(allExceptMinor.combine(each, subject), subject),
  );
  expect(reversed).toBe(straight);
  return straight;
}

describe('whole materials are constituents, as the rule is written down', () => {
  test.each<[Truth, readonly string[]]>([
    ['true', ['[99] T', '[1] F']],
    ['true', ['[99] T', '[1] U']],
    ['false', ['[989/10] T', '[11/10] F']],
    ['unknown', ['[989/10] T', '[11/10] U']],
    ['true', ['[95] T', '[1] F', '[1] U', '[1] F', '[1] U', '[1] F']],
    ['false', ['[94] T', '[1] F', '[1] F', '[1] F', '[1] F', '[1] F', '[1] F']],
    ['unknown', ['[94] T', '[1] F', '[1] F', '[1] F', '[1] F', '[1] F', '[1] U']],
    // Two lines by one sheet are one constituent, as far as that stands against TRUE.
    ['unknown', ['[982/10] T', '[9/10] F m ink', '[9/10] F m ink']],
    ['true', ['[991/10] T', '[45/100] F m ink', '[45/100] F m ink']],
    // What weighs nothing has no share.
    ['true', ['[10] T', '[0] F']],
    ['unknown', ['[0] F', '[0] T']],
    ['false', ['[3] F']],
    // Ranged and unknown masses: the largest share within for TRUE, the smallest beyond for FALSE.
    ['true', ['[99,100] T', '[0,1] F']],
    ['unknown', ['[98,100] T', '[1/2,1] F']],
    ['unknown', ['[98,99] T', '[1,2] F']],
    ['false', ['[98,98] T', '[1,2] F']],
    ['unknown', ['[0,) T', '[1] F']],
    ['true', ['[0,) T', '[0,) T']],
    ['false', ['[0,) F', '[0,) F']],
  ])('%s: %j', (truth, parts) => {
    expect(together('whole', parts)).toBe(truth);
  });
});

describe('a part that is made of others carries its minor parts on', () => {
  test.each<[Truth, readonly string[]]>([
    // Each holds up to 5 %, and so does the whole.
    ['true', ['[50] T c', '[50] T c']],
    ['unknown', ['[999/10] T c', '[1/10] F']],
    ['unknown', ['[999/10] T made', '[1/10] F']],
    ['true', ['[50] T c', '[49] T', '[1] F']],
    ['unknown', ['[50] T c', '[48] T', '[1] F', '[1] F', '[1] F']],
    // FALSE may be for little more than 1 %: halved, it is minor.
    ['unknown', ['[50] F c', '[50] T']],
    ['unknown', ['[50] F c', '[50] F c']],
    ['true', ['[99] T', '[1] F c']],
    ['unknown', ['[98] T', '[2] F c']],
    // 4.95 %, and more than 1 % of the last 6 %.
    ['false', ['[8905/100] T', ...Array.from({ length: 5 }, () => '[99/100] F'), '[6] F c']],
    ['unknown', ['[9105/100] T', ...Array.from({ length: 5 }, () => '[99/100] F'), '[4] F c']],
    ['false', ['[3] F c']],
    ['true', ['[3] T c', '[0] F']],
  ])('%s: %j', (truth, parts) => {
    expect(together('whole', parts)).toBe(truth);
  });

  test.each<[Truth, readonly string[]]>([
    ['unknown', ['[99] T', '[1] F']],
    ['unknown', ['[2] F', '[98] T']],
    ['true', ['[2] T', '[98] T']],
    ['unknown', ['[2] F', '[98] F']],
  ])('where materials may be mixed as well: %s: %j', (truth, parts) => {
    expect(together('mixed', parts)).toBe(truth);
  });

  test('what is merged again knows no more than what is merged at once', () => {
    const subject = subjectWith('whole');
    const lines = ['[99] T', '[1] F m ink'].map((text, index) => lineFor(subject, text, index));
    const inner = allExceptMinor.combine(lines, subject);
    expect(truthOf(inner, subject)).toBe('true');
    const again = [lineOf(inner, '[100]'), lineFor(subject, '[2/10] F m ink', 2)];
    // Of the ink there are 1.2 g in 100.2 g.
    expect(truthOf(allExceptMinor.combine(again, subject), subject)).toBe('unknown');
    const other = [lineOf(inner, '[100]'), lineFor(subject, '[2/10] F m felt', 2)];
    expect(truthOf(allExceptMinor.combine(other, subject), subject)).toBe('true');
  });
});

describe('processes', () => {
  const subject = subjectWith('whole');
  const truthAfter = (behaviour: 'blend' | 'lose-some', parts: readonly string[], loss = '[0]') => {
    const lines = parts.map((text, index) => lineFor(subject, text, index));
    const value = allExceptMinor.behaviours[behaviour]?.(
      { ...stepOf(lines, {}), loss: rangeOf(loss) },
      subject,
    );
    return value === undefined ? undefined : truthOf(value, subject);
  };

  test.each<[Truth, readonly string[]]>([
    ['true', ['[1] T', '[9] T']],
    ['false', ['[1] F', '[9] F']],
    ['unknown', ['[1] F', '[999] T']],
    ['unknown', ['[1] T c', '[9] T']],
    ['unknown', ['[1] T c']],
  ])('melted into one material: %s: %j', (truth, parts) => {
    expect(truthAfter('blend', parts)).toBe(truth);
  });

  test.each<[Truth, readonly string[], string]>([
    ['true', ['[99] T', '[1] F'], '[0]'],
    ['unknown', ['[99] T', '[1] F'], '[1]'],
    ['true', ['[995/10] T', '[1/2] F'], '[50]'],
    ['unknown', ['[995/10] T', '[1/2] F'], '[51]'],
    ['false', ['[90] T', '[10] F'], '[3]'],
    ['unknown', ['[90] T', '[10] F'], '[95/10]'],
    ['true', ['[90] T'], '[90]'],
    ['unknown', ['[90] F'], '[90]'],
    ['true', ['[90] T'], '[89]'],
    ['unknown', ['[90] T c'], '[1]'],
  ])('after an unknown selection left: %s: %j less %s', (truth, parts, loss) => {
    expect(truthAfter('lose-some', parts, loss)).toBe(truth);
  });

  test('after anything else nothing is known, of whichever share', () => {
    const unknown = lineOf(allExceptMinor.unknown(subject), '[1]');
    expect(truthOf(unknown.value, subject)).toBe('unknown');
    const with99 = [lineFor(subject, '[99] T', 0), unknown];
    expect(truthOf(allExceptMinor.combine(with99, subject), subject)).toBe('true');
    expect(truthOf(allExceptMinor.combine([...with99, unknown], subject), subject)).toBe('unknown');
  });
});

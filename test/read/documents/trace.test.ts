import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import { behaviours } from '../../../src/core/model/catalogue.ts';
import { assuranceLevels, openReasons } from '../../../src/core/model/sheet.ts';
import type { Trace, TraceAnswer, TraceGap, TraceGround, TraceInput } from '../../../src/core/model/trace.ts';
import { readTrace } from '../../../src/read/documents/trace.ts';
import { ruleKinds } from '../../../src/read/documents/trace-fields.ts';
import { readJson } from '../../../src/read/json.ts';
import type { trace as model } from '../../../src/read/schemas/trace.ts';
import { checkShape } from '../../../src/read/shape.ts';
import { writeTrace } from '../../../src/render/trace.ts';
import { mergeFixture } from '../../support/merged.ts';

/** The model makes plain arrays, the core reads only ones that nobody changes; nothing else may differ. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

test('the published model and the type of the core are one', () => {
  expectTypeOf<Frozen<Omit<z.infer<typeof model>, 'loopsheet'>>>().toEqualTypeOf<Frozen<Trace>>();
});

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const count = fc.integer({ min: 0, max: 9999 });
const oneOf = <T>(all: readonly T[]) => fc.constantFrom(...all);
const few = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 3 });
const optional = { requiredKeys: [] };

const ground: fc.Arbitrary<TraceGround> = fc.oneof(
  fc.record({
    kind: fc.constant('answer' as const),
    input: text,
    of: text,
    says: text,
    sheet: text,
    sha256: digest,
    file: text,
    line: count,
    assurance: oneOf(assuranceLevels),
  }),
  fc.record({ kind: fc.constant('own' as const), of: text, says: text, file: text, line: count }),
  fc.record({ kind: fc.constant('process' as const), name: text, effect: text, file: text, line: count }),
);

const gap: fc.Arbitrary<TraceGap> = fc.oneof(
  fc.record({
    kind: fc.constant('input' as const),
    input: text,
    why: oneOf(['missing', 'expired', 'disregarded', 'silent', 'range'] as const),
    value: text,
  }),
  fc.record({ kind: fc.constant('process' as const), name: text, effect: text }),
  fc.record({ kind: fc.constant('joint' as const) }),
  fc.record({ kind: fc.constant('own-answer' as const) }),
  fc.record({ kind: fc.constant('own-use' as const), quantity: text }),
);

const answer: fc.Arbitrary<TraceAnswer> = fc
  .tuple(
    fc.record({
      statement: text,
      answer: oneOf(['true', 'false', 'unknown', 'not-applicable'] as const),
      subjects: few(text),
      rests: few(ground),
      constraints: few(text),
      changedBy: few(text),
      gaps: few(gap),
      conflictedBy: few(text),
    }),
    fc.record({ reason: oneOf(openReasons) }, optional),
  )
  .map(([all, some]) => ({ ...all, ...some }));

function inputs(depth: number): fc.Arbitrary<readonly TraceInput[]> {
  const nested: fc.Arbitrary<{ readonly trace?: Trace }> =
    depth === 0 ? fc.constant({}) : fc.record({ trace: traces(depth - 1) }, optional);
  const sheet = fc
    .tuple(
      fc.record({
        id: text,
        revision: fc.integer({ min: 1, max: 99 }),
        sha256: digest,
        file: text,
        product: text,
        maker: text,
        assurance: oneOf(assuranceLevels),
      }),
      fc.record({ validUntil: fc.constant('2028-02-29') }, optional),
    )
    .map(([all, some]) => ({ ...all, ...some }));
  return few(
    fc
      .tuple(
        fc.record({
          name: text,
          state: oneOf(['used', 'missing', 'expired', 'not-contained'] as const),
          mass: text,
          disregarded: few(fc.record({ statement: text, code: text })),
        }),
        fc.record({ share: text, sheet }, optional),
        nested,
      )
      .map(([all, some, made]) => ({ ...all, ...some, ...made })),
  );
}

/** A chain: each step takes the one before. */
function traces(depth: number): fc.Arbitrary<Trace> {
  return fc
    .tuple(
      fc.integer({ min: 1, max: 4 }),
      inputs(depth),
      few(answer),
      few(text),
      text,
      digest,
      fc.boolean(),
      fc.array(oneOf(behaviours), { minLength: 4, maxLength: 4 }),
    )
    .map(([length, all, answers, titles, name, sha256, told, does]) => ({
      sheet: { id: name, revision: 1, product: name, ...(told ? { sha256 } : {}) },
      bill: { file: name, sha256 },
      catalogue: 'circularity-core/2026.1',
      inputs: all,
      processes: [
        {
          name,
          effect: name,
          title: name,
          takes: [name],
          gives: name,
          ...(told ? { loses: '1 kg', uses: '2 MJ' } : {}),
          shares: [{ quantity: name, value: '50 %' }],
          levels: [],
          line: 3,
        },
      ],
      steps: Array.from({ length }, (_, index) => ({
        part: name,
        ...(index === 0 ? { input: name } : told ? { process: 0 } : {}),
        mass: '1 kg',
        from: index === 0 ? [] : [index - 1],
      })),
      subjects: titles.map((title, index) => ({
        id: title,
        title,
        rule: ruleKinds[index] ?? ('all' as const),
        ...(told ? { weight: 'mass' } : {}),
        value: 'unknown',
        values: Array.from({ length }, (_, step) => ({
          value: title,
          ...(step === 0 ? {} : { behaviour: does[step] ?? ('combine' as const), plainly: title }),
        })),
      })),
      answers,
    }));
}

const read = (written: string) => readJson({ name: 'x.trace.json', text: written });

describe('a trace', () => {
  test('is read back as exactly what was written, and its own schema takes it', async () => {
    await fc.assert(
      fc.asyncProperty(traces(2), async (trace) => {
        const written = writeTrace(trace);
        const { value: tree, findings } = read(written);
        if (tree === undefined) throw new Error(JSON.stringify(findings));
        expect(await checkShape('trace', tree)).toEqual([]);
        expect(readTrace(tree)).toEqual({ value: trace, findings: [] });
        expect(writeTrace(readTrace(tree).value ?? trace)).toBe(written);
      }),
      { numRuns: 60 },
    );
  });

  test('of a real chain of bills too, written the same way every time', async () => {
    const { trace, traceText } = await mergeFixture(
      'fixtures/graphite-anode',
      'fixtures/graphite-anode/cell.bill.yaml',
    );
    expect(writeTrace(trace)).toBe(traceText);
    expect(traceText.startsWith('{\n  "loopsheet": "trace/1",\n  "sheet": {')).toBe(true);
    expect(traceText).not.toMatch(/[^\n]{400}/);
  });
});

describe('a trace that was tampered with', () => {
  const sound: Trace = {
    sheet: { id: 'x', revision: 1, product: 'X' },
    bill: { file: 'x.bill.yaml', sha256: '0'.repeat(64) },
    catalogue: 'c/1',
    inputs: [],
    processes: [],
    steps: [
      { part: 'a', input: 'a', mass: '1 kg', from: [] },
      { part: 'b', input: 'b', mass: '1 kg', from: [] },
      { part: 'x', mass: '2 kg', from: [0, 1] },
    ],
    subjects: [
      {
        id: 's',
        title: 'S',
        rule: 'all',
        value: 'true',
        values: [{ value: 'true' }, { value: 'true' }, { value: 'true' }],
      },
    ],
    answers: [],
  };
  const [a, b, x] = sound.steps;
  const cases: readonly (readonly [string, Partial<Trace>, string])[] = [
    [
      'a step that comes later',
      { steps: [{ ...(x ?? expect.fail()), from: [1] }, ...(a && b ? [a, b] : [])] },
      'step 0 takes step 1, which is not there to be taken',
    ],
    [
      'a step taken twice',
      { steps: [...(a && b && x ? [a, b, { ...x, from: [0, 0] }] : [])] },
      'step 2 takes step 0, which is not there to be taken',
    ],
    [
      'a step that leads nowhere',
      { steps: [...(a && b && x ? [a, b, { ...x, from: [0] }] : [])] },
      'the steps do not all lead to the product',
    ],
    [
      'a process that is not there',
      { steps: [...(a && b && x ? [a, b, { ...x, process: 0 }] : [])] },
      'step 2 is process 0, of which there are only 0',
    ],
    [
      'a subject with too few values',
      { subjects: [{ id: 's', title: 'S', rule: 'all', value: 'true', values: [] }] },
      '`s` has 0 values for 3 steps',
    ],
  ];

  test.each(cases)('is refused: %s', (_, change, message) => {
    const { value: tree } = read(writeTrace({ ...sound, ...change }));
    if (tree === undefined) throw new Error('no tree');
    const { value, findings } = readTrace(tree);
    expect(value).toBeUndefined();
    expect(findings.map((each) => [each.code, each.message])).toContainEqual(['read/wrong-value', message]);
  });

  test('also where it lies within another', () => {
    const nested = {
      ...sound,
      subjects: [{ id: 's', title: 'S', rule: 'all', value: 'true', values: [] }],
    } as const;
    const outer: Trace = {
      ...sound,
      inputs: [{ name: 'a', state: 'used', mass: '1 kg', disregarded: [], trace: nested }],
    };
    const { value: tree } = read(writeTrace(outer));
    expect(tree === undefined ? undefined : readTrace(tree).findings.map((each) => each.message)).toEqual([
      '`s` has 0 values for 3 steps',
    ]);
  });
});

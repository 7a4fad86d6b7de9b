import fc from 'fast-check';
import { describe, expect, expectTypeOf, test } from 'vitest';
import type { z } from 'zod';
import type { Trace, TraceInput } from '../../../src/core/model/trace.ts';
import { readTrace } from '../../../src/read/documents/trace.ts';
import { readJson } from '../../../src/read/json.ts';
import type { trace as model } from '../../../src/read/schemas/trace.ts';
import { checkShape } from '../../../src/read/shape.ts';
import { writeTrace } from '../../../src/render/trace.ts';
import { traces } from '../../generators/traces.ts';
import { LONG_TEST, mergeFixture } from '../../support/merged.ts';

/** The model makes plain arrays, the core reads only ones that nobody changes; nothing else may differ. */
type Frozen<T> = T extends readonly (infer Item)[]
  ? readonly Frozen<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Frozen<T[Key]> }
    : T;

/** A bill behind an input is named by its place in one list of all of them. */
type WrittenInput = {
  [Key in keyof TraceInput as Key extends 'trace' ? 'bill' : Key]: Key extends 'trace'
    ? number
    : TraceInput[Key];
};
type WrittenBody = { [Key in keyof Trace]: Key extends 'inputs' ? readonly WrittenInput[] : Trace[Key] };

test('the published model and the type of the core are one', () => {
  expectTypeOf<Frozen<Omit<z.infer<typeof model>, 'loopsheet'>>>().toEqualTypeOf<
    Frozen<WrittenBody & { bills?: readonly WrittenBody[] }>
  >();
});

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

  test(
    'of a real chain of bills too, written the same way every time',
    async () => {
      const { trace, traceText } = await mergeFixture(
        'fixtures/graphite-anode',
        'fixtures/graphite-anode/cell.bill.yaml',
      );
      expect(writeTrace(trace)).toBe(traceText);
      expect(traceText.startsWith('{\n  "loopsheet": "trace/1",\n  "sheet": {')).toBe(true);
      expect(traceText).not.toMatch(/[^\n]{400}/);
    },
    LONG_TEST,
  );
});

test('a bill that makes several inputs on every tier is told once', () => {
  let trace: Trace = tier([]);
  for (let tiers = 0; tiers < 40; tiers++) trace = tier([made('a', trace), made('b', trace)]);
  const written = writeTrace(trace);
  expect(written.match(/"product":"X"/g)).toHaveLength(41);
  const { value: tree } = read(written);
  const again = tree === undefined ? undefined : readTrace(tree).value;
  expect(again?.inputs[0]?.trace).toBe(again?.inputs[1]?.trace);
  expect(writeTrace(again ?? tier([]))).toBe(written);
});

const made = (name: string, trace: Trace): TraceInput => ({
  name,
  state: 'used',
  mass: '1 kg',
  disregarded: [],
  trace,
});

const tier = (inputs: readonly TraceInput[]): Trace => ({
  sheet: { id: 'x', revision: 1, product: 'X' },
  bill: { file: 'x.bill.yaml', sha256: '0'.repeat(64) },
  catalogue: 'c/1',
  inputs,
  processes: [],
  steps: [{ part: 'x', mass: '1 kg', from: [] }],
  subjects: [],
  answers: [],
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

  test('is refused where a bill is used that is not there to be used', () => {
    const input = { name: 'a', state: 'used', mass: '1 kg', disregarded: [], trace: sound } as const;
    const text = writeTrace({ ...sound, inputs: [input] });
    const { value: tree } = read(text.replace('"bill":0', '"bill":1'));
    expect(tree === undefined ? undefined : readTrace(tree).findings.map((each) => each.message)).toEqual([
      'input `a` is made by bill 1, which is not there to be used',
    ]);
  });

  test('tells what a ground or a gap of its kind lacks', async () => {
    const answer = {
      statement: 's',
      answer: 'true',
      subjects: [],
      constraints: [],
      changedBy: [],
      conflictedBy: [],
    } as const;
    const ground = { kind: 'process', name: 'weld', effect: 'join', file: 'x', line: 1 } as const;
    const written = writeTrace({
      ...sound,
      answers: [{ ...answer, rests: [ground], gaps: [{ kind: 'own-use', quantity: 'q' }] }],
    });
    const { value: tree } = read(
      written.replace('"effect":"join",', '').replace('"quantity":"q"', '"quantty":"q"'),
    );
    if (tree === undefined) throw new Error('no tree');
    expect((await checkShape('trace', tree)).map((each) => each.message)).toEqual([
      '`answers[0].rests[0]` lacks the key `effect`',
      '`quantty` is not a key of `answers[0].gaps[0]`',
    ]);
  });
});

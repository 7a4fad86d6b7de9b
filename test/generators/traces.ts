// Traces of the right shape with nonsense in them: whoever reads or shows a trace must cope with any of them.

import fc from 'fast-check';
import { behaviours, ruleKindNames } from '../../src/core/model/catalogue.ts';
import { assuranceLevels, openReasons } from '../../src/core/model/sheet.ts';
import type {
  Stage,
  Trace,
  TraceAnswer,
  TraceGap,
  TraceGround,
  TraceInput,
} from '../../src/core/model/trace.ts';

const text = fc.string({ minLength: 1, maxLength: 12, unit: 'grapheme' });
const digest = fc.stringMatching(/^[0-9a-f]{64}$/);
const count = fc.integer({ min: 0, max: 9999 });
const oneOf = <T>(all: readonly T[]) => fc.constantFrom(...all);
const few = <T>(each: fc.Arbitrary<T>) => fc.array(each, { maxLength: 3 });
const optional = { requiredKeys: [] };

const said = { of: text, says: text, file: text, line: count } as const;
const note = fc.record({ note: text }, optional);

const ground: fc.Arbitrary<TraceGround> = fc.oneof(
  fc
    .tuple(
      fc.record({
        kind: fc.constant('answer' as const),
        input: text,
        sheet: text,
        sha256: digest,
        assurance: oneOf(assuranceLevels),
        ...said,
      }),
      fc.record({ from: fc.constant('composition' as const) }, optional),
      note,
    )
    .map(([base, from, noted]): TraceGround => ({ ...base, ...from, ...noted })),
  fc
    .tuple(fc.record({ kind: fc.constant('own' as const), ...said }), note)
    .map(([base, noted]): TraceGround => ({ ...base, ...noted })),
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
  fc.record({
    kind: fc.constant('own-use' as const),
    quantity: text,
    left: fc.array(text, { minLength: 1 }),
  }),
);

const stage: fc.Arbitrary<Stage> = fc
  .tuple(
    fc.record({ assurance: oneOf(assuranceLevels) }),
    fc.record({ until: fc.constant('2027-03-31') }, optional),
  )
  .map(([all, some]) => ({ ...all, ...some }));

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
    fc.record(
      { reason: oneOf(openReasons), stands: fc.array(stage, { minLength: 1, maxLength: 3 }) },
      optional,
    ),
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
export function traces(depth: number): fc.Arbitrary<Trace> {
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
          says: [],
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
        rule: ruleKindNames[index] ?? ('all' as const),
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

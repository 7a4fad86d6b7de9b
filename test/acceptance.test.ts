// The worked cases of the algebra, each a folder of documents under fixtures/acceptance with what must come out,
// run through the same command a user runs: documents in, sheet and trace out.

import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import type { Stage, Trace, TraceAnswer } from '../src/core/model/trace.ts';
import { filesUnder, session } from './support/session.ts';

const ROOT = 'fixtures/acceptance';
const CATALOGUES = readdirSync(ROOT).filter((name) => name.endsWith('.yaml'));

interface ExpectedBill {
  readonly published: boolean;
  readonly findings: readonly string[];
  readonly intervals?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, boolean | 'unknown'>>;
  readonly witnesses?: Readonly<Record<string, readonly string[]>>;
  readonly constraints?: Readonly<Record<string, readonly string[]>>;
  readonly stands?: Readonly<Record<string, readonly Stage[]>>;
}

interface ExpectedSheet {
  readonly findings: readonly string[];
  readonly conflict?: readonly string[];
  readonly constraints?: readonly string[];
}

interface Expected {
  readonly case: string;
  readonly title: string;
  readonly bills?: Readonly<Record<string, ExpectedBill>>;
  readonly sheets?: Readonly<Record<string, ExpectedSheet>>;
}

const catalogueOptions = CATALOGUES.flatMap((name) => ['--catalogue', `${ROOT}/${name}`]);
const inOrder = (names: Iterable<string>): string[] => [...new Set(names)].sort();

for (const name of readdirSync(ROOT).filter((entry) => /^AT\d+$/.test(entry))) {
  const expected: Expected = parse(readFileSync(`${ROOT}/${name}/expect.yaml`, 'utf8'));
  describe(`${name} ${expected.title}`, () => {
    for (const [file, bill] of Object.entries(expected.bills ?? {})) {
      test(`merge ${file}`, () => checkMerge(`${ROOT}/${name}`, file, bill));
    }
    for (const [file, sheet] of Object.entries(expected.sheets ?? {})) {
      test(`validate ${file}`, () => checkSheet(`${ROOT}/${name}`, file, sheet));
    }
  });
}

async function checkMerge(folder: string, file: string, expected: ExpectedBill): Promise<void> {
  const files = filesUnder(ROOT);
  const argv = ['merge', `${folder}/${file}`, '-o', 'out/product.sheet.json', ...catalogueOptions];
  const { exit, files: after, stderr } = await session(argv, files);
  expect(
    inOrder([...stderr.matchAll(/^(?:error|warning)\[([a-z/-]+)\]/gm)].map((match) => match[1] ?? '')),
  ).toEqual(expected.findings);
  expect(after.has('out/product.sheet.json')).toBe(expected.published);
  expect(exit).toBe(expected.published ? 0 : 1);
  if (!expected.published) return;
  const trace: Trace = JSON.parse(after.get('out/product.trace.json') ?? '');
  const answers = new Map(trace.answers.map((answer) => [answer.statement, answer]));
  for (const [id, interval] of Object.entries(expected.intervals ?? {})) {
    expect([id, trace.subjects.find((subject) => subject.id === id)?.value]).toEqual([id, interval]);
  }
  for (const [id, answer] of Object.entries(expected.answers ?? {})) {
    expect([id, answers.get(id)?.answer]).toEqual([id, String(answer)]);
  }
  for (const [id, witness] of Object.entries(expected.witnesses ?? {})) {
    expect([id, witnessOf(answers.get(id), witness)]).toEqual([id, inOrder(witness)]);
  }
  for (const [id, constraints] of Object.entries(expected.constraints ?? {})) {
    expect([id, answers.get(id)?.constraints]).toEqual([id, constraints]);
  }
  for (const [id, stands] of Object.entries(expected.stands ?? {})) {
    expect([id, answers.get(id)?.stands]).toEqual([id, stands]);
  }
  // Whoever verified the inputs, nobody verified the new product.
  const sheet: { readonly assurance?: string } = JSON.parse(after.get('out/product.sheet.json') ?? '');
  expect(sheet.assurance ?? 'self-declared').toBe('self-declared');
}

/** The witness in the terms the expectation uses: `input`, `input:statement` or a process. */
function witnessOf(answer: TraceAnswer | undefined, like: readonly string[]): string[] {
  const isDetailed = like.some((name) => name.includes(':'));
  return inOrder(
    (answer?.rests ?? []).map((ground) => {
      if (ground.kind === 'process') return ground.name;
      const input = ground.kind === 'own' ? 'own' : ground.input;
      return isDetailed ? `${input}:${ground.of}` : input;
    }),
  );
}

async function checkSheet(folder: string, file: string, expected: ExpectedSheet): Promise<void> {
  const argv = ['validate', `${folder}/${file}`, '-f', 'json', '--as-of', '2026-06-15', ...catalogueOptions];
  const { exit, stdout } = await session(argv, filesUnder(ROOT));
  const { findings } = JSON.parse(stdout) as {
    findings: { code: string; severity: string; data: { claims?: string[]; constraints?: string[] } }[];
  };
  expect(inOrder(findings.filter(({ severity }) => severity !== 'note').map((each) => each.code))).toEqual(
    expected.findings,
  );
  expect(exit).toBe(expected.findings.length === 0 ? 0 : 1);
  const conflict = findings.find((each) => each.code === 'sheet/contradiction');
  if (expected.conflict !== undefined)
    expect(inOrder(conflict?.data.claims ?? [])).toEqual(inOrder(expected.conflict));
  if (expected.constraints !== undefined) expect(conflict?.data.constraints).toEqual(expected.constraints);
}

// One process of the shipped catalogue on inputs with given figures, through the command line: what the trace says of
// the product afterwards.

import type { Trace } from '../../src/core/model/trace.ts';
import { PROJECT, session } from './session.ts';

export interface Given {
  readonly mass: string;
  /** Figures and answers, as a sheet writes them. */
  readonly quantities?: Readonly<Record<string, string>>;
  readonly answers?: Readonly<Record<string, string>>;
  readonly level?: string;
}

export interface Made {
  readonly exit: number;
  /** In one line. */
  readonly stderr: string;
  /** What is known of each subject in the end, and of the mass. */
  readonly value: (id: string) => string | undefined;
  readonly answer: (id: string) => string | undefined;
  readonly restsOn: (id: string) => readonly string[];
  readonly gaps: (id: string) => readonly string[];
}

const listed = (entries: Readonly<Record<string, string>>): string =>
  Object.entries(entries)
    .map(([key, value]) => `  ${key}: ${value}\n`)
    .join('');

const sheetOf = (name: string, { quantities = {}, answers = {}, level = 'component' }: Given): string =>
  `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: "urn:${name}"
revision: 1
issued: 2026-01-01
product: { name: ${name}, level: ${level}, mass: 1 kg }
maker: { name: M }
answers:
  inputs.no-added-pfas: true
${listed(answers)}${Object.keys(quantities).length === 0 ? '' : `quantities:\n${listed(quantities)}`}`;

/** `process`: as a bill writes it, in one line. `own`: what the maker answers. */
export async function make(
  inputs: Readonly<Record<string, Given>>,
  process: string | readonly string[],
  own: Readonly<Record<string, string>> = {},
): Promise<Made> {
  const processes = typeof process === 'string' ? [process] : process;
  const bill = `loopsheet: bill/1
sheet: { id: "urn:product", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product }
maker: { name: Maker }
inputs:
${Object.entries(inputs)
  .map(([name, { mass }]) => `  ${name}: { sheet: ${name}.yaml, mass: ${mass} }\n`)
  .join('')}processes:
${processes.map((each) => `  - ${each}\n`).join('')}answers:
  product.gtin-given: false
${listed(own)}`;
  const texts = {
    'p.bill.yaml': bill,
    ...Object.fromEntries(
      Object.entries(inputs).map(([name, given]) => [`${name}.yaml`, sheetOf(name, given)]),
    ),
  };
  const files = new Map(
    Object.entries(texts).map(([name, text]) => [`${PROJECT}/${name}`, new TextEncoder().encode(text)]),
  );
  const { exit, stderr, files: after } = await session(['merge', 'p.bill.yaml', '-o', 'out.json'], files);
  const text = after.get('out.trace.json');
  const trace: Trace | undefined = text === undefined ? undefined : JSON.parse(text);
  const answerOf = (id: string) => trace?.answers.find(({ statement }) => statement === id);
  return {
    exit,
    stderr: stderr.replace(/\s+/g, ' '),
    value: (id) =>
      id === 'mass'
        ? trace?.steps.at(-1)?.mass
        : trace?.subjects.find((subject) => subject.id === id)?.values.at(-1)?.value,
    answer: (id) => answerOf(id)?.answer,
    restsOn: (id) =>
      (answerOf(id)?.rests ?? []).map((ground) =>
        ground.kind === 'process' ? `process ${ground.name}` : `${ground.kind} ${ground.of}`,
      ),
    gaps: (id) =>
      (answerOf(id)?.gaps ?? []).map((gap) =>
        gap.kind === 'input'
          ? `input ${gap.input}`
          : gap.kind === 'process'
            ? `process ${gap.name}`
            : gap.kind,
      ),
  };
}

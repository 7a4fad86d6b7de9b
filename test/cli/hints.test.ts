// What a newcomer gets wrong, and whether the next step that is told is the right one.

import { describe, expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const sheet = (body: string): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: x
revision: 1
issued: 2026-01-01
product: { name: X, level: component, mass: 1 kg }
maker: { name: M }
${body}
`;

interface Told {
  readonly code: string;
  readonly severity: string;
  readonly message: string;
  readonly help: readonly string[];
}

async function tell(
  files: Readonly<Record<string, string>>,
  ...more: readonly string[]
): Promise<readonly Told[]> {
  const { stdout } = await runLoopsheet(['validate', '.', '--format', 'json', ...more], { files });
  const { findings } = JSON.parse(stdout) as { readonly findings: readonly Told[] };
  return findings.map(({ code, severity, message, help }) => ({ code, severity, message, help }));
}

describe('a quantity and a statement, each in the place of the other', () => {
  test('a quantity under `answers`', async () => {
    const body = 'answers: { inputs.no-pvc: true, inputs.main-material: copper, substances.cadmium-content: 0.001 % }';
    expect((await tell({ 'x.yaml': sheet(body) })).map(({ message, help }) => [message, help])).toEqual([
      ['`inputs.main-material` is a quantity, not a statement', ['write it under `quantities`']],
      ['`substances.cadmium-content` is a quantity, not a statement', ['write it under `quantities`']],
    ]);
  });

  test('a statement under `quantities`', async () => {
    const body = 'answers: { inputs.no-pvc: true }\nquantities: { inputs.no-added-pfas: unknown }';
    expect((await tell({ 'x.yaml': sheet(body) })).map(({ message, help }) => [message, help])).toEqual([
      ['`inputs.no-added-pfas` is a statement, not a quantity', ['write it under `answers`']],
    ]);
  });

  test('quantities are listed beside statements and effects', async () => {
    const { stdout } = await runLoopsheet(['catalogue', 'list', '--format', 'json']);
    const { quantities } = JSON.parse(stdout);
    expect(quantities).toContainEqual({ id: 'inputs.main-material', title: 'Name of the one material' });
    const text = (await runLoopsheet(['catalogue', 'list'])).stdout;
    expect(text).toMatch(/^Quantities, written under `quantities`\n {2}\S+ {2,}\S/m);
  });
});

test('of a thing without a battery `not-applicable` is offered beside FALSE', async () => {
  const found = await tell({
    'x.yaml': sheet('answers: { product.no-electrics: true, product.no-battery: true }'),
  });
  const battery = found.find(({ message }) => message.startsWith('`durability.battery-replaceable`'));
  expect(battery?.help).toEqual([
    'write `durability.battery-replaceable: false`',
    'or `not-applicable`, where the question does not arise of the product',
  ]);
  const answered = sheet(
    'answers: { product.no-electrics: true, product.no-battery: true, durability.battery-replaceable: not-applicable }',
  );
  const left = (await tell({ 'x.yaml': answered })).filter(({ message }) =>
    message.includes('battery-replaceable'),
  );
  expect(left).toEqual([]);
});

describe('an own answer where an input does not say', () => {
  const bill = `loopsheet: bill/1
sheet: { id: made, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: Made, level: component }
maker: { name: M }
inputs: { x: { sheet: x.yaml, mass: 1 kg }, tin: { sheet: none, mass: 1 g } }
processes: [{ effect: coat, takes: [x, tin] }]
answers: { inputs.no-pvc: true, product.no-battery: true }
`;

  test('is an own claim of most statements; an assertion says whom to ask', async () => {
    const files = { 'x.yaml': sheet('answers: { inputs.no-added-pfas: true }'), 'made.bill.yaml': bill };
    const ran = await runLoopsheet(['merge', 'made.bill.yaml', '-o', 'out/made.yaml'], { files });
    expect(ran.files['out/made.yaml']).toMatch(/inputs\.no-pvc:\n {4}answer: true\n {4}basis: own\n/);
    expect(ran.files['out/made.yaml']).toMatch(/product\.no-battery:\n {4}answer: unknown\n/);
    expect(ran.stderr.replace(/\s+/g, ' ')).toMatch(
      /help: an assertion does not speak for parts whose makers do not say so: ask those of `x`, `tin` to answer `product\.no-battery` /,
    );
  });

  test('`catalogue show` says what parts do to an assertion that do not say', async () => {
    const { stdout } = await runLoopsheet(['catalogue', 'show', 'product.no-battery', '--format', 'json']);
    expect(JSON.parse(stdout).follows).toBe(
      'Only the maker can assert it. Parts of which it is false refute it, parts that do not say leave it open.',
    );
  });
});

// Marks by a convention that no convention can have set: refused at their place, and without effect in a merge.

import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { filesUnder, session } from '../../support/session.ts';

const post = 'inputs.post-consumer-recycled';

const mark = (value: string): string =>
  `{ answer: ${value}, basis: convention, conventions: [unspecified-as-primary] }`;

const sheet = (answers: string): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: my:b
revision: 1
issued: 2026-05-04
product: { name: B, level: material, mass: 1 kg }
maker: { name: Maker of B }
answers:
${answers}`;

const bill = (rest: string): string => `loopsheet: bill/1
sheet: { id: my:p, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: P, level: component, mass: 1 kg }
maker: { name: Me }
${rest}inputs: { b: { sheet: b.yaml, mass: 1 kg } }`;

const filesOf = (b: string, conventions: string): Map<string, Uint8Array> =>
  new Map([
    ...filesUnder('catalogues'),
    ['/project/b.yaml', new TextEncoder().encode(b)],
    ['/project/p.bill.yaml', new TextEncoder().encode(bill(conventions))],
  ]);

async function mergedFrom(memory: Map<string, Uint8Array>): Promise<Record<string, unknown>> {
  const { files } = await session(['merge', 'p.bill.yaml', '-o', 'p.yaml'], memory);
  return (parse(files.get('p.yaml') ?? '') as { answers: Record<string, unknown> }).answers;
}

const unreached = 'nothing follows for it';
const opposite = 'it takes the opposite to be so';

test.each([
  ['inputs.no-pvc', 'true', '', unreached],
  ['substances.lead-within-limit', 'true', '', unreached],
  [`${post}/95-100`, 'true', '', opposite],
  ['inputs.contains-recycled', 'true', '', opposite],
  [`${post}/0`, 'true', `  ${post}/25-50: true\n`, opposite],
  [`${post}/0`, 'not-applicable', '', 'a convention says of nothing that it does not apply'],
])('%s marked as %s is refused at its place, and counts in no merge', async (id, value, before, why) => {
  const memory = filesOf(
    sheet(`${before}  ${id}: ${mark(value)}\n`),
    'conventions: [unspecified-as-primary]\n',
  );
  const { exit, stdout, stderr } = await session(['validate', 'b.yaml'], memory, { width: 400 });
  const text = `${stdout}${stderr}`;
  expect(exit).toBe(1);
  expect(text).toContain(
    `error[sheet/not-by-convention]: \`${id}\` cannot hold by \`unspecified-as-primary\`: `,
  );
  expect(text).toContain(why);
  expect(text).toContain(`b.yaml:${before === '' ? 9 : 10}:3`);
  const answers = await mergedFrom(memory);
  const given = [id, id.split('/')[0] ?? ''].map((key) => answers[key]);
  expect(JSON.stringify(given)).not.toContain('convention');
});

test('a mark that nobody adopted casts no doubt on what is claimed beside it', async () => {
  const answers = await mergedFrom(
    filesOf(sheet(`  ${post}/25-50: true\n  ${post}/0: ${mark('true')}\n`), ''),
  );
  expect(answers[post]).toBe('25-50');
});

import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

interface Told {
  readonly code: string;
  readonly message: string;
  readonly data: { readonly statement?: string };
  readonly help: readonly string[];
}

async function toldOf(name: string, text: string): Promise<readonly Told[]> {
  const files = { [name]: text };
  const { stdout } = await runLoopsheet(['validate', name, '--format', 'json'], { files });
  return (JSON.parse(stdout) as { findings: readonly Told[] }).findings;
}

const head = {
  loopsheet: 'sheet/1',
  catalogue: 'circularity-core/2026.1',
  id: 'my-works:clip-1',
  revision: 1,
  issued: '2026-05-04',
};
const whose = { product: { name: 'Clip', level: 'component' }, maker: { name: 'My Works' } };
const sheet = (answers: Readonly<Record<string, unknown>>): string =>
  JSON.stringify({ ...head, ...whose, answers });

const bands = ['0', '0-10', '10-25', '25-50', '50-75', '75-95'];
const excluded = (group: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(bands.map((band) => [`${group}/${band}`, false]));

test.each([
  ['a.yaml', 'write `inputs.renewable-material: 95-100` instead of the answers to its single bands'],
  ['a.json', 'write `"inputs.renewable-material": "95-100"` instead of the answers to its single bands'],
  ['a.csv', 'write `answer,inputs.renewable-material/95-100,TRUE`'],
])('%s is told the line to add in its own form', async (name, line) => {
  const rows = bands.map((band) => `answer,inputs.renewable-material/${band},FALSE\n`).join('');
  const meta = Object.entries({
    ...head,
    'product.name': 'Clip',
    'product.level': 'component',
    'maker.name': 'My Works',
  });
  const table = `kind,name,value\n${meta.map(([key, value]) => `meta,${key},${value}\n`).join('')}${rows}`;
  const text = name.endsWith('.csv') ? table : sheet(excluded('inputs.renewable-material'));
  const found = await toldOf(name, text);
  expect(found.map(({ code, help }) => [code, help])).toEqual([['sheet/left-open', [line]]]);
});

test('a group that nobody touched is told without a word of its bands', async () => {
  const found = await toldOf(
    'a.json',
    sheet({ 'inputs.post-consumer-recycled': '0', 'inputs.pre-consumer-recycled': '0' }),
  );
  expect(found.find(({ data }) => data.statement === 'inputs.total-recycled/0')?.help).toEqual([
    'write `"inputs.total-recycled": "0"`',
  ]);
});

test('an answer that is wrong is not called left open as well', async () => {
  const answers = { 'inputs.post-consumer-recycled': '0', 'inputs.pre-consumer-recycled': '0' };
  const found = await toldOf('a.json', sheet({ ...answers, 'inputs.total-recycled': '0-5' }));
  const about = found.filter(({ data }) => String(data.statement).startsWith('inputs.total-recycled'));
  expect(about.map(({ code }) => code)).toEqual(['sheet/wrong-answer']);
});

test('the value that follows is told, not only that one follows', async () => {
  const found = await toldOf('a.json', sheet({ 'durability.battery-replaceable': true }));
  expect(found.map(({ message }) => message)).toEqual([
    '`product.no-battery` is left open, but follows as false from `durability.battery-replaceable` true',
    '`product.no-electrics` is left open, but follows as false from `durability.battery-replaceable` true',
  ]);
});

test('nothing follows from an answer against another edition of a list, and nothing contradicts it', async () => {
  const text = (list: string): string =>
    JSON.stringify({
      ...JSON.parse(sheet({ 'substances.no-svhc': { answer: true, list } })),
      quantities: { 'substances.svhc-content': '0.2 %' },
    });
  const codesFor = async (list: string) =>
    (await toldOf('a.json', text(list))).flatMap(({ code }) => (code === 'sheet/left-open' ? [] : [code]));
  expect(await codesFor('reach-candidate/2025-06')).toEqual(['sheet/wrong-list']);
  expect(await codesFor('reach-candidate/2026-01')).toEqual(['sheet/contradiction']);
});

// Lists of names through the command line: what is merged, written, and told of what stays open.

import { describe, expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';
import { answer, bill, merge, sheet } from '../support/merging.ts';

const list = 'inputs.critical-raw-material-list';
const screwed = '{ effect: join-reversible, name: screws, takes: [a, b] }';

const listing = (id: string, names: string, answers = ''): string =>
  sheet(id, answers, `quantities: { ${list}: ${names} }\n`);

const filesOf = (a: string, b: string, process = screwed) => ({
  'p.yaml': bill(process, ''),
  'a.yaml': listing('A', a),
  'b.yaml': listing('B', b),
});

async function made(a: string, b: string, process = screwed, options: readonly string[] = []) {
  return merge(filesOf(a, b, process), options);
}

const asked = [
  'inputs.contains-critical-raw-material',
  'inputs.contains-cobalt',
  'inputs.contains-rare-earths',
];

describe('what follows from the lists of two parts', () => {
  test.each<[string, string, readonly unknown[]]>([
    ['{ names: [cobalt], complete: true }', '{ names: [], complete: true }', [true, true, false]],
    ['{ names: [cobalt] }', '{ complete: true }', [true, true, 'unknown']],
    ['{ complete: true }', '{ complete: true }', [false, false, false]],
    ['{ without: [cobalt] }', '{ names: [lithium], complete: true }', [true, false, 'unknown']],
    ['{ names: [light rare earths], complete: true }', '{ without: [cobalt] }', [true, false, true]],
  ])('%s and %s', async (a, b, expected) => {
    const ran = await made(a, b);
    expect(asked.map((id) => answer(ran, id))).toEqual(expected);
  });

  test('an answer alone says as much of the list: one of its names is there, whichever', async () => {
    const ran = await merge({
      'p.yaml': bill(screwed, ''),
      'a.yaml': sheet('A', '  inputs.contains-rare-earths: true\n'),
      'b.yaml': listing('B', '{ complete: true }'),
    });
    expect(asked.map((id) => answer(ran, id))).toEqual([true, 'unknown', true]);
  });

  test('P6: a part that weighs nothing counts', async () => {
    const files = filesOf('{ names: [cobalt], complete: true }', '{ complete: true }');
    const light = files['p.yaml'].replace('a.yaml, mass: 1 kg', 'a.yaml, mass: 0 kg, contained: true');
    const ran = await merge({ ...files, 'p.yaml': light });
    expect(answer(ran, 'inputs.contains-cobalt')).toBe(true);
  });

  test('what is lost takes any of it along, and brings nothing', async () => {
    const process = `${screwed}\n  - { effect: loss-selective, takes: [a], loses: 100 g }`;
    const ran = await made('{ names: [cobalt], complete: true }', '{ complete: true }', process);
    expect(asked.map((id) => answer(ran, id))).toEqual(['unknown', 'unknown', false]);
  });

  test('what is lost and is free of it takes nothing along', async () => {
    const process = `${screwed}\n  - { effect: evaporate, takes: [a], loses: 100 g, freeOf: [${list}] }`;
    const ran = await made('{ names: [cobalt], complete: true }', '{ complete: true }', process);
    expect(answer(ran, 'inputs.contains-cobalt')).toBe(true);
  });
});

describe('the list of the product', () => {
  const written = async (a: string, b: string, options: readonly string[]): Promise<unknown> => {
    const ran = await made(a, b, screwed, options);
    return JSON.parse(ran.files.get('out.json') ?? '{}').quantities?.[list];
  };

  test('travels only with the figures', async () => {
    expect(await written('{ names: [cobalt] }', '{ complete: true }', [])).toBeUndefined();
  });

  test.each([
    ['{ names: [cobalt] }', '{ complete: true }', { names: ['cobalt'] }],
    [
      '{ names: [cobalt], complete: true }',
      'lithium; complete',
      { names: ['cobalt', 'lithium'], complete: true },
    ],
    ['{ without: [cobalt, lithium] }', '{ without: [cobalt] }', { names: [], without: ['cobalt'] }],
    ['unknown', '{ complete: true }', undefined],
  ])('%s and %s', async (a, b, expected) => {
    expect(await written(a, b, ['--quantities'])).toEqual(expected);
  });
});

test('an open answer names who does not say that its list is complete, and an answer rests on as little as can be', async () => {
  const files = filesOf('{ names: [cobalt], complete: true }', '{ names: [lithium] }');
  const line = ['merge', 'p.yaml', '-o', 'out.json', '--trace', 'out.trace.json'];
  const ran = await runLoopsheet(line, { files });
  const { answers } = JSON.parse(ran.files['out.trace.json'] ?? '{}');
  const about = (id: string) =>
    answers.find(({ statement }: { readonly statement: string }) => statement === id);
  expect(about('inputs.contains-rare-earths').gaps).toEqual([
    { kind: 'input', input: 'b', why: 'range', value: 'lithium' },
  ]);
  expect(about('inputs.contains-cobalt').rests.map(({ input }: { readonly input: string }) => input)).toEqual(
    ['a'],
  );
});

// What effects of the shipped catalogue leave of what is known, rule kind by rule kind.

import { describe, expect, test } from 'vitest';
import { answer, bill, merge, sheet } from '../../support/merging.ts';
import type { Session } from '../../support/session.ts';

/** Of each input its answers (for one kilogram), and what is done to them. */
async function made(
  processes: string,
  a: readonly string[] = [],
  b: readonly string[] = [],
  own: readonly string[] = [],
  level = 'component',
): Promise<Session> {
  const lines = (answers: readonly string[]) => answers.map((each) => `  ${each}\n`).join('');
  const levelled = (text: string) => text.replace('level: component', `level: ${level}`);
  return merge({
    'p.yaml': bill(processes, lines(own)),
    'a.yaml': levelled(sheet('A', lines(a))),
    'b.yaml': levelled(sheet('B', lines(b))),
  });
}

const screw = '{ effect: join-reversible, name: screws, takes: [a, b] }';

/** After both parts are screwed together, the process is carried out on them. */
const followedBy = (process: string): string => `${screw}\n  - ${process}`;

const afterwards = async (
  process: string,
  statement: string,
  given: string,
  own: readonly string[] = [],
): Promise<unknown> => {
  const told = [`${statement}: ${given}`];
  return answer(await made(followedBy(process), told, told, own), statement);
};

const evaporate = (more = ''): string => `{ effect: evaporate, takes: [a], loses: 400 g${more} }`;
const separate = (more = ''): string => `{ effect: separate, takes: [a], loses: 400 g${more} }`;
const post = 'inputs.post-consumer-recycled';

describe('heat-treat', () => {
  const process = '{ effect: heat-treat, takes: [a] }';
  test.each([
    [post, '25-50', '25-50'],
    ['inputs.no-pvc', 'true', true],
    ['inputs.no-pvc', 'false', false],
    ['inputs.mono-material', 'true', undefined],
    ['inputs.contains-critical-raw-material', 'true', true],
  ])('%s answered %s', async (id, given, expected) => {
    const known = await afterwards(process, id, given);
    if (expected !== undefined) expect(known).toBe(expected);
  });

  test('one statement is set apart from its kind: what returns to the biological cycle is asked anew', async () => {
    const id = 'end-of-use.biological-cycle';
    const told = [`${id}: { answer: true, references: [ISO 17088] }`];
    const plain = await made(screw, told, told, told);
    const treated = await made(followedBy(process), told, told, told);
    expect([answer(plain, id), answer(treated, id)]).toEqual([true, 'unknown']);
  });
});

describe('clean', () => {
  const told = ['inputs.no-pvc: true', 'durability.reversible-connections: true'];
  test('residue is a line of its own, and its maker must answer as well', async () => {
    const silent = await made('{ effect: clean, takes: [a, b], applied: [b] }', told);
    const said = await made('{ effect: clean, takes: [a, b], applied: [b] }', told, ['inputs.no-pvc: true']);
    expect([silent, said].map((each) => answer(each, 'inputs.no-pvc'))).toEqual(['unknown', true]);
  });

  test('it joins nothing: two parts in one bath are joined by nobody knows what', async () => {
    const id = 'durability.reversible-connections';
    const both = await made('{ effect: clean, takes: [a, b] }', told, told, told.slice(1));
    expect(answer(both, id)).toBe('unknown');
    expect(both.stderr).toContain('joins nothing:');
  });
});

describe('evaporate', () => {
  test('what may be in what leaves widens the share, what is declared not to be is concentrated', async () => {
    // Of 2 kg more than 1 kg and at most 1.5 kg count; 1.6 kg stay: more than 62.5 % and at most 93.75 %.
    const run = async (more: string) => {
      const told = [`${post}: 50-75`];
      const { files } = await made(followedBy(evaporate(more)), told, told);
      const written = JSON.parse(files.get('out.json') ?? '').answers;
      return ['0', '25-50', '50-75', '75-95', '95-100'].map((band) => written[`${post}/${band}`] ?? 'open');
    };
    const open = { answer: 'unknown', reason: 'undetermined' };
    expect(await run('')).toEqual([false, open, open, open, false]);
    expect(await run(`, freeOf: [${post}]`)).toEqual([false, false, open, open, false]);
  });

  test('what has all of something keeps all of it', async () => {
    expect(await afterwards(evaporate(`, freeOf: [${post}]`), post, '"0"')).toBe('0');
  });

  test('absence stays absence, presence may leave, unless what leaves is free of it', async () => {
    const battery = 'inputs.contains-critical-raw-material';
    const list = 'inputs.critical-raw-material-list';
    expect(await afterwards(evaporate(), 'inputs.no-pvc', 'true')).toBe(true);
    expect(await afterwards(evaporate(), 'inputs.no-pvc', 'false')).toBe('unknown');
    expect(await afterwards(evaporate(', freeOf: [inputs.no-pvc]'), 'inputs.no-pvc', 'false')).toBe(false);
    expect(await afterwards(evaporate(), battery, 'true')).toBe('unknown');
    expect(await afterwards(evaporate(`, freeOf: [${list}]`), battery, 'true')).toBe(true);
  });

  test('a name under `freeOf` that the effect loses nothing of is a finding', async () => {
    const ran = await made(followedBy(evaporate(', freeOf: [production.energy]')));
    expect(ran.exit).toBe(1);
    expect(ran.stderr).toContain('`production.energy` means nothing under `freeOf`');
  });

  test('which effect takes `freeOf` is told', async () => {
    const ran = await made(followedBy('{ effect: heat-treat, takes: [a], freeOf: [inputs.no-pvc] }'));
    expect(ran.stderr).toContain('effect `heat-treat` does not take `freeOf`');
  });
});

describe('separate', () => {
  test('a joint that stood against it may have left', async () => {
    const id = 'durability.reversible-connections';
    const weld = '{ effect: join-irreversible, takes: [a, b] }';
    const welded = await made(weld);
    const parted = await made(`${weld}\n  - ${separate()}`);
    expect([answer(welded, id), answer(parted, id)]).toEqual([false, 'unknown']);
  });

  test('several materials may become one', async () => {
    expect(await afterwards(separate(), 'inputs.mono-material', 'false')).toBe('unknown');
  });
});

describe('package', () => {
  test('the box is no part of the product: neither its answers nor its mass count', async () => {
    const ran = await made(
      '{ effect: package, takes: [a, b] }',
      ['inputs.no-pvc: true'],
      ['inputs.no-pvc: false'],
    );
    expect(answer(ran, 'inputs.no-pvc')).toBe(true);
    expect(JSON.parse(ran.files.get('out.json') ?? '').inputs.map(({ id }: { id: string }) => id)).toEqual([
      'A',
    ]);
  });
});

describe('react and outsource', () => {
  test.each(['react', 'outsource'])('after %s nothing is known but what is conserved', async (effect) => {
    const kept = `{ effect: ${effect}, takes: [a], conserves: [inputs.no-pvc] }`;
    expect(await afterwards(`{ effect: ${effect}, takes: [a] }`, 'inputs.no-pvc', 'true')).toBe('unknown');
    expect(await afterwards(kept, 'inputs.no-pvc', 'true')).toBe(true);
    expect(await afterwards(kept, 'inputs.contains-critical-raw-material', 'true')).toBe('unknown');
  });
});

// Catalogues made to hurt: each is told exactly, and none keeps the tool busy for long.

import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const entry = (id: string, rule = '{ kind: all }'): string =>
  `  ${id}: { section: s, title: T, text: "T.", guidance: G, evidence: E, example: X, level: product, rule: ${rule} }`;

const alone = (...lines: readonly string[]): string =>
  [
    'loopsheet: catalogue/1',
    'id: own',
    'version: "1"',
    'title: T',
    'note: N.',
    'sections: [{ id: s, number: 1, title: S }]',
    ...lines,
    'effects:',
    '  put: { title: P, text: P., implicit: true, behaviours: { all: combine, fraction: combine } }',
    '',
  ].join('\n');

async function lint(text: string) {
  const ran = await runLoopsheet(['catalogue', 'lint', 'own.yaml', '--format', 'compact'], {
    files: { 'own.yaml': text },
  });
  return { exit: ran.exit, lines: ran.stdout.split('\n').filter((line) => line !== '') };
}

const RING = 1500;

test('a ring of implications is gone round in either direction', async () => {
  const ids = Array.from({ length: RING }, (_, index) => `s.x${index}`);
  const text = alone(
    'statements:',
    ...ids.map((id) => entry(id)),
    'constraints:',
    ...ids.map(
      (id, index) =>
        `  - { kind: implies, when: { statement: ${id}, is: true }, then: { statement: ${ids[(index + 1) % RING]}, is: true } }`,
    ),
  );
  expect(await lint(text)).toEqual({ exit: 0, lines: [] });
});

test('no statement takes the place of a band', async () => {
  const text = alone(
    'ladders: { l: { note: N, bands: ["0", "0-100"] } }',
    'groups:',
    '  s.g: { section: s, title: T, text: "{band}.", guidance: G, evidence: E, example: X, level: product, unit: "%", ladder: l, rule: { kind: fraction, weight: mass, custody: physical } }',
    'statements:',
    entry('s.g/0'),
  );
  expect(await lint(text)).toEqual({
    exit: 1,
    lines: ['own.yaml:11:3: error[read/duplicate-key]: `s.g/0` names a band of `s.g` and a statement'],
  });
});

test.each([
  [
    'derived from themselves',
    entry('s.a', '{ kind: derived, not: s.b }'),
    entry('s.b', '{ kind: derived, not: s.a }'),
  ],
])('rules %s', async (_, ...lines) => {
  expect(await lint(alone('statements:', ...lines))).toEqual({
    exit: 1,
    lines: [
      'own.yaml:8:3: error[catalogue/bad-rule]: `s.a` is derived from itself',
      'own.yaml:9:3: error[catalogue/bad-rule]: `s.b` is derived from itself',
    ],
  });
});

test('names of the language are no names of entries', async () => {
  expect(
    await lint(alone('statements:', entry('__proto__'), entry('constructor'), entry('toString'))),
  ).toEqual({
    exit: 1,
    lines: [
      'own.yaml:8:3: error[read/unknown-key]: `__proto__` cannot be used as a key',
      'own.yaml:9:3: error[read/unknown-key]: `constructor` cannot be used as a key',
    ],
  });
});

test('more entries than a map may have end the reading', async () => {
  const ids = Array.from({ length: 10_000 }, (_, index) => entry(`s.x${index}`));
  const { exit, lines } = await lint(alone('statements:', ...ids));
  expect(exit).toBe(2);
  expect(lines).toEqual([
    'own.yaml:5008:3: error[read/too-large]: a map or a list has more than 5000 entries',
  ]);
});

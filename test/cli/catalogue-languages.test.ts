// The language of a catalogue that extends another: what it leaves as it was has the base's words, the rest its own.

import { expect, test } from 'vitest';
import { runLoopsheet } from '../setup/run.ts';

const CORE = 'circularity-core/2026.1';

const entry = (title: string, text: string): string =>
  `{ section: inputs, title: ${title}, text: ${text}, guidance: G., evidence: E., example: X., level: product, rule: { kind: all } }`;

const over = (id: string, extended: string, ...lines: readonly string[]): string =>
  [
    'loopsheet: catalogue/1',
    `id: ${id}`,
    'version: "1"',
    `extends: ${extended}`,
    'title: T',
    'note: N.',
    ...lines,
    '',
  ].join('\n');

const house = over(
  'house',
  CORE,
  'statements:',
  `  inputs.no-pvc: ${entry('No PVC or PVDC', 'There is no PVC and no PVDC.')}`,
  `  inputs.no-cork: ${entry('No cork', 'There is no cork.')}`,
);

const german = (catalogue: string, ...lines: readonly string[]): string =>
  ['loopsheet: translation/1', `catalogue: ${catalogue}`, 'language: de', ...lines, ''].join('\n');

const ownGerman = german(
  'house/1',
  'statements:',
  '  inputs.no-cork: { title: Kein Kork, text: Kein Kork., guidance: G., evidence: E., example: X. }',
);

type Files = Readonly<Record<string, string>>;

async function titleOf(id: string, files: Files, ...more: readonly string[]): Promise<string> {
  const named = Object.keys(files).filter((file) => /^[a-z]+\.yaml$/.test(file));
  const flags = named.flatMap((file) => ['--catalogue', file]);
  const args = ['catalogue', 'show', id, '--lang', 'de', '--format', 'json', ...flags, ...more];
  const { stdout, stderr, exit } = await runLoopsheet(args, { files });
  expect([exit, stderr]).toEqual([0, '']);
  return JSON.parse(stdout).title;
}

test('what is left as it was has the words of the base, what is new or replaced its own', async () => {
  const files = { 'house.yaml': house };
  expect(await titleOf('inputs.recycled-is-attributed', files)).toBe('Rezyklatangabe ist zugerechnet');
  expect(await titleOf('inputs.no-pvc', files)).toBe('No PVC or PVDC');
  expect(await titleOf('inputs.no-cork', files)).toBe('No cork');
  expect(await titleOf('inputs.post-consumer-recycled', files)).toBe('Rezyklat aus Nachgebrauchsabfall');
});

test('a translation beside it comes first', async () => {
  const files = { 'house.yaml': house, 'house.de.yaml': ownGerman };
  expect(await titleOf('inputs.no-cork', files)).toBe('Kein Kork');
  expect(await titleOf('inputs.no-pvc', files)).toBe('No PVC or PVDC');
});

test('over several catalogues, each entry has the words of the one that wrote it', async () => {
  const room = over(
    'room',
    'house/1',
    'statements:',
    `  inputs.no-cork: ${entry('No cork at all', 'There is none.')}`,
  );
  const files = { 'house.yaml': house, 'house.de.yaml': ownGerman, 'room.yaml': room };
  const of = ['--of', 'room/1'];
  expect(await titleOf('inputs.no-cork', files, ...of)).toBe('No cork at all');
  expect(await titleOf('inputs.no-pvc', files, ...of)).toBe('No PVC or PVDC');
  expect(await titleOf('inputs.recycled-is-attributed', files, ...of)).toBe('Rezyklatangabe ist zugerechnet');
});

test('a translation of another catalogue is told, and not used', async () => {
  const files = { 'house.yaml': house, 'house.de.yaml': german(CORE, 'statements: {}') };
  const { stderr, exit } = await runLoopsheet(
    ['catalogue', 'show', 'inputs.no-cork', '--lang', 'de', '--catalogue', 'house.yaml'],
    { files },
  );
  expect(exit).toBe(0);
  expect(stderr.split('\n')[0]).toBe('warning[catalogue/stale-translation]: the translation is of');
});

test('a translation that cannot be read ends the run, as does a language that nobody wrote', async () => {
  const alone = over('house', CORE, 'statements: {}').replace(
    /extends: .*/,
    'sections: [{ id: s, number: 1, title: S }]',
  );
  const broken = {
    'house.yaml': house,
    'house.de.yaml': german('house/1', 'statements: { no-such: { title: X } }'),
  };
  const args = ['catalogue', 'list', '--lang', 'de', '--catalogue', 'house.yaml'];
  const unread = await runLoopsheet(args, { files: broken });
  expect([unread.exit, unread.stdout]).toEqual([2, '']);
  expect(unread.stderr.split('\n')[0]).toBe(
    'error[catalogue/unknown-name]: statement `no-such` is not in the catalogue',
  );
  const unwritten = await runLoopsheet(args, { files: { 'house.yaml': alone } });
  expect([unwritten.exit, unwritten.stdout]).toEqual([2, '']);
  expect(unwritten.stderr).toMatch(/^error: catalogue `house\/1` has no texts in the language `de`\n/);
});

test('lint asks of the translation for all that the catalogue writes itself, and for nothing else', async () => {
  const own = over(
    'house',
    CORE,
    'sections:',
    '  - { id: extra, number: 8, title: Extra }',
    'scales:',
    '  hardness: [soft, hard]',
    'quantities:',
    '  inputs.hardness: { title: Hardness, scale: hardness, rule: { kind: min-level } }',
    'statements:',
    `  inputs.no-pvc: ${entry('No PVC or PVDC', 'There is no PVC and no PVDC.')}`,
    `  inputs.no-cork: ${entry('No cork', 'There is no cork.').replace('section: inputs', 'section: extra')}`,
  );
  const { stdout } = await runLoopsheet(['catalogue', 'lint', 'house.yaml', '--format', 'json'], {
    files: { 'house.yaml': own, 'house.de.yaml': german('house/1', 'statements: {}') },
  });
  const { findings } = JSON.parse(stdout);
  const lacking = findings.flatMap((each: { code: string; data: { entry: string } }) =>
    each.code === 'catalogue/untranslated' ? [each.data.entry] : [],
  );
  expect(lacking.sort()).toEqual(['extra', 'hardness', 'inputs.hardness', 'inputs.no-cork', 'inputs.no-pvc']);
});

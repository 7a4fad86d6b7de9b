// A close look at the shipped catalogue finds nothing; planted in a copy of it, every fault is found, and nothing else.

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root, runLoopsheet } from '../setup/run.ts';

/** What each fault is found as, with the text that is pointed at. */
const folder = join(root, 'fixtures', 'planted-faults');

const read = (ending: string): string =>
  readFileSync(join(root, 'catalogues', `circularity-core-2026.1.${ending}`), 'utf8');

// A catalogue that is given has a name of its own: `validate` knows the shipped one already.
const own = read('yaml');
const german = read('de.yaml');

const replaced = (text: string, from: string, to: string): string => {
  expect(text.split(from).length, `\`${from}\` stands once`).toBe(2);
  return text.replace(from, () => to);
};

/** Adds lines below the only line that reads like this. */
const below = (text: string, line: string, ...lines: readonly string[]): string =>
  replaced(text, `\n${line}\n`, `\n${[line, ...lines].join('\n')}\n`);

const statement = (id: string, rule: string, ...more: readonly string[]): readonly string[] => [
  `  ${id}:`,
  '    section: sheet',
  '    title: Planted',
  '    text: Planted.',
  '    guidance: None.',
  '    evidence: None.',
  '    example: None.',
  '    level: product',
  `    rule: ${rule}`,
  ...more,
];

async function lint(files: Readonly<Record<string, string>>): Promise<readonly string[]> {
  const ran = await runLoopsheet(['catalogue', 'lint', 'core.yaml', '-f', 'json'], { files });
  const { findings } = JSON.parse(ran.stdout);
  const lines = (findings as Found[]).map(({ severity, code, message, at }) => {
    const marked = files[at.source]?.slice(at.start.offset, at.end.offset);
    return `${at.source}: ${severity}[${code}]: ${message}\n  at: ${marked}\n`;
  });
  expect(ran.exit).toBe(lines.length === 0 ? 0 : 1);
  return lines;
}

interface Found {
  readonly severity: string;
  readonly code: string;
  readonly message: string;
  readonly at: {
    readonly source: string;
    readonly start: { readonly offset: number };
    readonly end: { readonly offset: number };
  };
}

test('the shipped catalogue and its translations pass', async () => {
  const ran = await runLoopsheet(['catalogue', 'lint']);
  expect(ran).toMatchObject({
    exit: 0,
    stdout: '',
    stderr: 'checked 1 catalogue and 2 translations: no findings\n',
  });
  expect(await lint({ 'core.yaml': own, 'core.de.yaml': german })).toEqual([]);
});

const constraint = (line: string): string => below(own, 'constraints:', `  - ${line}`);
const planted: Readonly<Record<string, () => Readonly<Record<string, string>>>> = {
  'a statement without a rule': () => ({
    'core.yaml': below(own, 'statements:', ...statement('sheet.planted', '').slice(0, -1)),
  }),
  'a kind of rule without a cell': () => ({
    'core.yaml': own.replaceAll(/\n {6}min-number: (combine|replace)/g, ''),
  }),
  'a gap in a ladder': () => ({
    'core.yaml': replaced(own, '"10-25", "25-50", "50-75"', '"10-25", "30-50", "50-75"'),
  }),
  'an overlap in a ladder': () => ({
    'core.yaml': replaced(own, '"10-25", "25-50", "50-75"', '"10-25", "20-50", "50-75"'),
  }),
  'an empty band': () => ({
    'core.yaml': constraint(
      '{ kind: implies, when: { statement: inputs.bio-based/10-25, is: true }, then: { statement: inputs.bio-based/0, is: true } }',
    ),
  }),
  'a threshold outside the unit': () => ({
    'core.yaml': below(
      own,
      'statements:',
      ...statement('sheet.planted', '{ kind: derived, quantity: inputs.bio-based, moreThan: 120 % }'),
    ),
  }),
  'a threshold that holds always': () => ({
    'core.yaml': below(
      own,
      'statements:',
      ...statement('sheet.planted', '{ kind: derived, quantity: inputs.bio-based, atLeast: 0 % }'),
    ),
  }),
  'a threshold that is never passed': () => ({
    'core.yaml': below(
      own,
      'statements:',
      ...statement('sheet.planted', '{ kind: derived, quantity: inputs.bio-based, moreThan: 100 % }'),
    ),
  }),
  'a quantity that is not there': () => ({
    'core.yaml': below(
      own,
      'statements:',
      ...statement('sheet.planted', '{ kind: derived, quantity: inputs.bio-base, moreThan: 10 % }'),
    ),
  }),
  'a trait that no effect has': () => ({
    'core.yaml': below(
      own,
      'statements:',
      ...statement(
        'sheet.planted',
        '{ kind: assert-refutable, refutedBy: [weld], openedBy: [unnamed-joint] }',
      ),
    ),
  }),
  'an official id given twice': () => ({
    'core.yaml': below(
      own,
      'statements:',
      ...statement('sheet.planted', '{ kind: own }', '    official: ["1.4.1.01"]'),
    ),
  }),
  'an assertion that an unnamed joint leaves standing': () => ({
    'core.yaml': below(
      own,
      'statements:',
      ...statement('sheet.planted', '{ kind: assert-refutable, refutedBy: [irreversible-joint] }'),
    ),
  }),
  'no implicit effect': () => ({ 'core.yaml': replaced(own, '\n    implicit: true', '') }),
  'two implicit effects': () => ({
    'core.yaml': below(own, '    title: Melt or mix', '    implicit: true'),
  }),
  'a statement that is never true': () => ({
    'core.yaml': constraint(
      '{ kind: implies, when: { statement: inputs.no-pvc, is: true }, then: { statement: inputs.no-pvc, is: false } }',
    ),
  }),
  'constraints in a circle': () => ({
    'core.yaml': constraint(
      '{ kind: nested, inner: inputs.total-recycled, outer: inputs.closed-loop-recycled }',
    ),
  }),
  'a citation of nothing': () => ({
    'core.yaml': below(own, 'statements:', ...statement('sheet.planted', '{ kind: own }', '    cites: true')),
  }),
  'no evidence': () => ({
    'core.yaml': replaced(own, '\n    evidence: The file, and the description of its format.', ''),
  }),
  'a text that is not translated': () => ({
    'core.yaml': own,
    'core.de.yaml': replaced(german, '  benefits:\n    title: Nutzen\n', ''),
  }),
  'a translation too many': () => ({
    'core.yaml': own,
    'core.de.yaml': below(german, '  repair-tools:', '    hammer: Hammer'),
  }),
  'a translation with another figure': () => ({
    'core.yaml': own,
    'core.de.yaml': replaced(german, 'title: Für zehn Jahre ausgelegt', 'title: Für 15 Jahre ausgelegt'),
  }),
  'a translation of another version': () => ({
    'core.yaml': own,
    'core.de.yaml': replaced(
      german,
      'catalogue: circularity-core/2026.1',
      'catalogue: circularity-core/2025.1',
    ),
  }),
};

test.each(Object.entries(planted))('%s is found', async (fault, plant) => {
  const findings = (await lint(plant())).join('');
  expect(findings).not.toBe('');
  await expect(findings).toMatchFileSnapshot(join(folder, `${fault.replaceAll(' ', '-')}.txt`));
});

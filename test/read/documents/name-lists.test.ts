import { describe, expect, test } from 'vitest';
import { vocabularyIn } from '../../../src/core/model/catalogue.ts';
import type { Finding } from '../../../src/core/text/finding.ts';
import { writeNames } from '../../../src/core/values/name-list.ts';
import { readCatalogue } from '../../../src/read/documents/catalogue.ts';
import { readQuantities } from '../../../src/read/documents/quantities.ts';
import { entryOf } from '../../../src/read/tree.ts';
import { readYaml } from '../../../src/read/yaml.ts';
import { asMarkedLines } from '../../samples/findings.ts';
import { plasticsCatalogue, readCatalogueText } from '../../samples/read.ts';

const withList = (quantity: string, rule = ''): string =>
  plasticsCatalogue
    .replace('quantities:\n', `quantities:\n  listed: ${quantity}\n`)
    .replace(
      'effects:',
      rule === ''
        ? 'effects:'
        : `  new: { section: use, title: New, text: New., guidance: None., level: product, rule: ${rule} }\neffects:`,
    );

const closed = '{ title: Listed, names: [cobalt, lithium, nickel], rule: { kind: set, closed: true } }';
const free = '{ title: Listed, name: true, rule: { kind: set } }';

function read(written: string, quantity = closed): readonly string[] {
  const catalogue = readCatalogue(treeOf(withList(quantity))).value;
  if (catalogue === undefined) throw new Error('no catalogue');
  const text = `quantities:\n  listed: ${written}\n`;
  const findings: Finding[] = [];
  const quantities = readQuantities(entryOf(treeOf(text), 'quantities')?.value, catalogue, (found) =>
    findings.push(found),
  );
  const value = quantities.get('listed')?.value;
  const said = value?.kind === 'names' ? [writeNames(value.names, vocabularyIn(catalogue, 'listed'))] : [];
  return [...said, ...asMarkedLines(findings, text), ...findings.flatMap(({ help }) => help)];
}

function treeOf(text: string) {
  const { value } = readYaml({ name: 'text', text });
  if (value === undefined) throw new Error('no tree');
  return value;
}

describe('lists that say something', () => {
  test.each([
    ['{ names: [cobalt] }', 'cobalt'],
    ['{ names: [lithium, cobalt], complete: true }', 'cobalt; lithium; complete'],
    ['{ names: [], complete: true }', 'complete'],
    ['{ complete: true }', 'complete'],
    ['{ names: [cobalt], maybe: [nickel], complete: true }', 'cobalt; ?nickel; complete'],
    ['{ without: [nickel] }', '!nickel'],
    ['{ names: [cobalt], without: [lithium, nickel] }', 'cobalt; complete'],
    ['{ names: [cobalt], complete: false }', 'cobalt'],
    ['cobalt; ?nickel; complete', 'cobalt; ?nickel; complete'],
    ['"!nickel"', '!nickel'],
    ['cobalt', 'cobalt'],
  ])('%s', (written, expected) => expect(read(written)).toEqual([expected]));

  test('any name goes where there is no vocabulary', () => {
    expect(read('{ names: [7440-48-4, "50-00-0"], complete: true }', free)).toEqual([
      '50-00-0; 7440-48-4; complete',
    ]);
  });
});

describe('lists that cannot be read', () => {
  test.each<[string, readonly string[]]>([
    [
      '{ names: [cobolt] }',
      ['<cobolt> read/wrong-value: `cobolt` is not a name that `listed` can hold', 'did you mean `cobalt`?'],
    ],
    [
      '{ names: [cobalt, cobalt] }',
      ['<cobalt> read/wrong-value: `cobalt` is named twice in `listed`', 'leave out one of the two'],
    ],
    [
      '{ names: [cobalt], without: [cobalt] }',
      [
        '<cobalt> read/wrong-value: `cobalt` is named under `names` and under `without` in `listed`',
        'keep the one that is so',
      ],
    ],
    [
      '{ names: [] }',
      [
        '<{ names: [] }> read/wrong-value: `listed` says nothing',
        'write under `names` what is there, and `complete: true` if there is nothing else',
        'leave the key out when nothing is known',
      ],
    ],
    [
      '{ maybe: [cobalt] }',
      [
        '<{ maybe: [cobalt] }> read/wrong-value: `listed` says nothing',
        '`maybe` is only of use where nothing else can be there: add `complete: true`, or leave it out',
      ],
    ],
    [
      '{ atLeast: 3 }',
      [
        '<atLeast> read/wrong-value: `listed` is a list of names and has no `atLeast`',
        'keep to `names`, `maybe`, `without`, `complete`',
      ],
    ],
    [
      '[cobalt]',
      [
        '<[cobalt]> read/wrong-value: `listed` is not a list of names with what is known of it',
        'write it like `{ names: [a, b], complete: true }`; without `complete` there may be others',
      ],
    ],
  ])('%s', (written, expected) => expect(read(written)).toEqual(expected));

  test('a name that could not be told from the rest of a written list', () => {
    expect(read('{ names: ["a; b"] }', free)).toEqual([
      '<"a; b"> read/wrong-value: `a; b` cannot be the name of a thing on a list',
      'use a name without `;` and `|` that does not begin with `?` or `!` and is not `complete`',
    ]);
  });

  test('its keys say nothing of another figure', () => {
    expect(read('{ names: [a] }', '{ title: Listed, unit: MJ, rule: { kind: sum } }')).toEqual([
      '<names> read/wrong-value: `listed` is no list of names, so `names` says nothing of it',
      'remove the key, and write the figure with `atLeast` or `atMost`',
    ]);
  });
});

describe('lists of a catalogue', () => {
  const marked = (quantity: string, rule = ''): readonly string[] =>
    readCatalogueText(withList(quantity, rule)).marked;

  test.each([
    ['{ kind: derived, quantity: listed, names: [cobalt] }', ['cobalt']],
    ['{ kind: derived, quantity: listed, names: any }', 'any'],
  ])('a statement may look for names: %s', (rule, names) => {
    const { value, marked: found } = readCatalogueText(withList(closed, rule));
    expect(found).toEqual([]);
    expect(value?.quantities.get('listed')?.measure).toEqual({
      kind: 'names',
      names: ['cobalt', 'lithium', 'nickel'],
      closed: true,
    });
    expect(value?.statements.get('new')?.meaning).toEqual({ kind: 'named', quantity: 'listed', names });
  });

  test.each<[string, string, readonly string[]]>([
    [
      closed,
      '{ kind: derived, quantity: listed, names: [cobolt] }',
      ['<cobolt> catalogue/bad-rule: `cobolt` is not a name of `listed`'],
    ],
    [
      closed,
      '{ kind: derived, quantity: listed, names: [cobalt, cobalt] }',
      ['<cobalt> catalogue/bad-rule: `cobalt` is named twice'],
    ],
    [
      closed,
      '{ kind: derived, quantity: listed }',
      ['<listed> catalogue/bad-rule: `new` does not say what it looks for in `listed`'],
    ],
    [
      closed,
      '{ kind: derived, quantity: listed, names: any, atLeast: 3 }',
      ['<atLeast> catalogue/bad-rule: `listed` is a list of names and has no limits'],
    ],
    [
      closed,
      '{ kind: derived, quantity: warranty, names: [cobalt] }',
      ['<warranty> catalogue/bad-rule: `warranty` is no list of names'],
    ],
    [
      '{ title: Listed, names: [a, a, "b;c"], rule: { kind: set } }',
      '',
      [
        '<a> catalogue/bad-rule: `a` is named twice',
        '<"b;c"> catalogue/bad-rule: `b;c` cannot be the name of a thing on a list',
      ],
    ],
    [
      '{ title: Listed, name: true, rule: { kind: set, closed: true } }',
      '',
      ['<closed> catalogue/bad-rule: `listed` is closed, but has no names'],
    ],
    [
      '{ title: Listed, unit: MJ, rule: { kind: set } }',
      '',
      ['<set> catalogue/bad-rule: a rule of kind `set` does not fit the quantity `listed`'],
    ],
  ])('%s, %s', (quantity, rule, expected) => expect(marked(quantity, rule)).toEqual(expected));
});

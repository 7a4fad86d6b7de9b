import { describe, expect, test } from 'vitest';
import { translate } from '../../../src/core/model/translate.ts';
import { readTranslation } from '../../../src/read/documents/translation.ts';
import { checkShape } from '../../../src/read/shape.ts';
import { readYaml } from '../../../src/read/yaml.ts';
import { asMarkedLines } from '../../samples/findings.ts';
import { plasticsCatalogue, readCatalogueText } from '../../samples/read.ts';

const catalogue = readCatalogueText(plasticsCatalogue).value ?? expect.fail('the sample reads');
const name = `${catalogue.id}/${catalogue.version}`;

const head = `loopsheet: translation/1\ncatalogue: ${name}\nlanguage: de\n`;

async function read(body: string, start = head) {
  const text = `${start}${body}`;
  const tree = readYaml({ name: 'x.de.yaml', text }).value ?? expect.fail('the text is YAML');
  const shape = await checkShape('translation', tree);
  const find = (wanted: string) => (wanted === name ? catalogue : undefined);
  const { value, findings } = readTranslation(tree, find, [name]);
  return { value, lines: asMarkedLines([...shape, ...findings], text) };
}

const [group] = catalogue.groups.values();
const groupId = group?.id ?? '';
const single = [...catalogue.statements.values()].find((each) => each.group === undefined)?.id ?? '';
const band = group?.bands[0];

test('what is translated is shown in the other language, and the rest as it was', async () => {
  const { value, lines } = await read(
    `groups:\n  ${groupId}: { title: Anteil, text: "{band} davon.", guidance: Wiegen., evidence: Waage., example: Eins. }\nstatements:\n  ${single}: { title: Etwas }\n`,
  );
  expect(lines).toEqual([]);
  const shown = translate(catalogue, value ?? expect.fail('it reads'));
  const bandId = band?.statement ?? '';
  expect(shown.groups.get(groupId)).toEqual({
    ...group,
    title: 'Anteil',
    guidance: 'Wiegen.',
    evidence: 'Waage.',
    example: 'Eins.',
  });
  expect(shown.statements.get(bandId)).toEqual({
    ...catalogue.statements.get(bandId),
    title: `Anteil: ${band?.label}`,
    text: `${band?.label} davon.`,
    guidance: 'Wiegen.',
  });
  expect(shown.quantities.get(groupId)?.title).toBe('Anteil');
  expect(shown.statements.get(single)).toEqual({ ...catalogue.statements.get(single), title: 'Etwas' });
  expect(shown.effects).toEqual(catalogue.effects);
  expect(shown.sections).toEqual(catalogue.sections);
});

test('the steps of a scale have names beside what sheets write', async () => {
  const { value, lines } = await read('scales:\n  skill: { trained: Fachkraft, layman: Laie }\n');
  expect(lines).toEqual([]);
  const shown = translate(catalogue, value ?? expect.fail('it reads'));
  const measures = [...shown.quantities.values()].map(({ measure }) => measure);
  expect(measures.filter(({ kind }) => kind === 'scale')).toEqual([
    {
      kind: 'scale',
      id: 'skill',
      steps: ['maker', 'trained', 'layman'],
      names: ['maker', 'Fachkraft', 'Laie'],
    },
  ]);
});

describe('what the catalogue does not have is found', () => {
  test.each([
    [`statements:\n  ${single}x: { title: Etwas }\n`, 'statement', `${single}x`],
    ['groups:\n  nothing-like-it: { title: Etwas }\n', 'group', 'nothing-like-it'],
    ['sections:\n  nothing-like-it: { title: Etwas }\n', 'section', 'nothing-like-it'],
    [`quantities:\n  ${groupId}: { title: Etwas }\n`, 'quantity', groupId],
    ['effects:\n  nothing-like-it: { title: Etwas }\n', 'effect', 'nothing-like-it'],
    ['scales:\n  nothing-like-it: { a: b }\n', 'scale', 'nothing-like-it'],
    ['scales:\n  skill: { lehman: Laie }\n', 'step of `skill`', 'lehman'],
  ])('%s', async (body, what, id) => {
    const { lines } = await read(body);
    expect(lines).toEqual([`<${id}> catalogue/unknown-name: ${what} \`${id}\` is not in the catalogue`]);
  });

  test('a band has the texts of its group', async () => {
    const { lines } = await read(`statements:\n  ${band?.statement}: { title: Etwas }\n`);
    const message = `\`${band?.statement}\` is a band, and bands have the texts of their group`;
    expect(lines).toEqual([`<${band?.statement}> catalogue/unknown-name: ${message}`]);
  });

  test('with a near name where there is one', async () => {
    const tree = readYaml({ name: 'x', text: `${head}scales:\n  skill: { laymann: Laie }\n` }).value;
    const { findings } = readTranslation(tree ?? expect.fail('YAML'), () => catalogue, [name]);
    expect(findings.map(({ help }) => help)).toEqual([['did you mean `layman`?']]);
  });
});

test('the sentence of a group has a place for the band', async () => {
  const { lines } = await read(`groups:\n  ${groupId}: { text: Alles davon. }\n`);
  expect(lines).toHaveLength(1);
  expect(lines[0]).toMatch(/^<Alles davon\.> read\/wrong-value: /);
});

test('a translation of a catalogue that nobody knows is refused', async () => {
  const { value, lines } = await read('', 'loopsheet: translation/1\ncatalogue: other/1\nlanguage: de\n');
  expect(value).toBe(undefined);
  expect(lines).toEqual(['<other/1> sheet/unknown-catalogue: catalogue `other/1` is not known']);
});

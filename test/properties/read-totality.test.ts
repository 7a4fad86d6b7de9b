// Whatever is read, nothing throws, every finding has a code, a place inside its source and a next step, and what
// has no findings of shape is read into a value.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { codes } from '../../src/core/text/codes.ts';
import { type Finding, hasErrors } from '../../src/core/text/finding.ts';
import { type LineStarts, lineStartsOf, offsetAt } from '../../src/core/text/lines.ts';
import type { Position, Source, Span } from '../../src/core/text/span.ts';
import { readBill } from '../../src/read/documents/bill.ts';
import { readCatalogue } from '../../src/read/documents/catalogue.ts';
import { readSheet } from '../../src/read/documents/sheet.ts';
import { documentKind } from '../../src/read/kind.ts';
import { parseText, type TextFormat } from '../../src/read/parse.ts';
import { plainOf } from '../../src/read/plain.ts';
import { checkShape } from '../../src/read/shape.ts';
import { readSource } from '../../src/read/source.ts';
import type { Node } from '../../src/read/tree.ts';
import { documentKinds } from '../../src/read/validator.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { billText, plastics, plasticsCatalogue, sheetText } from '../samples/read.ts';

const sheet = sheetText(`validUntil: 2028-05-03
answers:
  recycled: 0-25
  renewable-energy/25-100: false
  no-lead: { answer: true, references: [A], assurance: { level: third-party, validUntil: 2029-02-28 } }
quantities: { recycled: 12 %, energy: { atLeast: 18 MJ }, skill: layman, polymer: PET }
inputs: [{ id: a, revision: 1, sha256: ${'0a'.repeat(32)} }]
`);

const bill = billText(`inputs:
  pellets: { sheet: pellets.yaml, mass: 1.9 kg }
  label: { sheet: none, mass: 40..60 g, contained: false }
processes:
  - { effect: heat, takes: [pellets], uses: 5 kWh, shares: { renewable-energy: 50 % } }
  - { effect: weld, takes: [pellets, label], levels: { skill: trained }, loses: 1 g }
answers: { no-lead: true }
`);

const seeds = [sheet, bill, plasticsCatalogue];

function asJson(text: string): string {
  const tree = readYaml({ name: 'x', text }).value;
  return tree === undefined ? '' : JSON.stringify(plainOf(tree), undefined, 1);
}

const pieces = [
  '\t',
  '\n',
  '\r\n',
  ' ',
  ':',
  ': ',
  '- ',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '#',
  '&a ',
  '*a',
  '!t ',
  '|\n',
  '? ',
  '---\n',
  '%',
  '0',
  '-1',
  '1e9',
  '~',
  'true',
  'unknown',
  '𝔸',
  '\u0000',
  '\ud800',
  '..',
  '/',
  'kg',
  '%\n',
  '\\',
];

/** A sound document in which a few stretches are cut out, doubled or replaced. */
const mutated = (texts: readonly string[]) =>
  fc
    .tuple(
      fc.constantFrom(...texts),
      fc.array(fc.tuple(fc.nat(), fc.nat({ max: 30 }), fc.constantFrom('', 'double', ...pieces)), {
        minLength: 1,
        maxLength: 4,
      }),
    )
    .map(([text, edits]) =>
      edits.reduce((current, [at, length, edit]) => {
        const start = at % (current.length + 1);
        const stretch = current.slice(start, start + length);
        const replaced = edit === 'double' ? stretch + stretch : edit;
        return current.slice(0, start) + replaced + current.slice(start + length);
      }, text),
    );

/** Whether a place lies in the source, and its lines and columns say the same as its offsets. */
function isWithin({ source, start, end }: Span, { name, text }: Source, starts: LineStarts): boolean {
  const agrees = ({ line, column, offset }: Position): boolean => offsetAt(starts, line, column) === offset;
  const isOrdered = start.offset >= 0 && start.offset <= end.offset && end.offset <= text.length;
  return source === name && isOrdered && agrees(start) && agrees(end);
}

function expectSound(findings: readonly Finding[], source: Source): void {
  const starts = lineStartsOf(source.text);
  const unsound = findings.filter(({ code, at, related, help, message }) => {
    const places = [at, ...related.map((each) => each.at)];
    const isPlaced = places.every((place) => place !== undefined && isWithin(place, source, starts));
    return !Object.hasOwn(codes, code) || message === '' || help.length === 0 || !isPlaced;
  });
  expect(unsound).toEqual([]);
}

/** Every place in a tree. */
function placesIn(node: Node): readonly Span[] {
  if (node.kind === 'list') return [node.at, ...node.items.flatMap(placesIn)];
  if (node.kind === 'scalar') return [node.at];
  return [node.at, ...node.entries.flatMap(({ keyAt, value }) => [keyAt, ...placesIn(value)])];
}

function expectPlaces(node: Node, source: Source): void {
  const starts = lineStartsOf(source.text);
  expect(placesIn(node).filter((place) => !isWithin(place, source, starts))).toEqual([]);
}

const find = (name: string) => (name === 'plastics/1' ? plastics : undefined);

/** Read by every reader there is: none may mind that the document is of another kind or shape. */
async function readEverything(source: Source, format: TextFormat): Promise<void> {
  const { value: tree, findings } = await parseText(source, format);
  expectSound(findings, source);
  expect(tree === undefined && findings.length === 0).toBe(false);
  if (tree === undefined) return;
  expectPlaces(tree, source);
  const kind = documentKind(tree);
  expectSound(kind.findings, source);
  for (const each of documentKinds) expectSound(await checkShape(each, tree), source);
  const readSheetHere = () => readSheet(tree, source, find, ['plastics/1']);
  const readBillHere = () => readBill(tree, source, find, ['plastics/1']);
  const readers = { sheet: readSheetHere, bill: readBillHere, catalogue: () => readCatalogue(tree) };
  for (const read of Object.values(readers)) expectSound(read().findings, source);
  if (kind.value !== 'sheet' && kind.value !== 'bill' && kind.value !== 'catalogue') return;
  const hasShape = !hasErrors(await checkShape(kind.value, tree));
  const { value, findings: meaning } = readers[kind.value]();
  if (hasShape && value === undefined) expect(hasErrors(meaning)).toBe(true);
}

describe('totality', () => {
  test('the sound documents are sound', async () => {
    for (const text of seeds) {
      const { value: tree, findings } = await parseText({ name: 'x', text }, 'yaml');
      expect(findings).toEqual([]);
      if (tree === undefined) throw new Error('nothing was read');
      const kind = documentKind(tree).value;
      expect(kind === undefined ? ['no kind'] : await checkShape(kind, tree)).toEqual([]);
    }
  });

  test('of YAML', async () => {
    const texts = fc.oneof(
      { weight: 4, arbitrary: mutated(seeds) },
      fc.string({ unit: 'binary' }),
      fc.json(),
    );
    await fc.assert(
      fc.asyncProperty(texts, (text) => readEverything({ name: 'x.yaml', text }, 'yaml')),
      { numRuns: 400 },
    );
  });

  test('of JSON', async () => {
    const texts = fc.oneof({ weight: 4, arbitrary: mutated(seeds.map(asJson)) }, fc.json());
    await fc.assert(
      fc.asyncProperty(texts, (text) => readEverything({ name: 'x.json', text }, 'json')),
      { numRuns: 400 },
    );
  });

  test('of JSON values in the place of any value', async () => {
    const keys = [
      'answers',
      'quantities',
      'inputs',
      'processes',
      'product',
      'groups',
      'statements',
      'ladders',
      'effects',
    ];
    const documents = seeds.map((text): unknown => JSON.parse(asJson(text)));
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...documents),
        fc.dictionary(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 })),
        (document, replaced) =>
          readEverything(
            { name: 'x.json', text: JSON.stringify({ ...(document as object), ...replaced }) },
            'json',
          ),
      ),
      { numRuns: 400 },
    );
  });

  test('of CSV', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(mutated(['kind,name,value\nsheet,id,x\nanswer,no-lead,TRUE\n']), fc.string()),
        (text) => readEverything({ name: 'x.csv', text }, 'csv'),
      ),
      { numRuns: 200 },
    );
  });

  test('of bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), (bytes) => {
        const { value, findings } = readSource('x', bytes);
        expect(value === undefined && findings.length === 0).toBe(false);
        const text = value?.text ?? new TextDecoder().decode(bytes);
        expectSound(findings, { name: 'x', text });
      }),
      { numRuns: 300 },
    );
  });
});

// Words for processes lead to the effect that is meant; near names do not lead to one that is not.

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { calledSo, effectHints } from '../../../src/core/model/effect-words.ts';
import { coreCatalogue, readFixtureCatalogue } from '../../support/merged.ts';

const core = readFixtureCatalogue(readFileSync(coreCatalogue, 'utf8'));
const hintsOf = (name: string): readonly string[] =>
  effectHints(name, core).map((hint) => hint.split(':')[0] ?? '');

test.each([
  [
    'join-irreversible',
    'weld welding solder soldering brazing gluing riveting crimping overmoulding laminating shrink-fitting',
  ],
  ['join-reversible', 'screw screwing bolting clipping snap-fit'],
  ['coat', 'painting plating galvanising varnishing coating paint'],
  ['melt', 'casting alloying compounding mixing moulding'],
  ['loss-homogeneous', 'machining turning milling drilling punching trimming cutting cut'],
  ['loss-selective', 'leaching carbonising'],
  ['evaporate', 'drying evaporation curing'],
  ['heat-treat', 'hardening annealing'],
  ['clean', 'washing degreasing'],
  ['react', 'polymerise vulcanising'],
  ['separate', 'sorting dismantling'],
  ['package', 'packing wrapping'],
  ['outsource', 'subcontracting'],
  ['assemble', 'joining mounting'],
])('%s is what people mean by %s', (effect, words) => {
  for (const word of words.split(' '))
    expect(hintsOf(word)).toEqual([`\`${word}\` is the effect \`${effect}\``]);
});

test('the hint says what the effect does, for a word may be used of something else', () => {
  expect(effectHints('drilling', core)).toEqual([
    '`drilling` is the effect `loss-homogeneous`: Material leaves that is composed like what stays, as in machining, trimming or sieving of a uniform material.',
  ]);
});

test('capitals, blanks and underscores make no other word', () => {
  expect(hintsOf('Spot welding')).toEqual(['`Spot welding` is the effect `join-irreversible`']);
  expect(hintsOf('shrink_fit')).toEqual(['`shrink_fit` is the effect `join-irreversible`']);
});

test.each([
  ['join-irreversable', ['did you mean `join-irreversible`?']],
  ['join-reversable', ['did you mean `join-reversible`?']],
  ['Coat', ['did you mean `coat`?']],
  ['assembel', ['did you mean `assemble`?']],
])('%s is a name mistyped', (name, hints) => {
  expect(effectHints(name, core)).toEqual(hints);
});

test.each([
  'meld',
  'felt',
  'boat',
  'cost',
  'heat',
  'fold',
  'folding',
  'burning',
  'de-soldering',
  'unscrewing',
])('%s leads to no effect, however near its letters are to one', (name) => {
  expect(effectHints(name, core)).toEqual([]);
});

test('no word of the catalogue leads to two effects, or is the name of one', () => {
  for (const { id, alsoCalled } of core.effects.values()) {
    for (const word of alsoCalled) {
      expect(calledSo(word, core).map((effect) => effect.id)).toEqual([id]);
      expect(core.effects.has(word)).toBe(false);
    }
  }
});

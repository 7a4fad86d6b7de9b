// Which effect is meant by a word that is not the name of one. A word that the catalogue lists leads to its effect; a name
// mistyped is guessed at only where it is long and nearly right, for a near name may well mean another process.

import { askedAs, suggest } from '../text/suggest.ts';
import type { Catalogue, Effect } from './catalogue.ts';

type Effects = Pick<Catalogue, 'effects'>;

/** The one form of a word: `Spot welding` and `spot_welding` are `spot-welding`. */
export const effectWord = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/gu, '-');

/** The effects that list a word among those that people use for them. */
export const calledSo = (word: string, { effects }: Effects): readonly Effect[] =>
  [...effects.values()].filter(({ alsoCalled }) => alsoCalled.includes(effectWord(word)));

/** In fewer letters than this, two of them changed make another word: `weld` and `melt`. */
const LETTERS_TO_AN_EDIT = 5;

/** The names of effects nearest to one mistyped; no farther ones beside them. */
export function nearEffects(name: string, { effects }: Effects): readonly string[] {
  const word = effectWord(name);
  if (effects.has(word)) return [word];
  for (let edits = 1; edits * LETTERS_TO_AN_EDIT <= word.length; edits++) {
    const near = suggest(word, effects.keys(), 3, edits);
    if (near.length > 0) return near;
  }
  return [];
}

/** What to tell whoever wrote a name that is not one of an effect: one line for each effect it leads to. */
export function effectHints(name: string, catalogue: Effects): readonly string[] {
  const called = calledSo(name, catalogue);
  if (called.length > 0) return called.map(({ id, text }) => `\`${name}\` is the effect \`${id}\`: ${text}`);
  const asked = askedAs(nearEffects(name, catalogue));
  return asked === undefined ? [] : [asked];
}

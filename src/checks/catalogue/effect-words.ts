// Whether a word that people use for processes leads to one effect only: one that leads to two leads nowhere.

import { effectWord } from '../../core/model/effect-words.ts';
import { finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import type { CatalogueCheck, LintInput } from './check.ts';

interface Called {
  readonly effect: string;
  readonly at: Span | undefined;
  /** Written in the document that is looked at, as a word: an own effect may have the name that its base has for a word. */
  readonly isOwnWord: boolean;
}

/** Every word with what is called so, effects by their own names among them. */
function callings({ catalogue, placeOf, source }: LintInput): ReadonlyMap<string, readonly Called[]> {
  const callings = new Map<string, Called[]>();
  const add = (word: string, called: Called) => callings.set(word, [...(callings.get(word) ?? []), called]);
  for (const { id, alsoCalled } of catalogue.effects.values()) {
    add(effectWord(id), { effect: id, at: placeOf('effects', id), isOwnWord: false });
    for (const [index, word] of alsoCalled.entries()) {
      const at = placeOf('effects', id, 'alsoCalled', String(index));
      add(word, { effect: id, at, isOwnWord: at?.source === source });
    }
  }
  return callings;
}

export const wordTwice: CatalogueCheck = function* (input) {
  for (const [word, called] of callings(input)) {
    const last = called.findLast(({ isOwnWord }) => isOwnWord);
    const other = called.find((each) => each !== last);
    if (last === undefined || other === undefined) continue;
    const isSame = other.effect === last.effect;
    const message = isSame
      ? `\`${last.effect}\` is called \`${word}\` already`
      : `\`${last.effect}\` is called \`${word}\`, as effect \`${other.effect}\` is`;
    yield finding('catalogue/word-twice', message, {
      at: last.at,
      related: other.at === undefined ? [] : [{ at: other.at, label: 'called so here' }],
      help: [
        isSame ? 'write it once' : 'keep the word at the effect that is always meant by it, or at neither',
      ],
      data: { word, effects: [other.effect, last.effect] },
    });
  }
};

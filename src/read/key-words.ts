// Keys that people write for another one by what it means, however differently the two are spelt.

const keysByWord: ReadonlyMap<string, string> = new Map([
  ['weight', 'mass'],
  ['supplier', 'maker'],
  ['manufacturer', 'maker'],
  ['producer', 'maker'],
  ['date', 'issued'],
  ['expires', 'validUntil'],
  ['components', 'inputs'],
  ['steps', 'processes'],
]);

/** The key that is meant by a word, where the map has it. */
export function keyMeantBy(word: string, known: readonly string[]): string | undefined {
  const key = keysByWord.get(word.toLowerCase());
  return key !== undefined && known.includes(key) ? key : undefined;
}

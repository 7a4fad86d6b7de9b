// Numbers with their nouns: `1 sheet`, `2 sheets`, `no sheets`.

export const plural = (count: number, noun: string, several = `${noun}s`): string =>
  `${groupDigits(count)} ${count === 1 ? noun : several}`;

/** As `plural`, with a word for none. */
export const pluralOrNone = (count: number, noun: string, several = `${noun}s`): string =>
  count === 0 ? `no ${several}` : plural(count, noun, several);

/** `12 345`: thousands set off by a space, which no reader takes for a decimal mark. */
export const groupDigits = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ' ');

/** `a`, `a and b`, `a, b and c`. */
export function listInWords(names: readonly string[], joint = 'and'): string {
  const [last, ...before] = [...names].reverse();
  if (last === undefined) return '';
  return before.length === 0 ? last : `${before.reverse().join(', ')} ${joint} ${last}`;
}

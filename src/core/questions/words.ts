// Sentences about answers. Names that somebody else wrote stand in back-ticks, so that whoever shows a sentence
// knows which part of it to set apart and to make safe.

/** A name as it stands in a sentence; a back-tick of its own cannot end it early. */
export const name = (text: string): string => `\`${text.replaceAll('`', "'")}\``;

/** `a`, `a and b`, `a, b and c`. */
export function listed(parts: readonly string[], joint: 'and' | 'or' = 'and'): string {
  const last = parts.at(-1) ?? '';
  return parts.length < 2 ? last : `${parts.slice(0, -1).join(', ')} ${joint} ${last}`;
}

/** The first few of many, and how many more there are. */
export function listedUpTo(
  parts: readonly string[],
  most: number,
  noun: string,
  several = `${noun}s`,
): string {
  if (parts.length <= most) return listed(parts);
  const more = parts.length - most;
  return `${parts.slice(0, most).join(', ')} and ${more} more ${more === 1 ? noun : several}`;
}

const small = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/** `one band`, `three bands`, `12 bands`. */
export const counted = (count: number, noun: string, several = `${noun}s`): string =>
  `${small[count] ?? String(count)} ${count === 1 ? noun : several}`;

/** The same with digits, for tables and totals. */
export const numbered = (count: number, noun: string, several = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : several}`;

export const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Each thing once, however often it is told. */
export const once = <T>(all: readonly T[]): readonly T[] => [
  ...new Map(all.map((each) => [JSON.stringify(each), each])).values(),
];

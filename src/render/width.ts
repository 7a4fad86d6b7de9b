// How many columns a text takes in a terminal: East Asian letters and emoji take two, marks on a letter none.

const PLAIN = /^[\x20-\x7e]*$/;
// Made where they are used: looking up classes of letters would slow every start.
const isMark = (character: string): boolean => /^[\p{Mn}\p{Me}]$/u.test(character);
const isEmoji = (character: string): boolean => /^\p{Emoji_Presentation}$/u.test(character);

const WIDE: readonly (readonly [number, number])[] = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x20000, 0x3fffd],
];

export function displayWidth(text: string): number {
  if (PLAIN.test(text)) return text.length;
  let width = 0;
  for (const character of text) width += characterWidth(character);
  return width;
}

export function characterWidth(character: string): number {
  if (PLAIN.test(character)) return character.length;
  if (isMark(character)) return 0;
  const point = character.codePointAt(0) ?? 0;
  const wide = WIDE.some(([first, last]) => point >= first && point <= last);
  return wide || isEmoji(character) ? 2 : 1;
}

/** Lines of at most `width` columns, broken between words; a longer word is left whole. */
export function wrapText(text: string, width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  let used = 0;
  for (const word of text.split(' ')) {
    const size = displayWidth(word);
    if (line !== '' && used + 1 + size > width) {
      lines.push(line);
      line = word;
      used = size;
    } else {
      used += line === '' ? size : size + 1;
      line = line === '' ? word : `${line} ${word}`;
    }
  }
  return [...lines, line];
}

// Text that somebody else wrote, made safe to show: nothing in it can move a cursor, hide a letter, turn the
// direction of writing or speak to the machinery that runs a build. What is taken away is shown, not dropped.

const PLAIN = /^[\x20-\x7e]*$/;

/**
 * Marks that stand on the letter before them are left alone; what has no shape of its own is not. The expression is made
 * only for text that may need it: looking up its classes of letters takes a good part of a start.
 */
const showable = (text: string): string =>
  PLAIN.test(text)
    ? text
    : text.replace(
        /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}\p{Cn}]|\p{Default_Ignorable_Code_Point}/gu,
        asCodePoint,
      );

// `##vso[` and `##teamcity[` count wherever they stand in a line.
const BUILD_COMMAND = /##(?=[a-z]*\[)/gi;
const LEADING_COMMAND = /^(\s*):(?=:)/gm;

const asCodePoint = (character: string): string => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;

/** One line of foreign text. */
export const escapeText = (text: string): string => showable(text).replace(BUILD_COMMAND, '#\\u{23}');

/** The last step of everything a terminal shows: no line begins as a command to a build system. */
export const escapeLineStarts = (text: string): string => text.replace(LEADING_COMMAND, '$1\\u{3a}');

const LONGEST_NAME = 200;
const LONGEST_MESSAGE = 1000;

/** A message with foreign names in back-ticks: each name is cut to a length that can still be read. */
export function escapeMessage(message: string): string {
  const escaped = escapeText(message);
  if (escaped.length <= LONGEST_NAME) return escaped;
  const named = escaped.replace(/`([^`]*)`/g, (_, name: string) => `\`${clip(name, LONGEST_NAME)}\``);
  return clip(named, LONGEST_MESSAGE);
}

/** At most so many signs as people count them, with `...` for the rest. */
export function clip(text: string, most: number): string {
  if (text.length <= most) return text;
  const signs = [...new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, most * 20))];
  if (signs.length <= most) return text.length > most * 20 ? `${text.slice(0, most * 20)}...` : text;
  return `${text.slice(0, signs[most]?.index)}...`;
}

// Which characters of a text nobody sees although they act: they move a cursor, turn the direction of writing, split a
// word or end a text early. Joiners and variation selectors belong to the scripts and pictures that are written
// with them.

const WRITTEN_WITH_JOINERS =
  '\\p{Script=Arabic}\\p{Script=Syriac}\\p{Script=Nko}\\p{Script=Mongolian}\\p{Script=Devanagari}\\p{Script=Bengali}' +
  '\\p{Script=Gurmukhi}\\p{Script=Gujarati}\\p{Script=Oriya}\\p{Script=Tamil}\\p{Script=Telugu}\\p{Script=Kannada}' +
  '\\p{Script=Malayalam}\\p{Script=Sinhala}\\p{Script=Khmer}\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f';

const ANY_HIDDEN = '(?:[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]|\\p{Default_Ignorable_Code_Point})';

// Built when first needed: most runs meet no text beyond plain ASCII, and classes of Unicode take their time.
let inTexts: RegExp | undefined;
let alone: RegExp | undefined;

const hiddenInTexts = (): RegExp => {
  inTexts ??= new RegExp(
    `(?!(?<=[${WRITTEN_WITH_JOINERS}])[\\u200c\\u200d\\ufe0e\\ufe0f])${ANY_HIDDEN}`,
    'gu',
  );
  return inTexts;
};

const PLAIN = /^[ -~]*$/;

/** The hidden characters of a text where they stand, tabs and line breaks among them. */
export const hiddenCharacters = (text: string): readonly string[] =>
  PLAIN.test(text) ? [] : [...new Set(text.match(hiddenInTexts()) ?? [])];

/** The text with each hidden character in another form. */
export const replaceHidden = (text: string, replace: (character: string) => string): string =>
  PLAIN.test(text) ? text : text.replace(hiddenInTexts(), replace);

/** Whether a character is hidden anywhere at all. */
export function isHidden(character: string): boolean {
  alone ??= new RegExp(`^${ANY_HIDDEN}$`, 'u');
  return alone.test(character);
}

/** `U+202E`, as character tables have it. */
export const codePointName = (character: string): string =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

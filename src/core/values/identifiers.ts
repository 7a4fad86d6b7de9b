// Does an identifier hold together? Only form and check digits are judged: nothing is looked up, so a good
// identifier may still belong to nobody, and a fault always is a mistyped or misplaced one.

export const identifierKinds = ['gtin', 'gln', 'lei', 'cas', 'ec', 'pcds'] as const;

export type IdentifierKind = (typeof identifierKinds)[number];

export interface IdentifierFault {
  readonly kind: 'form' | 'check-digit';
  /** The check digits that would fit; undefined when the form is wrong or no digit fits. */
  readonly expected?: string;
  /** Another kind of identifier that the same text is a good one of. */
  readonly looksLike?: IdentifierKind;
}

interface Scheme {
  readonly form: RegExp;
  /** The check digits the text ought to carry; undefined when no digit fits. */
  readonly expected: (text: string) => string | undefined;
  readonly found: (text: string) => string;
}

const lastDigit = (text: string): string => text.slice(-1);
const digitsOf = (text: string): readonly number[] => [...text.replaceAll(/\D/g, '')].map(Number);
const PCDS_PREFIX = '000 00 000 '.length;

/** GS1 modulo 10: weights 3, 1, 3, ... from the digit before the check digit leftwards. */
function modulo10(digits: readonly number[]): string {
  const sum = digits
    .toReversed()
    .reduce((total, digit, index) => total + digit * (index % 2 === 0 ? 3 : 1), 0);
  return String((10 - (sum % 10)) % 10);
}

/** ISO 7064 modulo 97-10 over letters as 10 to 35, as ISO 17442 prescribes. */
function modulo97(text: string): string {
  let rest = 0;
  for (const sign of `${text}00`) {
    const value = Number.parseInt(sign, 36);
    rest = (rest * (value > 9 ? 100 : 10) + value) % 97;
  }
  return String(98 - rest).padStart(2, '0');
}

const positionSum = (digits: readonly number[]): number =>
  digits.reduce((total, digit, index) => total + digit * (index + 1), 0);

function elevenDigit(digits: readonly number[]): string | undefined {
  const rest = positionSum(digits) % 11;
  return rest === 10 ? undefined : String(rest);
}

const schemes: Readonly<Record<IdentifierKind, Scheme>> = {
  gtin: {
    form: /^(?:\d{8}|\d{12,14})$/,
    expected: (text) => modulo10(digitsOf(text.slice(0, -1))),
    found: lastDigit,
  },
  gln: { form: /^\d{13}$/, expected: (text) => modulo10(digitsOf(text.slice(0, -1))), found: lastDigit },
  lei: {
    form: /^[0-9A-Z]{18}\d{2}$/,
    expected: (text) => modulo97(text.slice(0, -2)),
    found: (text) => text.slice(-2),
  },
  cas: {
    form: /^[1-9]\d{1,6}-\d{2}-\d$/,
    expected: (text) => String(positionSum(digitsOf(text.slice(0, -1)).toReversed()) % 10),
    found: lastDigit,
  },
  ec: {
    form: /^\d{3}-\d{3}-\d$/,
    expected: (text) => elevenDigit(digitsOf(text.slice(0, -1))),
    found: lastDigit,
  },
  // The digit covers issuer, document type and template only: a mistyped sequence goes unnoticed.
  pcds: {
    form: /^\d{3} \d{2} \d{3} \d \d{7}(?::\d{3})?$/,
    expected: (text) => modulo10(digitsOf(text.slice(0, PCDS_PREFIX))),
    found: (text) => text.charAt(PCDS_PREFIX),
  },
};

/** What is wrong with an identifier of the kind, or undefined when it holds together. */
export function identifierFault(kind: IdentifierKind, text: string): IdentifierFault | undefined {
  const fault = faultAlone(kind, text);
  if (fault === undefined) return undefined;
  const looksLike = identifierKinds.find((other) => other !== kind && faultAlone(other, text) === undefined);
  return looksLike === undefined ? fault : { ...fault, looksLike };
}

/** Whether the text is written like an identifier of the kind, whatever its check digit. */
export const hasFormOf = (kind: IdentifierKind, text: string): boolean => schemes[kind].form.test(text);

function faultAlone(kind: IdentifierKind, text: string): IdentifierFault | undefined {
  const scheme = schemes[kind];
  if (!scheme.form.test(text)) return { kind: 'form' };
  const expected = scheme.expected(text);
  if (expected === scheme.found(text)) return undefined;
  return { kind: 'check-digit', ...(expected === undefined ? {} : { expected }) };
}

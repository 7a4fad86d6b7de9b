// How identifiers of each kind are written, and which check digits they carry.

import { casDigit, digitsOf, ecDigit, modulo10, modulo97 } from './identifiers-check-digits.ts';

export const identifierKinds = ['gtin', 'gln', 'sscc', 'lei', 'cas', 'ec', 'pcds', 'digitalLink'] as const;

export type IdentifierKind = (typeof identifierKinds)[number];

interface Scheme {
  readonly form: RegExp;
  /** The check digits the text ought to carry; undefined when no digit fits. */
  readonly expected: (text: string) => string | undefined;
  readonly found: (text: string) => string;
}

const lastDigit = (text: string): string => text.slice(-1);
const gs1 = (form: RegExp): Scheme => ({
  form,
  expected: (text) => modulo10(digitsOf(text.slice(0, -1))),
  found: lastDigit,
});

const PCDS_PREFIX = '000 00 000 '.length;
const LINKED_GTIN = /^https?:\/\/[^/\s?#]+\/(?:[^\s?#]*\/)?01\/(\d{14})(?=[/?#]|$)/;

/** The product number in a GS1 Digital Link: what follows application identifier 01, in its only length there. */
export const gtinInLink = (text: string): string | undefined => LINKED_GTIN.exec(text)?.[1];

export const schemes: Readonly<Record<IdentifierKind, Scheme>> = {
  gtin: gs1(/^(?:\d{8}|\d{12,14})$/),
  gln: gs1(/^\d{13}$/),
  sscc: gs1(/^\d{18}$/),
  lei: {
    form: /^[0-9A-Z]{18}\d{2}$/,
    expected: (text) => modulo97(text.slice(0, -2)),
    found: (text) => text.slice(-2),
  },
  cas: {
    form: /^[1-9]\d{1,6}-\d{2}-\d$/,
    expected: (text) => casDigit(digitsOf(text.slice(0, -1))),
    found: lastDigit,
  },
  ec: {
    form: /^\d{3}-\d{3}-\d$/,
    expected: (text) => ecDigit(digitsOf(text.slice(0, -1))),
    found: lastDigit,
  },
  // The digit covers issuer, document type and template only: a mistyped sequence goes unnoticed.
  pcds: {
    form: /^\d{3} \d{2} \d{3} \d \d{7}(?::\d{3})?$/,
    expected: (text) => modulo10(digitsOf(text.slice(0, PCDS_PREFIX))),
    found: (text) => text.charAt(PCDS_PREFIX),
  },
  digitalLink: {
    form: LINKED_GTIN,
    expected: (text) => modulo10(digitsOf((gtinInLink(text) ?? '').slice(0, -1))),
    found: (text) => lastDigit(gtinInLink(text) ?? ''),
  },
};

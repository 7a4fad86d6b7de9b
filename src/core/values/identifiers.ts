// Does an identifier hold together? Only form and check digits are judged: nothing is looked up, so a good
// identifier may still belong to nobody, and a fault always is a mistyped or misplaced one.

import { type Meant, meantBy } from './identifiers-hints.ts';
import { gtinInLink, type IdentifierKind, identifierKinds, schemes } from './identifiers-schemes.ts';

export interface IdentifierFault {
  readonly kind: 'form' | 'check-digit';
  /** The check digits that would fit; undefined when the form is wrong or no digit fits. */
  readonly expected?: string;
  /** Another kind of identifier that the same text is a good one of. */
  readonly looksLike?: IdentifierKind;
  /** A good one that the text becomes when a common slip is undone. */
  readonly meant?: Meant;
}

/** What is wrong with an identifier of the kind, or undefined when it holds together. */
export function identifierFault(kind: IdentifierKind, text: string): IdentifierFault | undefined {
  const fault = faultAlone(kind, text);
  if (fault === undefined) return undefined;
  const looksLike = identifierKinds.find((other) => other !== kind && faultAlone(other, text) === undefined);
  const meant = meantBy(kind, text, (other) => faultAlone(kind, other) === undefined);
  return {
    ...fault,
    ...(looksLike === undefined ? {} : { looksLike }),
    ...(meant === undefined ? {} : { meant }),
  };
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

/** One product number has several lengths: with zeros before it they are the same. */
export const fullGtin = (text: string): string => text.padStart(14, '0');

/**
 * A product number that means one product all over the world, in full; undefined for a faulty one, and for the
 * ranges that every company may use inside its own walls.
 */
export function worldwideGtin(kind: 'gtin' | 'digitalLink', text: string): string | undefined {
  if (faultAlone(kind, text) !== undefined) return undefined;
  const full = fullGtin(kind === 'gtin' ? text : (gtinInLink(text) ?? ''));
  return OWN_USE.test(full) ? undefined : full;
}

/** Prefixes 020-029, 040-049 and 200-299, and those of GTIN-8 from 000 to 099 and 200 to 299. */
const OWN_USE = /^(?:\d0[24]|\d2|0{6}[02]\d{7}$)/;

// What somebody may have meant who wrote an identifier that does not hold together: candidates that do, each found
// by undoing one common slip. They are offered, never taken.

import { digitsOf } from './identifiers-check-digits.ts';
import type { IdentifierKind } from './identifiers-schemes.ts';

export type Slip = 'spelling' | 'leading-zero' | 'swapped';

export interface Meant {
  readonly slip: Slip;
  readonly text: string;
}

type IsGood = (text: string) => boolean;

/** The first slip that explains the text; none where several digits could have changed places. */
export function meantBy(kind: IdentifierKind, text: string, isGood: IsGood): Meant | undefined {
  const good = (slip: Slip, candidate: string | undefined): Meant | undefined =>
    candidate !== undefined && candidate !== text && isGood(candidate)
      ? { slip, text: candidate }
      : undefined;
  const swapped = swaps(kind, text).filter(isGood);
  return (
    good('spelling', respelled(kind, text)) ??
    good('leading-zero', padded(kind, text)) ??
    (swapped.length === 1 ? good('swapped', swapped[0]) : undefined)
  );
}

const LONGEST = 60;

/** The same signs with the separators and capitals of the kind. */
function respelled(kind: IdentifierKind, text: string): string | undefined {
  if (text.length > LONGEST || kind === 'digitalLink') return undefined;
  const signs = text.replaceAll(/[\s.\u2010-\u2015-]/g, '').toUpperCase();
  if (kind === 'cas') return signs.replace(/^0*(\d+)(\d\d)(\d)$/, '$1-$2-$3');
  if (kind === 'ec') return signs.replace(/^(\d{3})(\d{3})(\d)$/, '$1-$2-$3');
  if (kind === 'pcds') return signs.replace(/^(\d{3})(\d{2})(\d{3})(\d)(\d{7})(?=:|$)/, '$1 $2 $3 $4 $5');
  return signs;
}

/** Spreadsheets take a number's leading 0 away; and a link takes product numbers of 14 digits only. */
function padded(kind: IdentifierKind, text: string): string | undefined {
  if (kind === 'digitalLink')
    return text.replace(
      /\/01\/(\d{8}|\d{12,13})(?=[/?#]|$)/,
      (_, gtin: string) => `/01/${gtin.padStart(14, '0')}`,
    );
  return kind === 'gtin' || kind === 'gln' || kind === 'sscc' ? `0${text}` : undefined;
}

function swaps(kind: IdentifierKind, text: string): readonly string[] {
  if (text.length > LONGEST || kind === 'digitalLink') return [];
  const found = new Set<string>();
  for (let index = 0; index + 1 < text.length; index += 1) {
    const [left, right] = [text.charAt(index), text.charAt(index + 1)];
    if (digitsOf(left + right).length === 2 && left !== right)
      found.add(`${text.slice(0, index)}${right}${left}${text.slice(index + 2)}`);
  }
  return [...found];
}

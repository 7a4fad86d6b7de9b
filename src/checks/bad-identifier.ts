// What it means: an identifier is not written as its kind requires, or its check digit does not fit.
// Why it matters: a mistyped identifier names another product or maker, or none, and nobody notices later.
// Instead: copy it again from the label, the certificate or the register.

import type { SheetHeader } from '../core/model/sheet.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import { fullGtin, hasFormOf, type IdentifierFault, identifierFault } from '../core/values/identifiers.ts';
import { countryMeantBy, isCountry } from '../core/values/identifiers-countries.ts';
import type { Meant } from '../core/values/identifiers-hints.ts';
import type { IdentifierKind } from '../core/values/identifiers-schemes.ts';
import { type Headed, type HeaderCheck, placeOf } from './check.ts';

export const badIdentifier: HeaderCheck = {
  code: 'sheet/bad-identifier',
  *run({ document }) {
    for (const written of identifiersOf(document)) {
      const fault = identifierFault(written.kind, written.text);
      if (fault !== undefined) yield identifierFinding(written, fault, placeOf(document, written.path));
    }
    // The CAS numbers of substances are as easily mistyped as that of the product.
    for (const { cas, casAt } of document.composition?.materials.flatMap(({ substances }) => substances) ??
      []) {
      const fault = cas === undefined ? undefined : identifierFault('cas', cas);
      if (cas !== undefined && fault !== undefined)
        yield identifierFinding({ kind: 'cas', text: cas, path: 'cas' }, fault, casAt);
    }
    yield* placeNumberForProduct(document);
    yield* unknownCountry(document);
  },
};

interface Written {
  readonly kind: IdentifierKind;
  readonly text: string;
  readonly path: string;
}

/** By key; other keys hold whatever the maker likes. */
const productKinds: ReadonlyMap<string, IdentifierKind> = new Map([
  ['gtin', 'gtin'],
  ['gln', 'gln'],
  ['sscc', 'sscc'],
  ['cas', 'cas'],
  ['ec', 'ec'],
  ['pcds', 'pcds'],
  ['digitalLink', 'digitalLink'],
  ['digital-link', 'digitalLink'],
]);
const makerKinds: ReadonlyMap<string, IdentifierKind> = new Map([
  ['lei', 'lei'],
  ['gln', 'gln'],
]);

/** The identifiers whose kind is known. The id of a sheet may be of any kind, so only its form tells. */
function identifiersOf({ id, product, maker }: SheetHeader): readonly Written[] {
  const under = (
    part: string,
    ids: ReadonlyMap<string, string>,
    kinds: ReadonlyMap<string, IdentifierKind>,
  ): readonly Written[] =>
    [...kinds].flatMap(([key, kind]) => {
      const text = ids.get(key);
      return text === undefined ? [] : [{ kind, text, path: `${part}.ids.${key}` }];
    });
  const ownKind = (['pcds', 'digitalLink'] as const).find((kind) => hasFormOf(kind, id));
  return [
    ...(ownKind === undefined ? [] : [{ kind: ownKind, text: id, path: 'id' }]),
    ...under('product', product.ids, productKinds),
    ...under('maker', maker.ids, makerKinds),
  ];
}

const words: Readonly<Record<IdentifierKind, { readonly name: string; readonly form: string }>> = {
  gtin: { name: 'a GTIN', form: '8, 12, 13 or 14 digits' },
  gln: { name: 'a GLN', form: '13 digits' },
  sscc: { name: 'an SSCC', form: '18 digits' },
  lei: { name: 'an LEI', form: '18 capital letters or digits and 2 check digits' },
  cas: { name: 'a CAS number', form: 'a number like `7732-18-5`' },
  ec: { name: 'an EC number', form: 'a number like `231-791-2`' },
  pcds: { name: 'a PCDS id', form: 'a number like `010 02 001 2 0000075`' },
  digitalLink: {
    name: 'a GS1 Digital Link',
    form: 'a link like `https://id.gs1.org/01/09520123456788`, with 14 digits after `/01/`',
  },
};

function identifierFinding(written: Written, fault: IdentifierFault, at: Span | undefined): Finding {
  const { kind, text } = written;
  return finding('sheet/bad-identifier', `\`${text}\` is not ${words[kind].name}: ${reason(kind, fault)}`, {
    at,
    help: remedies(written, fault),
    data: {
      kind,
      found: text,
      fault: fault.kind,
      expected: fault.expected ?? null,
      looksLike: fault.looksLike ?? null,
      meant: fault.meant?.text ?? null,
    },
  });
}

function reason(kind: IdentifierKind, { kind: fault, expected, looksLike, meant }: IdentifierFault): string {
  if (meant?.slip === 'leading-zero') return 'a leading 0 is missing';
  if (looksLike !== undefined) return `it looks like ${words[looksLike].name}`;
  if (fault === 'form') return `it is not ${words[kind].form}`;
  if (expected === undefined) return 'no check digit fits';
  return `${expected.length === 1 ? 'check digit' : 'check digits'} ${expected} expected`;
}

function remedies(
  { path, kind, text }: Written,
  { kind: fault, looksLike, meant }: IdentifierFault,
): readonly string[] {
  if (/^\d(?:[.,]\d+)?E\+\d+$/i.test(text))
    return ['a spreadsheet has rounded the number away: format its cell as text, and enter the number anew'];
  const told = meant === undefined ? [] : [meantIs(meant)];
  if (looksLike !== undefined) {
    const key = path.replace(/[^.]*$/, looksLike);
    return [...told, `write it under \`${key}\` if ${words[looksLike].name} is meant`];
  }
  if (fault === 'check-digit')
    return [...told, 'copy it again from its source: a digit is mistyped, or two have changed places'];
  return told.length > 0 ? told : [`write ${words[kind].form}, without other signs`];
}

function meantIs({ slip, text }: Meant): string {
  if (slip === 'swapped') return `\`${text}\` would fit, with two digits the other way round`;
  return slip === 'spelling' ? `write it as \`${text}\`` : `write \`${text}\`, with its leading 0`;
}

/** Places and products draw on the same numbers: that one number is both is allowed, but hardly ever meant. */
function* placeNumberForProduct(document: Headed): Iterable<Finding> {
  const gln = document.maker.ids.get('gln');
  const gtin = document.product.ids.get('gtin');
  if (gln === undefined || gtin === undefined || fullGtin(gln) !== fullGtin(gtin)) return;
  const place = placeOf(document, 'maker.ids.gln');
  yield finding('sheet/bad-identifier', `\`${gtin}\` is the GLN of the maker, where a GTIN is needed`, {
    severity: 'warning',
    at: placeOf(document, 'product.ids.gtin'),
    related: place === undefined ? [] : [{ at: place, label: 'the same number' }],
    help: ['write the number of the product, which its label shows below the bar code'],
    data: { kind: 'gtin', found: gtin, fault: 'place-number' },
  });
}

function* unknownCountry(document: Headed): Iterable<Finding> {
  const country = document.maker.site?.country;
  if (country === undefined || isCountry(country)) return;
  const meant = countryMeantBy(country);
  yield finding('sheet/bad-identifier', `\`${country}\` is no country code of ISO 3166-1`, {
    at: placeOf(document, 'maker.site.country'),
    help: [
      meant === undefined ? 'write the two capital letters of the country, as `FI`' : `write \`${meant}\``,
    ],
    data: { kind: 'country', found: country, fault: 'unknown', meant: meant ?? null },
  });
}

// What it means: an identifier is not written as its kind requires, or its check digit does not fit.
// Why it matters: a mistyped identifier names another product or maker, or none, and nobody notices later.
// Instead: copy it again from the label, the certificate or the register.

import type { SheetHeader } from '../core/model/sheet.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import {
  hasFormOf,
  type IdentifierFault,
  type IdentifierKind,
  identifierFault,
} from '../core/values/identifiers.ts';
import { type HeaderCheck, placeOf } from './check.ts';

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
  },
};

interface Written {
  readonly kind: IdentifierKind;
  readonly text: string;
  readonly path: string;
}

const productKinds = ['gtin', 'gln', 'cas', 'ec'] as const satisfies readonly IdentifierKind[];
const makerKinds = ['lei', 'gln'] as const satisfies readonly IdentifierKind[];

/** The identifiers whose kind is known. The id of a sheet may be of any kind, so only its form tells. */
function identifiersOf({ id, product, maker }: SheetHeader): readonly Written[] {
  const under = (
    part: string,
    ids: ReadonlyMap<string, string>,
    kinds: readonly IdentifierKind[],
  ): readonly Written[] =>
    kinds.flatMap((kind) => {
      const text = ids.get(kind);
      return text === undefined ? [] : [{ kind, text, path: `${part}.ids.${kind}` }];
    });
  return [
    ...(hasFormOf('pcds', id) ? [{ kind: 'pcds', text: id, path: 'id' } as const] : []),
    ...under('product', product.ids, productKinds),
    ...under('maker', maker.ids, makerKinds),
  ];
}

const words: Readonly<Record<IdentifierKind, { readonly name: string; readonly form: string }>> = {
  gtin: { name: 'a GTIN', form: '8, 12, 13 or 14 digits' },
  gln: { name: 'a GLN', form: '13 digits' },
  lei: { name: 'an LEI', form: '18 capital letters or digits and 2 check digits' },
  cas: { name: 'a CAS number', form: 'a number like `7732-18-5`' },
  ec: { name: 'an EC number', form: 'a number like `231-791-2`' },
  pcds: { name: 'a PCDS id', form: 'a number like `010 02 001 2 0000075`' },
};

function identifierFinding(written: Written, fault: IdentifierFault, at: Span | undefined): Finding {
  const { kind, text } = written;
  return finding('sheet/bad-identifier', `\`${text}\` is not ${words[kind].name}: ${reason(kind, fault)}`, {
    at,
    help: [remedy(written, fault)],
    data: {
      kind,
      found: text,
      fault: fault.kind,
      expected: fault.expected ?? null,
      looksLike: fault.looksLike ?? null,
    },
  });
}

function reason(kind: IdentifierKind, { kind: fault, expected, looksLike }: IdentifierFault): string {
  if (looksLike !== undefined) return `it looks like ${words[looksLike].name}`;
  if (fault === 'form') return `it is not ${words[kind].form}`;
  if (expected === undefined) return 'no check digit fits';
  return `${expected.length === 1 ? 'check digit' : 'check digits'} ${expected} expected`;
}

function remedy({ path, kind }: Written, fault: IdentifierFault): string {
  if (fault.looksLike !== undefined) {
    const key = path.replace(/[^.]*$/, fault.looksLike);
    return `write it under \`${key}\` if ${words[fault.looksLike].name} is meant`;
  }
  return fault.kind === 'form'
    ? `write ${words[kind].form}, without other signs`
    : 'copy it again from its source: a digit is mistyped, or two have changed places';
}

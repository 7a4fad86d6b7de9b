// The sheet of an input, as it lies on the disk: for a bill that is merged by itself, and for one that a build merges.

import type { Input } from '../core/model/bill.ts';
import type { Catalogue } from '../core/model/catalogue.ts';
import type { Sheet } from '../core/model/sheet.ts';
import { type Finding, finding, type Result } from '../core/text/finding.ts';
import { sha256 } from '../io/sha256.ts';
import type { DocumentKind } from '../read/validator.ts';
import { type Desk, kindInWords, loadDocument } from './documents.ts';
import type { Target } from './targets.ts';

export interface InputSheet {
  readonly kind: 'sheet';
  readonly sheet: Sheet;
  readonly catalogue: Catalogue;
  readonly sha256: string;
  /** The path under which messages name it. */
  readonly file: string;
  /** What reading it found: the maker's to mend, not the bill's. */
  readonly findings: readonly Finding[];
}

/** The findings are those that leave the input without a sheet. */
export async function loadInputSheet(
  desk: Desk,
  target: Target,
  input: Input,
): Promise<Result<InputSheet | undefined>> {
  const { value, findings } = await loadDocument(desk, target);
  if (value === undefined) return { value: undefined, findings };
  const { content, bytes, kind } = value;
  if (content.kind !== 'sheet')
    return { value: undefined, findings: [wrongInput(input, kind, target.name, 'sheet')] };
  const { sheet, catalogue } = content;
  const read = {
    kind: 'sheet',
    sheet,
    catalogue,
    sha256: sha256(bytes),
    file: target.name,
    findings,
  } as const;
  return { value: read, findings: [] };
}

/** A document of another kind than the bill says it is. */
export function wrongInput(
  { name, originAt }: Input,
  found: DocumentKind,
  file: string,
  wanted: 'bill' | 'sheet',
): Finding {
  const message = `input \`${name}\` names \`${file}\`, which is ${kindInWords(found)}, as its ${wanted}`;
  return finding('read/wrong-kind', message, {
    at: originAt,
    help: [wayOut(found, file, wanted)],
    data: { input: name, found, wanted },
  });
}

function wayOut(found: DocumentKind, file: string, wanted: string): string {
  if (found === 'bill') return `write \`bill: ${file}\` for a bill that is merged first`;
  return found === 'sheet' ? `write \`sheet: ${file}\` for a product that is delivered` : `name a ${wanted}`;
}

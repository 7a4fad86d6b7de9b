// A bill of this repository merged through the tool's own command, and everything read back as a user's documents
// would be: the sheet, the trace and the catalogue.

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { ReceivedSheet } from '../../src/core/merge/inputs.ts';
import { mergeBill } from '../../src/core/merge/merge.ts';
import type { Catalogue } from '../../src/core/model/catalogue.ts';
import type { Sheet } from '../../src/core/model/sheet.ts';
import type { Trace } from '../../src/core/model/trace.ts';
import { sha256 } from '../../src/io/sha256.ts';
import { readBill } from '../../src/read/documents/bill.ts';
import { readCatalogue } from '../../src/read/documents/catalogue.ts';
import { readSheet } from '../../src/read/documents/sheet.ts';
import { readTrace } from '../../src/read/documents/trace.ts';
import { readJson } from '../../src/read/json.ts';
import { readYaml } from '../../src/read/yaml.ts';
import { filesUnder, session } from './session.ts';

export interface Read {
  readonly sheet: Sheet;
  readonly trace: Trace;
  readonly traceText: string;
  readonly catalogue: Catalogue;
}

/** Milliseconds that a test may take which merges a whole chain of bills while others do the same. */
export const LONG_TEST = 60_000;

export const coreCatalogue = 'catalogues/circularity-core-2026.1.yaml';

/** `extra`: further options of the merge; `change`: what is different from the files in the repository. */
export async function mergeFixture(
  folder: string,
  bill: string,
  options: {
    readonly catalogue?: string;
    readonly extra?: readonly string[];
    readonly change?: (path: string, text: string) => string;
  } = {},
): Promise<Read> {
  const files = filesUnder(folder);
  for (const [path, bytes] of files) {
    const text = new TextDecoder().decode(bytes);
    files.set(path, new TextEncoder().encode(options.change?.(path, text) ?? text));
  }
  const named = options.catalogue === undefined ? [] : ['--catalogue', options.catalogue];
  const argv = ['merge', bill, '-o', 'out/product.sheet.json', ...named, ...(options.extra ?? [])];
  const { exit, files: after, stderr } = await session(argv, files);
  if (exit !== 0) throw new Error(stderr);
  const catalogue = readFixtureCatalogue(
    after.get(options.catalogue ?? '') ??
      new TextDecoder().decode(filesUnder('catalogues').get(`/project/${coreCatalogue}`)),
  );
  const traceText = after.get('out/product.trace.json') ?? '';
  return {
    catalogue,
    traceText,
    trace: readTraceText(traceText),
    sheet: readSheetText(after.get('out/product.sheet.json') ?? '', catalogue),
  };
}

export function readFixtureCatalogue(text: string): Catalogue {
  const { value: tree } = readYaml({ name: 'catalogue.yaml', text });
  const catalogue = tree === undefined ? undefined : readCatalogue(tree).value;
  if (catalogue === undefined) throw new Error('the catalogue cannot be read');
  return catalogue;
}

export function readTraceText(text: string): Trace {
  const { value: tree } = readJson({ name: 'product.trace.json', text });
  const trace = tree === undefined ? undefined : readTrace(tree).value;
  if (trace === undefined) throw new Error('the trace cannot be read');
  return trace;
}

export function readSheetText(text: string, catalogue: Catalogue, name = 'product.sheet.json'): Sheet {
  const read = name.endsWith('.json') ? readJson : readYaml;
  const { value: tree } = read({ name, text });
  const sheet = tree === undefined ? undefined : readSheet(tree, { name }, () => catalogue, []).value;
  if (sheet === undefined) throw new Error('the sheet cannot be read');
  return sheet;
}

/** A bill merged by the core alone, whatever its findings: also where nothing would be published. */
export function mergeUnpublished(
  bill: string,
  catalogueFile: string,
): { readonly trace: Trace; readonly catalogue: Catalogue } {
  const read = (file: string) => {
    const { value: tree } = readYaml({ name: file, text: readFileSync(file, 'utf8') });
    if (tree === undefined) throw new Error(`${file} cannot be read`);
    return tree;
  };
  const catalogue = readFixtureCatalogue(readFileSync(catalogueFile, 'utf8'));
  const { value } = readBill(read(bill), { name: bill }, () => catalogue, []);
  if (value === undefined) throw new Error('the bill cannot be read');
  const received = new Map(
    value.inputs.map(({ name, origin }): [string, ReceivedSheet] => {
      const file = join(dirname(bill), origin.kind === 'none' ? '' : origin.reference);
      const sheet = readSheetText(readFileSync(file, 'utf8'), catalogue, file);
      return [name, { sheet, sha256: sha256(readFileSync(file)), file, discredited: new Map() }];
    }),
  );
  const { merged } = mergeBill({
    bill: value,
    billSha256: '0'.repeat(64),
    catalogue,
    received,
    withQuantities: false,
  });
  if (merged === undefined) throw new Error('nothing could be merged');
  return { trace: merged.trace, catalogue };
}

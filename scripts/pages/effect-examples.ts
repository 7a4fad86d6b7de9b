// The worked examples of the effects: bills in fixtures/effects/<effect> with the sheets that they name. `product.bill.yaml`
// comes first. Comments above a bill say what it shows: `# Title:` its heading, `# Asks:` what is explained, the rest is told.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Example {
  /** The bill without its folder and the end of its name. */
  readonly name: string;
  readonly title?: string;
  readonly told: string;
  readonly asks: readonly string[];
  readonly bill: string;
  readonly sheets: readonly { readonly file: string; readonly text: string }[];
}

/** By effect. */
export type Examples = ReadonlyMap<string, readonly Example[]>;

const FIRST = 'product.bill.yaml';

export function readExamples(fixtures: string): Examples {
  const effects = readdirSync(fixtures).sort();
  return new Map(effects.map((effect) => [effect, examplesIn(join(fixtures, effect))]));
}

function examplesIn(folder: string): readonly Example[] {
  const bills = readdirSync(folder).filter((file) => file.endsWith('.bill.yaml'));
  const others = bills.filter((file) => file !== FIRST).sort();
  return [FIRST, ...others].map((file) => exampleOf(folder, file));
}

function exampleOf(folder: string, file: string): Example {
  const text = readFileSync(join(folder, file), 'utf8');
  const comments = text.split('\n').filter((line) => line.startsWith('# '));
  const worded = comments.map((line) => line.slice('# '.length));
  const said = (key: string): string | undefined =>
    worded.find((line) => line.startsWith(`${key}: `))?.slice(`${key}: `.length);
  const title = said('Title');
  const bill = text.replace(/^# .*\n/gm, '').trim();
  const sheets = [...new Set(bill.match(/[\w-]+\.sheet\.yaml/g))];
  return {
    name: file.slice(0, -'.bill.yaml'.length),
    ...(title === undefined ? {} : { title }),
    told: worded.filter((line) => !/^(?:Title|Asks): /.test(line)).join('\n'),
    asks: said('Asks')?.split(' ') ?? [],
    bill,
    sheets: sheets.map((sheet) => ({ file: sheet, text: readFileSync(join(folder, sheet), 'utf8') })),
  };
}

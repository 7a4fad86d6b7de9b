// Folders of small sheets and bills, and what `validate` tells of them.

import { sha256 } from '../../src/io/sha256.ts';
import { runLoopsheet } from '../setup/run.ts';

export interface Written {
  readonly id: string;
  readonly revision?: number;
  readonly maker?: string;
  readonly lei?: string;
  readonly product?: string;
  readonly ids?: string;
  readonly validUntil?: string;
  readonly answer?: string;
  readonly inputs?: readonly (readonly [id: string, revision: number, digest: string])[];
}

export const sheet = (written: Written): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: ${written.id}
revision: ${written.revision ?? 1}
issued: 2026-05-04
validUntil: ${written.validUntil ?? '2030-01-01'}
product: { name: ${written.product ?? `Product ${written.id}`}, level: component, mass: 1 kg, ids: { ${written.ids ?? ''} } }
maker: { name: ${written.maker ?? 'Lysvik'}, ids: { ${written.lei === undefined ? '' : `lei: ${written.lei}`} } }
answers:
  ${written.answer ?? 'inputs.no-pvc: true'}
inputs: [${(written.inputs ?? []).map(([id, revision, digest]) => `{ id: ${id}, revision: ${revision}, sha256: ${digest} }`).join(', ')}]
`;

export const digestOf = (text: string): string => sha256(new TextEncoder().encode(text));
export const anyDigest = 'ab'.repeat(32);
export const [leiA, leiB] = ['DEMO00LYSVIK00000078', 'DEMO00LACBLANC000051'];

export async function findings(files: Readonly<Record<string, string>>, ...options: readonly string[]) {
  const { stdout } = await runLoopsheet(['validate', '.', '--format', 'compact', ...options], { files });
  return [...stdout.matchAll(/^(\S+?):\d+:\d+: (\w+)\[(.+?)\]: (.*)$/gm)].map(
    ([, file, severity, code, message]) => ({ file, severity, code, message }),
  );
}

export const told = async (files: Readonly<Record<string, string>>, ...options: readonly string[]) =>
  (await findings(files, ...options)).map(({ file, severity, code }) => `${file} ${severity} ${code}`);

/** GS1 demonstration numbers, told apart by their check digit as well. */
export function gtin(number: number): string {
  const body = `0952000${String(number).padStart(6, '0')}`;
  const sum = [...body].reduce((total, digit, index) => total + Number(digit) * (index % 2 === 0 ? 3 : 1), 0);
  return `gtin: "${body}${(10 - (sum % 10)) % 10}"`;
}

export const bill = `loopsheet: bill/1
sheet: { id: made, revision: 1, catalogue: circularity-core/2026.1, issued: 2026-06-01 }
product: { name: Made, level: component }
maker: { name: Lysvik }
inputs:
  part: { sheet: quiet-7.yaml, mass: 1 kg }
`;

// A small workspace in memory: suppliers' sheets, and bills that take them and one another.

import { sheet } from './merging.ts';
import { PROJECT, type Session } from './session.ts';

export type Disk = Map<string, Uint8Array>;

export const bill = (id: string, inputs: readonly string[]): string => `loopsheet: bill/1
sheet: { id: "${id}", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: ${id}, level: product }
maker: { name: Maker }
inputs:
${inputs.map((input, index) => `  i${index}: { ${input}, mass: 1 kg }\n`).join('')}processes:
  - { effect: assemble, takes: [${inputs.map((_, index) => `i${index}`).join(', ')}], gives: whole }
answers:
  product.gtin-given: false
`;

export const supplier = (id: string, pvc = 'true'): string => sheet(id, `  inputs.no-pvc: ${pvc}\n`);

export function diskOf(files: Readonly<Record<string, string>>): Disk {
  const encoder = new TextEncoder();
  return new Map(Object.entries(files).map(([name, text]) => [`${PROJECT}/${name}`, encoder.encode(text)]));
}

export function put(disk: Disk, files: Readonly<Record<string, string>>): void {
  for (const [path, bytes] of diskOf(files)) disk.set(path, bytes);
}

export const textOf = (disk: Disk, name: string): string =>
  new TextDecoder().decode(disk.get(`${PROJECT}/${name}`));
export const lines = ({ stderr }: Session): readonly string[] => stderr.trimEnd().split('\n');

/** rod -> wire -> cable -> cord, and pin -> plug -> cord. */
export const chain = (): Disk =>
  diskOf({
    'loopsheet.yaml': 'loopsheet: workspace/1\n',
    'rod.yaml': supplier('rod'),
    'pin.yaml': supplier('pin'),
    'wire.bill.yaml': bill('wire', ['sheet: rod.yaml']),
    'cable.bill.yaml': bill('cable', ['bill: wire.bill.yaml']),
    'plug.bill.yaml': bill('plug', ['sheet: pin.yaml']),
    'cord.bill.yaml': bill('cord', ['sheet: cable', 'sheet: out/plug.sheet.yaml']),
  });

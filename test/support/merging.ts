// Small merges through the command line: two inputs, one process, and what the maker says.

import { PROJECT, type Session, session } from './session.ts';

export const sheet = (id: string, answers: string, more = '', header = ''): string => `loopsheet: sheet/1
catalogue: circularity-core/2026.1
id: "${id}"
revision: 1
issued: 2026-01-01
${header}product: { name: ${id}, level: component, mass: 1 kg }
maker: { name: M }
answers:
  inputs.no-added-pfas: true
${answers}${more}`;

export const bill = (processes: string, answers: string, inputs = ''): string => `loopsheet: bill/1
sheet: { id: "P", revision: 1, catalogue: circularity-core/2026.1, issued: 2026-11-01 }
product: { name: Product, level: product }
maker: { name: Maker }
inputs:
  a: { sheet: a.yaml, mass: 1 kg }
  b: { sheet: b.yaml, mass: 1 kg }
${inputs}processes:
  - ${processes}
answers:
  product.gtin-given: false
${answers}`;

export async function merge(
  files: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Session> {
  const bytes = new Map(
    Object.entries(files).map(([name, text]) => [`${PROJECT}/${name}`, new TextEncoder().encode(text)]),
  );
  return session(['merge', 'p.yaml', '-o', 'out.json', '--no-trace', ...options], bytes);
}

export function answer({ files }: Session, statement: string): unknown {
  const text = files.get('out.json');
  if (text === undefined) return 'nothing written';
  const given = JSON.parse(text).answers[statement];
  return typeof given === 'object' && given !== null ? given.answer : given;
}

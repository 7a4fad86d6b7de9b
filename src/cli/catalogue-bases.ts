// What a catalogue extends: its base is found among the catalogues at hand, and a catalogue that comes back to itself
// is refused.

import { type Finding, finding, type Result } from '../core/text/finding.ts';
import { didYouMean } from '../core/text/suggest.ts';
import { checkStandsAlone, extendCatalogue, withoutTakenBack } from '../read/documents/catalogue-extends.ts';
import { textAt } from '../read/documents/fields.ts';
import { type Node, valueAt } from '../read/tree.ts';
import type { Catalogues } from './catalogues.ts';

/** The tree with everything that it extends; undefined when its base is not to be had. */
export async function completeCatalogue(
  catalogues: Pick<Catalogues, 'tree' | 'names'>,
  tree: Node,
): Promise<Result<Node | undefined>> {
  const findings: Finding[] = [];
  const report = (found: Finding): unknown => findings.push(found);
  const base = textAt(tree, 'extends');
  if (base === undefined) {
    checkStandsAlone(tree, report);
    return { value: withoutTakenBack(tree), findings };
  }
  if (base === nameOf(tree)) return { value: undefined, findings: extendsItself(tree) };
  const extended = await catalogues.tree(base);
  if (extended === undefined)
    return { value: undefined, findings: unknownBase(tree, base, catalogues.names()) };
  return { value: extendCatalogue(tree, extended, report), findings };
}

const nameOf = (tree: Node): string => `${textAt(tree, 'id') ?? ''}/${textAt(tree, 'version') ?? ''}`;

/** Bases before what extends them; what only waits for one another goes round. */
export function inOrderOfBases<T>(
  all: readonly T[],
  treeOf: (each: T) => Node,
): { readonly ordered: readonly T[]; readonly circular: readonly T[] } {
  const ordered: T[] = [];
  let waiting = all;
  while (waiting.length > 0) {
    const names = new Set(waiting.map((each) => nameOf(treeOf(each))));
    const ready = waiting.filter((each) => !names.has(textAt(treeOf(each), 'extends') ?? ''));
    if (ready.length === 0) break;
    ordered.push(...ready);
    waiting = waiting.filter((each) => !ready.includes(each));
  }
  const baseOf = new Map(
    waiting.map((each) => [nameOf(treeOf(each)), textAt(treeOf(each), 'extends') ?? '']),
  );
  const circular = waiting.filter((each) => leadsBack(nameOf(treeOf(each)), baseOf));
  // What only rests on a circle is read last, and does not find its base.
  return { ordered: [...ordered, ...waiting.filter((each) => !circular.includes(each))], circular };
}

function leadsBack(start: string, baseOf: ReadonlyMap<string, string>): boolean {
  const seen = new Set<string>();
  let name = baseOf.get(start);
  while (name !== undefined && name !== start && !seen.has(name)) {
    seen.add(name);
    name = baseOf.get(name);
  }
  return name === start;
}

export function extendsItself(tree: Node): readonly Finding[] {
  const name = nameOf(tree);
  const base = textAt(tree, 'extends') ?? '';
  const way = base === name ? '' : `, by way of \`${base}\``;
  return [
    finding('catalogue/extends-itself', `\`${name}\` extends itself${way}`, {
      at: valueAt(tree, 'extends')?.at,
      help: ['extend a catalogue that does not depend on this one'],
      data: { catalogue: name, base },
    }),
  ];
}

function unknownBase(tree: Node, base: string, known: readonly string[]): readonly Finding[] {
  const near = didYouMean(base, known);
  return [
    finding('catalogue/unknown-base', `catalogue \`${base}\`, which is extended here, is not known`, {
      at: valueAt(tree, 'extends')?.at,
      help: [
        ...(near === undefined ? [] : [near]),
        'name its file with `--catalogue`',
        `known here: ${known.map((each) => `\`${each}\``).join(', ')}`,
      ],
      data: { base, known: [...known] },
    }),
  ];
}

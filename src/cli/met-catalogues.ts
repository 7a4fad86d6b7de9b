// Catalogues that are themselves among the documents of a run: once checked, the sheets and bills of the same run
// find them by their names.

import { type Catalogue, catalogueName } from '../core/model/catalogue.ts';
import type { Finding } from '../core/text/finding.ts';
import { inOrder } from '../core/text/order.ts';
import type { Span } from '../core/text/span.ts';
import { storeCatalogue } from '../read/built-catalogue.ts';
import { type Catalogues, duplicateCatalogue } from './catalogues.ts';

export interface MetCatalogues extends Catalogues {
  /** Know this catalogue from now on. A name stands for one content, wherever its copies lie. */
  readonly add: (catalogue: Catalogue, file: string, at: Span | undefined) => readonly Finding[];
}

export function meetCatalogues(known: Catalogues): MetCatalogues {
  const met = new Map<string, Catalogue>();
  const find = (name: string): Catalogue | undefined => known.find(name) ?? met.get(name);
  return {
    find,
    names: () => (met.size === 0 ? known.names() : inOrder([...known.names(), ...met.keys()])),
    read: known.read,
    tree: known.tree,
    add: (catalogue, file, at) => {
      const name = catalogueName(catalogue);
      const other = find(name);
      if (other === undefined) met.set(name, catalogue);
      return other === undefined || storeCatalogue(other) === storeCatalogue(catalogue)
        ? []
        : [duplicateCatalogue(file, name, at)];
    },
  };
}

// How a statement is tied to the header of the sheet that answers it: some statements are about the sheet itself, and
// whether they hold stands a few lines above the answer.

import type { SheetHeader } from './sheet.ts';

/** A place in the header as a dotted path: `product.ids.gtin`, `maker.site`. */
export type HeaderPath = string;

export interface HeaderLink {
  /** Any of these makes the statement true. */
  readonly shownBy: readonly HeaderPath[];
  /** Without any of these it is not true; empty: it may be true however little the header says. */
  readonly needs: readonly HeaderPath[];
}

type Named = Pick<SheetHeader, 'product' | 'maker' | 'validUntil'>;

/** What a header may leave out. Whatever every header has tells nothing. */
const fields: Readonly<Record<HeaderPath, (header: Named) => boolean>> = {
  validUntil: ({ validUntil }) => validUntil !== undefined,
  'product.mass': ({ product }) => product.mass !== undefined,
  'product.ids': ({ product }) => product.ids.size > 0,
  'maker.ids': ({ maker }) => maker.ids.size > 0,
  'maker.site': ({ maker: { site } }) => site?.name !== undefined || site?.country !== undefined,
  'maker.site.name': ({ maker }) => maker.site?.name !== undefined,
  'maker.site.country': ({ maker }) => maker.site?.country !== undefined,
};

/** Every path but those of single ids, whose names are free. */
export const headerPaths: readonly HeaderPath[] = Object.keys(fields);

const ID = /^(product|maker)\.ids\.([A-Za-z][A-Za-z0-9-]*)$/;

export const isHeaderPath = (path: HeaderPath): boolean => Object.hasOwn(fields, path) || ID.test(path);

/** Whether something stands there. */
export function standsIn(header: Named, path: HeaderPath): boolean {
  const [, holder, id] = ID.exec(path) ?? [];
  if (id === undefined) return fields[path]?.(header) ?? false;
  return (holder === 'maker' ? header.maker : header.product).ids.has(id);
}

/** Whether what stands at one path stands at the other as well: an id is one of the ids. */
export const isUnder = (path: HeaderPath, outer: HeaderPath): boolean =>
  path === outer || path.startsWith(`${outer}.`);

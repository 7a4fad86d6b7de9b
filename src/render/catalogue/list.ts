// A catalogue as a list: statements by section, groups as one line each, the quantities behind them, and the effects of processes.

import { type Catalogue, catalogueName, type Section } from '../../core/model/catalogue.ts';
import { heading } from '../frame.ts';
import type { Style } from '../palette.ts';
import { plural } from '../plural.ts';
import { renderTable } from '../table.ts';

export interface CatalogueEntry {
  readonly id: string;
  readonly title: string;
  readonly kind: 'group' | 'statement';
  readonly bands: number;
}

/** The entries of one section in catalogue order: a group once, not band by band. */
export function entriesOfSection(catalogue: Catalogue, section: Section): readonly CatalogueEntry[] {
  const entries = new Map<string, CatalogueEntry>();
  for (const statement of catalogue.statements.values()) {
    if (statement.section !== section.id) continue;
    const group = statement.group === undefined ? undefined : catalogue.groups.get(statement.group);
    if (group === undefined)
      entries.set(statement.id, { id: statement.id, title: statement.title, kind: 'statement', bands: 0 });
    else
      entries.set(group.id, { id: group.id, title: group.title, kind: 'group', bands: group.bands.length });
  }
  return [...entries.values()];
}

export function renderCatalogueList(
  catalogue: Catalogue,
  sections: readonly Section[],
  withEffects: boolean,
  style: Style,
): string {
  const blocks = sections.map((section) => {
    const rows = entriesOfSection(catalogue, section).map(({ id, title, bands }) => [
      id,
      title,
      bands === 0 ? '' : plural(bands, 'band'),
    ]);
    return `${heading(`${section.number} ${section.title}`, style)}\n${table(rows, style)}`;
  });
  if (withEffects) {
    const figures = figuresOf(catalogue);
    if (figures.length > 0) {
      const quantities = figures.map(({ id, title }) => [id, title]);
      blocks.push(`${heading('Quantities, written under `quantities`', style)}\n${table(quantities, style)}`);
    }
    const rows = [...catalogue.effects.values()].map(({ id, title }) => [id, title]);
    blocks.push(`${heading('Effects of processes', style)}\n${table(rows, style)}`);
    const conventions = [...catalogue.conventions.values()].map(({ id, title: called }) => [id, called]);
    if (conventions.length > 0)
      blocks.push(`${heading('Conventions, which a bill may adopt', style)}\n${table(conventions, style)}`);
  }
  const title = `${heading(catalogueName(catalogue), style)}  ${catalogue.title}`;
  return `${[title, ...blocks].join('\n\n')}\n`;
}

/** The figures that are no group of bands: those are listed among the statements. */
const figuresOf = ({ quantities, groups }: Catalogue) =>
  [...quantities.values()].filter(({ id }) => !groups.has(id)).map(({ id, title }) => ({ id, title }));

const table = (rows: readonly (readonly string[])[], style: Style): string =>
  renderTable([{ title: '', shrinks: false }, { title: '' }, { title: '', shrinks: false }], rows, style, 2);

/** The same for programs. */
export function listDocument(catalogue: Catalogue, sections: readonly Section[], withEffects: boolean) {
  return {
    catalogue: catalogueName(catalogue),
    title: catalogue.title,
    sections: sections.map((section) => ({ ...section, entries: entriesOfSection(catalogue, section) })),
    ...(withEffects
      ? {
          quantities: figuresOf(catalogue),
          effects: [...catalogue.effects.values()].map(({ id, title }) => ({ id, title })),
          conventions: [...catalogue.conventions.values()].map(({ id, title }) => ({ id, title })),
        }
      : {}),
  };
}

// A catalogue's or a translation's YAML to the form that is stored in dist/; what is wrong with it is said as the tool
// would say it.

import { catalogueName } from '../../src/core/model/catalogue.ts';
import type { Result } from '../../src/core/text/finding.ts';
import type { Source } from '../../src/core/text/span.ts';
import { loadBuiltCatalogue, storeCatalogue } from '../../src/read/built-catalogue.ts';
import { readCatalogue } from '../../src/read/documents/catalogue.ts';
import { readTranslation } from '../../src/read/documents/translation.ts';
import { checkShape } from '../../src/read/shape.ts';
import type { Node } from '../../src/read/tree.ts';
import { readYaml } from '../../src/read/yaml.ts';

export const compileCatalogue = (source: Source) => compile(source, 'catalogue', readCatalogue);

/** `stored`: the catalogues as they are stored, of which the translation names one. */
export function compileTranslation(source: Source, stored: readonly string[]) {
  const catalogues = stored.map(loadBuiltCatalogue).filter((catalogue) => catalogue !== undefined);
  const find = (name: string) => catalogues.find((catalogue) => catalogueName(catalogue) === name);
  const names = catalogues.map(catalogueName);
  return compile(source, 'translation', (tree) => readTranslation(tree, find, names));
}

async function compile<T extends Parameters<typeof storeCatalogue>[0]>(
  source: Source,
  kind: 'catalogue' | 'translation',
  read: (tree: Node) => Result<T | undefined>,
) {
  const { value: tree, findings: syntax } = readYaml(source);
  const shape = tree === undefined ? [] : await checkShape(kind, tree);
  const { value, findings: meaning } = tree === undefined ? { value: undefined, findings: [] } : read(tree);
  const problems = [...syntax, ...shape, ...meaning].map(
    ({ at, message }) => `${source.name}:${at?.start.line}:${at?.start.column}: ${message}`,
  );
  const isSound = value !== undefined && problems.length === 0;
  return { value: isSound ? storeCatalogue(value) : undefined, problems };
}

// A catalogue's YAML to the form that is stored in dist/; what is wrong with it is said as the tool would say it.

import type { Source } from '../../src/core/text/span.ts';
import { storeCatalogue } from '../../src/read/built-catalogue.ts';
import { readCatalogue } from '../../src/read/documents/catalogue.ts';
import { checkShape } from '../../src/read/shape.ts';
import { readYaml } from '../../src/read/yaml.ts';

export async function compileCatalogue(source: Source) {
  const { value: tree, findings: syntax } = readYaml(source);
  const shape = tree === undefined ? [] : await checkShape('catalogue', tree);
  const { value: catalogue, findings: meaning } =
    tree === undefined ? { value: undefined, findings: [] } : readCatalogue(tree);
  const problems = [...syntax, ...shape, ...meaning].map(
    ({ at, message }) => `${source.name}:${at?.start.line}:${at?.start.column}: ${message}`,
  );
  const isSound = catalogue !== undefined && problems.length === 0;
  return { value: isSound ? storeCatalogue(catalogue) : undefined, problems };
}

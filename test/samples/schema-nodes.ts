// Every schema inside a schema, so that tests can look at all of them.

export interface SchemaNode {
  readonly path: string;
  readonly schema: Readonly<Record<string, unknown>>;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** The schema and all below it; branches of alternatives end in `|`, items in `[]`, other keys in `/*`. */
export function schemaNodes(schema: unknown, path: string): readonly SchemaNode[] {
  if (!isRecord(schema)) return [];
  const named = ['properties', '$defs'].flatMap((key) => Object.entries(schema[key] ?? {}));
  const branches: readonly unknown[] = Array.isArray(schema['anyOf']) ? schema['anyOf'] : [];
  return [
    { path, schema },
    ...named.flatMap(([key, each]) => schemaNodes(each, `${path}/${key}`)),
    ...branches.flatMap((each) => schemaNodes(each, `${path}|`)),
    ...schemaNodes(schema['items'], `${path}[]`),
    ...schemaNodes(schema['additionalProperties'], `${path}/*`),
  ];
}

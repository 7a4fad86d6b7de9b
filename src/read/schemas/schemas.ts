// The table of published shapes: one JSON Schema per kind of document.

import { z } from 'zod';
import { bill } from './bill.ts';
import { catalogue } from './catalogue.ts';
import { findings } from './findings.ts';
import { lock } from './lock.ts';
import { sheet } from './sheet.ts';
import { trace } from './trace.ts';
import { translation } from './translation.ts';
import { workspace } from './workspace.ts';

const models = { bill, catalogue, findings, lock, sheet, trace, translation, workspace };

/** The file name and text of every published schema. */
export function publishedSchemas(): readonly { readonly file: string; readonly text: string }[] {
  return Object.entries(models).map(([kind, model]) => {
    const file = `${kind}-1.schema.json`;
    const { $schema, ...schema } = z.toJSONSchema(model, { target: 'draft-2020-12', override: simplify });
    const published = { $schema, $id: `https://loopsheet.dev/schemas/${file}`, ...schema };
    return { file, text: `${JSON.stringify(published, undefined, 2)}\n` };
  });
}

/** `anyOf` of bare types becomes a list of types, which reads better in an editor and in a finding. */
function simplify({ jsonSchema }: { readonly jsonSchema: z.core.JSONSchema.BaseSchema }): void {
  const branches = jsonSchema.anyOf?.map((branch) => (isBareType(branch) ? branch.type : undefined));
  if (branches?.every((type) => type !== undefined)) {
    delete jsonSchema.anyOf;
    Object.assign(jsonSchema, { type: branches });
  }
  // Every key of a JSON object is a string, so saying it says nothing.
  if (isBareType(jsonSchema.propertyNames)) delete jsonSchema.propertyNames;
}

function isBareType(schema: unknown): schema is { readonly type: string } {
  return (
    typeof schema === 'object' && schema !== null && 'type' in schema && Object.keys(schema).length === 1
  );
}

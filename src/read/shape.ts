// Whether a document has the shape of its kind, by the validators compiled from the published schemas; every
// fault becomes a finding at its exact place.

import type { Finding } from '../core/text/finding.ts';
import { suggest } from '../core/text/suggest.ts';
import { findBrokenText } from './broken-text.ts';
import { type DecimalComma, findDecimalCommas } from './decimal-comma.ts';
import { MOST_FINDINGS } from './limits.ts';
import { plainOf } from './plain.ts';
import { placeAt } from './shape-place.ts';
import { describeFault, typesOf } from './shape-words.ts';
import type { Node } from './tree.ts';
import { type DocumentKind, fitsQuickly, loadValidator, type ShapeError } from './validator.ts';

export async function checkShape(kind: DocumentKind, tree: Node): Promise<readonly Finding[]> {
  const broken = findBrokenText(tree);
  const plain = plainOf(tree);
  if (await fitsQuickly(kind, plain)) return broken;
  const validate = await loadValidator(kind);
  if (validate(plain)) return broken;
  const commas = findDecimalCommas(tree);
  const errors = withoutMistyped(keepTelling(validate.errors ?? [])).filter(
    (error) => !isCut(error, tree, commas),
  );
  return [
    ...broken,
    ...commas.map((comma) => comma.finding),
    ...errors.slice(0, MOST_FINDINGS).map((error) => describeFault(error, placeAt(tree, error.instancePath))),
  ];
}

/** Whether an error is about the second half of an amount, which is told already. */
const isCut = (
  { instancePath, params }: ShapeError,
  tree: Node,
  commas: readonly DecimalComma[],
): boolean => {
  const { node } = placeAt(tree, instancePath);
  return commas.some(
    ({ map, entry }) => node === entry.value || (node === map && params['additionalProperty'] === entry.key),
  );
};

/**
 * The errors that say something of their own: of alternatives only those of the branch that is meant, and of a
 * value of the wrong type nothing but its type.
 */
function keepTelling(errors: readonly ShapeError[]): readonly ShapeError[] {
  const chosen = new Map<string, number>();
  for (const error of errors)
    if (error.keyword === 'anyOf') chosen.set(choiceKey(error), chooseBranch(error));
  const meant = errors.filter((error) => isMeant(error, chosen));
  const wrongType = new Set(meant.filter(isTypeError).map(({ instancePath }) => instancePath));
  return meant.filter((error) => isTypeError(error) || !wrongType.has(error.instancePath));
}

/** A key that is missing because it is mistyped is told once, as the key that stands there. */
function withoutMistyped(errors: readonly ShapeError[]): readonly ShapeError[] {
  const isMissing = ({ keyword }: ShapeError): boolean => keyword === 'required';
  const meant = new Set(
    errors.flatMap((error) => {
      if (error.keyword !== 'additionalProperties') return [];
      const near = suggest(String(error.params['additionalProperty']), keysOf(error.parentSchema));
      const here = errors.filter((each) => isMissing(each) && each.instancePath === error.instancePath);
      const missing = near.flatMap(
        (key) => here.find(({ params }) => params['missingProperty'] === key) ?? [],
      );
      return missing.slice(0, 1);
    }),
  );
  return errors.filter((error) => !meant.has(error));
}

const keysOf = ({ properties }: Readonly<Record<string, unknown>>): readonly string[] =>
  isRecord(properties) ? Object.keys(properties) : [];

const isTypeError = ({ keyword }: ShapeError): boolean => keyword === 'type' || keyword === 'anyOf';

const choiceKey = ({ instancePath, schemaPath }: Pick<ShapeError, 'instancePath' | 'schemaPath'>): string =>
  `${instancePath}#${schemaPath}`;

/** The branch that takes values of the type at hand and whose fixed words, if any, are those at hand; or -1. */
function chooseBranch({ parentSchema, data }: ShapeError): number {
  const branches: readonly unknown[] = Array.isArray(parentSchema['anyOf']) ? parentSchema['anyOf'] : [];
  const type = typeOf(data);
  const fitting = branches.map((branch) => typesOf(branch).includes(type));
  const exact = branches.findIndex((branch, index) => fitting[index] === true && hasWordsOf(branch, data));
  return exact >= 0 ? exact : fitting.indexOf(true);
}

function hasWordsOf(branch: unknown, data: unknown): boolean {
  const properties = isRecord(branch) && isRecord(branch['properties']) ? branch['properties'] : {};
  return Object.entries(properties).every(
    ([key, schema]) =>
      !(isRecord(schema) && 'const' in schema) || (isRecord(data) && data[key] === schema['const']),
  );
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function typeOf(data: unknown): string {
  if (Array.isArray(data)) return 'array';
  return data === null ? 'null' : typeof data;
}

const BRANCH = /\/anyOf\/(\d+)(?=\/)/g;

function isMeant(error: ShapeError, chosen: ReadonlyMap<string, number>): boolean {
  if (error.keyword === 'anyOf') return (chosen.get(choiceKey(error)) ?? -1) < 0;
  for (const match of error.schemaPath.matchAll(BRANCH)) {
    const schemaPath = `${error.schemaPath.slice(0, match.index)}/anyOf`;
    if (chosenAbove(error.instancePath, schemaPath, chosen) !== Number(match[1])) return false;
  }
  return true;
}

/** The choice made at the nearest place at or above the error's. */
function chosenAbove(instancePath: string, schemaPath: string, chosen: ReadonlyMap<string, number>): number {
  for (let path = instancePath; ; path = path.slice(0, path.lastIndexOf('/'))) {
    const choice = chosen.get(choiceKey({ instancePath: path, schemaPath }));
    if (choice !== undefined) return choice;
    if (path === '') return -1;
  }
}

// A sheet document to what it means. Its shape has been checked before; what is said here needs the catalogue.

import type { Catalogue } from '../../core/model/catalogue.ts';
import { assuranceLevels, type LineageEntry, type Sheet } from '../../core/model/sheet.ts';
import type { Finding, Result } from '../../core/text/finding.ts';
import type { Source } from '../../core/text/span.ts';
import { type Node, valueAt } from '../tree.ts';
import { readAnswers } from './answers.ts';
import { readComposition } from './composition.ts';
import { itemsOf, placesOf, type Report, textAt, wordAt } from './fields.ts';
import { readDate, readMaker, readProduct, unreadDate, wholeNumber } from './header.ts';
import { readQuantities } from './quantities.ts';
import { unknownCatalogue } from './resolve.ts';

export function readSheet(
  tree: Node,
  source: Pick<Source, 'name'>,
  findCatalogue: (name: string) => Catalogue | undefined,
  knownCatalogues: readonly string[],
): Result<Sheet | undefined> {
  const findings: Finding[] = [];
  const report: Report = (found) => findings.push(found);
  const header = readHeader(tree, report);
  const name = valueAt(tree, 'catalogue');
  const catalogue = header === undefined ? undefined : findCatalogue(header.catalogue);
  if (header !== undefined && name !== undefined && catalogue === undefined) {
    report(unknownCatalogue(header.catalogue, knownCatalogues, name.at));
  }
  if (header === undefined || catalogue === undefined) return { value: undefined, findings };
  const composition = readComposition(valueAt(tree, 'composition'), header.product.mass, report);
  const sheet: Sheet = {
    ...header,
    answers: readAnswers(valueAt(tree, 'answers'), catalogue, report),
    quantities: readQuantities(valueAt(tree, 'quantities'), catalogue, report),
    ...(composition === undefined ? {} : { composition }),
    inputs: itemsOf(valueAt(tree, 'inputs')).flatMap(readLineage),
    places: placesOf(tree, '.', ['answers', 'quantities', 'composition']),
    source: source.name,
  };
  return { value: sheet, findings };
}

type Header = Omit<Sheet, 'answers' | 'quantities' | 'composition' | 'inputs' | 'places' | 'source'>;

function readHeader(tree: Node, report: Report): Header | undefined {
  const catalogue = textAt(tree, 'catalogue');
  const id = textAt(tree, 'id');
  const revision = wholeNumber(textAt(tree, 'revision'));
  const issued = readDate(tree, 'issued', report) ?? unreadDate;
  const validUntil = readDate(tree, 'validUntil', report);
  const product = readProduct(valueAt(tree, 'product'), 'read/bad-quantity', report);
  const maker = readMaker(valueAt(tree, 'maker'));
  if (catalogue === undefined || id === undefined || revision === undefined) return undefined;
  if (product === undefined || maker === undefined) return undefined;
  return {
    catalogue,
    id,
    revision,
    issued,
    ...(validUntil === undefined ? {} : { validUntil }),
    assurance: wordAt(tree, 'assurance', assuranceLevels) ?? 'self-declared',
    product,
    maker,
  };
}

function readLineage(node: Node): readonly LineageEntry[] {
  const id = textAt(node, 'id');
  const revision = wholeNumber(textAt(node, 'revision'));
  const sha256 = textAt(node, 'sha256');
  return id === undefined || revision === undefined || sha256 === undefined ? [] : [{ id, revision, sha256 }];
}

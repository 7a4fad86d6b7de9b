// A bill document to what it means. Its shape has been checked before; what is said here needs the catalogue.

import type { Bill } from '../../core/model/bill.ts';
import type { Catalogue } from '../../core/model/catalogue.ts';
import type { SheetHeader } from '../../core/model/sheet.ts';
import type { Finding, Result } from '../../core/text/finding.ts';
import type { Source, Span } from '../../core/text/span.ts';
import { type Node, valueAt } from '../tree.ts';
import { readAdopted, refuseConventional } from './adopted.ts';
import { readAnswers } from './answers.ts';
import { entriesOf, placesOf, type Report, textAt } from './fields.ts';
import { readDate, readMaker, readProduct, unreadDate, wholeNumber } from './header.ts';
import { readInputs } from './inputs.ts';
import { readProcesses } from './processes.ts';
import { readQuantities } from './quantities.ts';
import { unknownCatalogue } from './resolve.ts';

export function readBill(
  tree: Node,
  source: Pick<Source, 'name'>,
  findCatalogue: (name: string) => Catalogue | undefined,
  knownCatalogues: readonly string[],
): Result<Bill | undefined> {
  const findings: Finding[] = [];
  const report: Report = (found) => findings.push(found);
  const header = readHeader(tree, report);
  const name = valueAt(tree, 'sheet', 'catalogue');
  const catalogue = header === undefined ? undefined : findCatalogue(header.catalogue);
  if (header !== undefined && name !== undefined && catalogue === undefined) {
    report(unknownCatalogue(header.catalogue, knownCatalogues, name.at));
  }
  if (header === undefined || catalogue === undefined) return { value: undefined, findings };
  const conventions = readAdopted(valueAt(tree, 'conventions'), catalogue, report);
  const answers = readAnswers(valueAt(tree, 'answers'), catalogue, report);
  refuseConventional(answers, report);
  const bill: Bill = {
    ...header,
    ...(conventions === undefined ? {} : { conventions }),
    inputs: readInputs(valueAt(tree, 'inputs'), report),
    processes: readProcesses(valueAt(tree, 'processes'), catalogue, report),
    answers,
    quantities: readQuantities(valueAt(tree, 'quantities'), catalogue, report),
    places: headerPlaces(tree),
    source: source.name,
  };
  return { value: bill, findings };
}

function readHeader(tree: Node, report: Report): SheetHeader | undefined {
  const sheet = valueAt(tree, 'sheet');
  const catalogue = textAt(sheet, 'catalogue');
  const id = textAt(sheet, 'id');
  const revision = wholeNumber(textAt(sheet, 'revision'));
  const issued = readDate(sheet, 'issued', report) ?? unreadDate;
  const validUntil = readDate(sheet, 'validUntil', report);
  const product = readProduct(valueAt(tree, 'product'), 'bill/mass-negative', report);
  const maker = readMaker(valueAt(tree, 'maker'));
  if (catalogue === undefined || id === undefined || revision === undefined) return undefined;
  if (product === undefined || maker === undefined) return undefined;
  return {
    catalogue,
    id,
    revision,
    issued,
    ...(validUntil === undefined ? {} : { validUntil }),
    // What a merge derives is the maker's own claim, however well its inputs are assured.
    assurance: 'self-declared',
    product,
    maker,
  };
}

const sections = ['inputs', 'processes', 'conventions'];

/** The keys under `sheet` go by their own names, as in the sheet that will be issued. */
function headerPlaces(tree: Node): ReadonlyMap<string, Span> {
  const places = placesOf(tree, '.', ['answers', 'quantities', ...sections]);
  const named = [...places].map(([path, at]): [string, Span] => [path.replace(/^sheet\./, ''), at]);
  const keys = entriesOf(tree).filter(({ key }) => sections.includes(key));
  return new Map([...named, ...keys.map(({ key, keyAt }): [string, Span] => [key, keyAt])]);
}

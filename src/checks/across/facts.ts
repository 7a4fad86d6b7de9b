// What the checks across documents need to know of each sheet: little, so that thousands of sheets can be held
// against one another without holding the sheets.

import { saysSomething } from '../../core/model/absence.ts';
import type { Bill } from '../../core/model/bill.ts';
import type { Catalogue } from '../../core/model/catalogue.ts';
import { type Sheet, sheetName } from '../../core/model/sheet.ts';
import type { Span } from '../../core/text/span.ts';
import type { DateText } from '../../core/values/date.ts';
import { identifierFault, worldwideGtin } from '../../core/values/identifiers.ts';
import { writtenAnswers } from '../answer-places.ts';
import { type ListEdition, listEdition } from './list-editions.ts';

/** What somebody answers, in a sheet or in the bill of one, and how long it holds. */
export interface AnswerFacts {
  /** The bill says what its sheet will say. */
  readonly isBill: boolean;
  /** Id and revision of the sheet in one. */
  readonly name: string;
  readonly id: string;
  readonly revision: number;
  readonly maker: MakerFacts;
  readonly ends: readonly Ending[];
  readonly lists: readonly ReliedList[];
}

export interface SheetFacts extends AnswerFacts {
  readonly file: string;
  /** Where the sheet states its id. */
  readonly at: Span;
  readonly sha256: string;
  /** Digests of its canonical text in each format, where its bytes differ from what they are held against. */
  readonly contents?: readonly string[];
  readonly product: string;
  readonly numbers: readonly ProductNumber[];
  readonly inputs: readonly InputFact[];
}

export interface MakerFacts {
  readonly name: string;
  readonly lei?: string;
  readonly gln?: string;
}

/** A number that means one product, whoever says it. */
export interface ProductNumber {
  readonly scheme: 'gtin' | 'sscc';
  /** The one way of writing it that is compared. */
  readonly number: string;
  readonly written: string;
  readonly at: Span;
}

/** An entry of the lineage. */
export interface InputFact {
  readonly name: string;
  readonly id: string;
  readonly revision: number;
  readonly sha256: string;
  readonly at: Span;
}

export interface Ending {
  readonly of: 'sheet' | 'assurance';
  readonly validUntil: DateText;
  readonly at: Span;
}

/** An answer that relies on an edition of a list: the one that it names, or else the one that its statement names. */
export interface ReliedList {
  readonly edition: ListEdition;
  readonly statement: string;
  readonly isNamed: boolean;
  readonly at: Span;
}

/** What is gathered only where somebody asks for it. */
export interface Wanted {
  readonly endings: boolean;
  /** Ids of lists. */
  readonly lists: ReadonlySet<string>;
}

/** The facts of a sheet, or undefined where the places are missing that findings would point at. */
export function factsOf(
  {
    sheet,
    sha256,
    catalogue,
  }: { readonly sheet: Sheet; readonly sha256: string; readonly catalogue: Catalogue },
  wanted: Wanted,
): SheetFacts | undefined {
  const at = sheet.places.get('id');
  if (at === undefined) return undefined;
  const { product, source } = sheet;
  return {
    ...answerFacts(sheet, catalogue, wanted),
    isBill: false,
    file: source,
    at,
    sha256,
    product: product.name,
    ends: wanted.endings ? [...endOf(sheet), ...assuredEnds(sheet)] : [],
    numbers: numbersOf(sheet),
    inputs: sheet.inputs.map((entry, index) => ({
      ...entry,
      name: sheetName(entry),
      at: sheet.places.get(`inputs.${index}.id`) ?? at,
    })),
  };
}

/** The maker's own answers; when the sheet ends is told where it lies. */
export const factsOfBill = (bill: Bill, catalogue: Catalogue, wanted: Wanted): AnswerFacts => ({
  ...answerFacts(bill, catalogue, wanted),
  isBill: true,
});

function answerFacts(
  document: Pick<Bill, 'id' | 'revision' | 'maker' | 'answers'>,
  catalogue: Catalogue,
  wanted: Wanted,
): Omit<AnswerFacts, 'isBill'> {
  const { id, revision, maker } = document;
  const [lei, gln] = [maker.ids.get('lei'), maker.ids.get('gln')];
  return {
    name: sheetName(document),
    id,
    revision,
    maker: { name: maker.name, ...(lei === undefined ? {} : { lei }), ...(gln === undefined ? {} : { gln }) },
    ends: wanted.endings ? assuredEnds(document) : [],
    lists: wanted.lists.size === 0 ? [] : listsOf(document, catalogue, wanted.lists),
  };
}

/** A product number may stand by itself and in a link: that is still one number. */
function numbersOf({ product, places }: Sheet): readonly ProductNumber[] {
  const numbers = new Map<string, ProductNumber>();
  for (const [key, written] of product.ids) {
    const at = places.get(`product.ids.${key}`);
    const known = knownNumber(key, written);
    if (at === undefined || known === undefined) continue;
    const name = `${known.scheme} ${known.number}`;
    if (!numbers.has(name)) numbers.set(name, { ...known, written, at });
  }
  return [...numbers.values()];
}

function knownNumber(key: string, written: string): Pick<ProductNumber, 'scheme' | 'number'> | undefined {
  if (key === 'sscc')
    return identifierFault('sscc', written) === undefined ? { scheme: 'sscc', number: written } : undefined;
  const kind = GTIN_KEYS.get(key);
  const number = kind === undefined ? undefined : worldwideGtin(kind, written);
  return number === undefined ? undefined : { scheme: 'gtin', number };
}

const GTIN_KEYS: ReadonlyMap<string, 'gtin' | 'digitalLink'> = new Map([
  ['gtin', 'gtin'],
  ['digitalLink', 'digitalLink'],
  ['digital-link', 'digitalLink'],
]);

function endOf({ places, validUntil }: Sheet): readonly Ending[] {
  const at = places.get('validUntil');
  return validUntil === undefined || at === undefined ? [] : [{ of: 'sheet', validUntil, at }];
}

const assuredEnds = ({ answers }: Pick<Sheet, 'answers'>): readonly Ending[] =>
  writtenAnswers(answers.values()).flatMap(({ answer }): readonly Ending[] => {
    const validUntil = answer.assurance?.validUntil;
    return validUntil === undefined ? [] : [{ of: 'assurance', validUntil, at: answer.valueAt }];
  });

function listsOf(
  { answers }: Pick<Sheet, 'answers'>,
  catalogue: Catalogue,
  lists: ReadonlySet<string>,
): readonly ReliedList[] {
  return writtenAnswers(answers.values()).flatMap(({ answer }): readonly ReliedList[] => {
    const statement = catalogue.statements.get(answer.statement);
    if (statement === undefined || !saysSomething(statement, answer.value)) return [];
    const edition = answer.list === undefined ? statement.list : listEdition(answer.list);
    if (edition === undefined || !lists.has(edition.id)) return [];
    return [{ edition, statement: answer.statement, isNamed: answer.list !== undefined, at: answer.valueAt }];
  });
}

// What it means: a sheet and the bill it was made from lie side by side, and the sheet claims what the bill does
// not give, or is otherwise not what the bill gives.
// Why it matters: customers rely on the sheet; what its inputs do not support is not known.
// Instead: merge the bill again.

import {
  type Answer,
  type QuantityEntry,
  type QuantityValue,
  type Sheet,
  sheetName,
} from '../../core/model/sheet.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { isWithin } from '../../core/values/interval.ts';
import { saysNoMore } from '../../core/values/name-set.ts';
import { writtenAnswers } from '../answer-places.ts';

export interface Remade {
  readonly sheet: Sheet;
  /** What the bill gives now. */
  readonly made: Sheet;
  readonly bill: { readonly file: string; readonly at: Span | undefined };
  /** Whether both would be written the same. */
  readonly isSame: boolean;
}

export function compareWithBill(remade: Remade): readonly Finding[] {
  const { sheet, made, isSame } = remade;
  const isBold = (answer: Answer): boolean => {
    const given = made.answers.get(answer.statement);
    return claimsMore(answer.value, given?.value ?? 'unknown') || isUnmarked(answer, given);
  };
  const answers = writtenAnswers([...sheet.answers.values()].filter(isBold));
  const figures = [...sheet.quantities.values()].filter((entry) => isBolder(entry, made));
  const found = [
    ...answers.map(({ answer, statements }) =>
      boldAnswer(remade, mostTelling(sheet, statements, answer), statements),
    ),
    ...figures.map((entry) => boldFigure(remade, entry)),
    ...boldComposition(remade),
  ];
  return found.length > 0 || isSame ? found : [outOfDate(remade)];
}

/** A claim that is not given; silence and `unknown` claim nothing, and `not-applicable` is the maker's own word. */
const claimsMore = (claimed: Answer['value'], given: Answer['value']): boolean =>
  (claimed === 'true' || claimed === 'false') && claimed !== given;

/** What holds only by conventions claims more where it does not say so of every one. */
function isUnmarked({ value, basis, conventions = [] }: Answer, given: Answer | undefined): boolean {
  if (given?.basis !== 'convention' || (value !== 'true' && value !== 'false')) return false;
  return basis !== 'convention' || given.conventions?.every((id) => conventions.includes(id)) !== true;
}

/** Of a group answered as one, the band that is true says it. */
const mostTelling = (sheet: Sheet, statements: readonly string[], otherwise: Answer): Answer =>
  statements.map((id) => sheet.answers.get(id)).find((each) => each?.value === 'true') ?? otherwise;

/** A range claims more where it leaves out what the bill leaves possible. */
function isBolder({ quantity, value }: QuantityEntry, made: Sheet): boolean {
  const given: QuantityValue | undefined = made.quantities.get(quantity)?.value;
  if (given === undefined) return true;
  if (value.kind === 'name' || given.kind === 'name')
    return (
      value.kind !== given.kind ||
      (value.kind === 'name' && given.kind === 'name' && value.name !== given.name)
    );
  if (value.kind === 'names' || given.kind === 'names')
    return !(value.kind === 'names' && given.kind === 'names' && saysNoMore(value.names, given.names));
  return !isWithin(given.range, value.range);
}

const placesOf = ({ bill }: Remade): Finding['related'] =>
  bill.at === undefined ? [] : [{ at: bill.at, label: 'the bill of this sheet' }];

function boldAnswer(remade: Remade, answer: Answer, statements: readonly string[]): Finding {
  const { sheet, made, bill } = remade;
  const { value: given = 'unknown', conventions = [] } = made.answers.get(answer.statement) ?? {};
  const only = isUnmarked(answer, made.answers.get(answer.statement))
    ? ` only by ${conventions.map((id) => `\`${id}\``).join(' and ')}`
    : '';
  return finding(
    'sheet/claims-more',
    `\`${answer.statement}\` is answered ${answer.value}, where \`${bill.file}\` gives ${given}${only}`,
    {
      at: answer.valueAt,
      related: placesOf(remade),
      help: [
        'merge the bill again, and publish what it gives',
        'if the maker knows it all the same, answer it in the bill',
      ],
      data: {
        sheet: sheetName(sheet),
        bill: bill.file,
        statements: [...statements],
        found: answer.value,
        given,
      },
    },
  );
}

const boldFigure = (remade: Remade, { quantity, valueAt }: QuantityEntry): Finding =>
  finding('sheet/claims-more', `the figure of \`${quantity}\` says more than \`${remade.bill.file}\` gives`, {
    at: valueAt,
    related: placesOf(remade),
    help: ['merge the bill again with `--quantities`, and publish what it gives'],
    data: { sheet: sheetName(remade.sheet), bill: remade.bill.file, quantity },
  });

/** No merge writes one: every material it names is more than the bill gives. */
function boldComposition(remade: Remade): readonly Finding[] {
  const { sheet, bill } = remade;
  const { composition } = sheet;
  if (composition === undefined || composition.materials.length === 0) return [];
  return [
    finding('sheet/claims-more', `the sheet tells a composition, which \`${bill.file}\` does not give`, {
      at: composition.at,
      related: placesOf(remade),
      help: [
        'take the composition out of the merged sheet',
        'what the maker knows all the same can be told in the bill, as an answer or a figure',
      ],
      data: { sheet: sheetName(sheet), bill: bill.file, materials: composition.materials.length },
    }),
  ];
}

function outOfDate(remade: Remade): Finding {
  const { sheet, made, bill } = remade;
  return finding('sheet/out-of-date', `the sheet is not what \`${bill.file}\` gives now`, {
    at: sheet.places.get('id'),
    related: placesOf(remade),
    help: ['merge the bill again, under a new revision if the sheet has been sent'],
    data: { sheet: sheetName(sheet), bill: bill.file, differs: differencesOf(sheet, made) },
  });
}

/** The parts of the two that are not the same, by the keys of a sheet. */
function differencesOf(sheet: Sheet, made: Sheet): readonly string[] {
  const answersOf = ({ answers }: Sheet) =>
    [...answers.values()]
      .map(({ at: _, valueAt: __, ...each }) => each)
      .sort((a, b) => (a.statement < b.statement ? -1 : 1));
  const figuresOf = ({ quantities }: Sheet) =>
    [...quantities.values()]
      .map(({ quantity, value }) => ({ quantity, value }))
      .sort((a, b) => (a.quantity < b.quantity ? -1 : 1));
  const parts: Readonly<Record<string, readonly [unknown, unknown]>> = {
    catalogue: [sheet.catalogue, made.catalogue],
    issued: [sheet.issued, made.issued],
    validUntil: [sheet.validUntil, made.validUntil],
    product: [sheet.product.name, made.product.name],
    maker: [sheet.maker.name, made.maker.name],
    assurance: [sheet.assurance, made.assurance],
    answers: [answersOf(sheet), answersOf(made)],
    quantities: [figuresOf(sheet), figuresOf(made)],
    composition: [sheet.composition === undefined, made.composition === undefined],
    inputs: [sheet.inputs, made.inputs],
  };
  return Object.entries(parts).flatMap(([key, [a, b]]) => (textOf(a) === textOf(b) ? [] : [key]));
}

/** Figures are exact: their numbers are longer than JSON has them. */
const textOf = (part: unknown): string =>
  JSON.stringify(part, (_, value: unknown) => (typeof value === 'bigint' ? `${value}` : value)) ?? '';

// What it means: an answer that the sheet leaves open follows from the answers that it gives.
// Why it matters: readers who do not work it out take it for unknown; a merge works it out.
// Instead: give the answer, or look again at the answers that it follows from.

import { believe, type Claim } from '../core/algebra/believe.ts';
import { isOfComposition } from '../core/algebra/claims.ts';
import { smallestFailing, subjectsOfClaim, subjectsOfStatement, tiedTo } from '../core/algebra/conflict.ts';
import { truthIn } from '../core/algebra/knowledge.ts';
import type { Catalogue, Statement } from '../core/model/catalogue.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import { answerLine } from './answer-line.ts';
import type { Answered, SheetCheck } from './check.ts';
import { describeClaim, joinWords, placesOfClaims, workingsInWords } from './claim-words.ts';
import { readingOf } from './reading.ts';

type Told = Pick<Answered, 'answers' | 'quantities' | 'composition'>;

export const leftOpen: SheetCheck = {
  code: 'sheet/left-open',
  run: ({ sheet, catalogue }) => findLeftOpen(catalogue, sheet),
};

/** One finding per answer that follows from others; of a group, the band that must be the true one. */
export function findLeftOpen(catalogue: Catalogue, sheet: Told): readonly Finding[] {
  const { knowledge, claims } = readingOf(catalogue, sheet).reading;
  return [...catalogue.statements.values()].flatMap((statement) => {
    if (!isWorthTelling(catalogue, statement, sheet)) return [];
    const truth = truthIn(knowledge, catalogue, statement.id);
    const isTold = statement.group === undefined ? truth !== 'unknown' : truth === 'true';
    const found = isTold ? implied(catalogue, sheet, statement, truth === 'true', claims) : undefined;
    return found ?? [];
  });
}

/** What is derived is left out by everybody, unless only the composition decides it; of a group one true band says it all. */
function isWorthTelling(
  catalogue: Catalogue,
  { id, meaning, group }: Statement,
  { answers, quantities, composition }: Told,
): boolean {
  if (answers.has(id)) return false;
  if (group !== undefined) return !quantities.has(group);
  if (!('quantity' in meaning)) return meaning.kind === 'plain';
  const { quantity } = meaning;
  return composition !== undefined && !catalogue.groups.has(quantity) && !quantities.has(quantity);
}

function howToAnswer(
  catalogue: Catalogue,
  { answers }: Told,
  { id, group }: { readonly id: string; readonly group: string | undefined },
  is: boolean,
  source: string,
): string {
  const band = group === undefined ? undefined : { group, name: id.slice(group.length + 1) };
  const write = `write \`${answerLine(source, { id, is, band })}\``;
  const bands = catalogue.groups.get(group ?? '')?.bands ?? [];
  const isTable = source.toLowerCase().endsWith('.csv');
  return !isTable && bands.some(({ statement }) => answers.has(statement))
    ? `${write} instead of the answers to its single bands`
    : write;
}

/** What a product is designed for may be no question of this product: no battery in it can be replaced. */
const mayNotArise = (meaning: Statement['meaning']): boolean =>
  meaning.kind === 'plain' && meaning.rule.kind === 'assert-refutable';

/** Undefined for what others derive from answers as well. */
function implied(
  catalogue: Catalogue,
  sheet: Told,
  { id, group, meaning }: Statement,
  is: boolean,
  claims: readonly Claim[],
): Finding | undefined {
  const opposite: Claim = { key: id, kind: 'answer', statement: id, is: !is };
  const suffice = (some: readonly Claim[]): boolean => believe(catalogue, [...some, opposite]) === undefined;
  const tied = tiedTo(catalogue, subjectsOfStatement(catalogue, id));
  const near = claims.filter((claim) => subjectsOfClaim(catalogue, claim).some((each) => tied.has(each)));
  const direct = near.find((claim) => isOfComposition(claim) && suffice([claim]));
  const needed = direct === undefined ? smallestFailing(near, suffice) : [direct];
  const isDerived = 'quantity' in meaning && group === undefined;
  if (isDerived && suffice(near.filter((claim) => !isOfComposition(claim)))) return undefined;
  const [first, ...others] = placesOfClaims(catalogue, sheet, needed);
  const said = joinWords(needed.map((claim) => describeClaim(catalogue, claim)));
  const isLastBand =
    group !== undefined &&
    needed.every(
      (claim) => claim.kind === 'answer' && catalogue.statements.get(claim.statement)?.group === group,
    );
  const message = isLastBand
    ? `\`${id}\` is the only band of its group that is left`
    : `\`${id}\` is left open, but follows as ${is} from ${said}`;
  return finding('sheet/left-open', message, {
    ...(first === undefined ? {} : { at: first.at, label: 'it follows from this' }),
    related: others.map(({ at }) => ({ at, label: 'and from this' })),
    help: [
      howToAnswer(catalogue, sheet, { id, group }, is, first?.at.source ?? ''),
      ...(mayNotArise(meaning) && !is
        ? ['or `not-applicable`, where the question does not arise of the product']
        : []),
      ...workingsInWords(catalogue, sheet, needed),
    ],
    data: { statement: id, value: is, from: needed.map(({ key }) => key) },
  });
}

// What it means: an answer speaks of the header of its own sheet, and the header says otherwise.
// Why it matters: readers look in the header for what the answer promises, or find there what the answer denies.
// Instead: write into the header what the answer says, or correct the answer.

import { believe, type Claim } from '../core/algebra/believe.ts';
import { type Conflict, findConflict, subjectsOfClaim, tiedTo } from '../core/algebra/conflict.ts';
import type { Catalogue, Statement } from '../core/model/catalogue.ts';
import { type HeaderLink, type HeaderPath, standsIn } from '../core/model/header-link.ts';
import { constraintInWords } from '../core/questions/rule-words.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import { type Answered, placeOf, type SheetCheck } from './check.ts';
import { describeClaim, joinWords, placesOfClaims } from './claim-words.ts';
import { readingOf } from './reading.ts';

export const notAsStated: SheetCheck = {
  code: 'sheet/not-as-stated',
  *run({ sheet, catalogue }) {
    const told = toldBy(sheet, catalogue);
    const wrong = told.filter((each) => isDenied(each, sheet));
    for (const each of wrong) yield denied(each, sheet);
    const wrongKeys = new Set(wrong.map(({ statement }) => statement.id));
    const said = readingOf(catalogue, sheet).reading.claims.filter(({ key }) => !wrongKeys.has(key));
    for (const each of told) {
      const conflict = wrongKeys.has(each.statement.id) ? undefined : conflictWith(each, said, catalogue);
      if (conflict !== undefined) yield deniedByOthers(each, conflict, { sheet, catalogue });
    }
  },
};

/** What the header says of a statement, and by which of its places. */
interface Told {
  readonly statement: Statement;
  readonly is: boolean;
  /** Those that stand there and make it true, or those that are all missing. */
  readonly paths: readonly HeaderPath[];
}

const toldBy = (sheet: Answered, catalogue: Catalogue): readonly Told[] =>
  [...catalogue.statements.values()].flatMap((statement) => toldOf(statement, sheet));

function toldOf(statement: Statement, sheet: Answered): readonly Told[] {
  const link = statement.header;
  if (link === undefined) return [];
  const shown = link.shownBy.filter((path) => standsIn(sheet, path));
  if (shown.length > 0) return [{ statement, is: true, paths: shown }];
  return isWithout(link, sheet) ? [{ statement, is: false, paths: link.needs }] : [];
}

const isWithout = ({ needs }: HeaderLink, sheet: Answered): boolean =>
  needs.length > 0 && !needs.some((path) => standsIn(sheet, path));

/** Answers to other statements that what the header says cannot hold with. */
function conflictWith(
  { statement, is }: Told,
  said: readonly Claim[],
  catalogue: Catalogue,
): Conflict | undefined {
  const tied = tiedTo(catalogue, [statement.id]);
  const near = said.filter((claim) => subjectsOfClaim(catalogue, claim).some((id) => tied.has(id)));
  const header: Claim = { key: 'header', kind: 'answer', statement: statement.id, is };
  if (near.length === 0 || believe(catalogue, [...near, header]) !== undefined) return undefined;
  const conflict = findConflict(catalogue, [...near, header]);
  const claims = conflict?.claims.filter((claim) => claim !== header) ?? [];
  return conflict === undefined || claims.length === 0 ? undefined : { ...conflict, claims };
}

/** FALSE that claims nothing denies nothing. */
function isDenied({ statement, is }: Told, { answers }: Answered): boolean {
  const value = answers.get(statement.id)?.value;
  return is ? value === 'false' && statement.falseMeans === 'negation' : value === 'true';
}

function denied(told: Told, sheet: Answered): Finding {
  const { statement, is, paths } = told;
  const names = namesOf(paths);
  return finding('sheet/not-as-stated', `\`${statement.id}\` is ${!is}, but ${headerSays(told)}`, {
    at: sheet.answers.get(statement.id)?.valueAt,
    related: placesIn(sheet, told),
    help: [
      is
        ? `answer \`true\`, or take ${names} out if it does not belong there`
        : `write ${paths.length === 1 ? names : 'one of them'} into the header, or answer \`false\``,
    ],
    data: { statement: statement.id, value: !is, header: paths },
    discredits: [statement.id],
  });
}

function deniedByOthers(
  told: Told,
  { claims, constraints }: Conflict,
  { sheet, catalogue }: { readonly sheet: Answered; readonly catalogue: Catalogue },
): Finding {
  const said = joinWords(claims.map((claim) => describeClaim(catalogue, claim)));
  const [first, ...others] = placesOfClaims(catalogue, sheet, claims);
  const because = constraints.map(({ id }) => constraintInWords(catalogue, id)).join('; ');
  return finding('sheet/not-as-stated', `${said} cannot be so, since ${headerSays(told)}`, {
    ...(first === undefined ? {} : { at: first.at }),
    related: [...others, ...placesIn(sheet, told)],
    help: [
      `correct ${claims.length === 1 ? 'the answer' : 'one of the answers'}, or the header`,
      `\`${told.statement.id}\` is ${told.is} by the header${because === '' ? '' : `, and the catalogue says of every product: ${because}`}`,
    ],
    data: {
      statement: told.statement.id,
      value: told.is,
      header: told.paths,
      claims: claims.map(({ key }) => key),
      constraints: constraints.map(({ id }) => id),
    },
    discredits: claims.map(({ key }) => key),
  });
}

const namesOf = (paths: readonly HeaderPath[]): string => joinWords(paths.map((path) => `\`${path}\``));

function headerSays({ is, paths }: Told): string {
  if (is) return `${namesOf(paths)} ${paths.length === 1 ? 'stands' : 'stand'} in the header`;
  return paths.length === 1
    ? `the header has no ${namesOf(paths)}`
    : `the header has none of ${namesOf(paths)}`;
}

/** Where it stands, or the innermost part of the header that it is missing from. */
function placesIn(sheet: Answered, { is, paths }: Told): Finding['related'] {
  const places = paths.flatMap((path) => {
    const at = is ? placeOf(sheet, path) : holderOf(sheet, path);
    return at === undefined ? [] : [{ at, label: is ? 'it stands here' : `\`${path}\` is missing` }];
  });
  return places.filter(({ at }, index) => places.findIndex((other) => other.at === at) === index);
}

function holderOf(sheet: Answered, path: HeaderPath): ReturnType<typeof placeOf> {
  const keys = path.split('.');
  for (let length = keys.length; length > 0; length--) {
    const at = placeOf(sheet, keys.slice(0, length).join('.'));
    if (at !== undefined) return at;
  }
  return undefined;
}

// Whether every answer is possible: a statement that is never true or never false asks nothing, a band that holds no
// figure is never answered.

import { believe } from '../../core/algebra/believe.ts';
import { findConflict } from '../../core/algebra/conflict.ts';
import type { Catalogue, Statement } from '../../core/model/catalogue.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import { intersect } from '../../core/values/interval.ts';
import { type CatalogueCheck, type LintInput, placeOfEntry, relatedTo } from './check.ts';
import { fixedQuantities } from './fixed.ts';

export const settled: CatalogueCheck = function* (input) {
  const { catalogue } = input;
  if (believe(catalogue, []) === undefined) {
    yield impossible(input);
    return;
  }
  const fixed = fixedQuantities(catalogue);
  const isPossible = possibilities(catalogue);
  for (const statement of catalogue.statements.values()) {
    const { meaning } = statement;
    // A quantity with one value settles everything said of it: that is told once, of the quantity.
    if (meaning.kind === 'within' && fixed.has(meaning.quantity)) continue;
    const never = ([true, false] as const).find((is) => !isPossible(statement.id, is));
    if (never === undefined) continue;
    yield statement.group === undefined
      ? settledAs(input, statement, never)
      : emptyBand(input, statement, never);
  }
};

const claimThat = (statement: string, is: boolean) =>
  ({ key: statement, kind: 'answer', statement, is }) as const;

/** What follows from a possible answer is possible itself: so long ways of constraints are gone once, not from each end. */
function possibilities(catalogue: Catalogue): (id: string, is: boolean) => boolean {
  const possible = { true: new Set<string>(), false: new Set<string>() };
  return (id, is) => {
    if (possible[`${is}`].has(id)) return true;
    const known = believe(catalogue, [claimThat(id, is)]);
    for (const [each, truth] of known?.truths ?? []) if (truth !== 'unknown') possible[truth].add(each);
    return known !== undefined;
  };
}

const causesOf = ({ catalogue }: LintInput, id: string, is: boolean) =>
  findConflict(catalogue, [claimThat(id, is)])?.constraints ?? [];

function settledAs(input: LintInput, { id }: Statement, never: boolean): Finding {
  const because = causesOf(input, id, never);
  return finding('catalogue/settled', `\`${id}\` can never be ${never}`, {
    at: placeOfEntry(input, id),
    related: relatedTo(input, because),
    help: [
      because.length === 0
        ? 'change its limits or what it is derived from'
        : 'change one of the constraints, or leave the statement out',
    ],
    data: { statement: id, never, constraints: because.map((each) => each.id) },
  });
}

function emptyBand(input: LintInput, { id, group = '', meaning }: Statement, never: boolean): Finding {
  const because = causesOf(input, id, never);
  const quantity = input.catalogue.quantities.get(group);
  const isOutside =
    quantity !== undefined &&
    meaning.kind === 'within' &&
    intersect(meaning.range, quantity.domain) === undefined;
  const why = isOutside ? 'lies outside what it is measured in' : never ? 'can never hold' : 'always holds';
  const code = 'catalogue/unreachable-band';
  return finding(code, `band \`${id.slice(group.length + 1)}\` of \`${group}\` ${why}`, {
    at: input.placeOf('groups', group, 'ladder') ?? placeOfEntry(input, id),
    related: relatedTo(input, because),
    help: ['change the ladder, or the constraint that leaves no figure to the band'],
    data: { band: id, constraints: because.map((each) => each.id) },
  });
}

function impossible(input: LintInput): Finding {
  const because = findConflict(input.catalogue, [])?.constraints ?? [];
  const [first, ...others] = relatedTo(input, because);
  return finding('catalogue/settled', 'no product can meet all constraints', {
    at: first?.at ?? input.placeOf('constraints'),
    related: others.map(({ at }) => ({ at, label: 'together with this' })),
    help: ['change or remove one of them'],
    data: { constraints: because.map((each) => each.id) },
  });
}

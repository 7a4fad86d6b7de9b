// Whether the names a process gives mean something to it: what it conserves, whose share it states, which level its
// joint has. A name without effect would be a promise that nobody keeps.

import { subjectsOf } from '../algebra/subjects.ts';
import type { Process } from '../model/bill.ts';
import type { Catalogue, Effect } from '../model/catalogue.ts';
import { type Finding, finding } from '../text/finding.ts';
import { inOrder } from '../text/order.ts';
import { didYouMean, oneOf } from '../text/suggest.ts';
import { behaviourIn, behaviourKey, LOSES } from './rows.ts';

export function checkParameterNames(
  process: Process,
  effect: Effect,
  catalogue: Catalogue,
): readonly Finding[] {
  return [
    ...stray(process, 'conserves', process.conserves, conservable(catalogue)),
    ...stray(process, 'shares', process.shares.keys(), sharesOf(catalogue, effect.adds)),
    ...stray(process, 'freeOf', process.freeOf ?? [], losable(catalogue, effect)),
    ...stray(process, 'levels', process.levels.keys(), levelsIn(catalogue)),
  ];
}

/** Rule kinds, single subjects, and the mass itself. */
function conservable(catalogue: Catalogue): ReadonlySet<string> {
  const subjects = subjectsOf(catalogue);
  return new Set(['mass', ...subjects.map(behaviourKey), ...subjects.map((subject) => subject.id)]);
}

/** What a loss may take away, and a loss that is free of it does not. */
export function losable(catalogue: Catalogue, effect: Effect): ReadonlySet<string> {
  const lost = subjectsOf(catalogue).filter(
    (subject) => TOLD_BY_LOSSES.has(behaviourKey(subject)) && LOSES.has(behaviourIn(effect, subject)),
  );
  return new Set(lost.map(({ id }) => id));
}

const TOLD_BY_LOSSES: ReadonlySet<string> = new Set([
  'fraction',
  'fraction/content',
  'content',
  'all',
  'any',
  'set',
  'conc-article',
  'conc-homog',
]);

/** Fractions weighed by the quantity that the effect adds to. */
function sharesOf(catalogue: Catalogue, adds: string | undefined): ReadonlySet<string> {
  const weighed = [...catalogue.quantities.values()].filter(
    ({ rule }) => rule.kind === 'fraction' && rule.weight === adds,
  );
  return new Set(weighed.map(({ id }) => id));
}

function levelsIn(catalogue: Catalogue): ReadonlySet<string> {
  const levels = [...catalogue.quantities.values()].filter(({ rule }) => rule.kind === 'min-level');
  return new Set(levels.map(({ id }) => id));
}

function stray(
  process: Process,
  parameter: 'conserves' | 'freeOf' | 'shares' | 'levels',
  names: Iterable<string>,
  known: ReadonlySet<string>,
): readonly Finding[] {
  return [...names]
    .filter((name) => !known.has(name))
    .map((name) =>
      finding(
        'bill/process-parameter',
        `\`${name}\` means nothing under \`${parameter}\` of process \`${process.name}\``,
        {
          at: process.places.get(parameter) ?? process.at,
          help: [didYouMean(name, known) ?? instead(known)],
          data: { process: process.name, effect: process.effect, parameter, name },
        },
      ),
    );
}

const instead = (known: ReadonlySet<string>): string =>
  known.size === 0
    ? 'remove it: the catalogue has nothing that goes there'
    : `name ${oneOf(inOrder(known), 8)}`;

// What a report takes for granted, so that nobody reads more into it than it holds.

import type { Catalogue } from '../model/catalogue.ts';
import type { Sheet } from '../model/sheet.ts';
import { conventionsTaken } from './by-convention.ts';
import type { TraceView } from './view.ts';
import { listed, name } from './words.ts';

export function assumptionsOf(
  sheet: Sheet,
  catalogue: Catalogue,
  view: TraceView | undefined,
): readonly string[] {
  const agreed = conventionsTaken(sheet, catalogue, view?.trace.conventions ?? []);
  return [
    ...falseMeaning(catalogue),
    'An answer that is missing or open says neither TRUE nor FALSE',
    ...(sheet.inputs.length > 0 || view !== undefined ? merged(agreed.length > 0) : []),
    ...agreed,
    ...(view === undefined ? [] : viewed(view)),
  ];
}

/** `isAgreed`: some answers hold by a convention. */
const merged = (isAgreed: boolean): readonly string[] => [
  'What was verified of the inputs is not verified of the product: every merged answer is a claim of its maker',
  `An input without a sheet, or with one past its validity, counts as unknown: neither as FALSE nor as primary material${isAgreed ? ', but in answers that are marked as by convention' : ''}`,
];

function falseMeaning({ statements }: Catalogue): readonly string[] {
  const meanings = new Set([...statements.values()].map((statement) => statement.falseMeans));
  if (meanings.size > 1)
    return ['FALSE says that it is not so, except where the catalogue says that it only means not claimed'];
  return meanings.has('not-claimed')
    ? ['FALSE only means that it is not claimed: it does not say that it is not so']
    : ['FALSE says that it is not so'];
}

function viewed({ trace }: TraceView): readonly string[] {
  const aids = trace.inputs
    .filter((input) => input.state === 'not-contained')
    .map((input) => name(input.name));
  const perhaps = trace.inputs
    .filter(({ optional }) => optional === true)
    .map((input) => name(input.line ?? input.name));
  const mixed = trace.steps.filter(({ lots }) => lots === 'open').map(({ part }) => name(part));
  const inexact = trace.inputs.some(
    (input) =>
      input.state !== 'not-contained' &&
      input.share === undefined &&
      input.optional === undefined &&
      input.line === undefined,
  );
  const isLeft = trace.steps.some(
    (step) => step.input === undefined && step.process === undefined && step.lots === undefined,
  );
  const isWide = trace.answers.some((answer) => answer.minimal === false);
  return [
    ...(trace.processes.length === 0
      ? []
      : ['Masses, losses and processes are as the maker states them in the bill']),
    ...(aids.length === 0 ? [] : [`Nothing of ${listed(aids)} stays in the product, as the maker states`]),
    ...(perhaps.length === 0 ? [] : [`What is said holds with and without ${listed([...new Set(perhaps)])}`]),
    ...(mixed.length === 0
      ? []
      : [`What is said holds whichever source of ${listed(mixed)} is used, and for every mix of them`]),
    ...(inexact ? ['Where masses are ranges or unknown, every mass within them was allowed for'] : []),
    ...(isWide
      ? [
          'There are too many inputs to look for the least that every answer rests on: what is named is enough, but some of it may not be needed',
        ]
      : []),
    ...(isLeft ? ['Parts that no process joins count as put together in a way that is not said'] : []),
  ];
}

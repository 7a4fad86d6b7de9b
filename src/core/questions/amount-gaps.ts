// What keeps an answer open where every input says enough: masses and losses that are no single numbers.

import type { TraceInput } from '../model/trace.ts';
import { isExact } from '../values/interval.ts';
import { rangeInWords } from './figure-words.ts';
import { readMass } from './figures.ts';
import type { ExplainedGap } from './gap.ts';
import type { TraceView } from './view.ts';
import { name } from './words.ts';

const base = { path: [], isMerged: false, below: [] } as const;

/** Of subjects that mass weighs, in bill order: inputs first, then processes. */
export function amountGaps(
  { trace, subjects }: TraceView,
  asked: readonly string[],
): readonly ExplainedGap[] {
  if (!asked.some((id) => subjects.get(id)?.weight === 'mass')) return [];
  const masses = trace.inputs.flatMap((input): readonly ExplainedGap[] => {
    if (input.state === 'not-contained' || !isOpen(input.mass) || isLoose(input)) return [];
    return [
      {
        ...base,
        kind: 'mass',
        of: `input ${name(input.name)}`,
        inShort: 'mass not exact',
        inWords: `the mass of input ${name(input.name)} is ${inWords(input.mass)}`,
        closes: `write its exact mass, or a narrower range, under ${name('inputs')} in the bill`,
      },
    ];
  });
  const losses = trace.processes.flatMap(({ name: process, title, loses, says }): readonly ExplainedGap[] => {
    const gone = loses ?? says.find(({ parameter }) => parameter === 'removes')?.value;
    if (gone === undefined || !isOpen(gone)) return [];
    const verb = loses === undefined ? 'takes out' : 'loses';
    return [
      {
        ...base,
        kind: 'mass',
        of: `process ${name(process)}`,
        inShort: 'loss not exact',
        inWords: `what process ${name(process)} (${title}) ${verb} is ${inWords(gone)}`,
        closes: 'write the exact amount, or a narrower range, at the process in the bill',
      },
    ];
  });
  return [...masses, ...losses];
}

/** Whether it is there, or how much of its line it is, nobody says: its mass follows from that. */
const isLoose = ({ optional, line }: TraceInput): boolean => optional === true || line !== undefined;

function isOpen(mass: string): boolean {
  const range = readMass(mass);
  return range !== undefined && !isExact(range);
}

function inWords(mass: string): string {
  const range = readMass(mass);
  const told = range === undefined ? mass : rangeInWords(range, { kind: 'number', dimension: 'mass' });
  return told === 'any amount' ? 'not known' : told;
}

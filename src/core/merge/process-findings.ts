// What can be wrong with one process of a bill, whatever else the bill does.

import type { Process } from '../model/bill.ts';
import type { Catalogue, Effect } from '../model/catalogue.ts';
import { effectHints } from '../model/effect-words.ts';
import { type Finding, finding } from '../text/finding.ts';

/** Parts that go together into a process that joins nothing are joined, but nobody says how. */
export function joinsNothing(
  process: Process,
  from: readonly { readonly step: { readonly part: string } }[],
): Finding {
  const names = from.map(({ step }) => step.part);
  return finding(
    'bill/part-unused',
    `process \`${process.name}\` takes ${names.map((name) => `\`${name}\``).join(', ')} but joins nothing: they count as assembled`,
    {
      at: process.places.get('takes/0') ?? process.at,
      help: ['add a process before it that joins them, so that the kind of joint is known'],
      data: { process: process.name, parts: names },
    },
  );
}

/** What an effect makes of all that it takes would be said of parts that nobody meant. */
export function takesOne(process: Process, { id }: Effect): Finding {
  const [first = '', ...others] = process.takes;
  return finding(
    'bill/process-parameter',
    `process \`${process.name}\` takes ${process.takes.length} parts, but effect \`${id}\` takes one: all of it would count the same`,
    {
      at: process.places.get('takes/1') ?? process.at,
      help: [
        `take \`${first}\` alone, and ${others.map((name) => `\`${name}\``).join(', ')} in the process that joins them`,
        `or write a process with \`effect: ${id}\` for each part that it is done to`,
      ],
      data: { process: process.name, effect: id, parameter: 'takes' },
    },
  );
}

export function strayApplied(process: Process): readonly Finding[] {
  return (process.applied ?? [])
    .filter((name) => !process.takes.includes(name))
    .map((name) =>
      finding('bill/unknown-part', `process \`${process.name}\` applies \`${name}\` but does not take it`, {
        at: process.places.get('applied') ?? process.at,
        help: [`add \`${name}\` to \`takes\``],
        data: { process: process.name, part: name, known: [...process.takes] },
      }),
    );
}

export function unknownEffect(catalogue: Catalogue, process: Process): Finding {
  const known = [...catalogue.effects.keys()];
  return finding(
    'bill/unknown-effect',
    `\`${process.effect}\` is not an effect of catalogue \`${catalogue.id}/${catalogue.version}\``,
    {
      at: process.places.get('effect') ?? process.at,
      label: 'not a known effect',
      help: [
        ...effectHints(process.effect, catalogue),
        'run `loopsheet catalogue list` to see the effects',
        'for a process that no effect describes, write `effect: havoc` and name under `conserves` what it leaves as it is',
      ],
      data: { effect: process.effect, known },
    },
  );
}

/** A part is used up where it is taken. */
export function takenTwice(process: Process, taker: Process, name: string, at: Process['at']): Finding {
  return finding(
    'bill/part-taken-twice',
    `process \`${process.name}\` takes \`${name}\`, which \`${taker.name}\` has used up`,
    {
      at,
      related: [{ at: taker.at, label: `taken here, giving \`${taker.gives}\`` }],
      help: [`take \`${taker.gives}\` instead, or split \`${name}\` into two inputs`],
      data: { process: process.name, part: name, takenBy: taker.name },
    },
  );
}

/** Where parts or losses are not what was meant, an imbalance says nothing new. */
export const leavesMassOpen = ({ code, data }: Finding): boolean =>
  [
    'bill/unknown-part',
    'bill/part-taken-twice',
    'bill/part-lost',
    'bill/mass-negative',
    'bill/nothing-inside',
  ].includes(code) ||
  (code === 'bill/process-parameter' &&
    ['loses', 'yield', 'removes'].some((name) => name === data?.['parameter']));

/** Where a process is not what was meant, parts that it leaves over say nothing new. */
export const leavesPartsOpen = ({ code }: Finding): boolean =>
  ['bill/unknown-effect', 'bill/unknown-part', 'bill/part-taken-twice', 'bill/part-lost'].includes(code);

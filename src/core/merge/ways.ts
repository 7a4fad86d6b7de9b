// How long the ways through a bill are: steps from an input to the product, counted on through the bills that made
// inputs. Everything that walks a way takes its time and its room from the length, so there is a limit, far above
// what any product needs.

import type { Bill } from '../model/bill.ts';
import { type Finding, finding } from '../text/finding.ts';
import type { Span } from '../text/span.ts';

export const LONGEST_WAY = 500;

export interface Ways {
  /** Steps of the longest way. */
  readonly longest: number;
  readonly findings: readonly Finding[];
}

/** `behind`: the longest way through the bill that made an input, by input. */
export function measureWays(bill: Bill, behind: ReadonlyMap<string, number> = new Map()): Ways {
  const lengths = new Map<string, number>();
  const over: { readonly at: Span; readonly part: string }[] = [];
  const measure = (part: string, length: number, at: Span): void => {
    lengths.set(part, length);
    if (length > LONGEST_WAY) over.push({ at, part });
  };
  for (const { name, choice, originAt } of bill.inputs) {
    const length = (choice === undefined ? 1 : 2) + (behind.get(name) ?? 0);
    const part = choice?.part ?? name;
    measure(part, Math.max(length, lengths.get(part) ?? 0), originAt);
  }
  for (const { takes, gives, at } of bill.processes) {
    const length = 1 + takes.reduce((most, part) => Math.max(most, lengths.get(part) ?? 0), 0);
    for (const part of takes) lengths.delete(part);
    measure(gives, length, at);
  }
  const longest = [...lengths.values()].reduce((most, length) => Math.max(most, length), 0);
  const [first] = over;
  return { longest, findings: first === undefined ? [] : [tooLong(first.part, first.at)] };
}

const tooLong = (part: string, at: Span): Finding =>
  finding('bill/too-deep', `the way to part \`${part}\` is longer than ${LONGEST_WAY} steps`, {
    at,
    label: `step ${LONGEST_WAY + 1} of the way`,
    help: [
      'write processes that follow one another and have the same effect as one',
      'or merge the first part of the way by itself and name its sheet as an input',
    ],
    data: { part, limit: LONGEST_WAY },
  });

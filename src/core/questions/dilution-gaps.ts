// Where a coating or a glue counts into articles, what these contained before may be diluted: that keeps an answer
// open which the parts alone would give, and no supplier can close it alone.

import { writerFor } from '../values/amounts.ts';
import { isExact } from '../values/interval.ts';
import { readMass } from './figures.ts';
import type { Asked, ExplainedGap } from './gap.ts';
import { valueInWords, viewSubject } from './subject-view.ts';
import type { TraceView } from './view.ts';
import { listed, name } from './words.ts';

const joining: readonly string[] = ['absorb', 'pool'];

export function dilutionGaps(view: TraceView, { id, subjects }: Asked): readonly ExplainedGap[] {
  return subjects.flatMap((subject) => {
    const of = viewSubject(view, subject);
    if (of === undefined || of.subject.rule !== 'conc-article') return [];
    return of.subject.values.flatMap(({ behaviour = '', plainly, value }, index): readonly ExplainedGap[] => {
      const process = view.trace.processes[view.trace.steps[index]?.process ?? -1];
      if (plainly === undefined || process === undefined || !joining.includes(behaviour)) return [];
      const [before, after] = [valueInWords(of, plainly), valueInWords(of, value)];
      return [
        {
          kind: 'process',
          path: [],
          isMerged: false,
          below: [],
          of: `process ${name(process.name)}`,
          inShort: 'what it applies counts into the article, and may dilute it',
          inWords: `process ${name(process.name)} (${process.title}) takes ${amountsInto(view, index)}: what it applies counts into the article that it becomes part of, and may dilute what that contains (without it: ${before}; with it: ${after})`,
          closes: `work out the content of the article as it is then, and answer ${name(id)} under \`answers\` in the bill`,
        },
      ];
    });
  });
}

/** `107 g of `lead` and 3 g of `tin``. */
function amountsInto({ trace }: TraceView, index: number): string {
  const parts = (trace.steps[index]?.from ?? []).flatMap((before) => trace.steps[before] ?? []);
  return listed(
    parts.map(({ part, mass }) => {
      const range = readMass(mass);
      const known = range === undefined || !isExact(range) ? 'some' : writerFor('mass')(range.lo);
      return `${known} of ${name(part)}`;
    }),
  );
}

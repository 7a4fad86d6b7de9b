// What the bill says of a process beside what goes in, comes out and is used, as texts for the trace.

import type { Process } from '../model/bill.ts';
import { amountParameters, isAmount } from '../model/process-parameters.ts';
import type { TraceProcess } from '../model/trace.ts';
import { writeRange } from '../values/show.ts';

/** In the order of the parameters; what the bill leaves out is left out. */
export function processSays(process: Process): TraceProcess['says'] {
  const { generations, steadyState, conserves, freeOf = [] } = process;
  const ranges = Object.keys(amountParameters)
    .filter(isAmount)
    .flatMap((parameter) => {
      const range = process[parameter];
      return range === undefined
        ? []
        : [{ parameter, value: writeRange(range, amountParameters[parameter]) }];
    });
  return [
    ...ranges,
    ...(generations === undefined ? [] : [{ parameter: 'generations', value: String(generations) }]),
    ...(steadyState === undefined ? [] : [{ parameter: 'steadyState', value: String(steadyState) }]),
    ...[...conserves].map((value) => ({ parameter: 'conserves', value })),
    ...freeOf.map((value) => ({ parameter: 'freeOf', value })),
  ];
}

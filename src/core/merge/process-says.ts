// What the bill says of a process beside what goes in, comes out and is used, as texts for the trace.

import type { Process } from '../model/bill.ts';
import type { ProcessParameter } from '../model/process-parameters.ts';
import type { TraceProcess } from '../model/trace.ts';
import type { Dimension } from '../values/quantity.ts';
import { writeRange } from '../values/show.ts';

const amounts = {
  yield: 'share',
  returns: 'mass',
  removes: 'mass',
  eligible: 'mass',
  fuelShare: 'share',
  lossShare: 'share',
  cap: 'share',
  takenBack: 'share',
} as const satisfies { readonly [P in ProcessParameter]?: Dimension };

type Amount = keyof typeof amounts;

/** In the order of the parameters; what the bill leaves out is left out. */
export function processSays(process: Process): TraceProcess['says'] {
  const { generations, steadyState, conserves, freeOf = [] } = process;
  const ranges = (Object.keys(amounts) as Amount[]).flatMap((parameter) => {
    const range = process[parameter];
    return range === undefined ? [] : [{ parameter, value: writeRange(range, amounts[parameter]) }];
  });
  return [
    ...ranges,
    ...(generations === undefined ? [] : [{ parameter: 'generations', value: String(generations) }]),
    ...(steadyState === undefined ? [] : [{ parameter: 'steadyState', value: String(steadyState) }]),
    ...[...conserves].map((value) => ({ parameter: 'conserves', value })),
    ...freeOf.map((value) => ({ parameter: 'freeOf', value })),
  ];
}

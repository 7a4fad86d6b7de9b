// What a sheet rests on: the inputs with their sheets, down through all bills at hand; without a trace only what
// the sheet itself names.

import type { Sheet } from '../model/sheet.ts';
import type { TraceInput } from '../model/trace.ts';
import type { ReportInput } from './report-model.ts';
import type { TraceView } from './view.ts';

export function reportInputs(sheet: Sheet, view: TraceView | undefined): readonly ReportInput[] {
  if (view !== undefined) return inputsIn(view, [], new Set());
  return sheet.inputs.map(({ id, revision, sha256 }) => ({
    path: [],
    name: id,
    state: 'named',
    inWords: 'named by the sheet',
    sheet: { id, revision, sha256 },
  }));
}

/** What a bill is made of is told where it is met first. */
function inputsIn(view: TraceView, path: readonly string[], told: Set<TraceView>): readonly ReportInput[] {
  return view.trace.inputs.flatMap((input) => {
    const behind = view.behind.get(input.name);
    if (behind === undefined) return [inputRow(input, path, states[input.state])];
    if (told.has(behind)) return [inputRow(input, path, 'merged, from the same as above')];
    told.add(behind);
    return [inputRow(input, path, 'merged'), ...inputsIn(behind, [...path, input.name], told)];
  });
}

const states: Readonly<Record<TraceInput['state'], string>> = {
  used: 'used',
  missing: 'no sheet',
  expired: 'expired',
  'not-contained': 'not contained',
};

function inputRow(input: TraceInput, path: readonly string[], inWords: string): ReportInput {
  const { name, state, share, sheet } = input;
  const base = { path, name, state, inWords };
  const part = share === undefined ? {} : { share };
  if (sheet === undefined) return { ...base, ...part };
  const { id, revision, sha256, product, maker, validUntil, assurance } = sheet;
  return {
    ...base,
    ...part,
    sheet: { id, revision, sha256 },
    product,
    maker,
    ...(validUntil === undefined ? {} : { validUntil }),
    assurance,
  };
}

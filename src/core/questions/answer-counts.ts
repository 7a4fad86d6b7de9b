// How much of a catalogue a sheet answers: every statement one answer, every group of bands as well.

import type { Catalogue } from '../model/catalogue.ts';
import type { Sheet } from '../model/sheet.ts';
import { declaredBands } from './declared.ts';
import { groupOutcome } from './outcome.ts';

export function countAnswered(
  sheet: Sheet,
  catalogue: Catalogue,
): { readonly answered: number; readonly all: number } {
  const ids = new Set([...catalogue.statements.values()].map(({ id, group }) => group ?? id));
  return { answered: [...ids].filter((id) => isAnswered(sheet, id, catalogue)).length, all: ids.size };
}

function isAnswered(sheet: Sheet, id: string, catalogue: Catalogue): boolean {
  const group = catalogue.groups.get(id);
  if (group !== undefined) return groupOutcome(declaredBands(sheet, group)) !== 'open';
  return (sheet.answers.get(id)?.value ?? 'unknown') !== 'unknown';
}

// A trace made ready to be asked: everything by name, with the catalogue that says what the names mean.

import type { Catalogue, Group, Measure } from '../model/catalogue.ts';
import type { Trace, TraceAnswer, TraceInput, TraceSubject } from '../model/trace.ts';

export interface TraceView {
  readonly trace: Trace;
  readonly catalogue: Catalogue;
  readonly answers: ReadonlyMap<string, TraceAnswer>;
  readonly subjects: ReadonlyMap<string, TraceSubject>;
  readonly inputs: ReadonlyMap<string, TraceInput>;
}

export function viewTrace(trace: Trace, catalogue: Catalogue): TraceView {
  return {
    trace,
    catalogue,
    answers: new Map(trace.answers.map((answer) => [answer.statement, answer])),
    subjects: new Map(trace.subjects.map((subject) => [subject.id, subject])),
    inputs: new Map(trace.inputs.map((input) => [input.name, input])),
  };
}

/** The view of the bill that made an input, so long as its trace belongs to the very sheet that was used. */
export function viewBehind(view: TraceView, input: string): TraceView | undefined {
  const used = view.inputs.get(input);
  const nested = used?.trace;
  if (nested === undefined) return undefined;
  const { sha256 } = nested.sheet;
  if (sha256 !== undefined && sha256 !== used?.sheet?.sha256) return undefined;
  return viewTrace(nested, view.catalogue);
}

export const measureOf = (catalogue: Catalogue, id: string): Measure | undefined =>
  catalogue.quantities.get(id)?.measure;

/** The title of a statement, group or quantity; its id where the catalogue does not know it. */
export const titleOf = (catalogue: Catalogue, id: string): string =>
  catalogue.groups.get(id)?.title ??
  catalogue.statements.get(id)?.title ??
  catalogue.quantities.get(id)?.title ??
  id;

/** The answers to the bands of a group, in the order of the bands. */
export const bandAnswers = (view: TraceView, group: Group): readonly TraceAnswer[] =>
  group.bands.flatMap((band) => view.answers.get(band.statement) ?? []);

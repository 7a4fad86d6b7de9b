// A trace made ready to be asked: everything by name, with the catalogue that says what the names mean.

import type { Catalogue, Group, Measure } from '../model/catalogue.ts';
import type { Sheet } from '../model/sheet.ts';
import type { Trace, TraceAnswer, TraceInput, TraceSubject } from '../model/trace.ts';
import type { ExplainedPart } from './explained-part.ts';
import type { Explanation } from './explanation.ts';

export interface TraceView {
  readonly trace: Trace;
  readonly catalogue: Catalogue;
  /** The merged sheet itself, where it is at hand: it holds what the maker's own answers are based on. */
  readonly sheet?: Sheet;
  readonly answers: ReadonlyMap<string, TraceAnswer>;
  readonly subjects: ReadonlyMap<string, TraceSubject>;
  readonly inputs: ReadonlyMap<string, TraceInput>;
  /** The bills behind inputs, by input, so long as their traces belong to the very sheets that were used. */
  readonly behind: ReadonlyMap<string, TraceView>;
  /** Explanations already given: bands of one group rest on the same answers of the bills behind. */
  readonly given: Map<string, Explanation | undefined>;
  /** Trees of parts already made, by subject. */
  readonly trees: Map<string, ExplainedPart | undefined>;
}

/** A bill that is behind several inputs is viewed once. */
export const viewTrace = (trace: Trace, catalogue: Catalogue, sheet?: Sheet): TraceView =>
  viewAnew(trace, catalogue, new Map(), sheet);

function viewAnew(
  trace: Trace,
  catalogue: Catalogue,
  known: Map<Trace, TraceView>,
  sheet?: Sheet,
): TraceView {
  const view = {
    trace,
    catalogue,
    ...(sheet === undefined ? {} : { sheet }),
    answers: new Map(trace.answers.map((answer) => [answer.statement, answer])),
    subjects: new Map(trace.subjects.map((subject) => [subject.id, subject])),
    inputs: new Map(trace.inputs.map((input) => [input.name, input])),
    behind: new Map(trace.inputs.flatMap((input) => viewBehind(input, catalogue, known))),
    given: new Map(),
    trees: new Map(),
  };
  known.set(trace, view);
  return view;
}

function viewBehind(
  { name, sheet, trace }: TraceInput,
  catalogue: Catalogue,
  known: Map<Trace, TraceView>,
): readonly [string, TraceView][] {
  if (trace === undefined) return [];
  const { sha256 } = trace.sheet;
  if (sha256 !== undefined && sha256 !== sheet?.sha256) return [];
  return [[name, known.get(trace) ?? viewAnew(trace, catalogue, known)]];
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

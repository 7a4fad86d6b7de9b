// What each process changed on the way from inputs to product: statements it refuted or opened, figures it shifted.

import type { TraceProcess, TraceSubject } from '../model/trace.ts';
import { isIgnorance } from './ignorance.ts';
import type { Change, ProcessChange } from './report-model.ts';
import { type SubjectView, valueInWords, viewSubject } from './subject-view.ts';
import { type TraceView, titleOf } from './view.ts';

/** The processes of the product's own bill first, then those of the bills behind its inputs, each bill once. */
export function processChanges(
  view: TraceView,
  path: readonly string[] = [],
  told: Set<TraceView> = new Set(),
): readonly ProcessChange[] {
  told.add(view);
  const own = view.trace.processes.map((process, index) => processChange(view, process, index, path));
  const behind = view.trace.inputs.flatMap(({ name }) => {
    const below = view.behind.get(name);
    return below === undefined || told.has(below) ? [] : processChanges(below, [...path, name], told);
  });
  return [...own, ...behind];
}

function processChange(
  view: TraceView,
  process: TraceProcess,
  index: number,
  path: readonly string[],
): ProcessChange {
  const step = view.trace.steps.findIndex((each) => each.process === index);
  const { name, effect, title, loses, says } = process;
  return {
    path,
    name,
    effect,
    title,
    ...(loses === undefined ? {} : { loses }),
    says,
    changes: view.trace.subjects.flatMap((subject) => changeAt(view, subject, step) ?? []),
  };
}

function changeAt(view: TraceView, subject: TraceSubject, step: number): Change | undefined {
  const value = subject.values[step];
  const of = viewSubject(view, subject.id);
  if (value?.plainly === undefined || of === undefined) return undefined;
  const words = { before: shortly(of, value.plainly), after: shortly(of, value.value) };
  return {
    id: subject.id,
    title: titleOf(view.catalogue, subject.id),
    part: view.trace.steps[step]?.part ?? '',
    kind: kindOf(value.value, words.after),
    ...words,
  };
}

const shortly = (of: SubjectView, value: string): string =>
  isIgnorance(of, value) ? 'not known' : valueInWords(of, value);

function kindOf(after: string, inWords: string): Change['kind'] {
  if (after === 'false') return 'refuted';
  return after === 'unknown' || inWords === 'unknown' || inWords === 'not known' ? 'opened' : 'shifted';
}

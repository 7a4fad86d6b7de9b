// One subject of a trace with all that is needed to read its figures and to say them in words.

import type { Group, Measure } from '../model/catalogue.ts';
import type { TraceSubject } from '../model/trace.ts';
import { figureInWords } from './figure-words.ts';
import { readFigure } from './figures.ts';
import { listInWords } from './name-words.ts';
import { measureOf, type TraceView } from './view.ts';

export interface SubjectView {
  readonly view: TraceView;
  readonly subject: TraceSubject;
  readonly measure: Measure | undefined;
  readonly group: Group | undefined;
  /** Where another quantity than mass weighs the shares. */
  readonly weight: { readonly subject: TraceSubject; readonly measure: Measure } | undefined;
}

export function viewSubject(view: TraceView, id: string): SubjectView | undefined {
  const subject = view.subjects.get(id);
  if (subject === undefined) return undefined;
  const weighing = view.subjects.get(subject.weight ?? '');
  const weighingMeasure = weighing === undefined ? undefined : measureOf(view.catalogue, weighing.id);
  return {
    view,
    subject,
    measure: measureOf(view.catalogue, id),
    group: view.catalogue.groups.get(id),
    weight:
      weighing === undefined || weighingMeasure === undefined
        ? undefined
        : { subject: weighing, measure: weighingMeasure },
  };
}

const truths: Readonly<Record<string, string>> = { true: 'TRUE', false: 'FALSE', unknown: 'unknown' };

/** Of an assertion, a part or a joint can only say whether anything stands against it. */
const standings: Readonly<Record<string, string>> = {
  true: 'nothing speaks against it',
  false: 'does not hold',
  unknown: 'cannot be said',
};

export function valueInWords({ subject, measure, group }: SubjectView, value: string): string {
  if (measure === undefined)
    return (subject.rule === 'assert-refutable' ? standings : truths)[value] ?? value;
  if (measure.kind === 'names') return listInWords(value, measure);
  const region = readFigure(value, measure);
  if (region !== undefined) return figureInWords(region, measure, group);
  return value === 'nothing' ? 'no figure' : value;
}

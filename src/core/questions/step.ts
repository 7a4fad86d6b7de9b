// One step of the way from inputs to product, with all that its arithmetic is read off.

import type { Behaviour } from '../model/catalogue.ts';
import type { TraceProcess } from '../model/trace.ts';
import type { Interval } from '../values/interval.ts';
import { hullOf } from '../values/region.ts';
import type { ExplainedPart } from './explained-part.ts';
import { readFigure } from './figures.ts';
import type { SubjectView } from './subject-view.ts';

export interface Step {
  readonly of: SubjectView;
  readonly behaviour: Behaviour | undefined;
  readonly value: string;
  readonly mass: string;
  readonly process: TraceProcess | undefined;
  readonly parts: readonly ExplainedPart[];
}

export function hullIn(of: SubjectView, text: string): Interval | undefined {
  const region = text === 'unknown' ? readFigure('[0 %, 100 %]', of.measure) : readFigure(text, of.measure);
  return region === undefined ? undefined : hullOf(region);
}

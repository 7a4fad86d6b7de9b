// One part on the way from inputs to product, as an explanation shows it.

import type { Behaviour } from '../model/catalogue.ts';
import type { TraceInput, TraceProcess } from '../model/trace.ts';
import type { Interval } from '../values/interval.ts';
import { readFigure, readMass } from './figures.ts';
import type { SubjectView } from './subject-view.ts';

export interface ExplainedPart {
  /** `rest`: parts left over at the end; `lots`: sources of one line; `own-use`: what the process itself uses. */
  readonly kind: 'input' | 'process' | 'rest' | 'lots' | 'own-use';
  /** Whether the shares of the sources are fixed. */
  readonly lots?: 'fixed' | 'open';
  readonly part: string;
  readonly mass?: string;
  /** What weighs it, where that is not its mass. */
  readonly weight?: { readonly value: string; readonly inWords: string };
  /** Its share of what weighs in the part it goes into: a rational in [0, 1] as text. */
  readonly share?: string;
  readonly value: string;
  readonly inWords: string;
  /** What plain combination would have given. */
  readonly before?: { readonly value: string; readonly inWords: string };
  readonly process?: TraceProcess;
  /** What the process did to the subject. */
  readonly behaviour?: Behaviour;
  readonly input?: Omit<TraceInput, 'trace'>;
  /** The arithmetic of the step, in sentences; empty where there is none or it cannot be shown exactly. */
  readonly workings: readonly string[];
  readonly parts: readonly ExplainedPart[];
  /** Where the input was made by a bill of its own: the way it came about. */
  readonly made?: ExplainedPart;
  /** How many inputs stand below. */
  readonly inputs: number;
}

/** What weighs a part, as far as it can be read. */
export function weightOf(of: SubjectView, part: ExplainedPart): Interval | undefined {
  if (of.subject.rule !== 'fraction' || of.subject.weight === 'mass') {
    return part.mass === undefined ? undefined : readMass(part.mass);
  }
  const region = part.weight === undefined ? undefined : readFigure(part.weight.value, of.weight?.measure);
  return region?.length === 1 ? region[0] : undefined;
}

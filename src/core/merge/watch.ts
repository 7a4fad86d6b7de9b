// One subject under watch: when an input says something else, or a process falls silent, only the steps on the way
// from there to the product are evaluated again.

import type { Kind, Known, Line, Subject } from '../algebra/kind.ts';
import { withKind } from '../algebra/kinds/index.ts';
import type { Process } from '../model/bill.ts';
import type { Rule } from '../model/catalogue.ts';
import { balancePlan } from './balance.ts';
import { behave, behaviourOf, heardOf, readPart, type Told } from './fold.ts';
import type { PlanStep } from './plan.ts';

export interface Watch {
  forgetInput(name: string): void;
  forgetProcess(process: Process): void;
  known(): Known;
}

/** How much has been evaluated, in lines combined: a measure that does not depend on the machine. */
export interface Meter {
  spent: number;
}

interface Place<V> {
  readonly step: PlanStep;
  readonly above: Place<V> | undefined;
  readonly from: readonly Place<V>[];
  evaluated: { readonly value: V } | undefined;
}

/** What evaluating asks, and where it is counted. */
interface Bearings {
  readonly told: Told;
  readonly meter: Meter;
}

/** Watch the subject; `told` is asked anew for whatever has been forgotten. */
export function watchSubject(root: PlanStep, subject: Subject, told: Told, meter: Meter): Watch {
  return withKind(subject, <R extends Rule, V>(kind: Kind<R, V>, typed: Subject<R>): Watch => {
    const inputs = new Map<string, Place<V>>();
    const processes = new Map<Process, Place<V>>();
    const product = layOut<V>(balancePlan(root, subject), undefined, (place) => {
      if (place.step.kind === 'input') inputs.set(place.step.input.name, place);
      else if (place.step.process !== undefined) processes.set(place.step.process, place);
    });
    return {
      forgetInput: (name) => forget(inputs.get(name)),
      forgetProcess: (process) => forget(processes.get(process)),
      known: () => kind.known(valueAt(product, kind, typed, { told, meter }), typed),
    };
  });
}

function layOut<V>(step: PlanStep, above: Place<V> | undefined, note: (place: Place<V>) => void): Place<V> {
  const from: Place<V>[] = [];
  const place: Place<V> = { step, above, from, evaluated: undefined };
  if (step.kind === 'process') for (const part of step.from) from.push(layOut(part.step, place, note));
  note(place);
  return place;
}

/** What is forgotten above a place was forgotten before, so the way up may end there. */
function forget<V>(place: Place<V> | undefined): void {
  for (let at = place; at?.evaluated !== undefined; at = at.above) at.evaluated = undefined;
}

function valueAt<R extends Rule, V>(
  place: Place<V>,
  kind: Kind<R, V>,
  subject: Subject<R>,
  bearings: Bearings,
): V {
  if (place.evaluated !== undefined) return place.evaluated.value;
  const value = evaluatePlace(place, kind, subject, bearings);
  place.evaluated = { value };
  return value;
}

function evaluatePlace<R extends Rule, V>(
  place: Place<V>,
  kind: Kind<R, V>,
  subject: Subject<R>,
  bearings: Bearings,
): V {
  const { step, from } = place;
  const { told, meter } = bearings;
  meter.spent += 1 + from.length;
  if (step.kind === 'input') return readPart(step, kind, subject, told);
  const lines = from.map(
    (part, index): Line<V> => ({
      value: valueAt(part, kind, subject, bearings),
      mass: part.step.mass,
      applied: step.from[index]?.applied ?? false,
    }),
  );
  const heard = heardOf(step, told);
  return behave(behaviourOf(heard, subject), heard, lines, kind, subject, told);
}

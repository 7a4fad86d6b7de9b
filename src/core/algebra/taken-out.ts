// What is known of a part after something was taken out of it that nobody has identified, and other parts were put in
// instead. What is applied is put in; all else is what something is taken out of.

import { type Interval, isNothing, leftOf } from '../values/interval.ts';
import type { Line, Step } from './kind.ts';

/** The lines of the step with what is known of what stays of each. */
export function staying<V>({ lines, loss }: Step<V>, weaken: (value: V) => V): readonly Line<V>[] {
  if (isNothing(loss)) return lines;
  const isOne = lines.filter(({ applied }) => !applied).length === 1;
  // Of several parts nobody knows which one it is taken out of.
  const left = (mass: Interval): Interval =>
    isOne ? leftOf(mass, loss) : { ...leftOf(mass, loss), hi: mass.hi, hiOpen: mass.hiOpen };
  return lines.map((line) =>
    line.applied ? line : { ...line, value: weaken(line.value), mass: left(line.mass) },
  );
}

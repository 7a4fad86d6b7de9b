// What a view rests on at the moment: claims and process facts that are laid, under some of the constraints.

import type { Claim } from '../algebra/believe.ts';
import type { Leaf } from '../algebra/kind.ts';
import type { Process } from '../model/bill.ts';
import type { Constraint } from '../model/constraint.ts';
import { type Case, leafOn } from './evaluate.ts';
import type { Told } from './fold.ts';
import type { Ground } from './grounds.ts';
import { type Learn, type Listener, listenTo } from './listener.ts';
import type { Constraints } from './under-constraints.ts';

export interface Laid {
  readonly told: Told;
  readonly own: ReadonlySet<Claim>;
  readonly grounds: ReadonlySet<Ground>;
  given(): Constraints;
  change(ground: Ground, isLaid: boolean): void;
  /** Go on under these constraints alone. */
  confine(next: Constraints): void;
  /** The constraints that had a part in what the inputs say. */
  used(): readonly Constraint[];
}

/** Told of what is to be evaluated again. */
export interface Forget {
  forgetInput(name: string): void;
  forgetProcess(process: Process): void;
}

/** Nothing is laid at first. */
export function layNothing(c: Case, learn: Learn, constraints: Constraints, forget: Forget): Laid {
  let given = constraints;
  const grounds = new Set<Ground>();
  const own = new Set<Claim>();
  const speaking = new Set<Process>();
  const inputs = new Map<string, Listener<Leaf>>();
  const inputNamed = (name: string): Listener<Leaf> => {
    const listener = inputs.get(name) ?? listenTo(learn, (knowledge) => leafOn(c, name, knowledge));
    inputs.set(name, listener);
    return listener;
  };
  return {
    told: {
      isSilent: (process) => process !== undefined && !speaking.has(process),
      leafOf: (input) => inputNamed(input).heard(given),
    },
    own,
    grounds,
    given: () => given,
    change(ground, isLaid) {
      put(grounds, ground, isLaid);
      if (ground.kind === 'own') put(own, ground.claim, isLaid);
      else if (ground.kind === 'process') {
        put(speaking, ground.process, isLaid);
        forget.forgetProcess(ground.process);
      } else {
        inputNamed(ground.input).change(ground.claim, isLaid);
        forget.forgetInput(ground.input);
      }
    },
    confine(next) {
      if (next === given) return;
      for (const [name, { heard }] of inputs) if (heard(given) !== heard(next)) forget.forgetInput(name);
      given = next;
    },
    used: () => [...inputs.values()].flatMap((input) => [...input.used(given)]),
  };
}

function put<T>(set: Set<T>, element: T, isIn: boolean): void {
  if (isIn) set.add(element);
  else set.delete(element);
}

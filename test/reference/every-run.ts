// Trying every choice: a computation that asks `choose` for each thing it does not know is run once per combination
// of choices. Enumeration instead of reasoning.

export type Choose = <T>(options: readonly T[]) => T;

/** Thrown by a run whose choices cannot be together. */
export const impossible = Symbol('impossible');

/** Thrown when corners do not tell the answer, or are more than anybody wants to wait for. */
export const unanswered = Symbol('unanswered');

/** How many combinations are tried at most. */
const mostRuns = 700;

export function everyRun<T>(run: (choose: Choose) => T): readonly T[] {
  const tape: { taken: number; readonly of: number }[] = [];
  const results: T[] = [];
  for (let runs = 0; runs === 0 || tape.length > 0; runs += 1) {
    if (runs >= mostRuns) throw unanswered;
    let position = 0;
    const choose: Choose = (options) => {
      if (options.length === 0) throw impossible;
      const entry = tape[position] ?? { taken: 0, of: options.length };
      if (position === tape.length) tape.push(entry);
      position += 1;
      return options[entry.taken] as (typeof options)[number];
    };
    try {
      results.push(run(choose));
    } catch (reason) {
      if (reason !== impossible) throw reason;
    }
    turn(tape);
  }
  return results;
}

/** Move to the next combination: the last choice that has options left takes its next one. */
function turn(tape: { taken: number; readonly of: number }[]): void {
  for (let last = tape.at(-1); last !== undefined; last = tape.at(-1)) {
    last.taken += 1;
    if (last.taken < last.of) return;
    tape.pop();
  }
}

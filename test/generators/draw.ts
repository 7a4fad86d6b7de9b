// Drawing at random, one decision at a time, from a tape of numbers. fast-check makes the tape, so it can replay it
// from a seed and make it smaller; a tape that has run out gives the plainest choice.

import fc from 'fast-check';

export interface Draw {
  /** A whole number, both ends included. */
  readonly integer: (least: number, most: number) => number;
  readonly pick: <T>(options: readonly T[]) => T;
  /** True in so many cases of a hundred. */
  readonly chance: (percent: number) => boolean;
  /** Each of the options or not. */
  readonly some: <T>(options: readonly T[], percent?: number) => readonly T[];
  readonly shuffle: <T>(options: readonly T[]) => readonly T[];
}

const tapeLength = 1200;

function drawFrom(tape: Uint16Array): Draw {
  let position = 0;
  const integer = (least: number, most: number): number => {
    const next = tape[position] ?? 0;
    position += 1;
    return least + Math.floor((next * (most - least + 1)) / 0x10000);
  };
  const pick = <T>(options: readonly T[]): T => options[integer(0, options.length - 1)] as T;
  // Shrinking goes to 0, which is the plain case: nothing special happens.
  const chance = (percent: number): boolean => integer(0, 99) >= 100 - percent;
  const some = <T>(options: readonly T[], percent = 50): readonly T[] =>
    options.filter(() => chance(percent));
  const shuffle = <T>(options: readonly T[]): readonly T[] => {
    const left = [...options];
    return options.map(() => left.splice(integer(0, left.length - 1), 1)[0] as T);
  };
  return { integer, pick, chance, some, shuffle };
}

const tapes = fc.uint16Array({ minLength: tapeLength, maxLength: tapeLength, size: 'max' });

/** Whatever can be made by drawing. */
export const drawn = <T>(make: (draw: Draw) => T): fc.Arbitrary<T> =>
  tapes.map((tape) => make(drawFrom(tape)));

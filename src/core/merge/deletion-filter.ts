// A smallest set of grounds that still decides, by leaving some out at a time and laying them back where they were
// needed. Pieces halve from pass to pass, so a few needed among many are found in few tries.

/** What the search works on: everything is laid at first. */
export interface Bench<T> {
  lift(some: readonly T[]): void;
  layBack(some: readonly T[]): void;
  suffices(): boolean;
  /** Once true, nothing more is tried. */
  isTired(): boolean;
}

export interface Kept<T> {
  readonly kept: readonly T[];
  /** False where the search was given up: then some of what is kept may not be needed. */
  readonly minimal: boolean;
}

/** `all` is laid, and suffices. What is kept is laid in the end, and suffices as well. */
export function dropNeedless<T>(all: readonly T[], bench: Bench<T>): Kept<T> {
  let kept = all;
  for (let size = Math.max(1, Math.floor(all.length / 2)); ; size = Math.max(1, Math.floor(size / 2))) {
    const { kept: next, minimal } = dropPieces(kept, size, bench);
    kept = next;
    if (!minimal || size === 1) return { kept, minimal };
  }
}

function dropPieces<T>(all: readonly T[], size: number, bench: Bench<T>): Kept<T> {
  const kept: T[] = [];
  for (let start = 0; start < all.length; start += size) {
    if (bench.isTired()) return { kept: [...kept, ...all.slice(start)], minimal: false };
    const piece = all.slice(start, start + size);
    bench.lift(piece);
    if (bench.suffices()) continue;
    bench.layBack(piece);
    for (const each of piece) kept.push(each);
  }
  return { kept, minimal: true };
}

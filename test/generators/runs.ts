// How often each property is tried. LOOPSHEET_RUNS=20 tries everything twenty times as often; LOOPSHEET_SEED brings a
// failure back.

import fc from 'fast-check';

const times = Number(process.env['LOOPSHEET_RUNS'] ?? '1');
const seed = process.env['LOOPSHEET_SEED'];

export const runs = (count: number): number => Math.max(1, Math.round(count * times));

/** Check a property on so many cases; a failure names its seed and shows the smallest case found. */
export function holds<T>(
  count: number,
  arbitrary: fc.Arbitrary<T>,
  property: (value: T) => void,
  describe: (value: T) => string = () => '',
): void {
  const details = fc.check(
    fc.property(arbitrary, (value) => {
      property(value);
    }),
    {
      numRuns: runs(count),
      ...(seed === undefined ? {} : { seed: Number(seed) }),
    },
  );
  if (!details.failed) return;
  const [smallest] = details.counterexample ?? [];
  const shown = smallest === undefined ? '' : describe(smallest);
  const cause = details.errorInstance;
  const message = cause instanceof Error ? cause.message : String(cause);
  throw new Error(
    `LOOPSHEET_SEED=${details.seed} brings this back (run ${details.numRuns}):\n${message}\n${shown}`,
    { cause },
  );
}

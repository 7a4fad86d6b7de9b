// Bills that lead back to one of themselves, told as the way round.

import { type Finding, finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';

/** `round`: each bill once. `at`: the input that leads on to what comes round again. */
export function billCycle(round: readonly string[], at: Span | undefined): Finding {
  const names = [...round, ...round.slice(0, 1)];
  return finding(
    'bill/cycle',
    `the bill contains itself: ${names.map((name) => `\`${name}\``).join(' -> ')}`,
    {
      at,
      label: 'leads back',
      help: ['name the sheet of this input instead, or take the input out of one of these bills'],
      data: { cycle: names },
    },
  );
}

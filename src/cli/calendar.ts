// The day that validity is judged on: as asked for, else as the environment says, else today.

import { type DateText, isDate } from '../core/values/date.ts';
import type { Context } from './context.ts';

export type Day = { readonly day: DateText } | { readonly refusal: string; readonly help: string };

const EPOCH = 'SOURCE_DATE_EPOCH';

export function dayFor({ env, today }: Context, asOf: string | undefined): Day {
  if (asOf !== undefined) {
    if (isDate(asOf)) return { day: asOf };
    return { refusal: `\`${asOf}\` is not a date`, help: 'write it as 2026-05-04' };
  }
  const epoch = env[EPOCH] ?? '';
  if (epoch === '') return { day: today };
  const day = dayAt(epoch);
  if (day !== undefined) return { day };
  return {
    refusal: `\`${EPOCH}\` is \`${epoch}\`, which is not a number of seconds since 1970 up to the year 9999`,
    help: `set it like \`${EPOCH}=1767225600\`, or unset it; \`--as-of\` overrules it`,
  };
}

/** By that variable runs are made repeatable: whole seconds since 1970, and nothing else. */
function dayAt(epoch: string): DateText | undefined {
  if (!/^\d{1,12}$/.test(epoch)) return undefined;
  const day = new Date(Number(epoch) * 1000).toISOString().slice(0, 10);
  return isDate(day) ? day : undefined;
}

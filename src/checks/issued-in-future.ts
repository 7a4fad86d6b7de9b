// What it means: the day of issue is still to come.
// Why it matters: either the date is mistyped, or the sheet is a draft that somebody sent too early.
// Instead: correct the date, or use the sheet from that day on.

import { finding } from '../core/text/finding.ts';
import { type HeaderCheck, placeOf } from './check.ts';

export const issuedInFuture: HeaderCheck = {
  code: 'sheet/issued-in-future',
  *run({ document, today }) {
    const { issued } = document;
    if (issued <= today) return;
    yield finding('sheet/issued-in-future', `the sheet is dated ${issued}, which is after ${today}`, {
      at: placeOf(document, 'issued'),
      help: ['correct `issued`, or check as of a later day with `--as-of`'],
      data: { issued, today },
    });
  },
};

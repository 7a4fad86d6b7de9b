// What it means: the sheet ends before it begins.
// Why it matters: there is no day on which it counts, so one of the two dates is mistyped.
// Instead: correct the date that is wrong.

import { finding } from '../core/text/finding.ts';
import { type HeaderCheck, placeOf } from './check.ts';

export const issuedAfterValid: HeaderCheck = {
  code: 'sheet/issued-after-valid',
  *run({ document }) {
    const { issued, validUntil } = document;
    if (validUntil === undefined || issued <= validUntil) return;
    const end = placeOf(document, 'validUntil');
    yield finding(
      'sheet/issued-after-valid',
      `the sheet is issued on ${issued} but valid only until ${validUntil}`,
      {
        at: placeOf(document, 'issued'),
        related: end === undefined ? [] : [{ at: end, label: 'valid until here' }],
        help: [`set \`issued\` to ${validUntil} or earlier, or \`validUntil\` to ${issued} or later`],
        data: { issued, validUntil },
      },
    );
  },
};

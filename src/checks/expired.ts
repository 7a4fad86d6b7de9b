// What it means: the sheet says itself until when it counts, and that day has passed.
// Why it matters: materials, lists and suppliers change; nobody answers for the sheet any more.
// Instead: ask the maker for a newer revision.

import { finding } from '../core/text/finding.ts';
import { type HeaderCheck, placeOf } from './check.ts';

export const expired: HeaderCheck = {
  code: 'sheet/expired',
  *run({ document, today }) {
    const { validUntil, maker } = document;
    if (validUntil === undefined || validUntil >= today) return;
    yield finding('sheet/expired', `the sheet was valid until ${validUntil}`, {
      at: placeOf(document, 'validUntil'),
      label: `${today} is later`,
      help: [
        `ask \`${maker.name}\` for a newer revision`,
        'if the sheet is yours, review it and set a later `validUntil`',
      ],
      data: { validUntil, today },
    });
  },
};

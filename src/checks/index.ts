// Every check there is, in the order in which it runs. A new check is a file beside this one and a line here.

import type { Catalogue } from '../core/model/catalogue.ts';
import type { Finding } from '../core/text/finding.ts';
import type { DateText } from '../core/values/date.ts';
import { badIdentifier } from './bad-identifier.ts';
import type { Answered, Headed, HeaderCheck, SheetCheck, SheetInput } from './check.ts';
import { hiddenAboveLimit, repeatedMaterial, sharesAboveWhole } from './composition.ts';
import { contentAboveMass } from './content-above-mass.ts';
import { findContradictions } from './contradiction.ts';
import { byConvention, unknownConvention } from './conventions.ts';
import { expired } from './expired.ts';
import { expiredEvidence } from './expired-evidence.ts';
import { issuedAfterValid } from './issued-after-valid.ts';
import { issuedInFuture } from './issued-in-future.ts';
import { leftOpen } from './left-open.ts';
import { notAsStated } from './not-as-stated.ts';
import { notByConvention } from './not-by-convention.ts';
import { nothingAnswered } from './nothing-answered.ts';
import { uncited } from './uncited.ts';
import { wrongList } from './wrong-list.ts';

const contradiction: SheetCheck = {
  code: 'sheet/contradiction',
  run: ({ sheet, catalogue }) => findContradictions(catalogue, sheet),
};

export const headerChecks: readonly HeaderCheck[] = [
  issuedAfterValid,
  issuedInFuture,
  expired,
  badIdentifier,
];

/** What is asked of every single answer, whoever gives it. */
const answerChecks: readonly SheetCheck[] = [uncited, wrongList, expiredEvidence, notAsStated];

export const sheetChecks: readonly SheetCheck[] = [
  nothingAnswered,
  ...answerChecks,
  contentAboveMass,
  sharesAboveWhole,
  repeatedMaterial,
  hiddenAboveLimit,
  contradiction,
  leftOpen,
  unknownConvention,
  notByConvention,
  byConvention,
];

/** Everything that can be said of one sheet by itself. */
export function checkSheet(input: SheetInput): readonly Finding[] {
  return [...checkHeader(input.sheet, input.today), ...sheetChecks.flatMap((check) => [...check.run(input)])];
}

/** The header of a bill and what its maker answers; whether that fits the inputs is for the merge to say. */
export function checkBill(bill: Answered, catalogue: Catalogue, today: DateText): readonly Finding[] {
  const input = { sheet: bill, catalogue, today };
  return [...checkHeader(bill, today), ...answerChecks.flatMap((check) => [...check.run(input)])];
}

const checkHeader = (document: Headed, today: DateText): readonly Finding[] =>
  headerChecks.flatMap((check) => [...check.run({ document, today })]);

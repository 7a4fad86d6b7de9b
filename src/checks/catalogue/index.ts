// Every check of a catalogue beyond what reading it finds. A new check is a file beside this one and a line here.

import type { Finding } from '../../core/text/finding.ts';
import { missingAdvice, noCitationGuidance, officialTwice } from './advice.ts';
import { noCell, unsaid } from './cells.ts';
import type { CatalogueCheck, LintInput } from './check.ts';
import { wordTwice } from './effect-words.ts';
import { fixedQuantity } from './fixed.ts';
import { idleConvention } from './idle-conventions.ts';
import { noImplicitEffect, notOpened } from './joints.ts';
import { settled } from './settled.ts';
import { translations } from './translations.ts';

/** About texts: true whatever else is wrong. */
const textual: readonly CatalogueCheck[] = [
  missingAdvice,
  noCitationGuidance,
  officialTwice,
  wordTwice,
  translations,
];

/** About what the catalogue means, which is not known where it could not be read. */
const meant: readonly CatalogueCheck[] = [
  noCell,
  unsaid,
  noImplicitEffect,
  notOpened,
  settled,
  fixedQuantity,
  idleConvention,
];

/** `isSound`: reading the catalogue found no error. */
export const lintCatalogue = (input: LintInput, isSound: boolean): readonly Finding[] =>
  [...textual, ...(isSound ? meant : [])].flatMap((check) => [...check(input)]);

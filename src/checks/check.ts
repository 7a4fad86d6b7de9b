// What a check is: one rule, one code, findings out. Header checks look at what sheets and bills share; sheet
// checks look at answers and need the catalogue. None of them has a clock: today is given.

import type { Catalogue } from '../core/model/catalogue.ts';
import type { HeaderPlaces, Sheet, SheetHeader } from '../core/model/sheet.ts';
import type { Code } from '../core/text/codes.ts';
import type { Finding } from '../core/text/finding.ts';
import type { Span } from '../core/text/span.ts';
import type { DateText } from '../core/values/date.ts';

/** A document with the header of a sheet: a sheet or a bill. */
export interface Headed extends SheetHeader {
  /** Of a sheet that has one. */
  readonly composition?: Sheet['composition'] | undefined;
  readonly places: HeaderPlaces;
  readonly source: string;
}

export interface HeaderInput {
  readonly document: Headed;
  readonly today: DateText;
}

/** A document with answers of its own: a sheet, or a bill with what its maker adds. */
export interface Answered extends Headed {
  readonly answers: Sheet['answers'];
  readonly quantities: Sheet['quantities'];
}

export interface SheetInput {
  readonly sheet: Answered;
  readonly catalogue: Catalogue;
  readonly today: DateText;
}

export interface HeaderCheck {
  readonly code: Code;
  readonly run: (input: HeaderInput) => Iterable<Finding>;
}

export interface SheetCheck {
  readonly code: Code;
  readonly run: (input: SheetInput) => Iterable<Finding>;
}

/** The place of a header field by its dotted path. */
export const placeOf = ({ places }: Pick<Headed, 'places'>, path: string): Span | undefined =>
  places.get(path);

// The few ways in which text may stand out. A palette decides nothing but colour: every text reads the same
// without one.

import type { Severity } from '../core/text/finding.ts';

/** Takes one argument: handed straight to `map`, it does not compile. */
export type Paint = (text: string, ...nothing: readonly never[]) => string;

export interface Palette {
  readonly error: Paint;
  readonly warning: Paint;
  readonly note: Paint;
  /** Headlines and titles. */
  readonly strong: Paint;
  /** What frames the text: rules, gutters, labels of lines. */
  readonly faint: Paint;
  /** Answers and figures that are settled, and those that are not. */
  readonly yes: Paint;
  readonly no: Paint;
  readonly open: Paint;
}

const asItIs: Paint = (text) => text;

export const plainPalette: Palette = {
  error: asItIs,
  warning: asItIs,
  note: asItIs,
  strong: asItIs,
  faint: asItIs,
  yes: asItIs,
  no: asItIs,
  open: asItIs,
};

/** How a text is to be laid out where it will be read. */
export interface Style {
  readonly palette: Palette;
  readonly width: number;
}

export const plainStyle: Style = { palette: plainPalette, width: 80 };

export const paintOf = (palette: Palette, severity: Severity): Paint => palette[severity];

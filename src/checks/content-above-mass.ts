// What it means: the sheet says that one declared unit contains more of something than it weighs.
// Why it matters: a figure is mistyped or in another unit, and shares of the content would be weighed by it.
// Instead: give the mass that one declared unit contains, or correct the declared mass.

import { finding } from '../core/text/finding.ts';
import { compareLower, type Interval } from '../core/values/interval.ts';
import { showRegion } from '../core/values/show.ts';
import { placeOf, type SheetCheck } from './check.ts';

export const contentAboveMass: SheetCheck = {
  code: 'sheet/content-above-mass',
  *run({ sheet, catalogue }) {
    const { mass } = sheet.product;
    if (mass?.hi === undefined) return;
    for (const { quantity, value, valueAt } of sheet.quantities.values()) {
      const known = catalogue.quantities.get(quantity);
      if (known?.rule.kind !== 'content' || value.kind !== 'range' || !isAbove(value.range, mass)) continue;
      const much = showRegion([value.range], known.measure);
      const whole = showRegion([mass], known.measure);
      const massAt = placeOf(sheet, 'product.mass');
      yield finding(
        'sheet/content-above-mass',
        `the product weighs ${whole}, but \`${quantity}\` says it contains ${much}`,
        {
          at: valueAt,
          related: massAt === undefined ? [] : [{ at: massAt, label: 'the mass of one declared unit' }],
          help: [`give \`${quantity}\` for one declared unit, or correct the mass of the product`],
          data: { quantity, contains: much, mass: whole },
        },
      );
    }
  },
};

/** Whether even the least of it is more than there is at most. */
const isAbove = (content: Interval, { hi, hiOpen }: Interval): boolean =>
  hi !== undefined && compareLower(content, { lo: hi, loOpen: !hiOpen, hi: undefined, hiOpen: true }) >= 0;

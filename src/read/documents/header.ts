// The parts of a header that sheets and bills share: product, maker, dates.

import type { Maker, Product, Site } from '../../core/model/sheet.ts';
import { productLevels } from '../../core/model/sheet.ts';
import type { Code } from '../../core/text/codes.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import { type DateText, isDate } from '../../core/values/date.ts';
import { anyAmount, isNothing } from '../../core/values/interval.ts';
import { type Node, valueAt } from '../tree.ts';
import { readAmount } from './amounts.ts';
import { entriesOf, type Report, scalarText, textAt, wordAt } from './fields.ts';

export function readProduct(node: Node | undefined, negative: Code, report: Report): Product | undefined {
  const name = textAt(node, 'name');
  const level = wordAt(node, 'level', productLevels);
  const expected = { name: '`product.mass`', dimension: 'mass', domain: anyAmount, negative } as const;
  const written = valueAt(node, 'mass');
  const mass = readAmount(written, expected, report);
  if (written !== undefined && mass !== undefined && isNothing(mass)) report(weighsNothing(written));
  if (name === undefined || level === undefined) return undefined;
  return { name, level, ids: readIds(valueAt(node, 'ids')), ...(mass === undefined ? {} : { mass }) };
}

const weighsNothing = (written: Node): Finding =>
  finding(
    'read/bad-quantity',
    `\`product.mass\` is \`${scalarText(written) ?? ''}\`, where a product weighs something`,
    {
      at: written.at,
      help: ['write the mass of the declared unit, for example `1 kg`, or leave `mass` out'],
      data: { found: scalarText(written) ?? null, name: '`product.mass`', fault: 'zero' },
    },
  );

export function readMaker(node: Node | undefined): Maker | undefined {
  const name = textAt(node, 'name');
  if (name === undefined) return undefined;
  const site = readSite(valueAt(node, 'site'));
  return { name, ids: readIds(valueAt(node, 'ids')), ...(site === undefined ? {} : { site }) };
}

function readSite(node: Node | undefined): Site | undefined {
  if (node === undefined) return undefined;
  const name = textAt(node, 'name');
  const country = textAt(node, 'country');
  return { ...(name === undefined ? {} : { name }), ...(country === undefined ? {} : { country }) };
}

function readIds(node: Node | undefined): ReadonlyMap<string, string> {
  return new Map(
    entriesOf(node).flatMap(({ key, value }) => {
      const text = scalarText(value);
      return text === undefined ? [] : [[key, text] as const];
    }),
  );
}

/** The date under a key; undefined when it is left out, or with a finding when it is no day. */
export function readDate(node: Node | undefined, key: string, report: Report): DateText | undefined {
  const written = valueAt(node, key);
  const text = scalarText(written);
  if (written === undefined || text === undefined) return undefined;
  if (isDate(text)) return text;
  const isInOrder = /^\d{4}-\d{2}-\d{2}$/.test(text);
  const fault = isInOrder ? 'no day of the calendar' : 'not written year-month-day';
  report(
    finding('read/bad-date', `\`${key}\` is \`${text}\`, which is ${fault}`, {
      at: written.at,
      help: [...meantDay(text), 'write the date as year-month-day, for example `2026-05-04`'],
      data: { key, found: text },
    }),
  );
  return undefined;
}

const DAY_FIRST = /^(\d{1,2})([./])(\d{1,2})[./](\d{4})$/;

/** Points stand between day and month in this order; between slashes either may come first. */
function meantDay(text: string): readonly string[] {
  const [, first = '', sign, second = '', year = ''] = DAY_FIRST.exec(text) ?? [];
  const dayOf = (month: string, day: string): string =>
    `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const orders = [dayOf(second, first), ...(sign === '/' ? [dayOf(first, second)] : [])];
  const [day, other] = [...new Set(orders)].filter(isDate);
  if (day === undefined) return [];
  return other === undefined
    ? [`did you mean \`${day}\`?`]
    : [`\`${text}\` is ambiguous: write \`${day}\` or \`${other}\``];
}

/**
 * Stands for a day of issue that cannot be read. The document is refused for it; meanwhile no other check may
 * take offence at it.
 */
export const unreadDate: DateText = '0001-01-01';

export const wholeNumber = (text: string | undefined): number | undefined => {
  const number = text === undefined ? Number.NaN : Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
};

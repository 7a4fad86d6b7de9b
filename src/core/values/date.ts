// Calendar dates as documents write them: ISO 8601, year-month-day. They compare as text.

export type DateText = string;

const DATE = /^(\d{4})-(\d{2})-(\d{2})$/;
const DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

/** Whether the text is a day that exists in the Gregorian calendar. */
export function isDate(text: string): boolean {
  const match = DATE.exec(text);
  if (match === null) return false;
  const [year, month, day] = match.slice(1).map(Number) as [number, number, number];
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 && leap ? 29 : (DAYS[month - 1] ?? 0);
  return year > 0 && day >= 1 && day <= days;
}

/** The earliest of the dates given, or undefined when none is. */
export function earliest(dates: readonly (DateText | undefined)[]): DateText | undefined {
  let first: DateText | undefined;
  for (const date of dates) if (date !== undefined && (first === undefined || date < first)) first = date;
  return first;
}

const LAST_DAY: DateText = '9999-12-31';
const DAY_IN_MILLISECONDS = 86_400_000;

/** The day so many days later; after the last day that can be written there is none. */
export function dayAfter(date: DateText, days: number): DateText {
  const time = Date.parse(`${date}T00:00:00Z`) + days * DAY_IN_MILLISECONDS;
  return time > Date.parse(`${LAST_DAY}T00:00:00Z`) ? LAST_DAY : new Date(time).toISOString().slice(0, 10);
}

// How an answer stands, and for how long: the strongest set of suppliers' answers that suffices decides, and when one
// of them ends, the next that still does. Inside a set the weakest and the earliest count; among sets the best does
// (semantics 2.27, 2.28, 2.32; max-min over witnesses without listing them, by asking whether those that are good
// enough suffice). What the maker says and does is not checked by anybody else and ends with the sheet.

import { type AssuranceLevel, assuranceLevels } from '../model/sheet.ts';
import type { Stage } from '../model/trace.ts';
import { type DateText, earliest } from '../values/date.ts';
import type { Case } from './evaluate.ts';
import type { Ground } from './grounds.ts';

/** Later than every day that can be written: without an end. */
const ALWAYS = '~';
const NEVER = '';

/** The last day on which a supplier's answer stands at each level, weakest level first. */
type Days = readonly string[];

/** How long the grounds stand; undefined for what is the maker's own. */
export type DaysOf = (ground: Ground) => Days | undefined;

/** As seen from the day of issue: a check that had ended by then checks nothing any more. */
export function daysIn(c: Case, issued: DateText): DaysOf {
  return (ground) => {
    const isSaid = ground.kind === 'answer' || (ground.kind === 'convention' && ground.isCarried);
    const sheet = isSaid ? c.inputs.get(ground.input)?.received?.sheet : undefined;
    if (!isSaid || sheet === undefined) return undefined;
    const assurance = sheet.answers.get(ground.claim.key)?.assurance;
    const level = assuranceLevels.indexOf(assurance?.level ?? sheet.assurance);
    const asSaid = sheet.validUntil ?? ALWAYS;
    const checkedUntil = earliest([sheet.validUntil, assurance?.validUntil]) ?? ALWAYS;
    const asChecked = checkedUntil < issued ? NEVER : checkedUntil;
    // When a check ends, the answer is still its maker's word.
    return assuranceLevels.map((_, index) => (index === 0 ? asSaid : index <= level ? asChecked : NEVER));
  };
}

/** A level and a last day that every ground of some sufficient set reaches. */
interface Standing {
  readonly level: number;
  readonly day: string;
}

/** What suffices at its best, and how it stands. */
export interface Strongest {
  readonly grounds: readonly Ground[];
  readonly standings: readonly Standing[];
}

/**
 * The strongest level at which some set suffices, for as long as one does; then every weaker level that holds out
 * longer. `all` suffices. `isEnough`: whether these grounds suffice.
 */
export function strongestOf(
  all: readonly Ground[],
  daysOf: DaysOf,
  isEnough: (grounds: readonly Ground[]) => boolean,
): Strongest {
  const days = new Map(all.flatMap((ground) => [[ground, daysOf(ground)] as const]));
  const reaching = (level: number, day: string): readonly Ground[] =>
    all.filter((ground) => (days.get(ground)?.[level] ?? ALWAYS) >= day);
  const standings: Standing[] = [];
  let strongest = all;
  for (let level = assuranceLevels.length - 1; level >= 0; level--) {
    const since = standings.at(-1)?.day ?? NEVER;
    const candidates = laterDays(days.values(), level, since);
    const day = latestThat(candidates, (each) => suffices(reaching(level, each), all, isEnough));
    if (day === undefined) continue;
    if (standings.length === 0) strongest = reaching(level, day);
    standings.push({ level, day });
  }
  return { grounds: strongest, standings };
}

const suffices = (
  some: readonly Ground[],
  all: readonly Ground[],
  isEnough: (grounds: readonly Ground[]) => boolean,
): boolean => some.length === all.length || isEnough(some);

function laterDays(days: Iterable<Days | undefined>, level: number, since: string): readonly string[] {
  const found = [...days].map((each) => each?.[level] ?? NEVER).filter((day) => day > since);
  return [...new Set(found)].sort();
}

/** Of days in order the last that passes; those before one that passes pass as well. */
function latestThat(days: readonly string[], passes: (day: string) => boolean): string | undefined {
  let [from, to] = [0, days.length];
  while (from < to) {
    const middle = Math.floor((from + to) / 2);
    if (passes(days[middle] ?? NEVER)) from = middle + 1;
    else to = middle;
  }
  return days[from - 1];
}

/** How the answer stands on these grounds, as a trace tells it; nothing where no supplier's answer is among them. */
export function stagesOf(
  kept: readonly Ground[],
  standings: readonly Standing[],
  daysOf: DaysOf,
  end: DateText | undefined,
): readonly Stage[] {
  const days = kept.map(daysOf).filter((each) => each !== undefined);
  if (days.length === 0) return [];
  const last = end ?? ALWAYS;
  const lasting = standings.length > 0 ? standings : [weakestOf(days)];
  const reached = lasting.findIndex(({ day }) => day >= last);
  return lasting
    .slice(0, reached < 0 ? lasting.length : reached + 1)
    .map(({ level, day }) => stage(assuranceLevels[level] ?? 'self-declared', earliest([day, last]) ?? last));
}

const stage = (assurance: AssuranceLevel, day: string): Stage =>
  day === ALWAYS ? { assurance } : { assurance, until: day };

/** Where looking for more took too long: the strongest level that all reach, and the first day on which one ends. */
function weakestOf(days: readonly Days[]): Standing {
  const level = assuranceLevels.findLastIndex((_, index) => days.every((each) => each[index] !== NEVER));
  return { level, day: earliest(days.map((each) => each[level])) ?? NEVER };
}

// Answers by the assurance behind them: that of the answer itself, and the weakest among the suppliers' answers
// that it rests on. What suppliers had verified is not verified of the product.

import { type AssuranceLevel, assuranceLevels } from '../model/sheet.ts';
import type { RestsOn } from './explanation.ts';
import type { AssuredAnswers, ReportRow } from './report-model.ts';

const strength = (level: AssuranceLevel): number => assuranceLevels.indexOf(level);

/** The weakest assurance among the answers at the ends of all paths; undefined where no supplier's answer counts. */
export function weakestBehind(
  rests: readonly RestsOn[],
  met: Set<readonly RestsOn[]> = new Set(),
): AssuranceLevel | undefined {
  const levels = rests.flatMap((ground) => {
    const because = ground.because?.rests;
    // What was met before has been counted.
    if (because !== undefined && met.has(because)) return [];
    if (because !== undefined) return weakestBehind(because, met.add(because)) ?? [];
    return ground.assurance ?? [];
  });
  return levels.reduce<AssuranceLevel | undefined>(
    (weakest, level) => (weakest === undefined || strength(level) < strength(weakest) ? level : weakest),
    undefined,
  );
}

const ownWords: Readonly<Record<AssuranceLevel, string>> = {
  'third-party': 'Verified by a third party',
  'second-party': 'Checked by a second party',
  'self-declared': 'Self-declared by the maker',
};

const inputWords: Readonly<Record<AssuranceLevel, string>> = {
  'third-party': 'Merged from answers of suppliers that are all verified by a third party',
  'second-party': 'Merged from answers of suppliers, the weakest checked by a second party',
  'self-declared': 'Merged from answers of suppliers, the weakest self-declared',
};

export function assuredAnswers(rows: readonly ReportRow[], isPrivate: boolean): readonly AssuredAnswers[] {
  const given = rows.filter(({ answer }) => answer === 'true' || answer === 'false');
  const strongestFirst = [...assuranceLevels].reverse();
  const own = given.filter((row) => row.restsOn === undefined);
  const groups = [
    ...strongestFirst.map((level) => ({
      inWords: isPrivate ? `${ownWords[level]}, without any answer of a supplier` : ownWords[level],
      of: own.filter((row) => row.level === level),
    })),
    ...strongestFirst.map((level) => ({
      inWords: inputWords[level],
      of: given.filter((row) => row.restsOn === level),
    })),
  ];
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ inWords, of }) => ({ inWords, answers: of.map((row) => row.title) }));
}

// Answers by the assurance behind them: that of the answer itself, and the weakest among the suppliers' answers
// that it rests on. What suppliers had verified is not verified of the product.

import { type AssuranceLevel, assuranceLevels } from '../model/sheet.ts';
import { byConventionInWords } from './by-convention.ts';
import type { RestsOn } from './explanation.ts';
import type { AssuredAnswers, ReportRow } from './report-model.ts';
import { capitalised } from './words.ts';

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

/** A merged sheet alone says no more than which answers are its maker's own. */
const mergedWords: Readonly<Record<AssuranceLevel, string>> = {
  'third-party': 'Verified by a third party',
  'second-party': 'Checked by a second party',
  'self-declared': 'Self-declared',
};

/** How a sheet came about, as far as can be told: `untold` was merged, and its trace is not shown. */
export type Making = 'filled' | 'merged' | 'untold';

export function assuredAnswers(rows: readonly ReportRow[], making: Making): readonly AssuredAnswers[] {
  const given = rows.filter(({ answer }) => answer === 'true' || answer === 'false');
  const strongestFirst = [...assuranceLevels].reverse();
  const agreed = rows.filter((row) => row.conventions !== undefined);
  const said = given.filter((row) => row.conventions === undefined);
  const own = said.filter((row) => row.restsOn === undefined);
  const groups = [
    ...strongestFirst.flatMap((level) => {
      const alike = own.filter((row) => row.level === level);
      return making === 'untold'
        ? untoldGroups(level, alike)
        : [{ inWords: aloneWords(level, making), of: alike }];
    }),
    ...strongestFirst.map((level) => ({
      inWords: inputWords[level],
      of: said.filter((row) => row.restsOn === level),
    })),
    ...[...new Set(agreed.map(({ conventions = [] }) => byConventionInWords(conventions)))].map(
      (inWords) => ({
        inWords: capitalised(inWords),
        of: agreed.filter(({ conventions = [] }) => byConventionInWords(conventions) === inWords),
      }),
    ),
  ];
  return groups
    .filter(({ of }) => of.length > 0)
    .map(({ inWords, of }) => ({ inWords, answers: of.map((row) => row.title) }));
}

const aloneWords = (level: AssuranceLevel, making: Making): string =>
  making === 'merged' ? `${ownWords[level]}, without any answer of a supplier` : ownWords[level];

const untoldGroups = (level: AssuranceLevel, rows: readonly ReportRow[]) => [
  {
    inWords: `${mergedWords[level]}; the maker's own claims, which do not follow from the inputs`,
    of: rows.filter((row) => row.isOwn === true),
  },
  {
    inWords: `${mergedWords[level]}; what they rest on is not told`,
    of: rows.filter((row) => row.isOwn !== true),
  },
];

// What an exit code says. Nothing else in the project decides about one.

/** 0 clean, 1 findings, 2 no verdict was reached, 70 a bug of the tool, 130 interrupted. */
export type Exit = 0 | 1 | 2 | 70 | 130;

export const exitCodes: readonly (readonly [Exit, string])[] = [
  [0, 'done, and nothing found that fails'],
  [1, 'findings: what was checked does not pass, and nothing was written'],
  [2, 'no verdict: wrong usage, an unreadable file, or nothing to check'],
  [70, 'a bug in loopsheet'],
];

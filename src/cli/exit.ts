// What an exit code says. Nothing else in the project decides about one.

/** 0 clean, 1 findings, 2 no verdict was reached, 70 a bug of the tool, 130 interrupted. */
export type Exit = 0 | 1 | 2 | 70 | 130;

/** What the codes mean for a command; `findings` is what 1 stands for, where it can end so. */
export const exitCodes = (findings: string | undefined): readonly (readonly [Exit, string])[] => [
  [0, findings === undefined ? 'done' : 'done, and nothing found that fails'],
  ...(findings === undefined ? [] : [[1, `findings: ${findings}`] as const]),
  [2, 'no verdict: wrong usage, an unreadable file, or nothing that could be checked'],
  [70, 'a bug in loopsheet'],
];

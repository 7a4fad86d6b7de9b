// What a process of a bill may say of itself, beside what it takes and gives; effects tell which of these they take.

export const processParameters = [
  'applied',
  'loses',
  'yield',
  'returns',
  'uses',
  'shares',
  'levels',
  'conserves',
  'removes',
  'eligible',
  'fuelShare',
  'lossShare',
  'cap',
  'takenBack',
  'generations',
  'steadyState',
  'freeOf',
] as const;

export type ProcessParameter = (typeof processParameters)[number];

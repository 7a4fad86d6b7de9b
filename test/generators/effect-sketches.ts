// The rows of the bundled catalogue's effects, for random ones.

import type { Behaviour } from '../../src/core/model/catalogue.ts';
import type { ProcessParameter } from '../../src/core/model/process-parameters.ts';

type Row = Readonly<Record<string, Behaviour>>;

const plainRow: Row = {
  fraction: 'combine',
  'fraction/energy': 'combine',
  'fraction/content': 'combine',
  sum: 'combine',
  content: 'combine',
  'conc-article': 'combine',
  'conc-homog': 'combine',
  'conc-mixture': 'combine',
  all: 'combine',
  any: 'combine',
  set: 'combine',
  'all-except-minor': 'combine',
  'min-level': 'combine',
  'min-number': 'combine',
  'max-number': 'combine',
  'same-value': 'combine',
  'assert-refutable': 'judge',
};

/** Parts side by side, as if nothing were done to them. */
export const plainly: ReadonlyMap<string, Behaviour> = new Map(Object.entries(plainRow));

export interface Sketch {
  readonly traits?: readonly string[];
  readonly joins?: boolean;
  readonly parameters?: readonly ProcessParameter[];
  readonly appliesRest?: boolean;
  readonly keepsApart?: boolean;
  readonly adds?: string;
  readonly levels?: Readonly<Record<string, number>>;
  readonly row: Row;
  /** Rows of single shares of the mass, by whether a bit of some one kind counts for them. */
  readonly ofGroups?: (bit: boolean) => Behaviour;
  /** One of the shares that may be booked is. */
  readonly credits?: boolean;
}

export const sketches: Readonly<Record<string, Sketch>> = {
  assemble: { joins: true, traits: ['unnamed-joint'], row: { ...plainRow, 'min-level': 'limit' } },
  screw: {
    joins: true,
    traits: ['reversible-joint'],
    parameters: ['levels'],
    row: { ...plainRow, 'min-level': 'limit' },
  },
  weld: {
    joins: true,
    traits: ['irreversible-joint'],
    parameters: ['applied', 'levels'],
    levels: { skill: 0 },
    row: { ...plainRow, 'conc-article': 'pool', 'min-level': 'limit' },
  },
  coat: {
    joins: true,
    traits: ['covering'],
    parameters: ['applied'],
    appliesRest: true,
    row: { ...plainRow, 'conc-article': 'absorb' },
  },
  melt: {
    joins: true,
    traits: ['mixture'],
    row: {
      ...plainRow,
      'conc-article': 'blend',
      'conc-homog': 'blend',
      'conc-mixture': 'blend',
      'all-except-minor': 'blend',
      'min-level': 'unknown',
      'min-number': 'unknown',
      'max-number': 'unknown',
      'same-value': 'blend',
      'assert-refutable': 'unknown',
    },
  },
  trim: { parameters: ['loses', 'yield'], row: { ...plainRow, content: 'shrink' } },
  leach: {
    parameters: ['loses', 'yield'],
    row: {
      fraction: 'lose-some',
      'fraction/energy': 'combine',
      'fraction/content': 'lose-some',
      sum: 'combine',
      content: 'lose-some',
      all: 'lose-some',
      any: 'lose-some',
      set: 'lose-some',
      'all-except-minor': 'lose-some',
      'conc-mixture': 'lose-some',
      'min-level': 'combine',
      'min-number': 'combine',
      'max-number': 'combine',
      'assert-refutable': 'judge',
    },
  },
  dry: {
    parameters: ['loses', 'yield', 'freeOf'],
    row: {
      ...plainRow,
      fraction: 'lose-some',
      'fraction/content': 'lose-some',
      content: 'lose-some',
      'conc-article': 'lose-some',
      'conc-homog': 'lose-some',
      'conc-mixture': 'lose-some',
      all: 'lose-some',
      any: 'lose-some',
      set: 'lose-some',
      'all-except-minor': 'lose-some',
      'same-value': 'lose-some',
    },
  },
  sort: {
    parameters: ['loses', 'yield', 'freeOf'],
    row: {
      fraction: 'lose-some',
      'fraction/energy': 'combine',
      'fraction/content': 'lose-some',
      sum: 'lose-some',
      content: 'lose-some',
      'conc-article': 'select',
      'conc-homog': 'select',
      'conc-mixture': 'lose-some',
      all: 'lose-some',
      any: 'lose-some',
      set: 'lose-some',
      'all-except-minor': 'lose-some',
      'min-level': 'lose-some',
      'min-number': 'lose-some',
      'max-number': 'lose-some',
      'same-value': 'lose-some',
      'assert-refutable': 'lose-some',
    },
  },
  wash: { parameters: ['applied'], row: { ...plainRow, 'conc-article': 'absorb' } },
  box: { keepsApart: true, row: plainRow },
  regrind: { parameters: ['returns'], row: plainRow },
  power: {
    parameters: ['uses', 'shares'],
    adds: 'energy',
    row: { ...plainRow, 'fraction/energy': 'add-term', sum: 'add-term' },
  },
  swap: {
    joins: true,
    traits: ['unnamed-joint'],
    parameters: ['removes', 'levels'],
    appliesRest: true,
    row: {
      fraction: 'replace',
      content: 'replace',
      'conc-article': 'replace',
      'conc-homog': 'replace',
      all: 'replace',
      any: 'replace',
      set: 'replace',
      'min-level': 'replace',
      'min-number': 'replace',
      'same-value': 'replace',
      'assert-refutable': 'replace',
    },
  },
  book: {
    parameters: ['eligible', 'fuelShare', 'lossShare', 'cap'],
    ofGroups: () => 'unknown',
    credits: true,
    row: { ...plainRow, content: 'unknown', 'fraction/content': 'unknown' },
  },
  loop: {
    parameters: ['takenBack', 'generations', 'steadyState'],
    row: {
      fraction: 'return-same',
      'conc-article': 'return-same',
      'conc-homog': 'return-same',
      all: 'return-same',
      any: 'return-same',
      set: 'return-same',
    },
  },
  takeBack: {
    parameters: ['takenBack'],
    ofGroups: (bit) => (bit ? 'return-whole' : 'return-none'),
    row: { fraction: 'return-same', all: 'return-same', any: 'return-same', set: 'return-same' },
  },
  reuse: {
    parameters: ['conserves'],
    ofGroups: (bit) => (bit ? 'whole' : 'none'),
    row: {
      fraction: 'combine',
      'min-level': 'combine',
      'same-value': 'combine',
      'assert-refutable': 'judge',
    },
  },
  havoc: { traits: ['unnamed-process'], parameters: ['conserves'], row: {} },
};

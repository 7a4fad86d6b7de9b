// Random effects: the rows of the bundled catalogue, with cells left out or changed now and then.

import type { Behaviour, Effect } from '../../src/core/model/catalogue.ts';
import type { ProcessParameter } from '../../src/core/model/process-parameters.ts';
import type { Draw } from './draw.ts';
import type { PureKind } from './pure-kinds.ts';

type Row = Readonly<Record<string, Behaviour>>;

const plainRow: Row = {
  fraction: 'combine',
  'fraction/energy': 'combine',
  sum: 'combine',
  'conc-article': 'combine',
  'conc-homog': 'combine',
  'conc-mixture': 'combine',
  all: 'combine',
  any: 'combine',
  'all-except-minor': 'combine',
  'min-level': 'combine',
  'min-number': 'combine',
  'max-number': 'combine',
  'same-value': 'combine',
  'assert-refutable': 'judge',
};

/** Parts side by side, as if nothing were done to them. */
export const plainly: ReadonlyMap<string, Behaviour> = new Map(Object.entries(plainRow));

interface Sketch {
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

const sketches: Readonly<Record<string, Sketch>> = {
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
  trim: { parameters: ['loses', 'yield'], row: plainRow },
  leach: {
    parameters: ['loses', 'yield'],
    row: {
      fraction: 'lose-some',
      'fraction/energy': 'combine',
      sum: 'combine',
      all: 'lose-some',
      any: 'lose-some',
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
      'conc-article': 'lose-some',
      'conc-homog': 'lose-some',
      'conc-mixture': 'lose-some',
      all: 'lose-some',
      any: 'lose-some',
      'all-except-minor': 'lose-some',
      'same-value': 'lose-some',
    },
  },
  sort: {
    parameters: ['loses', 'yield', 'freeOf'],
    row: {
      fraction: 'lose-some',
      'fraction/energy': 'combine',
      sum: 'lose-some',
      'conc-article': 'select',
      'conc-homog': 'select',
      'conc-mixture': 'lose-some',
      all: 'lose-some',
      any: 'lose-some',
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
      'conc-article': 'replace',
      'conc-homog': 'replace',
      all: 'replace',
      any: 'replace',
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
    row: plainRow,
  },
  loop: {
    parameters: ['takenBack', 'generations', 'steadyState'],
    row: {
      fraction: 'return-same',
      'conc-article': 'return-same',
      'conc-homog': 'return-same',
      all: 'return-same',
      any: 'return-same',
    },
  },
  takeBack: {
    parameters: ['takenBack'],
    ofGroups: (bit) => (bit ? 'return-whole' : 'return-none'),
    row: { fraction: 'return-same', all: 'return-same', any: 'return-same' },
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

const required: ReadonlySet<ProcessParameter> = new Set([
  'loses',
  'yield',
  'uses',
  'returns',
  'removes',
  'eligible',
  'takenBack',
]);

/** Cells that another behaviour may stand in without changing how much mass there is. */
const alternatives: Readonly<Record<string, readonly Behaviour[]>> = {
  'conc-article': ['blend', 'pool', 'absorb', 'lose-some', 'select', 'unknown'],
  'conc-homog': ['blend', 'lose-some', 'select', 'unknown'],
  'conc-mixture': ['blend', 'lose-some', 'unknown'],
  'all-except-minor': ['blend', 'lose-some', 'unknown'],
  'max-number': ['lose-some', 'unknown'],
  all: ['lose-some', 'unknown'],
  any: ['lose-some', 'unknown'],
  'min-level': ['limit', 'lose-some', 'unknown'],
  'same-value': ['blend', 'lose-some', 'unknown'],
  sum: ['lose-some', 'unknown'],
  'fraction/energy': ['unknown'],
  'assert-refutable': ['judge', 'lose-some', 'unknown'],
};

export function randomEffects(
  draw: Draw,
  kinds: ReadonlyMap<string, readonly PureKind[]>,
  bookable: readonly string[],
  wish: { readonly tame: boolean },
  subjects: readonly { readonly id: string; readonly kind: string }[] = [],
): ReadonlyMap<string, Effect> {
  const effects = Object.entries(sketches).filter(([id]) => kinds.has('energy') || id !== 'power');
  return new Map(
    effects.map(([id, sketch]) => {
      const effect = effectOf(draw, id, sketch, { kinds, bookable }, wish.tame);
      return [id, withSingles(draw, effect, wish.tame ? [] : subjects)];
    }),
  );
}

/** Now and then one subject has a row of its own, which goes before that of its kind. */
function withSingles(
  draw: Draw,
  effect: Effect,
  subjects: readonly { readonly id: string; readonly kind: string }[],
): Effect {
  const singles = subjects.flatMap(({ id, kind }) => {
    const options = id === effect.adds ? [] : (alternatives[kind] ?? []);
    return options.length > 0 && draw.chance(4)
      ? [[id, draw.pick(['combine', ...options] as const)] as const]
      : [];
  });
  return { ...effect, behaviours: new Map([...effect.behaviours, ...singles]) };
}

interface Shares {
  readonly kinds: ReadonlyMap<string, readonly PureKind[]>;
  /** Shares of the mass that may be booked, and of which there can be all and nothing. */
  readonly bookable: readonly string[];
}

/** What a process conserves of some shares only would tear apart what constraints tie together. */
const isSilent = (draw: Draw, { parameters = [] }: Sketch): boolean =>
  !parameters.includes('conserves') && draw.chance(6);

function effectOf(
  draw: Draw,
  id: string,
  sketch: Sketch,
  { kinds, bookable }: Shares,
  tame: boolean,
): Effect {
  const behaviours = new Map<string, Behaviour>(Object.entries(sketch.row));
  if (!tame) vary(draw, behaviours);
  // What an effect adds has to arrive: a catalogue in which it does not is refused.
  if (sketch.adds !== undefined) behaviours.set('sum', sketch.row['sum'] ?? 'unknown');
  for (const [key, behaviour] of groupRows(draw, sketch, kinds.get('mass') ?? [], tame))
    behaviours.set(key, behaviour);
  if (sketch.credits === true && bookable.length > 0) behaviours.set(draw.pick(bookable), 'credit');
  return {
    id,
    title: id,
    text: id,
    traits: sketch.traits ?? [],
    joins: sketch.joins ?? false,
    parameters: (sketch.parameters ?? []).map((name) => ({ name, required: required.has(name) })),
    implicit: id === 'assemble',
    alsoCalled: [],
    appliesRest: sketch.appliesRest ?? false,
    keepsApart: sketch.keepsApart ?? false,
    ...(sketch.adds === undefined ? {} : { adds: sketch.adds }),
    levels: new Map(Object.entries(sketch.levels ?? {})),
    behaviours,
    references: [],
  };
}

function vary(draw: Draw, behaviours: Map<string, Behaviour>): void {
  for (const [kind, options] of Object.entries(alternatives))
    if (draw.chance(6)) behaviours.set(kind, draw.pick(options));
  if (draw.chance(10)) behaviours.delete(draw.pick(Object.keys(alternatives)));
}

function groupRows(
  draw: Draw,
  sketch: Sketch,
  kinds: readonly PureKind[],
  tame: boolean,
): readonly (readonly [string, Behaviour])[] {
  const { ofGroups } = sketch;
  if (ofGroups === undefined) return [];
  return [...draw.pick(kinds)].map(([group, bit]) => [
    group,
    !tame && isSilent(draw, sketch) ? 'unknown' : ofGroups(bit),
  ]);
}

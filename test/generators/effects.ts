// Random effects: the rows of the bundled catalogue, with cells left out or changed now and then.

import type { Behaviour, Effect } from '../../src/core/model/catalogue.ts';
import type { ProcessParameter } from '../../src/core/model/process-parameters.ts';
import type { Draw } from './draw.ts';
import { type Sketch, sketches } from './effect-sketches.ts';
import type { PureKind } from './pure-kinds.ts';

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
  set: ['lose-some', 'return-same', 'unknown'],
  'min-level': ['limit', 'lose-some', 'unknown'],
  'same-value': ['blend', 'lose-some', 'unknown'],
  sum: ['lose-some', 'unknown'],
  'fraction/energy': ['unknown'],
  'fraction/content': ['unknown'],
  content: ['unknown'],
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
      ? [[id, draw.pick(kind === 'content' ? options : (['combine', ...options] as const))] as const]
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
  return [...draw.pick(kinds)]
    .filter(([group]) => group.startsWith('share.'))
    .map(([group, bit]) => [group, !tame && isSilent(draw, sketch) ? 'unknown' : ofGroups(bit)]);
}

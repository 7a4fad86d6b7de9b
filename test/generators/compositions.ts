// Products that are concretely made up of materials and substances, what is true of them, and compositions that tell
// of them in ranges. Shares are whole parts of a thousand.

import type { Composition, Material, Origin, Substance } from '../../src/core/model/composition.ts';
import { closed, exactly, type Interval } from '../../src/core/values/interval.ts';
import {
  add,
  compare,
  larger,
  multiply,
  type Rational,
  rational,
  subtract,
  zero,
} from '../../src/core/values/rational.ts';
import { lineSpan } from '../samples/sheets.ts';
import type { Draw } from './draw.ts';

interface Content {
  readonly name: string;
  readonly cas: string;
  readonly share: Rational;
  readonly lists: readonly string[];
}

interface Piece {
  readonly name: string;
  readonly share: Rational;
  readonly origin: ReadonlyMap<Origin, Rational>;
  readonly contents: readonly Content[];
  readonly secret: boolean;
}

export interface Product {
  readonly pieces: readonly Piece[];
}

const substances = [
  { name: 'lead', cas: '7439-92-1', lists: ['reach-candidate/2026-01', 'eu-rohs/2015'] },
  { name: 'DEHP', cas: '117-81-7', lists: ['reach-candidate/2026-01', 'eu-rohs/2015'] },
  { name: 'cobalt', cas: '7440-48-4', lists: ['eu-critical-raw-materials/2024'] },
  { name: 'talc', cas: '14807-96-6', lists: [] },
  { name: 'PVC', cas: '9002-86-2', lists: [] },
] as const;

const names = ['polypropylene', 'PVC', 'steel', 'copper', 'house blend'];

/** `count` parts of a thousand that add up to it. */
function split(draw: Draw, count: number): readonly Rational[] {
  const cuts = Array.from({ length: count - 1 }, () => draw.integer(0, 1000)).sort((a, b) => a - b);
  return [...cuts, 1000].map((cut, index) => rational(cut - (cuts[index - 1] ?? 0), 1000));
}

export function drawProduct(draw: Draw): Product {
  const chosen = draw.shuffle(names).slice(0, draw.integer(1, 4));
  const shares = split(draw, chosen.length);
  const pieces = chosen.map((name, index): Piece => {
    const [post = zero, pre = zero, reused = zero] = split(draw, 4);
    const inside = draw.some(substances, 40);
    // What is left of the material is a base that no list names.
    const parts = split(draw, inside.length + 1).slice(0, inside.length);
    const contents = inside.map((each, position) => ({
      ...each,
      share: multiply(parts[position] ?? zero, rational(1, draw.pick([1, 10, 1000]))),
    }));
    const base = contents.reduce((rest, { share }) => subtract(rest, share), rational(1));
    return {
      name,
      share: shares[index] ?? zero,
      origin: new Map<Origin, Rational>([
        ['post-consumer', post],
        ['pre-consumer', pre],
        ['reused', reused],
        ['renewable', draw.pick([zero, rational(1, 3), rational(1)])],
      ]),
      contents: [...contents, { name: 'base', cas: '7732-18-5', share: base, lists: [] }],
      secret: draw.chance(20),
    };
  });
  return { pieces };
}

/** A range around the truth. */
function around(draw: Draw, value: Rational): Interval {
  if (draw.chance(35)) return exactly(value);
  const below = larger(zero, subtract(value, rational(draw.integer(0, 80), 1000)));
  const above = add(value, rational(draw.integer(0, 80), 1000));
  const hi = compare(above, rational(1)) > 0 ? rational(1) : above;
  const isOpen = draw.chance(20);
  return {
    ...closed(below, hi),
    loOpen: isOpen && compare(below, value) < 0,
    hiOpen: isOpen && compare(value, hi) < 0,
  };
}

const everyList = [...new Set(substances.flatMap(({ lists }) => lists))];

/** With its number or without, in one entry or in two under different names, and with as much of its lists as is known. */
function tellSubstance(draw: Draw, { name, cas, share, lists }: Content): readonly Substance[] {
  const some = draw.chance(60) ? lists : draw.some(lists, 50);
  const isSaid = draw.chance(85) && (some.length > 0 || lists.length === 0);
  const told = {
    ...(isSaid ? { lists: some } : {}),
    notOn: draw.some(
      everyList.filter((list) => !lists.includes(list)),
      40,
    ),
    at: lineSpan(1),
  };
  const number = draw.chance(80) ? { cas } : {};
  if (draw.chance(80)) return [{ name, ...number, share: around(draw, share), ...told }];
  const half = multiply(share, rational(1, 2));
  return [
    { name, ...number, share: around(draw, half), ...told },
    { name: `${name} by its trade name`, share: around(draw, half), ...told },
  ];
}

export function tellComposition(draw: Draw, { pieces }: Product): Composition {
  const at = lineSpan(1);
  const secret = pieces.filter((piece) => piece.secret).reduce((total, { share }) => add(total, share), zero);
  const isTold = draw.chance(50);
  const materials = pieces
    .filter((piece) => !piece.secret)
    .map((piece): Material => {
      const isFrank = draw.chance(60);
      const told = piece.contents.filter(() => isFrank || draw.chance(60));
      const left = piece.contents.filter((each) => !told.includes(each));
      const kept = left.reduce((total, { share }) => add(total, share), zero);
      return {
        name: piece.name,
        share: around(draw, piece.share),
        origin: new Map(
          [...piece.origin].filter(() => draw.chance(75)).map(([each, share]) => [each, around(draw, share)]),
        ),
        ...(draw.chance(70) ? { homogeneous: true } : {}),
        substances: told.flatMap((each) => tellSubstance(draw, each)),
        hidden: compare(kept, zero) > 0 ? [{ share: around(draw, kept), at }] : [],
        at,
      };
    });
  // Where the shares told cannot be taken for all there is, what is hidden may go without saying.
  const tops = materials.reduce((total, { share }) => add(total, share.hi ?? rational(1)), zero);
  const goesWithoutSaying = !isTold && compare(tops, rational(1)) < 0;
  const hidden = compare(secret, zero) > 0 && !goesWithoutSaying ? [{ share: around(draw, secret), at }] : [];
  return { materials, hidden, at };
}

const holdsPvc = ({ name, contents }: Piece): boolean =>
  name === 'PVC' || contents.some((each) => each.name === 'PVC' && compare(each.share, zero) > 0);

/** What is true of the product, by quantity or statement of the shipped catalogue. */
export function factsOf({ pieces }: Product): ReadonlyMap<string, Interval | boolean> {
  const mean = (value: (piece: Piece) => Rational): Rational =>
    pieces.reduce((total, piece) => add(total, multiply(piece.share, value(piece))), zero);
  const from =
    (...some: readonly Origin[]) =>
    ({ origin }: Piece): Rational =>
      some.reduce((total, each) => add(total, origin.get(each) ?? zero), zero);
  const present = pieces.filter(({ share }) => compare(share, zero) > 0);
  const most = (values: readonly Rational[]): Rational => values.reduce(larger, zero);
  const content = (cas: string): Rational =>
    most(
      present.flatMap(({ contents }) =>
        contents.filter((each) => each.cas === cas).map(({ share }) => share),
      ),
    );
  const critical = mean(({ contents }) =>
    contents
      .filter(({ lists }) => lists.includes('eu-critical-raw-materials/2024'))
      .reduce((total, { share }) => add(total, share), zero),
  );
  const largest = most(present.map(({ share }) => share));
  const shares: readonly (readonly [string, Rational])[] = [
    ['inputs.post-consumer-recycled', mean(from('post-consumer'))],
    ['inputs.pre-consumer-recycled', mean(from('pre-consumer'))],
    ['inputs.total-recycled', mean(from('post-consumer', 'pre-consumer'))],
    ['inputs.reused-components', mean(from('reused'))],
    ['inputs.secondary-material', mean(from('post-consumer', 'pre-consumer', 'reused'))],
    ['inputs.renewable-material', mean(from('renewable'))],
    ['inputs.critical-raw-materials', critical],
    // Every material is an article of its own.
    ['substances.svhc-content', most([content('7439-92-1'), content('117-81-7')])],
    ['substances.lead-content', content('7439-92-1')],
    ['substances.other-restricted-content', content('117-81-7')],
    ['substances.cadmium-content', zero],
  ];
  return new Map<string, Interval | boolean>([
    ...shares.map(([id, value]) => [id, exactly(value)] as const),
    ['inputs.no-pvc', !present.some(holdsPvc)],
    ['inputs.contains-critical-raw-material', compare(critical, zero) > 0],
    ['inputs.mono-material', compare(largest, rational(1)) === 0],
    ['inputs.nearly-mono-material', compare(largest, rational(95, 100)) >= 0],
  ]);
}

// Random catalogues, with what a simulation must know besides: which kinds of pure matter and of energy there are.

import type { Catalogue, Quantity, Rule, Statement } from '../../src/core/model/catalogue.ts';
import { anyAmount, anyShare, closed, type Interval } from '../../src/core/values/interval.ts';
import { type Rational, rational, zero } from '../../src/core/values/rational.ts';
import { addStatement, type CatalogueWish, type Draft } from './drafts.ts';
import type { Draw } from './draw.ts';
import { randomEffects } from './effects.ts';
import { drawBands, thresholdFrom } from './ladders.ts';
import { bookableIn, drawLinear, everyKind, keeps, type PureKind } from './pure-kinds.ts';
import { addSets } from './sets.ts';
import { addExpressions, addImplications } from './ties.ts';

export interface Design {
  readonly catalogue: Catalogue;
  /** By weight (`mass`, or the quantity that weighs): the kinds of bits that can be. */
  readonly kinds: ReadonlyMap<string, readonly PureKind[]>;
}

const percent = (n: number): Rational => rational(n, 100);

export function drawCatalogue(draw: Draw, wish: CatalogueWish): Design {
  const draft: Draft = {
    quantities: new Map(),
    groups: new Map(),
    statements: new Map(),
    constraints: [],
    ladders: new Map(),
  };
  const isAttributable = !wish.tame && draw.chance(30);
  const kinds = new Map([['mass', addGroups(draw, draft, 'share', 'mass', isAttributable, wish)]]);
  if (draw.chance(40)) kinds.set('mass', addStuff(draw, draft, kinds.get('mass') ?? [], wish));
  if (draw.chance(wish.tame ? 40 : 50)) kinds.set('energy', addEnergy(draw, draft, wish));
  const families = [addContents, addTruths, addLevels, addMaterial, addAssertions, addOwn];
  for (const add of families) if (draw.chance(55)) add(draw, draft, wish);
  for (const add of [addMixture, addMinor, addSets]) if (draw.chance(40)) add(draw, draft, wish);
  addThresholds(draw, draft);
  addExpressions(draw, draft, wish);
  if (!wish.tame) addImplications(draw, draft);
  if (isAttributable) addPlain(draw, draft, 'attributed', { kind: 'own' }, { tame: true });
  const { quantities, groups, statements, constraints } = draft;
  const plain = [...statements.values()].flatMap(({ id, meaning }) =>
    meaning.kind === 'plain' ? [{ id, kind: meaning.rule.kind }] : [],
  );
  const figures = [...quantities.values()].map(({ id, rule }) => ({ id, kind: rule.kind }));
  const effects = randomEffects(draw, kinds, bookableIn(draft, kinds), wish, [...figures, ...plain]);
  const about = {
    id: 'random',
    version: '1',
    title: 'Random',
    note: '',
    sections: [{ id: 'all', number: 1, title: 'All' }],
  };
  return {
    catalogue: { ...about, quantities, groups, statements, constraints, effects, conventions: new Map() },
    kinds,
  };
}

function addQuantity(draft: Draft, quantity: Omit<Quantity, 'title'>): void {
  draft.quantities.set(quantity.id, { title: quantity.id, ...quantity });
}

const falseMeansOf = (draw: Draw, wish: CatalogueWish): Statement['falseMeans'] =>
  !wish.tame && draw.chance(15) ? 'not-claimed' : 'negation';

function addPlain(draw: Draw, draft: Draft, id: string, rule: Rule, wish: CatalogueWish): void {
  addStatement(draft, { id, meaning: { kind: 'plain', rule }, falseMeans: falseMeansOf(draw, wish) });
}

function addGroup(
  draw: Draw,
  draft: Draft,
  id: string,
  rule: Rule,
  ownTerm: boolean,
  wish: CatalogueWish,
): void {
  addQuantity(draft, {
    id,
    measure: { kind: 'number', dimension: 'share' },
    domain: anyShare,
    rule,
    ownTerm,
  });
  const ladder = drawBands(draw, id);
  draft.ladders.set(id, ladder);
  draft.groups.set(id, { id, section: 'all', title: id, guidance: '', bands: ladder.bands, official: [] });
  const falseMeans = falseMeansOf(draw, wish);
  for (const band of ladder.bands) {
    const meaning = { kind: 'within', quantity: id, range: band.range } as const;
    addStatement(draft, { id: band.statement, meaning, falseMeans, group: id });
  }
}

function addGroups(
  draw: Draw,
  draft: Draft,
  name: string,
  weight: string,
  isAttributable: boolean,
  wish: CatalogueWish,
): readonly PureKind[] {
  const ids = ['a', 'b', 'c']
    .slice(0, draw.integer(1, weight === 'mass' ? 3 : 2))
    .map((letter) => `${name}.${letter}`);
  const ownTerm = weight !== 'mass' && draft.quantities.get(weight)?.ownTerm === true;
  for (const id of ids) {
    const custody =
      !wish.tame && draw.chance(25) ? draw.pick(['attributed', 'claimed'] as const) : 'physical';
    const by =
      isAttributable && custody === 'physical' && draw.chance(70) ? { attributedBy: 'attributed' } : {};
    addGroup(draw, draft, id, { kind: 'fraction', weight, custody, ...by }, ownTerm, wish);
  }
  const constraints = drawLinear(draw, ids);
  draft.constraints.push(...constraints);
  return everyKind(ids).filter((kind) => constraints.every((each) => keeps(kind, each)));
}

function addEnergy(draw: Draw, draft: Draft, wish: CatalogueWish): readonly PureKind[] {
  const ownTerm = draw.chance(70);
  const measure = { kind: 'number', dimension: 'energy' } as const;
  addQuantity(draft, { id: 'energy', measure, domain: anyAmount, rule: { kind: 'sum' }, ownTerm });
  return addGroups(draw, draft, 'renewable', 'energy', false, wish);
}

/** Something that part of the matter is, and a share of that: the bits of matter by whether they are it, and count. */
function addStuff(
  draw: Draw,
  draft: Draft,
  kinds: readonly PureKind[],
  wish: CatalogueWish,
): readonly PureKind[] {
  const measure = { kind: 'number', dimension: 'mass' } as const;
  addQuantity(draft, { id: 'stuff', measure, domain: anyAmount, rule: { kind: 'content' }, ownTerm: false });
  addGroup(draw, draft, 'of-stuff', { kind: 'fraction', weight: 'stuff', custody: 'physical' }, false, wish);
  const range: Interval = { ...closed(zero, rational(draw.pick([0, 1, 3]))), hiOpen: false };
  addStatement(draft, { id: 'stuff.little', meaning: { kind: 'within', quantity: 'stuff', range } });
  const ways = [
    [false, false],
    [true, false],
    [true, true],
  ] as const;
  return kinds.flatMap((kind) =>
    ways.map(([isStuff, counts]) => new Map([...kind, ['stuff', isStuff], ['of-stuff', counts]])),
  );
}

function addContents(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const measure = { kind: 'number', dimension: 'share' } as const;
  const kinds = draw.pick([['conc-article'], ['conc-homog'], ['conc-article', 'conc-homog']] as const);
  for (const kind of kinds) {
    const id = `${kind}.content`;
    addQuantity(draft, { id, measure, domain: anyShare, rule: { kind }, ownTerm: false });
    const range = closed(zero, draw.pick([rational(1, 1000), rational(1, 100)]));
    addStatement(draft, {
      id: `${kind}.low`,
      meaning: { kind: 'within', quantity: id, range },
      falseMeans: falseMeansOf(draw, wish),
    });
  }
}

function addMixture(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const measure = { kind: 'number', dimension: 'share' } as const;
  const id = 'conc-mixture.content';
  const rule = { kind: 'conc-mixture', named: draw.chance(60) } as const;
  addQuantity(draft, { id, measure, domain: anyShare, rule, ownTerm: false });
  const range = closed(zero, draw.pick([rational(1, 1000), rational(1, 100)]));
  addStatement(draft, {
    id: 'conc-mixture.low',
    meaning: { kind: 'within', quantity: id, range },
    falseMeans: falseMeansOf(draw, wish),
  });
}

function addMinor(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const perItem = draw.pick([1, 5, 10]);
  const rule = {
    kind: 'all-except-minor',
    perItem: percent(perItem),
    total: percent(perItem + draw.pick([0, 1, 5])),
    materials: draw.pick(['whole', 'whole', 'mixed'] as const),
  } as const;
  addPlain(draw, draft, 'nearly-all', rule, wish);
}

function addTruths(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  for (const id of draw.pick([['no-x'], ['no-x', 'no-y']])) addPlain(draw, draft, id, { kind: 'all' }, wish);
  if (draw.chance(60)) addPlain(draw, draft, 'has-battery', { kind: 'any' }, wish);
  addStatement(draft, {
    id: 'has-x',
    meaning: { kind: 'expression', expression: { operator: 'not', of: ['no-x'] } },
  });
}

export const steps = ['worst', 'poor', 'good', 'best'];

function addLevels(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const domain = closed(zero, rational(steps.length - 1));
  addQuantity(draft, {
    id: 'skill',
    measure: { kind: 'scale', steps },
    domain,
    rule: { kind: 'min-level' },
    ownTerm: false,
  });
  for (const step of [1, 2, 3]) {
    const range = closed(rational(step), rational(steps.length - 1));
    addStatement(draft, {
      id: `skill.at-least-${step}`,
      meaning: { kind: 'within', quantity: 'skill', range },
    });
  }
  if (!draw.chance(50)) return;
  addYears(draw, draft, 'min-number', wish);
  if (draw.chance(40)) addYears(draw, draft, 'max-number', wish);
}

function addYears(draw: Draw, draft: Draft, kind: 'min-number' | 'max-number', wish: CatalogueWish): void {
  const measure = { kind: 'number', dimension: 'duration' } as const;
  const id = kind === 'min-number' ? 'years' : 'most-years';
  addQuantity(draft, { id, measure, domain: anyAmount, rule: { kind }, ownTerm: false });
  const range = { ...anyAmount, lo: rational(10), loOpen: draw.chance(30) };
  addStatement(draft, {
    id: `${id}.ten`,
    meaning: { kind: 'within', quantity: id, range },
    falseMeans: falseMeansOf(draw, wish),
  });
}

export const listedNames = ['pp', 'pe', 'copper'];

function addMaterial(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const names = draw.chance(75) ? listedNames : [];
  addQuantity(draft, {
    id: 'material',
    measure: { kind: 'name', names },
    domain: anyAmount,
    rule: { kind: 'own' },
    ownTerm: false,
  });
  const tolerance = draw.pick([zero, zero, percent(5), percent(20)]);
  addPlain(draw, draft, 'one-material', { kind: 'same-value', of: 'material', tolerance }, wish);
}

function addAssertions(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const refutedBy = draw.pick([['irreversible-joint'], [], ['irreversible-joint', 'mixture']]);
  const openedBy = draw.pick([['unnamed-joint', 'covering'], ['unnamed-joint'], []]);
  for (const scope of draw.pick([['all'], ['own'], ['all', 'own']] as const)) {
    addPlain(
      draw,
      draft,
      `reversible-${scope}`,
      { kind: 'assert-refutable', scope, refutedBy, openedBy, inapplicable: draw.pick(['holds', 'opens']) },
      wish,
    );
  }
}

function addOwn(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  addPlain(draw, draft, 'take-back', { kind: 'own' }, wish);
  if (draw.chance(50)) addPlain(draw, draft, 'closed-loop', { kind: 'own' }, wish);
}

function addThresholds(draw: Draw, draft: Draft): void {
  for (const [id, ladder] of draft.ladders) {
    for (const number of [1, 2]) {
      if (!draw.chance(60)) continue;
      const range = thresholdFrom(draw, ladder);
      addStatement(draft, {
        id: `${id}.threshold-${number}`,
        meaning: { kind: 'within', quantity: id, range },
      });
    }
  }
  if (!draft.quantities.has('energy')) return;
  const range: Interval = { ...closed(zero, rational(draw.pick([0, 10, 100]))), hiOpen: false };
  addStatement(draft, { id: 'energy.little', meaning: { kind: 'within', quantity: 'energy', range } });
}

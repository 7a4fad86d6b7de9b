// Random catalogues, with what a simulation must know besides: which kinds of pure matter and of energy there are.

import type {
  Catalogue,
  Constraint,
  Group,
  Quantity,
  QuantityId,
  Rule,
  Statement,
  StatementId,
} from '../../src/core/model/catalogue.ts';
import { anyAmount, anyShare, closed, type Interval } from '../../src/core/values/interval.ts';
import { type Rational, rational, zero } from '../../src/core/values/rational.ts';
import type { Draw } from './draw.ts';
import { randomEffects } from './effects.ts';
import { drawBands, type Ladder, thresholdFrom } from './ladders.ts';
import { drawLinear, everyKind, keeps, type PureKind } from './pure-kinds.ts';

export interface Design {
  readonly catalogue: Catalogue;
  /** By weight (`mass`, or the quantity that weighs): the kinds of bits that can be. */
  readonly kinds: ReadonlyMap<string, readonly PureKind[]>;
}

export interface CatalogueWish {
  /** Plain cases only, in which the engine has no excuse for knowing less than the reference. */
  readonly tame: boolean;
}

interface Draft {
  readonly quantities: Map<QuantityId, Quantity>;
  readonly groups: Map<QuantityId, Group>;
  readonly statements: Map<StatementId, Statement>;
  readonly constraints: Constraint[];
  readonly ladders: Map<QuantityId, Ladder>;
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
  if (draw.chance(wish.tame ? 40 : 50)) kinds.set('energy', addEnergy(draw, draft, wish));
  const families = [addContents, addTruths, addLevels, addMaterial, addAssertions, addOwn];
  for (const add of families) if (draw.chance(55)) add(draw, draft, wish);
  addThresholds(draw, draft);
  addExpressions(draw, draft, wish);
  if (!wish.tame) addImplications(draw, draft);
  if (isAttributable) addPlain(draw, draft, 'attributed', { kind: 'own' }, { tame: true });
  const { quantities, groups, statements, constraints } = draft;
  const plain = [...statements.values()].flatMap(({ id, meaning }) =>
    meaning.kind === 'plain' ? [{ id, kind: meaning.rule.kind }] : [],
  );
  const figures = [...quantities.values()].map(({ id, rule }) => ({ id, kind: rule.kind }));
  const effects = randomEffects(draw, [...kinds.keys()].includes('energy'), wish, [...figures, ...plain]);
  const about = {
    id: 'random',
    version: '1',
    title: 'Random',
    note: '',
    sections: [{ id: 'all', number: 1, title: 'All' }],
  };
  return { catalogue: { ...about, quantities, groups, statements, constraints, effects }, kinds };
}

function addQuantity(draft: Draft, quantity: Omit<Quantity, 'title'>): void {
  draft.quantities.set(quantity.id, { title: quantity.id, ...quantity });
}

function addStatement(draft: Draft, statement: Pick<Statement, 'id' | 'meaning'> & Partial<Statement>): void {
  draft.statements.set(statement.id, {
    section: 'all',
    title: statement.id,
    text: statement.id,
    guidance: '',
    level: 'product',
    falseMeans: 'negation',
    cites: false,
    official: [],
    references: [],
    ...statement,
  });
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
  const measure = { kind: 'number', dimension: 'duration' } as const;
  addQuantity(draft, {
    id: 'years',
    measure,
    domain: anyAmount,
    rule: { kind: 'min-number' },
    ownTerm: false,
  });
  const range = { ...anyAmount, lo: rational(10), loOpen: draw.chance(30) };
  addStatement(draft, {
    id: 'years.ten',
    meaning: { kind: 'within', quantity: 'years', range },
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

/** What ties several statements together is left out of plain cases: the engine does not see what excludes what. */
function addExpressions(draw: Draw, draft: Draft, wish: CatalogueWish): void {
  const ids = [...draft.statements.keys()];
  for (const operator of draw.some(wish.tame ? [] : (['all', 'any'] as const), 40)) {
    const of = draw.shuffle(ids).slice(0, 2);
    addStatement(draft, {
      id: `both-${operator}`,
      meaning: { kind: 'expression', expression: { operator, of } },
    });
  }
  if (draw.chance(25)) {
    const of = [draw.pick(ids)] as const;
    addStatement(draft, {
      id: 'opposite',
      meaning: { kind: 'expression', expression: { operator: 'not', of } },
    });
  }
}

/** An implication or an exclusion out of a statement that the maker alone decides, so that every product can keep it. */
function addImplications(draw: Draw, draft: Draft): void {
  const owned = ['take-back', 'closed-loop'].filter((id) => draft.statements.has(id));
  for (const id of draw.some(owned, 40)) {
    const others = [...draft.statements.keys()].filter(
      (other) => !owned.slice(owned.indexOf(id)).includes(other) && !speaksOf(draft, other, owned),
    );
    const then = { statement: draw.pick(others), is: draw.chance(60) };
    const when = { statement: id, is: true };
    const other = { statement: draw.pick(others), is: draw.chance(60) };
    if (draw.chance(40) && other.statement !== then.statement)
      draft.constraints.push({ kind: 'never', id: `never ${id}`, all: [when, other, then] });
    else draft.constraints.push({ kind: 'implies', id: `implies ${id}`, when, then });
  }
}

function speaksOf(draft: Draft, id: StatementId, owned: readonly StatementId[]): boolean {
  const meaning = draft.statements.get(id)?.meaning;
  if (meaning?.kind !== 'expression') return false;
  return meaning.expression.of.some((other) => owned.includes(other) || speaksOf(draft, other, owned));
}

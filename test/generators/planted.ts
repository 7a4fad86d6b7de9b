// Sheets with one planted contradiction: answers that, by the reference, no product can have together, and of which
// none can be left out. What else the sheet says is true of a concrete product and touches none of it.

import { subjectsOfStatement, tiedTo } from '../../src/core/algebra/conflict.ts';
import type { Catalogue, StatementId } from '../../src/core/model/catalogue.ts';
import { excludedBy, isLogical } from '../../src/core/model/constraint.ts';
import type { Answer } from '../../src/core/model/sheet.ts';
import { unanswered } from '../reference/every-run.ts';
import { hear } from '../reference/heard.ts';
import { possible } from '../reference/possible.ts';
import type { Design } from './catalogues.ts';
import type { Draw } from './draw.ts';
import { answerTo, placeIn } from './places.ts';
import { type Manner, type Told, tell } from './telling.ts';
import type { Thing } from './things.ts';

const place = placeIn('part.sheet.yaml');

/** Much is said, and nothing that is not to be counted. */
export const frank: Manner = { silence: 15, figures: 25, tame: true, convex: false };

export interface Planted {
  readonly design: Design;
  readonly told: Told;
  /** The answers that cannot be together. */
  readonly planted: readonly StatementId[];
}

/** Undefined where the draw planted nothing that contradicts itself. */
export function plant(draw: Draw, design: Design, thing: Thing): Planted | undefined {
  const { catalogue } = design;
  const knot = draw.pick(knotsOf(catalogue));
  const answers = answersAbout(draw, catalogue, knot);
  const planted = leastImpossible(catalogue, answers);
  if (planted === undefined) return undefined;
  const ids = planted.map(({ statement }) => statement);
  const tied = tiedTo(
    catalogue,
    ids.flatMap((id) => subjectsOfStatement(catalogue, id)),
  );
  const isInnocent = (id: StatementId): boolean =>
    !subjectsOfStatement(catalogue, id).some((subject) => tied.has(subject));
  const rest = tell(draw, design, thing, place, frank);
  const innocent = [...rest.answers].filter(([id]) => id !== 'attributed' && isInnocent(id));
  const quantities = new Map([...rest.quantities].filter(([id]) => !tied.has(id)));
  const all = draw.shuffle([...innocent, ...planted.map((answer) => [answer.statement, answer] as const)]);
  return { design, planted: ids, told: { answers: new Map(all), quantities } };
}

/** What the catalogue ties together, as the statements that speak of it. */
function knotsOf(catalogue: Catalogue): readonly (readonly StatementId[])[] {
  const about = (quantity: string): readonly StatementId[] =>
    [...catalogue.statements.values()].flatMap(({ id, meaning }) =>
      meaning.kind === 'within' && meaning.quantity === quantity ? [id] : [],
    );
  const ofConstraints = catalogue.constraints.map((constraint) =>
    isLogical(constraint)
      ? excludedBy(constraint).map(({ statement }) => statement)
      : constraint.terms.flatMap(({ quantity }) => about(quantity)),
  );
  const ofExpressions = [...catalogue.statements.values()].flatMap(({ id, meaning }) =>
    meaning.kind === 'expression' ? [[id, ...meaning.expression.of]] : [],
  );
  return [...ofConstraints, ...ofExpressions, ...[...catalogue.groups.keys()].map(about)];
}

/** Of most quantities something is said at random, mostly that a band is the one. */
function answersAbout(draw: Draw, catalogue: Catalogue, knot: readonly StatementId[]): readonly Answer[] {
  const isBand = (id: StatementId): boolean => catalogue.statements.get(id)?.group !== undefined;
  return knot.flatMap((id) => {
    if (!draw.chance(isBand(id) ? 45 : 85)) return [];
    const value = draw.chance(isBand(id) ? 40 : 50) ? 'true' : 'false';
    return [answerTo(id, value, place)];
  });
}

/** As few of the answers as are still impossible together; undefined when all of them are possible. */
function leastImpossible(catalogue: Catalogue, answers: readonly Answer[]): readonly Answer[] | undefined {
  const isPossible = (some: readonly Answer[]): boolean =>
    possible(catalogue, hear(catalogue, { answers: byStatement(some), quantities: new Map() })) !== undefined;
  try {
    if (isPossible(answers)) return undefined;
    let kept = answers;
    for (const answer of answers) {
      const fewer = kept.filter((each) => each !== answer);
      if (!isPossible(fewer)) kept = fewer;
    }
    return kept;
  } catch (reason) {
    // More combinations than the reference cares to try.
    if (reason === unanswered) return undefined;
    throw reason;
  }
}

const byStatement = (answers: readonly Answer[]): ReadonlyMap<StatementId, Answer> =>
  new Map(answers.map((answer) => [answer.statement, answer]));

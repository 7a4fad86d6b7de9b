// Cases whose bills adopt conventions, with sheets that leave some of what those settle unspecified, and with some answers
// that hold by conventions themselves.

import type { Catalogue } from '../../src/core/model/catalogue.ts';
import type { Convention } from '../../src/core/model/convention.ts';
import { type Answer, openReasons, type Sheet } from '../../src/core/model/sheet.ts';
import { one, type Rational, rational, zero } from '../../src/core/values/rational.ts';
import { quantitiesIn } from '../reference/heard.ts';
import { withBill, withSheets } from './changes.ts';
import type { Draw } from './draw.ts';
import { drawScenario, type Scenario, type Wish } from './scenarios.ts';

export function drawAgreed(draw: Draw, wish: Wish): Scenario {
  const drawn = drawScenario(draw, wish);
  const drafts = [drawConvention(draw, drawn.design.catalogue, 'as-primary'), drawSecond(draw, drawn)];
  const all = drafts.filter((each) => each.settles.size > 0);
  const conventions = new Map(all.map((each) => [each.id, each]));
  const scenario = {
    ...drawn,
    design: { ...drawn.design, catalogue: { ...drawn.design.catalogue, conventions } },
  };
  const adopted = draw.some([...conventions.keys()], 85);
  const quieter = withSheets(scenario, (received) => ({
    ...received,
    sheet: marked(draw, [...conventions.keys()], muted(draw, scenario.design.catalogue, all, received.sheet)),
  }));
  return adopted.length === 0 ? quieter : withBill(quieter, { conventions: adopted });
}

const drawSecond = (draw: Draw, { design }: Scenario): Convention =>
  drawConvention(draw, draw.chance(30) ? design.catalogue : { quantities: new Map() }, 'other');

function drawConvention(draw: Draw, { quantities }: Pick<Catalogue, 'quantities'>, id: string): Convention {
  const figures = [...quantities.values()].filter(
    ({ measure, rule }) => measure.kind === 'number' && rule.kind !== 'own',
  );
  const shares = figures.filter(({ rule }) => rule.kind === 'fraction');
  const settled = draw.some(draw.chance(70) ? shares : figures, 60);
  const others = figures.filter((each) => !settled.includes(each)).map((each) => each.id);
  return {
    id,
    title: id,
    text: id,
    settles: new Map(settled.map((each) => [each.id, drawFigure(draw)])),
    unlessTold: draw.some(others, 70),
    references: [],
  };
}

const drawFigure = (draw: Draw): Rational =>
  draw.chance(70) ? zero : draw.pick([one, rational(1, 10), rational(1, 2)]);

/** Many sheets say nothing of what is settled. */
function muted(draw: Draw, catalogue: Catalogue, conventions: readonly Convention[], sheet: Sheet): Sheet {
  const about = conventions.flatMap(({ settles, unlessTold }) => [...settles.keys(), ...unlessTold]);
  const unspecified = new Set(draw.chance(70) ? draw.some(about, 75) : []);
  const isMuted = (id: string): boolean => {
    const statement = catalogue.statements.get(id);
    return (
      statement !== undefined && quantitiesIn(catalogue, statement).some((each) => unspecified.has(each))
    );
  };
  return {
    ...sheet,
    answers: new Map(
      [...sheet.answers].flatMap(([id, answer]) => (isMuted(id) ? leftOpen(draw, answer) : [[id, answer]])),
    ),
    quantities: new Map([...sheet.quantities].filter(([id]) => !unspecified.has(id))),
  };
}

/** Not there at all, or open for a reason: some reasons are silence, and some are not. */
function leftOpen(draw: Draw, { basis: _, custody: __, ...answer }: Answer): [string, Answer][] {
  if (draw.chance(85)) return [];
  return [[answer.statement, { ...answer, value: 'unknown', reason: draw.pick(openReasons) }]];
}

/** Answers that say that they hold by conventions only, whether or not the bill adopts those. */
function marked(draw: Draw, conventions: readonly string[], sheet: Sheet): Sheet {
  if (conventions.length === 0 || !draw.chance(30)) return sheet;
  const mark = (answer: Answer): Answer => {
    const isLeft = answer.statement === 'attributed' || answer.custody !== undefined || !draw.chance(30);
    return isLeft ? answer : { ...answer, basis: 'convention', conventions: [draw.pick(conventions)] };
  };
  return { ...sheet, answers: new Map([...sheet.answers].map(([id, answer]) => [id, mark(answer)])) };
}

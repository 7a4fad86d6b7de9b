// What conventions add to one input in the reference: figures for what its sheet does not mention, all or none of them.

import type { Bill } from '../../src/core/model/bill.ts';
import type { Catalogue, QuantityId, StatementId } from '../../src/core/model/catalogue.ts';
import type { Convention } from '../../src/core/model/convention.ts';
import type { Answer, Sheet } from '../../src/core/model/sheet.ts';
import { exact, order } from './exact.ts';
import { type Heard, quantitiesIn } from './heard.ts';
import { type Possible, possible } from './possible.ts';
import type { Span, Spans } from './spans.ts';

export const nothingHeard: Heard = {
  truths: new Map(),
  figures: new Map(),
  names: new Map(),
  lists: new Map(),
  inapplicable: new Set(),
};

/** Answers by conventions that the bill does not adopt are no answers. */
export function withoutStrange({ conventions = [] }: Bill, sheet: Sheet): Sheet {
  const isStrange = (answer: Answer): boolean =>
    answer.basis === 'convention' && answer.conventions?.every((id) => conventions.includes(id)) !== true;
  return { ...sheet, answers: new Map([...sheet.answers].filter(([, answer]) => !isStrange(answer))) };
}

/** `sheet`: what was received, whether or not it counts; `heard`: what of it counts. */
export function underConventions(
  bill: Bill,
  catalogue: Catalogue,
  sheet: Sheet | undefined,
  heard: Heard,
): Possible | undefined {
  const adopted = [...catalogue.conventions.values()].filter(({ id }) => bill.conventions?.includes(id));
  const before = possible(catalogue, heard);
  const withAll = (figures: readonly Figures[]): Possible | undefined => {
    const all = figures.flatMap((each) => [...each]);
    const clashes = all.some(([id, a]) =>
      all.some(([other, b]) => other === id && order(a.from, b.from) !== 0),
    );
    return clashes
      ? undefined
      : possible(catalogue, { ...heard, figures: new Map([...heard.figures, ...all]) });
  };
  const heeded = adopted.flatMap((convention) => {
    const figures = figuresOf(catalogue, convention, sheet);
    return isHarmless(catalogue, [convention], before, withAll([figures])) ? [figures] : [];
  });
  const after = withAll(heeded);
  return isHarmless(catalogue, adopted, before, after) ? after : before;
}

type Figures = ReadonlyMap<QuantityId, Span>;

function figuresOf(
  catalogue: Catalogue,
  { settles, unlessTold }: Convention,
  sheet: Sheet | undefined,
): ReadonlyMap<QuantityId, Span> {
  const isMentioned = (id: QuantityId): boolean => sheet !== undefined && mentions(catalogue, sheet, id);
  if (unlessTold.some(isMentioned)) return new Map();
  return new Map(
    [...settles].flatMap(([id, { n, d }]) => {
      const figure = exact(n, d);
      const span = { from: figure, fromOpen: false, to: figure, toOpen: false };
      return isMentioned(id) || isBooked(catalogue, sheet, id) ? [] : [[id, span] as const];
    }),
  );
}

function mentions(catalogue: Catalogue, sheet: Sheet, id: QuantityId): boolean {
  const speaks = (statement: StatementId): boolean => {
    const found = catalogue.statements.get(statement);
    return found !== undefined && quantitiesIn(catalogue, found).includes(id);
  };
  const isSilent = ({ value, reason }: Answer): boolean =>
    value === 'unknown' && (reason === undefined || reason === 'not-known' || reason === 'not-yet-answered');
  const answered = [...sheet.answers.values()].filter((answer) => !isSilent(answer));
  return sheet.quantities.has(id) || answered.some(({ statement }) => speaks(statement));
}

function isBooked(catalogue: Catalogue, sheet: Sheet | undefined, id: QuantityId): boolean {
  const rule = catalogue.quantities.get(id)?.rule;
  if (rule?.kind !== 'fraction' || rule.attributedBy === undefined) return false;
  return sheet?.answers.get(rule.attributedBy)?.value === 'true';
}

/** Nothing becomes known but what the conventions are about. */
function isHarmless(
  catalogue: Catalogue,
  conventions: readonly Convention[],
  before: Possible | undefined,
  after: Possible | undefined,
): boolean {
  if (before === undefined || after === undefined) return false;
  const isMeant = (id: QuantityId): boolean =>
    conventions.some(({ settles, unlessTold }) => settles.has(id) || unlessTold.includes(id));
  const others = [...catalogue.quantities.keys()].filter((id) => !isMeant(id));
  const isPlain = (id: StatementId): boolean => catalogue.statements.get(id)?.meaning.kind === 'plain';
  return (
    others.every((id) => isSame(before.quantities.get(id), after.quantities.get(id))) &&
    [...after.truths].every(([id, left]) => !isPlain(id) || left.size === before.truths.get(id)?.size)
  );
}

function isSame(a: Spans = [], b: Spans = []): boolean {
  const [first, second] = [endsOf(a), endsOf(b)];
  return first.length === second.length && first.every((end, index) => end === second[index]);
}

/** The ends of the hull, as texts. */
function endsOf(spans: Spans): readonly string[] {
  const low = [...spans].sort((a, b) => order(a.from, b.from) || Number(a.fromOpen) - Number(b.fromOpen))[0];
  const high = [...spans].sort((a, b) => {
    if (a.to === undefined || b.to === undefined)
      return Number(b.to !== undefined) - Number(a.to !== undefined);
    return order(b.to, a.to) || Number(a.toOpen) - Number(b.toOpen);
  })[0];
  const text = (end: Span['to'], isOpen: boolean | undefined): string =>
    end === undefined ? 'none' : `${end.top}/${end.bottom} ${isOpen}`;
  return [text(low?.from, low?.fromOpen), text(high?.to, high?.toOpen)];
}

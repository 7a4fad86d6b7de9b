// Open questions sorted by who can close them: each supplier, each process, the maker.

import { BARRED, type ExplainedGap, gapsAtTheEnd, UNKNOWN_AFTER } from './gap.ts';
import type { OpenPoint, OpenQuestion, ReportRow } from './report-model.ts';
import { whoseGap } from './why.ts';
import { capitalised, name } from './words.ts';

/** An open row with the gaps that keep it open. */
export interface OpenRow {
  readonly row: Pick<ReportRow, 'id' | 'title'>;
  readonly gaps: readonly ExplainedGap[];
}

/** Titles of what is open for no other reason than that inputs give ranges: figures in confidence may decide it. */
export const openByRanges = (rows: readonly OpenRow[]): readonly string[] =>
  rows
    .filter(({ gaps }) => gaps.length > 0 && gapsAtTheEnd(gaps).every(({ why }) => why === 'range'))
    .map(({ row }) => row.title);

/** Answers that are open for one reason. */
interface Point {
  readonly gap: ExplainedGap;
  readonly answers: Map<string, string>;
}

type Points = ReadonlyMap<string, Point>;

/** Those that keep most answers open come first; what the maker has to answer comes last. */
export function openQuestions(rows: readonly OpenRow[]): readonly OpenQuestion[] {
  const questions = new Map<string, Map<string, Point>>();
  for (const { row, gaps } of rows) {
    for (const gap of gapsAtTheEnd(gaps)) {
      const who = JSON.stringify([gap.path, gap.of]);
      const points = questions.get(who) ?? new Map<string, Point>();
      const point = points.get(reasonKey(gap)) ?? { gap, answers: new Map() };
      point.answers.set(row.id, row.title);
      points.set(reasonKey(gap), point);
      questions.set(who, points);
    }
  }
  const found = [...questions.values()].map((points) => ({
    question: toQuestion(points),
    weight: weightOf(points),
  }));
  found.sort((a, b) => Number(a.question.isOwn) - Number(b.question.isOwn) || b.weight - a.weight);
  return found.map(({ question }) => question);
}

/** Own uses of two kinds are stated by two processes, so they are two reasons. */
const reasonKey = ({ kind, why, inShort, closes }: ExplainedGap): string =>
  `${kind} ${why ?? inShort} ${kind === 'own-use' ? closes : ''}`;

const weightOf = (points: Points): number =>
  new Set([...points.values()].flatMap(({ answers }) => [...answers.keys()])).size;

function toQuestion(points: Points): OpenQuestion {
  const all = [...points.values()];
  const gap = all[0]?.gap;
  const { maker, sheet } = all.map((point) => point.gap).find((each) => each.sheet !== undefined) ?? {};
  return {
    who: gap === undefined ? '' : capitalised(whoseGap(gap)),
    isOwn: all.every((point) => isOwn(point.gap)),
    ...(maker === undefined ? {} : { maker }),
    ...(sheet === undefined ? {} : { sheet }),
    points: all.map(toPoint),
  };
}

const isOwn = ({ kind }: ExplainedGap): boolean => kind === 'own-answer' || kind === 'own-use';

function toPoint({ gap, answers }: Point): OpenPoint {
  return {
    why: shortFor(gap),
    answers: [...answers].map(([id, title]) => ({ id, title })),
    closes: answers.size === 1 ? gap.closes : closesAll(gap),
  };
}

/** A range differs from answer to answer; that it is one does not. */
function shortFor({ why, kind, inShort }: ExplainedGap): string {
  if (why === 'range') return 'says too little';
  return kind === 'own-answer' && inShort !== BARRED.inShort ? 'has not answered' : inShort;
}

/** What closes several answers at once. */
function closesAll(gap: ExplainedGap): string {
  const whom = gap.maker === undefined ? 'its maker' : name(gap.maker);
  const sheet = gap.sheet === undefined ? 'its sheet' : name(gap.sheet);
  if (gap.why === 'missing') return 'ask its maker for a sheet';
  if (gap.kind === 'declared') return `ask ${whom} about these`;
  if (gap.why === 'silent' && !gap.isMerged)
    return `ask ${whom} to answer these in the next revision of ${sheet}`;
  if (gap.why === 'range' && !gap.isMerged) {
    return `ask ${whom} for the figures themselves, in confidence, or for narrower answers`;
  }
  if (gap.kind === 'process' && gap.inShort === UNKNOWN_AFTER) {
    return 'name an effect that describes the process more closely, or answer these in the bill from knowledge of the product itself';
  }
  return gap.kind === 'own-answer' && gap.inShort !== BARRED.inShort
    ? 'answer these under `answers` in the bill'
    : gap.closes;
}

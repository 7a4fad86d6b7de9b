// Open questions sorted by who can close them: each supplier, each process, the maker.

import { type ExplainedGap, gapsAtTheEnd } from './gap.ts';
import type { OpenQuestion, ReportRow } from './report-model.ts';
import { whoseGap } from './why.ts';
import { capitalised, name } from './words.ts';

/** An open row with the gaps that keep it open. */
export interface OpenRow {
  readonly row: Pick<ReportRow, 'id' | 'title'>;
  readonly gaps: readonly ExplainedGap[];
}

/** Those that keep most answers open come first; what the maker has to answer comes last. */
export function openQuestions(rows: readonly OpenRow[]): readonly OpenQuestion[] {
  const questions = new Map<string, { gap: ExplainedGap; answers: Map<string, string>; alone: boolean }>();
  for (const { row, gaps } of rows) {
    for (const gap of gapsAtTheEnd(gaps)) {
      const key = JSON.stringify([gap.kind, gap.path, gap.of, gap.why ?? '']);
      const question = questions.get(key) ?? { gap, answers: new Map(), alone: true };
      question.alone = question.alone && (question.answers.size === 0 || question.answers.has(row.id));
      question.answers.set(row.id, row.title);
      questions.set(key, question);
    }
  }
  const found = [...questions.values()].map(({ gap, answers, alone }) => ({
    ...toQuestion(gap, alone),
    answers: [...answers].map(([id, title]) => ({ id, title })),
  }));
  return found.sort((a, b) => Number(a.isOwn) - Number(b.isOwn) || b.answers.length - a.answers.length);
}

function toQuestion(gap: ExplainedGap, alone: boolean): Omit<OpenQuestion, 'answers'> {
  return {
    because: capitalised(gap.kind === 'own-answer' ? ownAnswers(gap) : `${whoseGap(gap)}: ${shortFor(gap)}`),
    isOwn: gap.kind === 'own-answer' || gap.kind === 'own-use',
    ...(gap.maker === undefined ? {} : { maker: gap.maker }),
    ...(gap.sheet === undefined ? {} : { sheet: gap.sheet }),
    closes: alone ? gap.closes : closesAll(gap),
  };
}

function ownAnswers({ path }: ExplainedGap): string {
  const whose =
    path.length === 0 ? 'the maker' : `the maker of ${[...path].reverse().map(name).join(' of ')}`;
  return `${whose} has not answered`;
}

/** A range differs from answer to answer; that it is one does not. */
const shortFor = (gap: ExplainedGap): string => (gap.why === 'range' ? 'says too little' : gap.inShort);

/** What closes several answers at once. */
function closesAll(gap: ExplainedGap): string {
  const whom = gap.maker === undefined ? 'its maker' : name(gap.maker);
  const sheet = gap.sheet === undefined ? 'its sheet' : name(gap.sheet);
  if (gap.why === 'missing') return 'ask its maker for a sheet';
  if (gap.why === 'silent') return `ask ${whom} to answer these in the next revision of ${sheet}`;
  if (gap.why === 'range' && !gap.closes.includes('--quantities')) {
    return `ask ${whom} for the figures themselves, in confidence, or for narrower answers`;
  }
  if (gap.kind === 'process' && gap.inShort === 'unknown after it') {
    return 'name an effect that describes the process more closely, or answer these in the bill from knowledge of the product itself';
  }
  return gap.kind === 'own-answer' ? 'answer these under `answers` in the bill' : gap.closes;
}

// The parts of a terminal report that tell how a sheet came about: what processes changed, what is open because of
// whom, what it rests on.

import type { OpenQuestion, ProcessChange, Report, ReportInput } from '../../core/questions/report-model.ts';
import type { Style } from '../palette.ts';
import { plural } from '../plural.ts';
import { shareText } from './amounts.ts';
import {
  changesInWords,
  INPUTS_TITLE,
  NAMED_ONLY,
  processName,
  processTitle,
  questionTitle,
} from './report-words.ts';
import { moreAnswers, rangesInWords, titlesInShort } from './shortened.ts';
import { type Block, bullet, prose } from './terminal-blocks.ts';

const DIGEST_SHOWN = 12;
/** Those that keep most answers open come first. */
const MOST_QUESTIONS = 40;

export function changesBlock({ changes }: Report, style: Style): Block | undefined {
  if (changes === undefined || changes.length === 0) return undefined;
  const telling = changes.filter((process) => process.changes.length > 0);
  const quiet = changes.filter((process) => process.changes.length === 0).map(processName);
  return {
    title: 'What processes changed',
    lines: [
      ...telling.flatMap((process) => processLines(process, style)),
      ...(quiet.length === 0 ? [] : bullet(`changed nothing: ${quiet.join(', ')}`, style)),
    ],
  };
}

function processLines(process: ProcessChange, style: Style): readonly string[] {
  const told = changesInWords(process.changes);
  return [...bullet(processTitle(process), style), ...told.flatMap((each) => prose(each, style, '      '))];
}

export function openBlock(report: Report, style: Style): Block | undefined {
  const { open } = report;
  if (open.length === 0) return undefined;
  const own = open.filter((question) => question.isOwn);
  const others = open.filter((question) => !question.isOwn);
  const left = moreAnswers(report, open);
  const ranges = rangesInWords(report);
  const more = others.length - MOST_QUESTIONS;
  const rest =
    more <= 0
      ? []
      : bullet(
          `${plural(more, 'more', 'more')} that keep fewer answers open; the Markdown report has them all`,
          style,
        );
  return {
    title: 'Open questions',
    lines: [
      ...others.slice(0, MOST_QUESTIONS).flatMap((question) => questionLines(question, style)),
      ...rest,
      ...own.flatMap((question) => questionLines(question, style)),
      ...(ranges === undefined ? [] : prose(ranges, style, '  ')),
      ...(left === undefined ? [] : prose(left, style, '  ', style.palette.faint)),
    ],
  };
}

function questionLines(question: OpenQuestion, style: Style): readonly string[] {
  const { points } = question;
  return [
    ...bullet(questionTitle(question), style),
    ...points.flatMap(({ why, answers, closes }) => [
      ...prose(`${why}: ${titlesInShort(answers.map((answer) => answer.title)).join('; ')}`, style, '    '),
      ...prose(`to close it: ${closes}`, style, '      ', style.palette.faint),
    ]),
  ];
}

export function restsBlock({ inputs, isPrivate }: Report, style: Style): Block | undefined {
  if (inputs.length === 0) return undefined;
  const named = isPrivate ? [] : prose(NAMED_ONLY, style);
  return { title: INPUTS_TITLE, lines: [...named, ...inputs.flatMap((input) => inputLines(input, style))] };
}

/** What stands behind an input stands below it, further in. */
function inputLines(input: ReportInput, style: Style): readonly string[] {
  const { path, name, state, share, inWords, product, maker } = input;
  const indent = '  '.repeat(path.length + 1);
  const sheet = sheetText(input);
  if (state === 'named') return bullet(sheet, style, indent);
  const part = share === undefined ? '' : `, ${shareText(share)} of the mass that goes in`;
  const source = maker === undefined ? [] : [`${product ?? ''} by ${maker}`];
  return [
    ...bullet(`${name}: ${inWords}${part}`, style, indent),
    ...[...source, sheet]
      .filter((each) => each !== '')
      .flatMap((each) => prose(each, style, `${indent}  `, style.palette.faint)),
  ];
}

/** Id, revision, digest, validity and assurance of a sheet in one line. */
export function sheetText({ sheet, validUntil, assurance }: ReportInput): string {
  if (sheet === undefined) return '';
  return [
    `${sheet.id}:${sheet.revision}`,
    `sha256 ${sheet.sha256.slice(0, DIGEST_SHOWN)}`,
    ...(validUntil === undefined ? [] : [`valid until ${validUntil}`]),
    ...(assurance === undefined ? [] : [assurance]),
  ].join(', ');
}

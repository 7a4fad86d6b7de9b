// What became of the entries of a sheet that was carried to another catalogue: a line for each that differs there.

import type { Catalogue } from '../../core/model/catalogue.ts';
import type { Answer, QuantityEntry } from '../../core/model/sheet.ts';
import type { Move } from '../../core/questions/migrate.ts';
import { escapeLineStarts, escapeMessage } from '../escape.ts';
import { listInWords, plural } from '../plural.ts';
import { answersForm } from '../sheets/answer-forms.ts';
import { writeJson } from '../sheets/json.ts';
import { quantitiesDocument } from '../sheets/sheet-tree.ts';

/** `before`: what the answers were given to. With `lossesOnly`, only what was answered and is not any more. */
export function renderMoves(moves: readonly Move[], before: Catalogue, lossesOnly: boolean): string {
  const told = lossesOnly ? moves.filter(isLoss) : moves;
  const count = moves.length === 0 ? 'no changes' : plural(moves.length, 'change');
  const lost = moves.filter(isLoss).length;
  const summary = `${count}, ${lost === 0 ? 'no answer' : plural(lost, 'answer')} lost`;
  const lines = [...told.map((move) => lineOf(move, before)), ...(lossesOnly ? [] : [summary])];
  return lines.map((line) => `${escapeLineStarts(escapeMessage(line))}\n`).join('');
}

const isAnswered = ({ answers, figure }: Move): boolean => answers.length > 0 || figure !== undefined;

const isLoss = (move: Move): boolean =>
  (move.outcome === 'dropped' || move.outcome === 'reopened') && isAnswered(move);

function lineOf(move: Move, before: Catalogue): string {
  const { kind, id, from, outcome, aspects } = move;
  const name = `${kind} \`${id}\`${from === undefined ? '' : ` (it was \`${from}\`)`}`;
  const differs = aspects.length === 0 ? '' : `; differs in ${listInWords(aspects)}`;
  const was = isAnswered(move) ? `; it was answered ${answerOf(move, before)}` : '; it was not answered';
  if (outcome === 'added') return `new: ${name}${kind === 'quantity' ? '' : ' is not yet answered'}`;
  if (outcome === 'dropped') return `${isLoss(move) ? 'warning: ' : ''}retired: ${name}${was}`;
  if (outcome === 'kept') return `kept: ${name}${differs}`;
  if (outcome === 'changed') return `changed: ${name}${differs}${was}`;
  return `warning: to be answered again: ${name}${differs}${was}`;
}

/** On one line, as a sheet in JSON says it. */
function answerOf({ answers, figure }: Move, before: Catalogue): string {
  const said = [answersWords(answers, before), figureWords(figure, before)];
  return listInWords(said.filter((each) => each !== ''));
}

function answersWords(answers: readonly Answer[], before: Catalogue): string {
  const forms = answersForm(new Map(answers.map((each) => [each.statement, each])), before);
  return [...forms].map(([key, form]) => `\`${onOneLine(new Map([[key, form]]))}\``).join(', ');
}

function figureWords(figure: QuantityEntry | undefined, before: Catalogue): string {
  if (figure === undefined) return '';
  const form = quantitiesDocument(new Map([[figure.quantity, figure]]), before);
  return `with the figure \`${onOneLine(form)}\``;
}

const onOneLine = (form: Parameters<typeof writeJson>[0]): string =>
  JSON.stringify(JSON.parse(writeJson(form))).slice(1, -1);

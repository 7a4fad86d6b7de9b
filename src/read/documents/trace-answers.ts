// The answers of a trace document: what each rests on, or why it stays open.

import { type AnswerValue, assuranceLevels, openReasons } from '../../core/model/sheet.ts';
import {
  type Stage,
  silences,
  type TraceAnswer,
  type TraceGap,
  type TraceGround,
} from '../../core/model/trace.ts';
import { type Node, valueAt } from '../tree.ts';
import { itemsOf, textAt, textsAt, wordAt } from './fields.ts';
import { wholeNumber } from './header.ts';
import { namesAt, optional } from './trace-fields.ts';

const answerValues: readonly AnswerValue[] = ['true', 'false', 'unknown', 'not-applicable'];

export function readTraceAnswer(node: Node): TraceAnswer {
  return {
    statement: textAt(node, 'statement') ?? '',
    answer: wordAt(node, 'answer', answerValues) ?? 'unknown',
    ...optional('reason', wordAt(node, 'reason', openReasons)),
    ...namesAt(node, 'conventions'),
    subjects: textsAt(node, 'subjects'),
    rests: itemsOf(valueAt(node, 'rests')).map(readGround),
    ...standsOf(node),
    ...(textAt(node, 'minimal') === 'false' ? { minimal: false } : {}),
    constraints: textsAt(node, 'constraints'),
    changedBy: textsAt(node, 'changedBy'),
    gaps: itemsOf(valueAt(node, 'gaps')).map(readGap),
    conflictedBy: textsAt(node, 'conflictedBy'),
  };
}

function standsOf(node: Node): Pick<TraceAnswer, 'stands'> {
  const stands = itemsOf(valueAt(node, 'stands')).map(
    (stage): Stage => ({
      assurance: wordAt(stage, 'assurance', assuranceLevels) ?? 'self-declared',
      ...optional('until', textAt(stage, 'until')),
    }),
  );
  return stands.length === 0 ? {} : { stands };
}

function readGround(node: Node): TraceGround {
  const file = textAt(node, 'file') ?? '';
  const line = wholeNumber(textAt(node, 'line')) ?? 0;
  const kind = textAt(node, 'kind');
  if (kind === 'process') {
    return { kind, name: textAt(node, 'name') ?? '', effect: textAt(node, 'effect') ?? '', file, line };
  }
  const of = textAt(node, 'of') ?? '';
  const says = textAt(node, 'says') ?? '';
  if (kind === 'convention') {
    const conventions = textsAt(node, 'conventions');
    return { kind, conventions, input: textAt(node, 'input') ?? '', of, says, file, line };
  }
  const note = optional('note', textAt(node, 'note'));
  if (kind !== 'answer') return { kind: 'own', of, says, file, line, ...note };
  return {
    kind,
    input: textAt(node, 'input') ?? '',
    of,
    says,
    sheet: textAt(node, 'sheet') ?? '',
    sha256: textAt(node, 'sha256') ?? '',
    file,
    line,
    assurance: wordAt(node, 'assurance', assuranceLevels) ?? 'self-declared',
    ...optional('from', wordAt(node, 'from', ['composition'] as const)),
    ...note,
  };
}

function readGap(node: Node): TraceGap {
  const kind = textAt(node, 'kind');
  if (kind === 'input') {
    const why = wordAt(node, 'why', silences) ?? 'silent';
    return { kind, input: textAt(node, 'input') ?? '', why, value: textAt(node, 'value') ?? '' };
  }
  if (kind === 'process')
    return { kind, name: textAt(node, 'name') ?? '', effect: textAt(node, 'effect') ?? '' };
  if (kind === 'own-use') {
    const left = valueAt(node, 'left') === undefined ? {} : { left: textsAt(node, 'left') };
    return { kind, quantity: textAt(node, 'quantity') ?? '', ...left };
  }
  return { kind: kind === 'joint' ? 'joint' : 'own-answer' };
}

// A trace as trace/1: keys always in the same order, one line for whatever fits into one, so that a trace of a
// thousand steps can still be read and compared.

import type {
  Trace,
  TraceAnswer,
  TraceGap,
  TraceGround,
  TraceInput,
  TraceProcess,
  TraceStep,
  TraceSubject,
} from '../core/model/trace.ts';
import { type DocumentMap, type DocumentValue, isList, isMap, mapOf } from './sheets/document.ts';
import { writeCompactJson } from './sheets/json.ts';

export const writeTrace = (trace: Trace): string =>
  `${fitted(mapOf([['loopsheet', 'trace/1'], ...bodyOf(trace)]), '')}\n`;

type MaybeEntry = readonly [key: string, value: DocumentValue | undefined];

function bodyOf(trace: Trace): readonly MaybeEntry[] {
  const { sheet, bill, catalogue, inputs, processes, steps, subjects, answers } = trace;
  return [
    [
      'sheet',
      mapOf([
        ['id', sheet.id],
        ['revision', sheet.revision],
        ['product', sheet.product],
        ['sha256', sheet.sha256],
      ]),
    ],
    ['bill', mapOf(Object.entries({ file: bill.file, sha256: bill.sha256 }))],
    ['catalogue', catalogue],
    ['inputs', inputs.map(inputOf)],
    ['processes', processes.map(processOf)],
    ['steps', steps.map(stepOf)],
    ['subjects', subjects.map(subjectOf)],
    ['answers', answers.map(answerOf)],
  ];
}

const inputOf = ({ name, state, mass, share, sheet, disregarded, trace }: TraceInput): DocumentMap =>
  mapOf([
    ['name', name],
    ['state', state],
    ['mass', mass],
    ['share', share],
    ['sheet', sheet === undefined ? undefined : receivedOf(sheet)],
    ['disregarded', disregarded.map(({ statement, code }) => mapOf(Object.entries({ statement, code })))],
    ['trace', trace === undefined ? undefined : mapOf(bodyOf(trace))],
  ]);

function receivedOf(sheet: NonNullable<TraceInput['sheet']>): DocumentMap {
  const { id, revision, sha256, file, product, maker, assurance, validUntil } = sheet;
  return mapOf(Object.entries({ id, revision, sha256, file, product, maker, assurance, validUntil }));
}

const processOf = ({
  name,
  effect,
  title,
  takes,
  gives,
  loses,
  uses,
  shares,
  levels,
  line,
}: TraceProcess): DocumentMap =>
  mapOf([
    ['name', name],
    ['effect', effect],
    ['title', title],
    ['takes', takes],
    ['gives', gives],
    ['loses', loses],
    ['uses', uses],
    ['shares', figuresOf(shares)],
    ['levels', figuresOf(levels)],
    ['line', line],
  ]);

const figuresOf = (figures: TraceProcess['shares']): DocumentValue =>
  figures.map(({ quantity, value }) => mapOf(Object.entries({ quantity, value })));

const stepOf = ({ part, input, process, mass, from }: TraceStep): DocumentMap =>
  mapOf(Object.entries({ part, input, process, mass, from }));

const subjectOf = ({ id, title, rule, weight, value, values }: TraceSubject): DocumentMap =>
  mapOf([
    ['id', id],
    ['title', title],
    ['rule', rule],
    ['weight', weight],
    ['value', value],
    [
      'values',
      values.map((each) =>
        mapOf(Object.entries({ value: each.value, behaviour: each.behaviour, plainly: each.plainly })),
      ),
    ],
  ]);

const answerOf = ({
  statement,
  answer,
  reason,
  subjects,
  rests,
  constraints,
  changedBy,
  gaps,
  conflictedBy,
}: TraceAnswer): DocumentMap =>
  mapOf([
    ['statement', statement],
    ['answer', answer],
    ['reason', reason],
    ['subjects', subjects],
    ['rests', rests.map(groundOf)],
    ['constraints', constraints],
    ['changedBy', changedBy],
    ['gaps', gaps.map(gapOf)],
    ['conflictedBy', conflictedBy],
  ]);

function groundOf(ground: TraceGround): DocumentMap {
  const { kind, file, line } = ground;
  if (ground.kind === 'process') {
    return mapOf(Object.entries({ kind, name: ground.name, effect: ground.effect, file, line }));
  }
  const { of, says } = ground;
  if (ground.kind === 'own') return mapOf(Object.entries({ kind, of, says, file, line }));
  const { input, sheet, sha256, assurance } = ground;
  return mapOf(Object.entries({ kind, input, of, says, sheet, sha256, file, line, assurance }));
}

function gapOf(gap: TraceGap): DocumentMap {
  const { kind } = gap;
  if (gap.kind === 'input')
    return mapOf(Object.entries({ kind, input: gap.input, why: gap.why, value: gap.value }));
  if (gap.kind === 'process') return mapOf(Object.entries({ kind, name: gap.name, effect: gap.effect }));
  return mapOf(Object.entries(gap.kind === 'own-use' ? { kind, quantity: gap.quantity } : { kind }));
}

const WIDEST_LINE = 110;

/** On one line where it fits, otherwise one entry per line. */
function fitted(value: DocumentValue, indent: string): string {
  const line = writeCompactJson(value);
  if (!(isMap(value) || isList(value)) || indent.length + line.length <= WIDEST_LINE) return line;
  const inner = `${indent}  `;
  if (isMap(value)) {
    const entries = [...value].map(
      ([key, each]) => `${inner}${writeCompactJson(key)}: ${fitted(each, inner)}`,
    );
    return `{\n${entries.join(',\n')}\n${indent}}`;
  }
  return `[\n${value.map((each) => inner + fitted(each, inner)).join(',\n')}\n${indent}]`;
}

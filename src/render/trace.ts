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

/** Bills behind inputs stand in one list, each once however often it is used, after those it is made of itself. */
export function writeTrace(trace: Trace): string {
  const places = new Map<Trace, number>();
  placeBehind(trace, places);
  const bills = [...places.keys()].map((behind) => mapOf(bodyOf(behind, places)));
  const behind: readonly MaybeEntry[] = bills.length === 0 ? [] : [['bills', bills]];
  return `${fitted(mapOf([['loopsheet', 'trace/1'], ...bodyOf(trace, places), ...behind]), '')}\n`;
}

function placeBehind({ inputs }: Trace, places: Map<Trace, number>): void {
  for (const { trace } of inputs) {
    if (trace === undefined || places.has(trace)) continue;
    placeBehind(trace, places);
    places.set(trace, places.size);
  }
}

type Places = ReadonlyMap<Trace, number>;

type MaybeEntry = readonly [key: string, value: DocumentValue | undefined];

function bodyOf(trace: Trace, places: Places): readonly MaybeEntry[] {
  const { sheet, bill, catalogue, conventions, inputs, processes, steps, subjects, answers } = trace;
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
    ['conventions', conventions],
    ['inputs', inputs.map((input) => inputOf(input, places))],
    ['processes', processes.map(processOf)],
    ['steps', steps.map(stepOf)],
    ['subjects', subjects.map(subjectOf)],
    ['answers', answers.map(answerOf)],
  ];
}

const inputOf = (
  { name, state, mass, optional, line, share, sheet, disregarded, trace }: TraceInput,
  places: Places,
): DocumentMap =>
  mapOf([
    ['name', name],
    ['state', state],
    ['mass', mass],
    ['optional', optional],
    ['line', line],
    ['share', share],
    ['sheet', sheet === undefined ? undefined : receivedOf(sheet)],
    ['disregarded', disregarded.map(({ statement, code }) => mapOf(Object.entries({ statement, code })))],
    ['bill', trace === undefined ? undefined : places.get(trace)],
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
  parameters,
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
    ['parameters', parameters?.map((each) => mapOf(Object.entries(each)))],
    ['levels', figuresOf(levels)],
    ['line', line],
  ]);

const figuresOf = (figures: TraceProcess['shares']): DocumentValue =>
  figures.map(({ quantity, value }) => mapOf(Object.entries({ quantity, value })));

const stepOf = ({ part, input, process, lots, mass, from }: TraceStep): DocumentMap =>
  mapOf(Object.entries({ part, input, process, lots, mass, from }));

const subjectOf = ({ id, title, rule, weight, value, byConvention, values }: TraceSubject): DocumentMap =>
  mapOf([
    ['id', id],
    ['title', title],
    ['rule', rule],
    ['weight', weight],
    ['value', value],
    ['byConvention', byConvention],
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
  conventions,
  subjects,
  rests,
  stands,
  minimal,
  constraints,
  changedBy,
  gaps,
  conflictedBy,
}: TraceAnswer): DocumentMap =>
  mapOf([
    ['statement', statement],
    ['answer', answer],
    ['reason', reason],
    ['conventions', conventions],
    ['subjects', subjects],
    ['rests', rests.map(groundOf)],
    ['stands', stands?.map(({ assurance, until }) => mapOf(Object.entries({ assurance, until })))],
    ['minimal', minimal],
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
  if (ground.kind === 'convention') {
    const { conventions, input } = ground;
    return mapOf(Object.entries({ kind, conventions, input, of, says, file, line }));
  }
  const { note } = ground;
  if (ground.kind === 'own') return mapOf(Object.entries({ kind, of, says, file, line, note }));
  const { input, sheet, sha256, assurance, from } = ground;
  return mapOf(Object.entries({ kind, input, of, says, sheet, sha256, file, line, assurance, from, note }));
}

function gapOf(gap: TraceGap): DocumentMap {
  const { kind } = gap;
  if (gap.kind === 'input')
    return mapOf(Object.entries({ kind, input: gap.input, why: gap.why, value: gap.value }));
  if (gap.kind === 'process') return mapOf(Object.entries({ kind, name: gap.name, effect: gap.effect }));
  return mapOf(Object.entries(gap.kind === 'own-use' ? { kind, quantity: gap.quantity } : { kind }));
}

const WIDEST_LINE = 110;

/** On one line where it fits, otherwise one entry per line. What is within is written once, for either. */
function fitted(value: DocumentValue, indent: string): string {
  if (!(isMap(value) || isList(value))) return writeCompactJson(value);
  const inner = `${indent}  `;
  const [opening, closing] = isMap(value) ? ['{', '}'] : ['[', ']'];
  const keys = isMap(value) ? [...value.keys()].map(writeCompactJson) : undefined;
  const texts = (isMap(value) ? [...value.values()] : value).map((each) => fitted(each, inner));
  const entries = (colon: string): readonly string[] =>
    keys === undefined ? texts : texts.map((text, index) => `${keys[index]}${colon}${text}`);
  const room = WIDEST_LINE - indent.length;
  // Most of what is long is found to be so before it is put together.
  if (texts.reduce((length, text) => length + text.length + 1, 0) < room) {
    const line = `${opening}${entries(':').join(',')}${closing}`;
    if (line.length <= room && !line.includes('\n')) return line;
  }
  const lines = entries(': ').map((entry) => inner + entry);
  return `${opening}\n${lines.join(',\n')}\n${indent}${closing}`;
}

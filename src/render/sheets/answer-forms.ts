// How the answers of a sheet are written: in catalogue order, and a group as one wherever that says the same
// as its bands. The canonical form of an answer that carries nothing but its value is the bare value.

import type { Band, Catalogue, Group, StatementId } from '../../core/model/catalogue.ts';
import type { Answer, AnswerValue, Sheet } from '../../core/model/sheet.ts';
import { inOrder } from '../../core/text/order.ts';
import { type DocumentMap, type DocumentValue, listOf, mapOf } from './document.ts';

type Answers = Sheet['answers'];
type Entry = readonly [key: string, value: DocumentValue];

/** The answers as a document writes them: groups as one where possible. */
export function answersForm(answers: Answers, catalogue: Catalogue): DocumentMap {
  const written = new Set<string>();
  const entries: Entry[] = [];
  for (const answer of answersInOrder(answers, catalogue)) {
    const group = catalogue.groups.get(catalogue.statements.get(answer.statement)?.group ?? '');
    if (group !== undefined && written.has(group.id)) continue;
    const whole = group === undefined ? undefined : groupForm(group, answers);
    if (group !== undefined && whole !== undefined) {
      written.add(group.id);
      entries.push([group.id, whole]);
    } else entries.push([answer.statement, answerForm(valueForm(answer.value), answer)]);
  }
  return new Map(entries);
}

/** Every answer, in catalogue order; those that the catalogue does not know come last. */
export function answersInOrder(answers: Answers, catalogue: Catalogue): readonly Answer[] {
  const known = [...catalogue.statements.keys()].filter((id) => answers.has(id));
  const strange = inOrder([...answers.keys()].filter((id) => !catalogue.statements.has(id)));
  return [...known, ...strange].flatMap((id: StatementId) => answers.get(id) ?? []);
}

const valueForm = (value: AnswerValue): DocumentValue =>
  value === 'true' || value === 'false' ? value === 'true' : value;

function answerForm(value: DocumentValue, answer: Answer): DocumentValue {
  const details = detailsForm(answer);
  return details.size === 0 ? value : new Map<string, DocumentValue>([['answer', value], ...details]);
}

/** What an answer carries besides its value, in the order in which it is always written. */
export function detailsForm(answer: Answer): DocumentMap {
  const { assurance } = answer;
  return mapOf([
    ['reason', answer.reason],
    ['basis', answer.basis],
    ['conventions', listOf(answer.conventions ?? [])],
    ['list', answer.list],
    ['custody', answer.custody],
    ['references', listOf(answer.references)],
    [
      'evidence',
      listOf(answer.evidence.map(({ title, uri, sha256 }) => mapOf(Object.entries({ title, uri, sha256 })))),
    ],
    [
      'assurance',
      assurance === undefined
        ? undefined
        : mapOf([
            ['level', assurance.level],
            ['by', assurance.by],
            ['scheme', assurance.scheme],
            ['date', assurance.date],
            ['validUntil', assurance.validUntil],
          ]),
    ],
    ['note', answer.note],
  ]);
}

/** The answer of a whole group, or undefined where its bands say something that it cannot. */
function groupForm(group: Group, answers: Answers): DocumentValue | undefined {
  const bands = group.bands.flatMap((band) => answers.get(band.statement) ?? []);
  const [first] = bands;
  if (first === undefined || bands.length !== group.bands.length || !haveSameDetails(bands)) return undefined;
  const value = wholeValue(group, answers);
  return value === undefined ? undefined : answerForm(value, first);
}

const wholeValues: readonly string[] = ['true', 'false', 'unknown', 'not-applicable'] satisfies AnswerValue[];

function wholeValue(group: Group, answers: Answers): string | undefined {
  const answered = (band: Band): AnswerValue | undefined => answers.get(band.statement)?.value;
  const holds = group.bands.filter((band) => answered(band) === 'true');
  const [only] = holds;
  if (only === undefined) {
    const [value] = group.bands.map(answered);
    const isOpen = value === 'unknown' || value === 'not-applicable';
    return isOpen && group.bands.every((band) => answered(band) === value) ? value : undefined;
  }
  const othersFail = group.bands.every((band) => band === only || answered(band) === 'false');
  // A band named like an answer could not be told from one.
  return holds.length === 1 && othersFail && !wholeValues.includes(only.id) ? only.id : undefined;
}

function haveSameDetails(answers: readonly Answer[]): boolean {
  const written = answers.map((answer) => JSON.stringify([...detailsForm(answer)].map(plain)));
  return written.every((each) => each === written[0]);
}

const plain = ([key, value]: Entry): unknown => [key, flat(value)];

const flat = (value: DocumentValue): unknown =>
  value instanceof Map ? [...value].map(plain) : Array.isArray(value) ? value.map(flat) : value;

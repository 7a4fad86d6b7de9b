// The answers of a sheet or a bill, one per statement: groups answered as one are spread over their bands, names
// are looked up in the catalogue, and nothing may be answered twice.

import type { Catalogue, Group, Statement, StatementId } from '../../core/model/catalogue.ts';
import type { Answer, AnswerDetails, AnswerValue } from '../../core/model/sheet.ts';
import { type Finding, finding } from '../../core/text/finding.ts';
import type { Span } from '../../core/text/span.ts';
import { didYouMean } from '../../core/text/suggest.ts';
import { type Entry, type Node, type ScalarNode, valueAt } from '../tree.ts';
import { meansFalse, meansInapplicable, meansTrue } from './answer-words.ts';
import { readDetails } from './details.ts';
import { entriesOf, type Report, scalarText } from './fields.ts';
import { resolveTarget, unknownStatement } from './resolve.ts';
import { wrongBand } from './wrong-band.ts';

const values = ['true', 'false', 'unknown', 'not-applicable'] as const satisfies readonly AnswerValue[];

const isValue = (text: string): text is AnswerValue => values.some((value) => value === text);

export function readAnswers(
  node: Node | undefined,
  catalogue: Catalogue,
  report: Report,
): ReadonlyMap<StatementId, Answer> {
  const answers = new Map<StatementId, Answer>();
  for (const entry of entriesOf(node)) {
    const read = readEntry(entry, catalogue, report);
    const repeated = read.find(({ statement }) => answers.has(statement));
    const first = repeated === undefined ? undefined : answers.get(repeated.statement);
    if (first !== undefined) report(repeatedAnswer(entry, first));
    else for (const answer of read) answers.set(answer.statement, answer);
  }
  for (const group of catalogue.groups.values()) checkBands(group, answers, report);
  return answers;
}

/** The answers that one entry gives; none when it cannot be understood. */
function readEntry(entry: Entry, catalogue: Catalogue, report: Report): readonly Answer[] {
  const target = resolveTarget(entry.key, catalogue);
  if (target === undefined) {
    report(unknownStatement(entry.key, catalogue, entry.keyAt));
    return [];
  }
  const written = entry.value.kind === 'map' ? valueAt(entry.value, 'answer') : entry.value;
  if (written?.kind !== 'scalar' || written.type === 'null') return [];
  const details = readDetails(entry.value, report);
  const places = { at: entry.keyAt, valueAt: written.at };
  const custody = valueAt(entry.value, 'custody');
  if (details.custody !== undefined && custody !== undefined && isOpen(written.text))
    report(custodyOfNothing(entry.key, written.text, custody));
  if (target.kind === 'group')
    return groupAnswers(target.group, written, { ...details, ...places }, catalogue, report);
  const value = statementValue(target.statement, written, report);
  return value === undefined ? [] : [{ statement: target.statement.id, value, ...details, ...places }];
}

const isOpen = (text: string): text is 'unknown' | 'not-applicable' =>
  text === 'unknown' || text === 'not-applicable';

/** A chain of custody stands behind a share; where none is stated, the two contradict each other. */
const custodyOfNothing = (key: string, value: string, custody: Node): Finding =>
  finding('sheet/wrong-answer', `\`${key}\` is \`${value}\` and cannot have a chain of custody`, {
    at: custody.at,
    help: ['remove `custody`, or answer what it stands behind'],
    data: { key, found: value, custody: scalarText(custody) ?? null },
  });

type Rest = AnswerDetails & { readonly at: Span; readonly valueAt: Span };

function groupAnswers(
  group: Group,
  written: ScalarNode,
  rest: Rest,
  catalogue: Catalogue,
  report: Report,
): readonly Answer[] {
  const { text } = written;
  if (isOpen(text)) {
    return group.bands.map(({ statement }) => ({ statement, value: text, ...rest }));
  }
  if (group.bands.some(({ id }) => id === text)) {
    return group.bands.map(({ id, statement }) => ({
      statement,
      value: id === text ? 'true' : 'false',
      ...rest,
    }));
  }
  report(wrongBand(group, written, catalogue));
  return [];
}

function statementValue(statement: Statement, written: ScalarNode, report: Report): AnswerValue | undefined {
  const { text, type } = written;
  if (isValue(text) && (type === 'boolean' || (type === 'text' && isOpen(text)))) return text;
  const list = 'write `true`, `false`, `unknown` or `not-applicable`';
  report(
    finding('read/wrong-value', `\`${statement.id}\` cannot be answered \`${text}\``, {
      at: written.at,
      help: [...meant(text, type), list],
      data: { statement: statement.id, found: text, known: [...values] },
      discredits: [statement.id],
    }),
  );
  return undefined;
}

function meant(text: string, type: ScalarNode['type']): readonly string[] {
  const word = text.toLowerCase();
  if (meansInapplicable(text)) return ['did you mean `not-applicable`?'];
  if (type === 'text' && (word === 'true' || word === 'false'))
    return [`write it without quotes: \`${word}\``];
  if (meansTrue(text)) return ['did you mean `true`?'];
  if (meansFalse(text)) return ['did you mean `false`?'];
  const near = didYouMean(text, values);
  return near === undefined ? [] : [near];
}

function repeatedAnswer(entry: Entry, first: Answer) {
  const message = `\`${first.statement}\` is answered twice`;
  return finding('sheet/repeated-answer', message, {
    at: entry.keyAt,
    label: 'answered again here',
    related: [{ at: first.at, label: 'first answered here' }],
    help: ['answer the group by naming a band, or answer single bands, but not both'],
    data: { statement: first.statement, key: entry.key },
    discredits: [first.statement],
  });
}

/** A quantity lies in one band only. What holds by a convention casts no doubt on what is claimed. */
function checkBands(group: Group, answers: ReadonlyMap<StatementId, Answer>, report: Report): void {
  const given = group.bands.flatMap(({ statement }) => answers.get(statement) ?? []);
  const isMarked = ({ basis }: Answer): boolean => basis === 'convention';
  checkHolding(
    group,
    given.filter((answer) => !isMarked(answer)),
    group.bands.map(({ statement }) => statement),
    report,
  );
  const marked = given.filter(isMarked);
  checkHolding(
    group,
    marked,
    marked.map(({ statement }) => statement),
    report,
  );
}

function checkHolding(
  group: Group,
  answers: readonly Answer[],
  discredits: readonly StatementId[],
  report: Report,
): void {
  const holding = answers.filter(({ value }) => value === 'true');
  const [first, ...others] = holding.sort((a, b) => a.valueAt.start.offset - b.valueAt.start.offset);
  if (first === undefined) return;
  for (const other of others) {
    report(
      finding(
        'sheet/two-bands-true',
        `two bands of \`${group.id}\` are true, where the quantity lies in one only`,
        {
          at: other.valueAt,
          label: 'true here',
          related: [{ at: first.valueAt, label: 'and true here' }],
          help: ['keep the band that holds, and answer the other false or leave it out'],
          data: { group: group.id, statements: [first.statement, other.statement] },
          discredits,
        },
      ),
    );
  }
}

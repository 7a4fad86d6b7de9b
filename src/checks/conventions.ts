// What it means: an answer says that it holds only by a convention: something is taken to be so that nobody said.
// Why it matters: it is no claim of suppliers. Whoever merges the sheet takes it as unknown, or adopts the same convention.
// Instead: name the convention as the catalogue has it, or ask suppliers for what they left unspecified.

import { type Catalogue, catalogueName } from '../core/model/catalogue.ts';
import type { Answer } from '../core/model/sheet.ts';
import { type Finding, finding } from '../core/text/finding.ts';
import { didYouMean, oneOf, suggest } from '../core/text/suggest.ts';
import { type WrittenAnswer, writtenAnswers } from './answer-places.ts';
import type { SheetCheck } from './check.ts';

export const unknownConvention: SheetCheck = {
  code: 'sheet/unknown-convention',
  *run({ sheet, catalogue }) {
    const concerned = [...sheet.answers.values()].filter(
      ({ basis, conventions }) => basis === 'convention' || conventions !== undefined,
    );
    for (const written of writtenAnswers(concerned)) yield* faultsOf(written, catalogue);
  },
};

function* faultsOf({ answer, statements }: WrittenAnswer, catalogue: Catalogue): Iterable<Finding> {
  const { basis, conventions = [], statement, at } = answer;
  const report = (message: string, help: string, named: readonly string[]): Finding =>
    finding('sheet/unknown-convention', message, {
      at,
      help: [help],
      data: { statement, conventions: [...named], near: named.flatMap((id) => [...nearTo(id, catalogue)]) },
      discredits: statements,
    });
  if (basis !== 'convention') {
    const help = 'add `basis: convention`, or remove `conventions`';
    yield report(`\`${statement}\` names a convention, but its basis is none`, help, conventions);
    return;
  }
  if (conventions.length === 0) {
    const known = catalogue.conventions.keys();
    const help = `add \`conventions: [...]\` with the name of it: the catalogue has ${oneOf(known) || 'none'}`;
    yield report(`\`${statement}\` rests on a convention that it does not name`, help, []);
    return;
  }
  for (const id of conventions) {
    if (catalogue.conventions.has(id)) continue;
    const message = `convention \`${id}\` is not in catalogue \`${catalogueName(catalogue)}\``;
    const help =
      didYouMean(id, catalogue.conventions.keys()) ??
      'name a convention of the catalogue, or leave the answer `unknown`';
    yield report(message, help, [id]);
  }
}

const nearTo = (id: string, { conventions }: Catalogue): Iterable<string> => suggest(id, conventions.keys());

export const byConvention: SheetCheck = {
  code: 'sheet/by-convention',
  *run({ sheet, catalogue }) {
    const isSound = ({ basis, conventions = [] }: Answer): boolean =>
      basis === 'convention' && conventions.some((id) => catalogue.conventions.has(id));
    const answers = [...sheet.answers.values()].filter(isSound);
    const [first] = answers;
    if (first === undefined) return;
    const ids = [...new Set(answers.flatMap(({ conventions = [] }) => conventions))];
    const [count, hold] =
      answers.length === 1 ? ['1 answer', 'holds'] : [`${answers.length} answers`, 'hold'];
    const names = ids.map((id) => `\`${id}\``).join(' and ');
    yield finding('sheet/by-convention', `${count} ${hold} only by ${names}, not by what suppliers said`, {
      at: first.at,
      help: [
        'a merge takes them as unknown, unless its bill adopts the same under `conventions`',
        `run \`loopsheet catalogue show ${ids[0] ?? ''}\` for what is taken to be so`,
      ],
      data: { conventions: ids, statements: answers.map(({ statement }) => statement) },
    });
  },
};

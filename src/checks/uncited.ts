// What it means: the answer holds only under a named rule, standard or list, and names none.
// Why it matters: which substances are hazardous, or what counts as repairable, differs from rule to rule, and lists of
// substances grow; an answer without its rule or edition cannot be relied on.
// Instead: name what was applied, under references or list.

import { absenceOf } from '../core/model/absence.ts';
import type { Catalogue, Statement } from '../core/model/catalogue.ts';
import type { Answer } from '../core/model/sheet.ts';
import { finding } from '../core/text/finding.ts';
import type { SheetCheck } from './check.ts';
import { discreditedWith } from './discredited.ts';

export const uncited: SheetCheck = {
  code: 'sheet/uncited',
  *run({ sheet, catalogue }) {
    for (const answer of sheet.answers.values()) {
      const statement = catalogue.statements.get(answer.statement);
      if (statement === undefined || !mustCite(statement, answer, catalogue)) continue;
      if (isCited(statement, answer)) continue;
      yield finding(
        'sheet/uncited',
        `\`${statement.id}\` is ${answer.value} under a rule that the answer does not name`,
        {
          at: answer.valueAt,
          label: statement.list === undefined ? 'no references and no list' : 'no edition of the list',
          help: citationHelp(statement),
          data: { statement: statement.id },
          discredits: discreditedWith(statement, catalogue),
        },
      );
    }
  },
};

const mustCite = (statement: Statement, { value }: Answer, catalogue: Catalogue): boolean =>
  (statement.cites && value === 'true') || value === absenceOf(statement, catalogue);

/** An answer about a list says nothing without its edition: substances are added every half year. */
const isCited = (statement: Statement, { references, list }: Answer): boolean =>
  list !== undefined || (statement.list === undefined && references.length > 0);

function citationHelp({ list, references }: Statement): readonly string[] {
  const [reference] = references;
  const cited = reference === undefined ? undefined : reference.standard;
  if (list !== undefined)
    return [`add \`list: ${list.id}/${list.version}\` if the answer was given against that edition`];
  if (cited !== undefined) return [`name the rule that was applied, for example \`references: [${cited}]\``];
  return ['name the standard or rule that was applied under `references`'];
}

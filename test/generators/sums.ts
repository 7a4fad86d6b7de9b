// What hangs on the sums of a catalogue: they grow with the amount, where shares, levels and truths do not.

import type { Catalogue, Rule } from '../../src/core/model/catalogue.ts';
import { excludedBy, isLogical } from '../../src/core/model/constraint.ts';
import type { Design } from './catalogues.ts';

/** Whether a statement has such a rule, or speaks of quantities or statements that have. */
export function speaksOf(
  { quantities, statements }: Pick<Catalogue, 'quantities' | 'statements'>,
  id: string,
  isSuch: (rule: Rule) => boolean,
): boolean {
  const meaning = statements.get(id)?.meaning;
  if (meaning?.kind === 'expression') {
    const { expression } = meaning;
    const share = expression.operator === 'unless' ? quantities.get(expression.quantity)?.rule : undefined;
    if (share !== undefined && isSuch(share)) return true;
    return expression.of.some((part) => speaksOf({ quantities, statements }, part, isSuch));
  }
  if (meaning?.kind === 'plain') return isSuch(meaning.rule);
  const rule =
    meaning !== undefined && 'quantity' in meaning ? quantities.get(meaning.quantity)?.rule : undefined;
  return rule !== undefined && isSuch(rule);
}

export const isSum = (rule: Rule): boolean => rule.kind === 'sum' || rule.kind === 'content';

/** The design without what ties other statements to sums. */
export function withoutTiesToSums(design: Design): Design {
  const { catalogue } = design;
  const constraints = catalogue.constraints.filter(
    (each) =>
      !isLogical(each) || !excludedBy(each).some(({ statement }) => speaksOf(catalogue, statement, isSum)),
  );
  return { ...design, catalogue: { ...catalogue, constraints } };
}

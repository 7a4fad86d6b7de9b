// What the catalogue says of lists of names: which names there are, and which of them a statement looks for.

import type { Meaning, Quantity } from '../../core/model/catalogue.ts';
import { didYouMean, oneOf } from '../../core/text/suggest.ts';
import { isReadableName } from '../../core/values/name-list.ts';
import type { Wanted } from '../../core/values/name-set.ts';
import { type Entry, entryOf, type Node, valueAt } from '../tree.ts';
import { type Names, reportBadRule } from './catalogue-names.ts';
import { namedItems, scalarText } from './fields.ts';
import { HOW_TO_NAME } from './name-lists.ts';

/** Statements that one of some names is on a list. */
export function readNamed(rule: Node, id: string, quantity: Quantity, names: Names): Meaning {
  const { measure } = quantity;
  const at = valueAt(rule, 'quantity')?.at ?? rule.at;
  if (measure.kind !== 'names') {
    const help = 'use a quantity with a rule of kind `set`, or leave out `names`';
    reportBadRule(`\`${quantity.id}\` is no list of names`, help, at, names.report);
    return { kind: 'named', quantity: quantity.id, names: 'any' };
  }
  for (const end of ['atLeast', 'moreThan', 'atMost', 'lessThan']) {
    const limit = entryOf(rule, end);
    if (limit === undefined) continue;
    const message = `\`${quantity.id}\` is a list of names and has no limits`;
    reportBadRule(
      message,
      'leave out the limit, and name under `names` what is looked for',
      limit.keyAt,
      names.report,
    );
  }
  const written = valueAt(rule, 'names');
  if (written === undefined) {
    const help = 'add `names` with a list of names, or `names: any`';
    reportBadRule(`\`${id}\` does not say what it looks for in \`${quantity.id}\``, help, at, names.report);
    return { kind: 'named', quantity: quantity.id, names: 'any' };
  }
  return {
    kind: 'named',
    quantity: quantity.id,
    names: readWanted(written, measure.names, quantity.id, names),
  };
}

function readWanted(written: Node, known: readonly string[], quantity: string, names: Names): Wanted {
  if (scalarText(written) === 'any') return 'any';
  const wanted: string[] = [];
  for (const { text, at } of namedItems(written)) {
    if (known.length > 0 && !known.includes(text)) {
      const help = didYouMean(text, known) ?? `use ${oneOf(known, 6)}`;
      reportBadRule(`\`${text}\` is not a name of \`${quantity}\``, help, at, names.report);
    } else if (wanted.includes(text)) {
      reportBadRule(`\`${text}\` is named twice`, 'leave out one of the two', at, names.report);
    } else wanted.push(text);
  }
  return wanted;
}

/** The vocabulary of a list; what could not be told from the rest of a written list is refused. */
export function checkVocabulary({ key, keyAt, value }: Entry, names: Names): void {
  const seen = new Set<string>();
  const items = namedItems(valueAt(value, 'names'));
  for (const { text, at } of items) {
    if (seen.has(text))
      reportBadRule(`\`${text}\` is named twice`, 'leave out one of the two', at, names.report);
    else if (!isReadableName(text))
      reportBadRule(`\`${text}\` cannot be the name of a thing on a list`, HOW_TO_NAME, at, names.report);
    seen.add(text);
  }
  const closed = entryOf(valueAt(value, 'rule'), 'closed');
  if (scalarText(closed?.value) === 'true' && items.length === 0) {
    const message = `\`${key}\` is closed, but has no names`;
    reportBadRule(
      message,
      'add `names` with all that can be on the list, or leave out `closed`',
      closed?.keyAt ?? keyAt,
      names.report,
    );
  }
}

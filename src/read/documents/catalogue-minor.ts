// The limits of a rule of kind `all-except-minor`: what one minor constituent may be, and all of them together.

import type { Rule } from '../../core/model/catalogue.ts';
import { isFault, parseQuantity } from '../../core/values/quantity.ts';
import { compare, isZero, one, type Rational } from '../../core/values/rational.ts';
import { type Node, valueAt } from '../tree.ts';
import { type Names, reportBadRule } from './catalogue-names.ts';
import { scalarText, wordAt } from './fields.ts';

export function readMinor(rule: Node, id: string, names: Names): Rule {
  const perItem = readLimit(rule, 'perItem', id, names);
  const total = readLimit(rule, 'total', id, names);
  if (perItem !== undefined && total !== undefined && compare(perItem, total) > 0) {
    reportBadRule(
      `\`${id}\` lets one constituent be more than all together`,
      'write a `total` that is no less than `perItem`',
      valueAt(rule, 'total')?.at ?? rule.at,
      names.report,
    );
  }
  return {
    kind: 'all-except-minor',
    perItem: perItem ?? one,
    total: total ?? one,
    materials: wordAt(rule, 'materials', ['whole', 'mixed']) ?? 'mixed',
  };
}

function readLimit(rule: Node, key: 'perItem' | 'total', id: string, names: Names): Rational | undefined {
  const written = valueAt(rule, key);
  const at = written?.at ?? valueAt(rule, 'kind')?.at ?? rule.at;
  const report = (message: string, help: string): void => reportBadRule(message, help, at, names.report);
  const text = scalarText(written);
  if (text === undefined) {
    report(`the rule of \`${id}\` lacks \`${key}\``, `add a share, like \`${key}: ${EXAMPLES[key]}\``);
    return undefined;
  }
  const range = parseQuantity(text, 'share');
  if (
    isFault(range) ||
    range.hi === undefined ||
    compare(range.lo, range.hi) !== 0 ||
    compare(range.hi, one) > 0
  )
    report(`\`${key}\` of \`${id}\` is not one share`, `write it like \`${EXAMPLES[key]}\``);
  else if (isZero(range.hi)) report(`\`${key}\` of \`${id}\` is nothing`, 'use a rule of kind `all`');
  else return range.hi;
  return undefined;
}

const EXAMPLES = { perItem: '1 %', total: '5 %' } as const;

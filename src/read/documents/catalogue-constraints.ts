// What must hold inside one sheet: sums and orders of quantities as linear facts, and implications.

import type { Quantity } from '../../core/model/catalogue.ts';
import type {
  Constraint,
  Exclusion,
  Implication,
  LinearConstraint,
  Literal,
} from '../../core/model/constraint.ts';
import { one, type Rational, zero } from '../../core/values/rational.ts';
import { type Node, valueAt } from '../tree.ts';
import { knownName, knownNames, type Names, reportBadRule } from './catalogue-names.ts';
import { itemsOf, textAt } from './fields.ts';

export const readConstraints = (node: Node | undefined, names: Names): readonly Constraint[] =>
  itemsOf(node).flatMap((item) => readConstraint(item, names) ?? []);

const needed: Readonly<Record<string, readonly string[]>> = {
  total: ['total', 'parts'],
  atMost: ['parts'],
  partition: ['parts'],
  nested: ['inner', 'outer'],
  implies: ['when', 'then'],
  never: ['all'],
};

function readConstraint(node: Node, names: Names): Constraint | undefined {
  const kind = textAt(node, 'kind') ?? '';
  const keys = needed[kind] ?? [];
  const at = valueAt(node, 'kind')?.at ?? node.at;
  const missing = keys.filter((key) => valueAt(node, key) === undefined);
  const extra = Object.values(needed)
    .flat()
    .filter((key) => !keys.includes(key) && valueAt(node, key) !== undefined);
  if (missing.length > 0 || extra.length > 0) {
    const message = `a constraint of kind \`${kind}\` takes ${keys.map((key) => `\`${key}\``).join(' and ')}`;
    const help = missing.length > 0 ? `add \`${missing[0] ?? ''}\`` : `remove \`${extra[0] ?? ''}\``;
    reportBadRule(message, help, at, names.report);
    return undefined;
  }
  const constraint = readOfKind(node, kind, names);
  const because = textAt(node, 'because');
  return constraint === undefined || because === undefined ? constraint : { ...constraint, because };
}

function readOfKind(node: Node, kind: string, names: Names): Constraint | undefined {
  if (kind === 'implies') return readImplication(node, names);
  return kind === 'never' ? readExclusion(node, names) : readLinear(node, kind, names);
}

function readImplication(node: Node, names: Names): Implication | undefined {
  const when = readTruth(valueAt(node, 'when'), names);
  const then = readTruth(valueAt(node, 'then'), names);
  if (when === undefined || then === undefined) return undefined;
  const id = `implies ${when.statement} ${when.is} ${then.statement} ${then.is}`;
  return { kind: 'implies', id, when, then };
}

function readExclusion(node: Node, names: Names): Exclusion | undefined {
  const items = itemsOf(valueAt(node, 'all'));
  const all = items.flatMap((item) => readTruth(item, names) ?? []);
  if (all.length < items.length) return undefined;
  return {
    kind: 'never',
    id: `never ${all.map(({ statement, is }) => `${statement} ${is}`).join(', ')}`,
    all,
  };
}

function readTruth(node: Node | undefined, names: Names): Literal | undefined {
  if (node === undefined) return undefined;
  const statement = knownName(node, 'statement', 'statement', names.statements, names.report);
  return statement === undefined ? undefined : { statement, is: textAt(node, 'is') === 'true' };
}

const minusOne: Rational = { n: -1n, d: 1n };

function readLinear(node: Node, kind: string, names: Names): LinearConstraint | undefined {
  const single = (key: string): readonly string[] => {
    const name = knownName(node, key, 'quantity', names.quantities, names.report);
    return name === undefined ? [] : [name];
  };
  const parts = knownNames(node, 'parts', 'quantity', names.quantities, names.report);
  const [positive, negative] =
    kind === 'nested' ? [single('inner'), single('outer')] : [single('total'), parts];
  checkComparable([...positive, ...negative], kind, node, names);
  const terms = (ids: readonly string[], factor: Rational) => ids.map((quantity) => ({ quantity, factor }));
  const difference = [...terms(positive, one), ...terms(negative, minusOne)];
  const id = (words: string): string => `${kind} ${words}`;
  switch (kind) {
    case 'total':
      return {
        kind,
        id: id(`${positive.join()} = ${parts.join(' + ')}`),
        terms: difference,
        relation: '=',
        bound: zero,
      };
    case 'nested':
      return {
        kind,
        id: id([...positive, ...negative].join(' in ')),
        terms: difference,
        relation: '<=',
        bound: zero,
      };
    case 'atMost':
      return { kind, id: id(parts.join(' + ')), terms: terms(parts, one), relation: '<=', bound: one };
    case 'partition':
      return { kind, id: id(parts.join(' + ')), terms: terms(parts, one), relation: '=', bound: one };
    default:
      return undefined;
  }
}

/** Only shares of one whole add up, and only amounts of one dimension compare. */
function checkComparable(ids: readonly string[], kind: string, node: Node, names: Names): void {
  const bases = new Set(ids.map((id) => basisOf(names.quantities.get(id))));
  const needsShares = kind === 'atMost' || kind === 'partition';
  const at = valueAt(node, 'kind')?.at ?? node.at;
  if (bases.size > 1) {
    const help = 'name quantities of one dimension and, where they are shares, of one weight';
    reportBadRule(
      `the quantities of a constraint of kind \`${kind}\` cannot be compared`,
      help,
      at,
      names.report,
    );
  } else if (needsShares && ids.some((id) => !isShare(names.quantities.get(id)))) {
    reportBadRule(
      `a constraint of kind \`${kind}\` is about shares`,
      'name quantities in per cent',
      at,
      names.report,
    );
  }
}

const isShare = (quantity: Quantity | undefined): boolean =>
  quantity?.measure.kind === 'number' && quantity.measure.dimension === 'share';

function basisOf(quantity: Quantity | undefined): string {
  if (quantity?.measure.kind !== 'number') return quantity?.id ?? '';
  const weight = quantity.rule.kind === 'fraction' ? quantity.rule.weight : '';
  return `${quantity.measure.dimension} ${weight}`;
}

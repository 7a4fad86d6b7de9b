// Rules of aggregation, checked against what they are said of: a rule that does not fit its statement or quantity
// is found here and never met by the engine.

import type { Meaning, Quantity, Rule } from '../../core/model/catalogue.ts';
import type { Expression } from '../../core/model/expression.ts';
import { anyShare, exactly, type Interval } from '../../core/values/interval.ts';
import { isFault, parseQuantity } from '../../core/values/quantity.ts';
import { rational, zero } from '../../core/values/rational.ts';
import { entryOf, type Node, valueAt } from '../tree.ts';
import { readEnds, readRange } from './amounts.ts';
import { readNamed } from './catalogue-lists.ts';
import { readMinor } from './catalogue-minor.ts';
import { keysOf, knownName, knownNames, type Names, reportBadRule } from './catalogue-names.ts';
import { isSet, scalarText, textAt, wordAt } from './fields.ts';
import { readStep } from './resolve.ts';

const ends = ['atLeast', 'moreThan', 'atMost', 'lessThan'];

/** The keys that each kind of rule takes besides `kind`. */
const ruleKeys: Readonly<Record<string, readonly string[]>> = {
  fraction: ['weight', 'custody', 'attributedBy'],
  'all-except-minor': ['perItem', 'total', 'materials'],
  'conc-mixture': ['named'],
  'same-value': ['of', 'tolerance'],
  'assert-refutable': ['scope', 'refutedBy', 'openedBy', 'inapplicable'],
  'fraction-with-veto': ['quantity', ...ends, 'veto'],
  set: ['closed'],
  derived: ['quantity', ...ends, 'names', 'not', 'all', 'any'],
};

function checkKeys(rule: Node, kind: string, names: Names): void {
  const taken = ruleKeys[kind] ?? [];
  for (const key of keysOf(rule)) {
    if (key === 'kind' || taken.includes(key)) continue;
    const help =
      taken.length === 0 ? 'remove the key' : `keep to ${taken.map((each) => `\`${each}\``).join(', ')}`;
    const at = entryOf(rule, key)?.keyAt ?? rule.at;
    reportBadRule(`a rule of kind \`${kind}\` takes no \`${key}\``, help, at, names.report);
  }
}

const kindAt = (rule: Node) => valueAt(rule, 'kind')?.at ?? rule.at;

const quantityKinds: Readonly<Record<Quantity['measure']['kind'], readonly string[]>> = {
  number: [
    'fraction',
    'conc-article',
    'conc-homog',
    'conc-mixture',
    'min-number',
    'max-number',
    'sum',
    'content',
    'own',
  ],
  scale: ['min-level', 'own'],
  name: ['own'],
  names: ['set'],
};

const onlyShares = ['fraction', 'conc-article', 'conc-homog', 'conc-mixture'];

/** The rule of a quantity or group. */
export function readQuantityRule(rule: Node, subject: Pick<Quantity, 'id' | 'measure'>, names: Names): Rule {
  const kind = textAt(rule, 'kind') ?? 'own';
  const { id, measure } = subject;
  checkKeys(rule, kind, names);
  const isShare = measure.kind === 'number' && measure.dimension === 'share';
  const isMass = measure.kind === 'number' && measure.dimension === 'mass';
  const fits = quantityKinds[measure.kind].includes(kind);
  const fitting = quantityKinds[measure.kind].filter((each) =>
    isShare
      ? each !== 'sum' && each !== 'content'
      : !onlyShares.includes(each) && (isMass || each !== 'content'),
  );
  if (!fits || !fitting.includes(kind)) {
    const help = `use ${fitting.map((each) => `\`${each}\``).join(' or ')}`;
    reportBadRule(
      `a rule of kind \`${kind}\` does not fit the quantity \`${id}\``,
      help,
      kindAt(rule),
      names.report,
    );
    return { kind: 'own' };
  }
  if (kind === 'fraction') return readFraction(rule, names);
  if (kind === 'conc-mixture') return { kind, named: isSet(rule, 'named') };
  return simpleRule(kind);
}

const simpleKinds = [
  'all',
  'any',
  'conc-article',
  'conc-homog',
  'min-level',
  'min-number',
  'max-number',
  'sum',
  'content',
  'set',
] as const;

const simpleRule = (kind: string): Rule => ({ kind: simpleKinds.find((each) => each === kind) ?? 'own' });

function readFraction(rule: Node, names: Names): Rule {
  const weight = textAt(rule, 'weight') ?? 'mass';
  const quantity =
    weight === 'mass' ? undefined : knownName(rule, 'weight', 'quantity', names.quantities, names.report);
  const amount = names.quantities.get(quantity ?? '');
  if (amount !== undefined && !isAmount(amount)) {
    const help = 'weigh by `mass` or by a quantity with a rule of kind `sum` or `content`';
    const at = valueAt(rule, 'weight')?.at ?? rule.at;
    reportBadRule(`\`${weight}\` is no amount that shares can be weighed by`, help, at, names.report);
  }
  const attributedBy = knownName(rule, 'attributedBy', 'statement', names.statements, names.report);
  return {
    kind: 'fraction',
    weight,
    custody: wordAt(rule, 'custody', ['physical', 'attributed', 'claimed']) ?? 'physical',
    ...(attributedBy === undefined ? {} : { attributedBy }),
  };
}

const isAmount = ({ measure, rule }: Quantity): boolean =>
  rule.kind === 'content' ||
  (rule.kind === 'sum' && measure.kind === 'number' && measure.dimension !== 'share');

const statementKinds = [
  'all',
  'any',
  'all-except-minor',
  'own',
  'assert-refutable',
  'same-value',
  'fraction-with-veto',
  'derived',
];

/** What makes a statement true. */
export function readMeaning(rule: Node, id: string, names: Names): Meaning {
  const kind = textAt(rule, 'kind') ?? 'own';
  if (!statementKinds.includes(kind)) {
    const help = `use ${statementKinds.map((each) => `\`${each}\``).join(', ')}`;
    reportBadRule(
      `a rule of kind \`${kind}\` does not fit the statement \`${id}\``,
      help,
      kindAt(rule),
      names.report,
    );
    return { kind: 'plain', rule: { kind: 'own' } };
  }
  checkKeys(rule, kind, names);
  if (kind === 'derived') return readDerived(rule, id, names);
  if (kind === 'all-except-minor') return { kind: 'plain', rule: readMinor(rule, id, names) };
  if (kind === 'fraction-with-veto') return readVetoed(rule, id, names);
  if (kind === 'same-value') return { kind: 'plain', rule: readSameValue(rule, id, names) };
  if (kind === 'assert-refutable') return { kind: 'plain', rule: readAssertion(rule, names) };
  return { kind: 'plain', rule: simpleRule(kind) };
}

function readSameValue(rule: Node, id: string, names: Names): Rule {
  const of = knownName(rule, 'of', 'quantity', names.quantities, names.report);
  if (entryOf(rule, 'of') === undefined) {
    reportBadRule(
      `the rule of \`${id}\` does not say which value is the same`,
      'add `of` with a quantity',
      kindAt(rule),
      names.report,
    );
  } else if (of !== undefined && names.quantities.get(of)?.measure.kind !== 'name') {
    const at = valueAt(rule, 'of')?.at ?? rule.at;
    reportBadRule(
      `\`${of}\` is not a name, so values cannot be compared`,
      'use a quantity with `name: true`',
      at,
      names.report,
    );
  }
  const written = valueAt(rule, 'tolerance');
  const range = parseQuantity(scalarText(written) ?? '0 %', 'share');
  if (!isFault(range) && range.hi !== undefined)
    return { kind: 'same-value', of: of ?? '', tolerance: range.hi };
  reportBadRule(
    `the tolerance of \`${id}\` is not a share`,
    'write it like `5 %`',
    written?.at ?? rule.at,
    names.report,
  );
  return { kind: 'same-value', of: of ?? '', tolerance: zero };
}

const readAssertion = (rule: Node, names: Names): Rule => ({
  kind: 'assert-refutable',
  scope: wordAt(rule, 'scope', ['all', 'own']) ?? 'own',
  inapplicable: wordAt(rule, 'inapplicable', ['holds', 'opens']) ?? 'opens',
  refutedBy: knownNames(rule, 'refutedBy', 'trait', names.traits, names.report),
  openedBy: knownNames(rule, 'openedBy', 'trait', names.traits, names.report),
});

function readDerived(rule: Node, id: string, names: Names): Meaning {
  const sources = ['quantity', 'not', 'all', 'any'].filter((key) => entryOf(rule, key) !== undefined);
  if (sources.length !== 1) {
    const help = 'add one of `quantity`, `not`, `all` and `any`';
    reportBadRule(`\`${id}\` must be derived from exactly one thing`, help, kindAt(rule), names.report);
  }
  if (sources[0] === 'quantity') return readWithin(rule, id, names);
  return { kind: 'expression', expression: readExpression(rule, names) };
}

/** A share that must lie within limits, and statements of which none may be true. */
function readVetoed(rule: Node, id: string, names: Names): Meaning {
  const missing = ['quantity', 'veto'].find((key) => entryOf(rule, key) === undefined);
  if (missing !== undefined) {
    const help = missing === 'veto' ? 'add `veto` with statements' : 'add `quantity` with a share';
    reportBadRule(`the rule of \`${id}\` lacks \`${missing}\``, help, kindAt(rule), names.report);
  }
  const of = knownNames(rule, 'veto', 'statement', names.statements, names.report);
  const share = readWithin(rule, id, names);
  const { quantity, range } = share.kind === 'within' ? share : { quantity: '', range: anyShare };
  const kind = names.quantities.get(quantity)?.rule.kind;
  if (kind !== undefined && kind !== 'fraction') {
    const at = valueAt(rule, 'quantity')?.at ?? rule.at;
    const help = 'name a group or quantity with a rule of kind `fraction`, or use `derived`';
    reportBadRule(`\`${quantity}\` is no share of parts`, help, at, names.report);
  }
  return { kind: 'expression', expression: { operator: 'unless', of, quantity, range } };
}

function readExpression(rule: Node, names: Names): Expression {
  const denied = knownName(rule, 'not', 'statement', names.statements, names.report);
  if (denied !== undefined) return { operator: 'not', of: [denied] };
  const operator = entryOf(rule, 'any') === undefined ? 'all' : 'any';
  return { operator, of: knownNames(rule, operator, 'statement', names.statements, names.report) };
}

function readWithin(rule: Node, id: string, names: Names): Meaning {
  const name = knownName(rule, 'quantity', 'quantity', names.quantities, names.report);
  const quantity = names.quantities.get(name ?? '');
  if (quantity === undefined) return { kind: 'expression', expression: { operator: 'all', of: [] } };
  if (quantity.measure.kind === 'names' || entryOf(rule, 'names') !== undefined)
    return readNamed(rule, id, quantity, names);
  const range = readLimits(rule, id, quantity, names);
  const isBounded = ends.some((key) => entryOf(rule, key) !== undefined);
  if (!isBounded) {
    const help = 'add `atLeast`, `moreThan`, `atMost` or `lessThan`';
    reportBadRule(`\`${id}\` gives no limit for \`${quantity.id}\``, help, kindAt(rule), names.report);
  }
  return { kind: 'within', quantity: quantity.id, range };
}

function readLimits(rule: Node, id: string, quantity: Quantity, names: Names): Interval {
  const { measure, domain } = quantity;
  const at = valueAt(rule, 'quantity')?.at ?? rule.at;
  if (names.unclear.has(quantity.id)) return domain;
  if (measure.kind === 'name') {
    reportBadRule(
      `\`${quantity.id}\` is a name and has no limits`,
      'use a quantity with a unit or a scale',
      at,
      names.report,
    );
    return domain;
  }
  if (measure.kind === 'number') {
    const expected = { name: `the limit of \`${id}\``, dimension: measure.dimension, domain };
    return readRange(rule, expected, names.report) ?? domain;
  }
  const range = readEnds(rule, domain, (end) => {
    const step = readStep(end, quantity, names.report);
    return step === undefined ? undefined : exactly(rational(step));
  });
  if (range === undefined) {
    reportBadRule(
      `no step of the scale lies between the limits of \`${id}\``,
      'widen the limits',
      at,
      names.report,
    );
  }
  return range === undefined || range === 'unread' ? domain : range;
}

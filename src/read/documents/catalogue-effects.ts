// Effects of processes: what they take, which traits they have, and what becomes of the values of each kind of rule.

import { fits } from '../../core/algebra/kinds/index.ts';
import {
  type Behaviour,
  behaviours,
  type Effect,
  type Quantity,
  type RuleKindName,
  ruleKindNames,
} from '../../core/model/catalogue.ts';
import { effectWord } from '../../core/model/effect-words.ts';
import { processParameters } from '../../core/model/process-parameters.ts';
import { oneOf } from '../../core/text/suggest.ts';
import { type Entry, type Node, valueAt } from '../tree.ts';
import { knownName, type Names, reportBadRule, reportUnknown } from './catalogue-names.ts';
import { readReferences } from './catalogue-statements.ts';
import { entriesOf, isSet, scalarText, textAt, textsAt } from './fields.ts';
import { readStep } from './resolve.ts';

/** Single quantities and statements that a row may name, each with the kind of its rule. */
export type Subjects = ReadonlyMap<string, RuleKindName>;

export function readEffects(
  node: Node | undefined,
  names: Names,
  subjects: Subjects,
): ReadonlyMap<string, Effect> {
  const effects = entriesOf(node).map((entry) => [entry.key, readEffect(entry, names, subjects)] as const);
  const implicit = entriesOf(node).filter(({ value }) => isSet(value, 'implicit'));
  for (const { key, keyAt } of implicit.slice(1)) {
    const message = `\`${key}\` is a second effect for parts left over`;
    reportBadRule(message, 'keep `implicit: true` at one effect', keyAt, names.report);
  }
  return new Map(effects);
}

function readEffect({ key, value }: Entry, names: Names, subjects: Subjects): Effect {
  const adds = knownName(value, 'adds', 'quantity', names.quantities, names.report);
  checkAdded(value, names.quantities.get(adds ?? ''), names);
  return {
    id: key,
    title: textAt(value, 'title') ?? '',
    text: textAt(value, 'text') ?? '',
    alsoCalled: textsAt(value, 'alsoCalled').map(effectWord),
    traits: textsAt(value, 'traits'),
    parameters: processParameters.flatMap((name) => {
      const need = textAt(value, 'parameters', name);
      return need === undefined ? [] : [{ name, required: need === 'required' }];
    }),
    joins: isSet(value, 'joins'),
    implicit: isSet(value, 'implicit'),
    appliesRest: isSet(value, 'appliesRest'),
    ...(adds === undefined ? {} : { adds }),
    levels: readLevels(valueAt(value, 'levels'), names),
    behaviours: readBehaviours(valueAt(value, 'behaviours'), names, subjects),
    references: readReferences(value),
  };
}

function checkAdded(effect: Node, quantity: Quantity | undefined, names: Names): void {
  if (quantity === undefined || quantity.rule.kind === 'sum') return;
  const at = valueAt(effect, 'adds')?.at ?? effect.at;
  reportBadRule(
    `\`${quantity.id}\` is no amount that can be added to`,
    'name a quantity with a rule of kind `sum`',
    at,
    names.report,
  );
}

function readLevels(node: Node | undefined, names: Names): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { key, keyAt, value } of entriesOf(node)) {
    const quantity = names.quantities.get(key);
    if (quantity === undefined) reportUnknown(key, 'quantity', names.quantities.keys(), keyAt, names.report);
    const step = quantity === undefined ? undefined : readStep(value, quantity, names.report);
    if (step !== undefined) levels.set(key, step);
  }
  return levels;
}

function readBehaviours(
  node: Node | undefined,
  names: Names,
  subjects: Subjects,
): ReadonlyMap<string, Behaviour> {
  const read = new Map<string, Behaviour>();
  for (const entry of entriesOf(node)) {
    const behaviour = behaviours.find((each) => each === scalarText(entry.value));
    const subject = kindOf(entry.key) === undefined ? subjects.get(entry.key) : undefined;
    if (behaviour === undefined || (subject === undefined && !isCarried(entry, names))) continue;
    const kind = subject ?? kindOf(entry.key);
    if (kind !== undefined && !fits(behaviour, kind)) {
      const help = `name ${oneOf(behaviours.filter((each) => fits(each, kind)))}`;
      reportBadRule(
        `\`${behaviour}\` does not fit values of kind \`${kind}\``,
        help,
        entry.value.at,
        names.report,
      );
    }
    read.set(entry.key, behaviour);
  }
  return read;
}

const kindOf = (key: string): RuleKindName | undefined =>
  ruleKindNames.find((name) => name === key.split('/')[0]);

/** `kind`, or `fraction/quantity` for fractions that this quantity weighs. */
function isCarried({ key, keyAt }: Entry, names: Names): boolean {
  const slash = key.indexOf('/');
  const kind = slash < 0 ? key : key.slice(0, slash);
  if (kindOf(key) === undefined || (slash >= 0 && kind !== 'fraction')) {
    if (names.statements.has(key))
      reportBadRule(
        `\`${key}\` follows from others, so no process acts upon it`,
        'name what it follows from',
        keyAt,
        names.report,
      );
    else reportUnknown(key, 'kind of rule', ruleKindNames, keyAt, names.report);
    return false;
  }
  const weight = key.slice(slash + 1);
  if (slash < 0 || names.quantities.has(weight)) return true;
  reportUnknown(weight, 'quantity', names.quantities.keys(), keyAt, names.report);
  return false;
}

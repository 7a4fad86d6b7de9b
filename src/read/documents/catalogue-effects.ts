// Effects of processes: what they take, which traits they have, and what becomes of the values of each kind of rule.

import { fits } from '../../core/algebra/kinds/index.ts';
import { CONTENT_SHARES, rowKeyIn } from '../../core/merge/rows.ts';
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

export function readEffects(node: Node | undefined, names: Names): ReadonlyMap<string, Effect> {
  const effects = entriesOf(node).map((entry) => [entry.key, readEffect(entry, names)] as const);
  const implicit = entriesOf(node).filter(({ value }) => isSet(value, 'implicit'));
  for (const { key, keyAt } of implicit.slice(1)) {
    const message = `\`${key}\` is a second effect for parts left over`;
    reportBadRule(message, 'keep `implicit: true` at one effect', keyAt, names.report);
  }
  return new Map(effects);
}

function readEffect({ key, value }: Entry, names: Names): Effect {
  const adds = knownName(value, 'adds', 'quantity', names.quantities, names.report);
  checkAdded(value, names.quantities.get(adds ?? ''), names);
  const behaviours = readBehaviours(valueAt(value, 'behaviours'), names);
  checkTerms(key, adds, behaviours, value, names);
  checkRemoval(key, value, names);
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
    keepsApart: isSet(value, 'keepsApart'),
    ...(adds === undefined ? {} : { adds }),
    levels: readLevels(valueAt(value, 'levels'), names),
    behaviours,
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

/** What is taken out takes with it what is conserved of it, so such a promise could not be kept. */
function checkRemoval(effect: string, node: Node, names: Names): void {
  const conserves = valueAt(node, 'parameters', 'conserves');
  if (conserves === undefined || valueAt(node, 'parameters', 'removes') === undefined) return;
  const message = `\`${effect}\` takes both \`removes\` and \`conserves\``;
  reportBadRule(
    message,
    'take out `conserves`: nobody says how much of it is taken out',
    conserves.at,
    names.report,
  );
}

/** What an effect adds must arrive, in the amount and in the shares of it. */
function checkTerms(
  effect: string,
  adds: string | undefined,
  rows: ReadonlyMap<string, Behaviour>,
  node: Node,
  names: Names,
): void {
  const quantity = names.quantities.get(adds ?? '');
  if (quantity === undefined) return;
  const { id, rule } = quantity;
  for (const key of [rowKeyIn({ behaviours: rows }, { id, rule }), `fraction/${id}`]) {
    const behaviour = rows.get(key ?? '');
    if (key === undefined || behaviour === undefined || TERMS.has(behaviour)) continue;
    reportBadRule(
      `\`${effect}\` adds to \`${id}\`, but its \`${key}: ${behaviour}\` leaves that out`,
      `write \`${key}: add-term\``,
      valueAt(node, 'behaviours', key)?.at ?? node.at,
      names.report,
    );
  }
}

const TERMS: ReadonlySet<Behaviour> = new Set(['add-term', 'unknown']);

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

function readBehaviours(node: Node | undefined, names: Names): ReadonlyMap<string, Behaviour> {
  const read = new Map<string, Behaviour>();
  for (const entry of entriesOf(node)) {
    const behaviour = behaviours.find((each) => each === scalarText(entry.value));
    const kind = behaviour === undefined ? undefined : kindOfRow(entry, names);
    if (behaviour === undefined || kind === undefined) continue;
    if (!fits(behaviour, kind)) {
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

const kindNamed = (name: string): RuleKindName | undefined => ruleKindNames.find((each) => each === name);

/** `kind`, `fraction/quantity` for fractions that this quantity weighs, or the one subject that the row is about. */
function kindOfRow(entry: Entry, names: Names): RuleKindName | undefined {
  const { key, keyAt } = entry;
  const slash = key.indexOf('/');
  if (slash < 0) return kindNamed(key) ?? kindOfSubject(entry, names);
  const weight = key.slice(slash + 1);
  if (key.slice(0, slash) !== 'fraction') return kindOfSubject(entry, names);
  if (names.quantities.has(weight) || key === CONTENT_SHARES) return 'fraction';
  reportUnknown(weight, 'quantity', names.quantities.keys(), keyAt, names.report);
  return undefined;
}

function kindOfSubject({ key, keyAt }: Entry, names: Names): RuleKindName | undefined {
  const kind = names.quantities.get(key)?.rule.kind ?? names.plainRules.get(key);
  if (kind !== undefined) return kind;
  if (names.statements.has(key)) {
    const help = 'name the quantity or the plain statements that it follows from';
    reportBadRule(
      `\`${key}\` has no rule of its own that a process could act upon`,
      help,
      keyAt,
      names.report,
    );
    return undefined;
  }
  const known = [...ruleKindNames, ...names.quantities.keys(), ...names.plainRules.keys()];
  reportUnknown(key, 'kind of rule', known, keyAt, names.report);
  return undefined;
}

// A catalogue document to what it means: every name is looked up, every rule is checked against what it is said of.

import type { Catalogue, Measure, Quantity, Section, Statement } from '../../core/model/catalogue.ts';
import { type Finding, finding, type Result } from '../../core/text/finding.ts';
import { anyAmount, anyShare, closed, type Interval } from '../../core/values/interval.ts';
import { dimensionOf, units } from '../../core/values/quantity.ts';
import { rational, zero } from '../../core/values/rational.ts';
import { unitCodes } from '../../core/values/unit-codes.ts';
import { type Entry, entryOf, type Node, valueAt } from '../tree.ts';
import { readAmount } from './amounts.ts';
import { readQuantityLink } from './catalogue-composition.ts';
import { readConstraints } from './catalogue-constraints.ts';
import { readConventions } from './catalogue-conventions.ts';
import { checkDerivations } from './catalogue-derivations.ts';
import { readEffects } from './catalogue-effects.ts';
import { type Rung, readLadder, type Unit } from './catalogue-ladders.ts';
import { checkVocabulary } from './catalogue-lists.ts';
import { keysOf, knownName, type Names, reportBadRule, reportUnknown } from './catalogue-names.ts';
import { readQuantityRule } from './catalogue-rules.ts';
import {
  bandStatement,
  bySection,
  checkSharedNames,
  readGroup,
  readStatement,
  reportTakenBand,
} from './catalogue-statements.ts';
import { entriesOf, isSet, itemsOf, namedItems, type Report, scalarText, textAt, textsAt } from './fields.ts';
import { wholeNumber } from './header.ts';

/** The tree is whole: whatever it extends is in it. */
export function readCatalogue(tree: Node): Result<Catalogue | undefined> {
  const id = textAt(tree, 'id');
  const version = textAt(tree, 'version');
  if (id === undefined || version === undefined) return { value: undefined, findings: [] };
  const findings = new Map<string, Finding>();
  // Groups share ladders, so what is wrong with a ladder is met once per group and reported once.
  const report: Report = (found) =>
    findings.set(`${found.at?.source} ${found.at?.start.offset} ${found.code} ${found.message}`, found);
  const names = readNames(tree, report);
  checkSharedNames(tree, names);
  const banded = entriesOf(valueAt(tree, 'groups')).map((entry) => ({
    entry,
    rungs: readRungs(entry, tree, names),
  }));
  for (const { entry, rungs } of banded) {
    for (const rung of rungs) {
      const band = bandStatement(entry.key, rung.id);
      reportTakenBand(band, entry, tree, report);
      names.statements.add(band);
    }
  }
  readMeasures(tree, names);
  const sections = readSections(valueAt(tree, 'sections'));
  const groups = banded.map(({ entry, rungs }) => readGroup(entry, rungs, names));
  const plain = entriesOf(valueAt(tree, 'statements')).map((entry) => readStatement(entry, names));
  const statements: readonly Statement[] = [...groups.flatMap((group) => group.statements), ...plain];
  for (const { id: key, meaning } of statements)
    if (meaning.kind === 'plain') names.plainRules.set(key, meaning.rule.kind);
  const catalogue: Catalogue = {
    id,
    version,
    title: textAt(tree, 'title') ?? '',
    note: textAt(tree, 'note') ?? '',
    sections,
    quantities: names.quantities,
    groups: new Map(groups.map(({ group }) => [group.id, group])),
    statements: bySection(sections, statements),
    constraints: readConstraints(valueAt(tree, 'constraints'), names),
    effects: readEffects(valueAt(tree, 'effects'), names),
    conventions: readConventions(valueAt(tree, 'conventions'), names),
    ...readHiddenAtMost(valueAt(tree, 'composition', 'hiddenAtMost'), report),
  };
  checkDerivations(tree, catalogue.statements, names);
  return { value: catalogue, findings: [...findings.values()] };
}

function readHiddenAtMost(node: Node | undefined, report: Report): Pick<Catalogue, 'hiddenAtMost'> {
  const expected = { name: '`hiddenAtMost`', dimension: 'share', domain: anyShare } as const;
  const range = readAmount(node, expected, report);
  return range?.hi === undefined ? {} : { hiddenAtMost: range.hi };
}

function readNames(tree: Node, report: Report): Names {
  const effects = entriesOf(valueAt(tree, 'effects'));
  return {
    sections: new Set(readSections(valueAt(tree, 'sections')).map(({ id }) => id)),
    scales: new Map(
      entriesOf(valueAt(tree, 'scales')).map(({ key, value }) => [
        key,
        namedItems(value).map(({ text }) => text),
      ]),
    ),
    quantities: new Map(),
    unclear: new Set(),
    statements: new Set(keysOf(valueAt(tree, 'statements'))),
    plainRules: new Map(),
    traits: new Set(effects.flatMap(({ value }) => textsAt(value, 'traits'))),
    report,
  };
}

const readSections = (node: Node | undefined): readonly Section[] =>
  itemsOf(node).flatMap((item) => {
    const id = textAt(item, 'id');
    const number = wholeNumber(textAt(item, 'number'));
    const title = textAt(item, 'title');
    return id === undefined || number === undefined || title === undefined ? [] : [{ id, number, title }];
  });

/** What every figure and group is measured in, then their rules: a rule may name a figure that comes later. */
function readMeasures(tree: Node, names: Names): void {
  const entries = [...entriesOf(valueAt(tree, 'quantities')), ...entriesOf(valueAt(tree, 'groups'))];
  for (const entry of entries) names.quantities.set(entry.key, readQuantity(entry, names));
  for (const { key, value } of entries) {
    const quantity = names.quantities.get(key);
    const rule = valueAt(value, 'rule');
    if (quantity === undefined || rule === undefined || names.unclear.has(key)) continue;
    names.quantities.set(key, { ...quantity, rule: readQuantityRule(rule, quantity, names) });
  }
}

function readQuantity(entry: Entry, names: Names): Quantity {
  const measure = readMeasure(entry, names);
  if (measure.kind === 'names') checkVocabulary(entry, names);
  const isSum = textAt(entry.value, 'rule', 'kind') === 'sum';
  const link = readQuantityLink(valueAt(entry.value, 'composition'), { id: entry.key, measure }, names);
  return {
    id: entry.key,
    title: textAt(entry.value, 'title') ?? '',
    measure,
    domain: domainOf(measure),
    // The kind is enough for others to refer to it; the rule itself is read once every measure is known.
    rule: { kind: isSum ? 'sum' : 'own' },
    ownTerm: isSet(entry.value, 'ownTerm'),
    ...(link === undefined ? {} : { composition: link }),
  };
}

/** What stands in for a measure that is not clear. */
const anyMeasure: Measure = { kind: 'number', dimension: 'mass' };

function readMeasure({ key, keyAt, value }: Entry, names: Names): Measure {
  const said = ['unit', 'scale', 'name', 'names'].filter((each) => entryOf(value, each) !== undefined);
  const measure = said.length === 1 ? readSaid(value, said[0], names) : undefined;
  if (measure !== undefined) return measure;
  names.unclear.add(key);
  if (said.length !== 1) {
    const help = 'give exactly one of `unit`, `scale`, `name: true` and `names`';
    reportBadRule(`what \`${key}\` is measured in is not clear`, help, keyAt, names.report);
  }
  return anyMeasure;
}

function readSaid(value: Node, key: string | undefined, names: Names): Measure | undefined {
  if (key === 'unit') {
    const unit = readUnit(value, names.report);
    return unit === undefined ? undefined : { kind: 'number', dimension: unit.dimension };
  }
  if (key === 'scale') {
    const id = knownName(value, 'scale', 'scale', names.scales, names.report);
    const steps = names.scales.get(id ?? '');
    return id === undefined || steps === undefined ? undefined : { kind: 'scale', steps, id };
  }
  const words = textsAt(value, 'names');
  if (textAt(value, 'rule', 'kind') !== 'set') return { kind: 'name', names: words };
  return { kind: 'names', names: words, closed: isSet(valueAt(value, 'rule'), 'closed') };
}

function domainOf(measure: Measure): Interval {
  if (measure.kind === 'number') return measure.dimension === 'share' ? anyShare : anyAmount;
  return measure.kind === 'scale' ? closed(zero, rational(Math.max(0, measure.steps.length - 1))) : anyAmount;
}

function readUnit(node: Node, report: Report): Unit | undefined {
  const written = valueAt(node, 'unit');
  const text = scalarText(written);
  if (written === undefined || text === undefined) return undefined;
  const dimension = dimensionOf(text);
  if (dimension !== undefined)
    return { text, dimension, domain: dimension === 'share' ? anyShare : anyAmount };
  const meant = unitCodes.get(text)?.unit;
  if (meant === undefined)
    reportUnknown(text, 'unit', Object.values(units).flatMap(Object.keys), written.at, report);
  else
    report(
      finding('catalogue/unknown-name', `\`${text}\` is the code of UN/CEFACT Recommendation 20 for a unit`, {
        at: written.at,
        help: [`write \`${meant}\``],
        data: { name: text, what: 'unit', near: [meant] },
      }),
    );
  return undefined;
}

function readRungs({ value }: Entry, tree: Node, names: Names): readonly Rung[] {
  const ladders = valueAt(tree, 'ladders');
  const name = knownName(value, 'ladder', 'ladder', new Set(keysOf(ladders)), names.report);
  const ladder = name === undefined ? undefined : valueAt(ladders, name);
  const unit = readUnit(value, names.report);
  return ladder === undefined || unit === undefined ? [] : readLadder(ladder, unit, names.report);
}

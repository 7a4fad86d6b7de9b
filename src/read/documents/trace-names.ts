// Whether everything that a trace names exists: statements, quantities, effects and constraints in the catalogue,
// inputs in the trace itself. A trace that names something else was changed, and explains nothing.

import { type Catalogue, catalogueName } from '../../core/model/catalogue.ts';
import type { Finding } from '../../core/text/finding.ts';
import { type Node, valueAt } from '../tree.ts';
import { itemsOf, type Report, scalarText } from './fields.ts';
import { broken } from './trace-fields.ts';

type Check = (node: Node | undefined) => void;

interface Checks {
  readonly statement: Check;
  readonly quantity: Check;
  readonly subject: Check;
  readonly effect: Check;
  readonly input: Check;
  readonly constraint: Check;
  readonly convention: Check;
}

export function findStrangeNames(tree: Node, catalogue: Catalogue): readonly Finding[] {
  const findings: Finding[] = [];
  const report: Report = (found) => findings.push(found);
  for (const body of [tree, ...itemsOf(valueAt(tree, 'bills'))]) checkBody(body, catalogue, report);
  return findings;
}

/** One bill of a trace. */
function checkBody(body: Node, catalogue: Catalogue, report: Report): void {
  const name = valueAt(body, 'catalogue');
  const known = catalogueName(catalogue);
  if (name !== undefined && scalarText(name) !== known)
    report(
      broken(`the trace is of catalogue \`${scalarText(name) ?? ''}\`, the sheet of \`${known}\``, name.at),
    );
  const checks = checksFor(body, catalogue, report);
  for (const subject of itemsOf(valueAt(body, 'subjects'))) {
    checks.subject(valueAt(subject, 'id'));
    const weight = valueAt(subject, 'weight');
    if (scalarText(weight) !== 'mass') checks.quantity(weight);
  }
  for (const process of itemsOf(valueAt(body, 'processes'))) {
    checks.effect(valueAt(process, 'effect'));
    for (const key of ['shares', 'levels'])
      for (const figure of itemsOf(valueAt(process, key))) checks.quantity(valueAt(figure, 'quantity'));
  }
  for (const step of itemsOf(valueAt(body, 'steps'))) checks.input(valueAt(step, 'input'));
  for (const convention of itemsOf(valueAt(body, 'conventions'))) checks.convention(convention);
  for (const answer of itemsOf(valueAt(body, 'answers'))) checkAnswer(answer, checks);
}

function checkAnswer(answer: Node, checks: Checks): void {
  checks.statement(valueAt(answer, 'statement'));
  for (const subject of itemsOf(valueAt(answer, 'subjects'))) checks.subject(subject);
  for (const constraint of itemsOf(valueAt(answer, 'constraints'))) checks.constraint(constraint);
  for (const input of itemsOf(valueAt(answer, 'conflictedBy'))) checks.input(input);
  for (const convention of itemsOf(valueAt(answer, 'conventions'))) checks.convention(convention);
  for (const ground of [...itemsOf(valueAt(answer, 'rests')), ...itemsOf(valueAt(answer, 'gaps'))]) {
    checks.subject(valueAt(ground, 'of'));
    checks.quantity(valueAt(ground, 'quantity'));
    checks.effect(valueAt(ground, 'effect'));
    checks.input(valueAt(ground, 'input'));
    for (const convention of itemsOf(valueAt(ground, 'conventions'))) checks.convention(convention);
  }
}

function checksFor(body: Node, catalogue: Catalogue, report: Report): Checks {
  const { statements, quantities, groups, effects, constraints } = catalogue;
  const inputs = new Set(
    itemsOf(valueAt(body, 'inputs')).flatMap((input) => scalarText(valueAt(input, 'name')) ?? []),
  );
  // That exactly one band holds needs no entry in the catalogue.
  const constraintIds = new Set([
    ...constraints.map(({ id }) => id),
    ...[...groups.keys()].map((group) => `exactlyOne ${group}`),
  ]);
  const check =
    (what: string, isKnown: (name: string) => boolean): Check =>
    (node) => {
      const text = scalarText(node);
      if (node === undefined || text === undefined || isKnown(text)) return;
      report(broken(`the trace names ${what} \`${text}\`, which does not exist`, node.at));
    };
  return {
    statement: check('statement', (id) => statements.has(id)),
    quantity: check('quantity', (id) => quantities.has(id)),
    subject: check('quantity or statement', (id) => quantities.has(id) || statements.has(id)),
    effect: check('effect', (id) => effects.has(id)),
    input: check('input', (id) => inputs.has(id)),
    constraint: check('constraint', (id) => constraintIds.has(id)),
    convention: check('convention', (id) => catalogue.conventions.has(id)),
  };
}

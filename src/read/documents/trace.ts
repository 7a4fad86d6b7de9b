// A trace document to what it means. Its shape has been checked before; what is said here is that its steps form
// one tree and that every subject has a value for each of them, so that whoever walks a trace arrives.

import { behaviours, ruleKindNames } from '../../core/model/catalogue.ts';
import { assuranceLevels } from '../../core/model/sheet.ts';
import type { Trace, TraceInput, TraceProcess, TraceStep, TraceSubject } from '../../core/model/trace.ts';
import type { Finding, Result } from '../../core/text/finding.ts';
import { type Node, valueAt } from '../tree.ts';
import { isSet, itemsOf, type Report, textAt, textsAt, wordAt } from './fields.ts';
import { wholeNumber } from './header.ts';
import { readTraceAnswer } from './trace-answers.ts';
import { broken, namesAt, optional } from './trace-fields.ts';

export function readTrace(tree: Node): Result<Trace | undefined> {
  const findings: Finding[] = [];
  const report = (found: Finding): void => {
    findings.push(found);
  };
  const behind: Trace[] = [];
  for (const node of itemsOf(valueAt(tree, 'bills'))) behind.push(readBody(node, behind, report));
  const value = readBody(tree, behind, report);
  return { value: findings.length > 0 ? undefined : value, findings };
}

/** `behind`: the bills that it may be made of. */
function readBody(tree: Node, behind: readonly Trace[], report: Report): Trace {
  const sheet = valueAt(tree, 'sheet');
  const processes = itemsOf(valueAt(tree, 'processes')).map(readProcess);
  const stepNodes = itemsOf(valueAt(tree, 'steps'));
  const steps = stepNodes.map(readStep);
  checkSteps(steps, processes.length, stepNodes, report);
  return {
    sheet: {
      id: textAt(sheet, 'id') ?? '',
      revision: wholeNumber(textAt(sheet, 'revision')) ?? 0,
      product: textAt(sheet, 'product') ?? '',
      ...optional('sha256', textAt(sheet, 'sha256')),
    },
    bill: { file: textAt(tree, 'bill', 'file') ?? '', sha256: textAt(tree, 'bill', 'sha256') ?? '' },
    catalogue: textAt(tree, 'catalogue') ?? '',
    ...namesAt(tree, 'conventions'),
    inputs: itemsOf(valueAt(tree, 'inputs')).map((node) => readInput(node, behind, report)),
    processes,
    steps,
    subjects: itemsOf(valueAt(tree, 'subjects')).map((node) => readSubject(node, steps.length, report)),
    answers: itemsOf(valueAt(tree, 'answers')).map(readTraceAnswer),
  };
}

function readInput(node: Node, behind: readonly Trace[], report: Report): TraceInput {
  return {
    name: textAt(node, 'name') ?? '',
    state: wordAt(node, 'state', ['used', 'missing', 'expired', 'not-contained']) ?? 'missing',
    mass: textAt(node, 'mass') ?? 'unknown',
    ...(isSet(node, 'optional') ? { optional: true } : {}),
    ...optional('line', textAt(node, 'line')),
    ...optional('share', textAt(node, 'share')),
    ...optional('sheet', readReceived(valueAt(node, 'sheet'))),
    disregarded: itemsOf(valueAt(node, 'disregarded')).map((each) => ({
      statement: textAt(each, 'statement') ?? '',
      code: textAt(each, 'code') ?? '',
    })),
    ...optional('trace', readBehind(node, behind, report)),
  };
}

function readBehind(node: Node, behind: readonly Trace[], report: Report): Trace | undefined {
  const place = wholeNumber(textAt(node, 'bill'));
  if (place === undefined) return undefined;
  const trace = behind[place];
  const name = textAt(node, 'name') ?? '';
  if (trace === undefined)
    report(broken(`input \`${name}\` is made by bill ${place}, which is not there to be used`, node.at));
  return trace;
}

function readReceived(node: Node | undefined): TraceInput['sheet'] {
  if (node === undefined) return undefined;
  return {
    id: textAt(node, 'id') ?? '',
    revision: wholeNumber(textAt(node, 'revision')) ?? 0,
    sha256: textAt(node, 'sha256') ?? '',
    file: textAt(node, 'file') ?? '',
    product: textAt(node, 'product') ?? '',
    maker: textAt(node, 'maker') ?? '',
    assurance: wordAt(node, 'assurance', assuranceLevels) ?? 'self-declared',
    ...optional('validUntil', textAt(node, 'validUntil')),
  };
}

function readProcess(node: Node): TraceProcess {
  return {
    name: textAt(node, 'name') ?? '',
    effect: textAt(node, 'effect') ?? '',
    title: textAt(node, 'title') ?? '',
    takes: textsAt(node, 'takes'),
    gives: textAt(node, 'gives') ?? '',
    ...optional('loses', textAt(node, 'loses')),
    ...optional('uses', textAt(node, 'uses')),
    shares: readFigures(valueAt(node, 'shares')),
    ...readParameters(valueAt(node, 'parameters')),
    levels: readFigures(valueAt(node, 'levels')),
    line: wholeNumber(textAt(node, 'line')) ?? 0,
  };
}

const readFigures = (node: Node | undefined): TraceProcess['shares'] =>
  itemsOf(node).map((each) => ({
    quantity: textAt(each, 'quantity') ?? '',
    value: textAt(each, 'value') ?? '',
  }));

const readParameters = (node: Node | undefined): Pick<TraceProcess, 'parameters'> =>
  node === undefined
    ? {}
    : {
        parameters: itemsOf(node).map((each) => ({
          parameter: textAt(each, 'parameter') ?? '',
          value: textAt(each, 'value') ?? '',
        })),
      };

const lotKinds = ['fixed', 'open'] as const;

function readStep(node: Node): TraceStep {
  return {
    part: textAt(node, 'part') ?? '',
    ...optional('input', textAt(node, 'input')),
    ...optional('process', wholeNumber(textAt(node, 'process'))),
    ...optional('lots', wordAt(node, 'lots', lotKinds)),
    mass: textAt(node, 'mass') ?? 'unknown',
    from: textsAt(node, 'from').flatMap((text) => wholeNumber(text) ?? []),
  };
}

function readSubject(node: Node, steps: number, report: Report): TraceSubject {
  const id = textAt(node, 'id') ?? '';
  const values = itemsOf(valueAt(node, 'values')).map((each) => ({
    value: textAt(each, 'value') ?? '',
    ...optional('behaviour', wordAt(each, 'behaviour', behaviours)),
    ...optional('plainly', textAt(each, 'plainly')),
  }));
  if (values.length !== steps) {
    report(broken(`\`${id}\` has ${values.length} values for ${steps} steps`, node.at));
  }
  return {
    id,
    title: textAt(node, 'title') ?? '',
    rule: wordAt(node, 'rule', ruleKindNames) ?? 'own',
    ...optional('weight', textAt(node, 'weight')),
    value: textAt(node, 'value') ?? '',
    ...optional('byConvention', textAt(node, 'byConvention')),
    values,
  };
}

/** Steps come after what they take, and nothing is taken twice: then they are one tree with the last step as its root. */
function checkSteps(
  steps: readonly TraceStep[],
  processes: number,
  nodes: readonly Node[],
  report: Report,
): void {
  const taken = new Set<number>();
  for (const [position, { from, process }] of steps.entries()) {
    const at = nodes[position]?.at;
    if (at === undefined) continue;
    if (process !== undefined && process >= processes) {
      report(broken(`step ${position} is process ${process}, of which there are only ${processes}`, at));
    }
    for (const before of from) {
      if (before >= position || taken.has(before)) {
        report(broken(`step ${position} takes step ${before}, which is not there to be taken`, at));
      }
      taken.add(before);
    }
  }
  const last = nodes.at(-1);
  if (last !== undefined && taken.size !== steps.length - 1) {
    report(broken('the steps do not all lead to the product', last.at));
  }
}

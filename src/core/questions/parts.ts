// The way of one subject from inputs to product, as a tree of parts: what each weighs, what is known of it, and
// what the process that gave it made of it. Read off the trace step by step; nothing is computed anew.

import type { Group, Measure } from '../model/catalogue.ts';
import type { TraceProcess, TraceStep } from '../model/trace.ts';
import { isExact } from '../values/interval.ts';
import { add, divide, formatExact, isPositive, type Rational, zero } from '../values/rational.ts';
import { type ExplainedPart, weightOf } from './explained-part.ts';
import { figureInWords } from './figure-words.ts';
import { readFigure } from './figures.ts';
import { type SubjectView, valueInWords, viewSubject } from './subject-view.ts';
import { measureOf } from './view.ts';
import { workingsOf } from './workings.ts';

/** The tree of parts that gives the product; undefined where the trace has none. */
export function partsOf(of: SubjectView): ExplainedPart | undefined {
  const { trees } = of.view;
  if (!trees.has(of.subject.id)) trees.set(of.subject.id, makeTree(of));
  return trees.get(of.subject.id);
}

function makeTree(of: SubjectView): ExplainedPart | undefined {
  const parts: ExplainedPart[] = [];
  for (const [index, step] of of.view.trace.steps.entries()) {
    parts.push(
      partAt(
        of,
        step,
        index,
        step.from.flatMap((before) => parts[before] ?? []),
      ),
    );
  }
  return parts.at(-1);
}

function partAt(
  of: SubjectView,
  step: TraceStep,
  index: number,
  from: readonly ExplainedPart[],
): ExplainedPart {
  const { value = 'unknown', plainly, behaviour } = of.subject.values[index] ?? {};
  const process = step.process === undefined ? undefined : of.view.trace.processes[step.process];
  const own = behaviour === 'add-term' && process !== undefined ? ownUse(of, process) : [];
  const parts = withShares(of, [...from, ...own]);
  const base = {
    part: step.part,
    mass: step.mass,
    ...weightAt(of, index),
    value,
    inWords: valueInWords(of, value),
    ...(plainly === undefined ? {} : { before: { value: plainly, inWords: valueInWords(of, plainly) } }),
  };
  if (step.input !== undefined)
    return { ...base, ...inputAt(of, step.input), parts: [], workings: [], inputs: 1 };
  return {
    ...base,
    kind: step.lots !== undefined ? 'lots' : process === undefined ? 'rest' : 'process',
    ...(step.lots === undefined ? {} : { lots: step.lots }),
    ...(process === undefined ? {} : { process }),
    ...(behaviour === undefined ? {} : { behaviour }),
    workings: workingsOf({ of, behaviour, value, mass: step.mass, process, parts }),
    parts,
    inputs: parts.reduce((sum, part) => sum + part.inputs, 0),
  };
}

function weightAt({ weight }: SubjectView, index: number): Pick<ExplainedPart, 'weight'> {
  const value = weight?.subject.values[index]?.value;
  return value === undefined || weight === undefined ? {} : { weight: figured(value, weight.measure) };
}

/** A figure with its words; what cannot be read is told as it stands. */
function figured(
  value: string,
  measure: Measure | undefined,
  group?: Group,
): NonNullable<ExplainedPart['weight']> {
  const region = readFigure(value, measure);
  const inWords =
    region === undefined || measure === undefined ? value : figureInWords(region, measure, group);
  return { value, inWords };
}

function inputAt(of: SubjectView, name: string): Pick<ExplainedPart, 'kind' | 'input' | 'made'> {
  const input = of.view.inputs.get(name);
  if (input === undefined) return { kind: 'input' };
  const { trace: _, ...told } = input;
  const behind = of.view.behind.get(name);
  const subject = behind === undefined ? undefined : viewSubject(behind, of.subject.id);
  const made = subject === undefined ? undefined : partsOf(subject);
  return { kind: 'input', input: told, ...(made === undefined ? {} : { made }) };
}

/** What the process itself uses weighs like one more part. */
function ownUse({ view, subject, weight }: SubjectView, process: TraceProcess): readonly ExplainedPart[] {
  const adds = view.catalogue.effects.get(process.effect)?.adds;
  const use = process.uses ?? 'unknown';
  const part = { kind: 'own-use', part: process.name, process, workings: [], parts: [], inputs: 0 } as const;
  if (subject.rule === 'sum' && adds === subject.id) {
    return [{ ...part, ...figured(use, measureOf(view.catalogue, subject.id)) }];
  }
  if (weight === undefined || adds !== weight.subject.id) return [];
  const stated = process.shares.find((share) => share.quantity === subject.id)?.value ?? 'unknown';
  const group = view.catalogue.groups.get(subject.id);
  const share = figured(stated, measureOf(view.catalogue, subject.id), group);
  return [{ ...part, ...share, weight: figured(use, weight.measure) }];
}

/** Shares among parts that go into one process, where everything that weighs is exact. */
function withShares(of: SubjectView, parts: readonly ExplainedPart[]): readonly ExplainedPart[] {
  const weights = parts.map((part) => weightOf(of, part));
  const exact = weights.flatMap((weight): Rational[] =>
    weight !== undefined && isExact(weight) ? [weight.lo] : [],
  );
  const total = exact.reduce(add, zero);
  if (parts.length < 2 || exact.length < parts.length || !isPositive(total)) return parts;
  return parts.map((part, index) => ({ ...part, share: formatExact(divide(exact[index] ?? zero, total)) }));
}

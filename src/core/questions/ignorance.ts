// Whether a range tells nothing but that nobody knows: a content of anything up to an end far above every threshold.

import type { RuleKindName } from '../model/catalogue.ts';
import { compare, isZero, multiply, type Rational, rational } from '../values/rational.ts';
import { hullOf } from '../values/region.ts';
import { readFigure } from './figures.ts';
import type { SubjectView } from './subject-view.ts';

const contents: ReadonlySet<RuleKindName> = new Set(['conc-article', 'conc-homog', 'conc-mixture']);

/** So many times a threshold is near it: a measurement or a second look may decide. */
const NEAR = rational(10);

export function isIgnorance({ subject, measure, view }: SubjectView, value: string): boolean {
  if (!contents.has(subject.rule) || measure?.kind !== 'number') return false;
  if (value === 'unknown') return true;
  const range = hullOf(readFigure(value, measure) ?? []);
  if (range === undefined || !isZero(range.lo) || range.loOpen) return false;
  const { hi } = range;
  return hi === undefined || thresholdsOf(subject.id, view.catalogue).every((each) => isFar(hi, each));
}

const isFar = (hi: Rational, threshold: Rational): boolean => compare(hi, multiply(threshold, NEAR)) > 0;

function thresholdsOf(id: string, { statements }: SubjectView['view']['catalogue']): readonly Rational[] {
  return [...statements.values()].flatMap(({ meaning }) => {
    if (meaning.kind !== 'within' || meaning.quantity !== id) return [];
    return isZero(meaning.range.lo) ? (meaning.range.hi ?? []) : meaning.range.lo;
  });
}

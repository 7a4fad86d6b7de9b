// The table of rule kinds. Each has its own carrier of values, hidden behind a visitor: whoever folds a subject
// is given the kind and the subject together, with types that fit.

import type { Behaviour, Rule, RuleKindName } from '../../model/catalogue.ts';
import type { Kind, Subject } from '../kind.ts';
import { allExceptMinor } from './all-except-minor.ts';
import { assertRefutable } from './assert-refutable.ts';
import { concMixture } from './conc-mixture.ts';
import { concArticle, concHomog } from './concentration.ts';
import { content } from './content.ts';
import { maxNumber, minLevel, minNumber } from './extremes.ts';
import { fraction } from './fraction.ts';
import { own } from './own.ts';
import { sameValue } from './same-value.ts';
import { set } from './set.ts';
import { sum } from './sum.ts';
import { all, any } from './truths.ts';

const kinds = {
  fraction,
  all,
  any,
  'all-except-minor': allExceptMinor,
  'conc-article': concArticle,
  'conc-homog': concHomog,
  'conc-mixture': concMixture,
  'min-level': minLevel,
  'min-number': minNumber,
  'max-number': maxNumber,
  sum,
  content,
  set,
  'same-value': sameValue,
  'assert-refutable': assertRefutable,
  own,
} as const satisfies Record<RuleKindName, unknown>;

/** Whether a process may be said to do this to values of the kind. */
export const fits = (behaviour: Behaviour, kind: RuleKindName): boolean =>
  behaviour === 'combine' || behaviour === 'unknown' || Object.hasOwn(kinds[kind].behaviours, behaviour);

export type Visit<T> = <R extends Rule, V>(kind: Kind<R, V>, subject: Subject<R>) => T;

/** Call the visitor with the subject's kind. */
export function withKind<T>(subject: Subject, visit: Visit<T>): T {
  const { rule } = subject;
  switch (rule.kind) {
    case 'fraction':
      return visit(fraction, { ...subject, rule });
    case 'all':
      return visit(all, { ...subject, rule });
    case 'any':
      return visit(any, { ...subject, rule });
    case 'all-except-minor':
      return visit(allExceptMinor, { ...subject, rule });
    case 'conc-article':
      return visit(concArticle, { ...subject, rule });
    case 'conc-homog':
      return visit(concHomog, { ...subject, rule });
    case 'conc-mixture':
      return visit(concMixture, { ...subject, rule });
    case 'min-level':
      return visit(minLevel, { ...subject, rule });
    case 'min-number':
      return visit(minNumber, { ...subject, rule });
    case 'max-number':
      return visit(maxNumber, { ...subject, rule });
    case 'sum':
      return visit(sum, { ...subject, rule });
    case 'content':
      return visit(content, { ...subject, rule });
    case 'set':
      return visit(set, { ...subject, rule });
    case 'same-value':
      return visit(sameValue, { ...subject, rule });
    case 'assert-refutable':
      return visit(assertRefutable, { ...subject, rule });
    case 'own':
      return visit(own, { ...subject, rule });
  }
}

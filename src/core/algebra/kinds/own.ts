// `own`: only the maker of the product can say it; what suppliers say of theirs has no bearing.

import type { Rule } from '../../model/catalogue.ts';
import type { Kind } from '../kind.ts';

export const own: Kind<Extract<Rule, { kind: 'own' }>, undefined> = {
  name: 'own',
  unknown: () => undefined,
  read: () => undefined,
  associative: 'always',
  combine: () => undefined,
  behaviours: {},
  join: () => undefined,
  known: () => ({ kind: 'nothing' }),
};

// Three-valued truth: the set of values that are still possible. Connectives are strong Kleene's. Whether
// somebody was told both true and false (a conflict) is kept apart from the value: in Belnap's lattice
// "nobody said" and "somebody contradicts himself" would make false, which nobody ever claimed.

export type Truth = 'true' | 'false' | 'unknown';

export function and(values: Iterable<Truth>): Truth {
  let result: Truth = 'true';
  for (const value of values) {
    if (value === 'false') return 'false';
    if (value === 'unknown') result = 'unknown';
  }
  return result;
}

export function not(value: Truth): Truth {
  return value === 'unknown' ? 'unknown' : value === 'true' ? 'false' : 'true';
}

export function or(values: Iterable<Truth>): Truth {
  return not(and([...values].map(not)));
}

/** What holds whichever of the values is the right one. */
export function same(values: readonly Truth[]): Truth {
  const [first = 'unknown'] = values;
  return values.every((value) => value === first) ? first : 'unknown';
}

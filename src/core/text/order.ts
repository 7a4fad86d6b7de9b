// Code-point order, the only order in which names are ever sorted: it depends on no locale.

export function compareNames(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The names in code-point order. */
export function inOrder(names: Iterable<string>): readonly string[] {
  return [...names].sort(compareNames);
}

// Long lists for people: of many entries that say the same, the first few and how many more there are. Formats for
// programs are never folded.

/** Entries in their order; of a kind with more than `most`, only `shown` and a line that counts the others. */
export function foldAlike<Entry>(
  entries: readonly Entry[],
  kindOf: (entry: Entry) => string,
  { most, shown }: { readonly most: number; readonly shown: number },
): readonly { readonly entry: Entry; readonly more: number }[] {
  const counts = new Map<string, number>();
  for (const entry of entries) counts.set(kindOf(entry), (counts.get(kindOf(entry)) ?? 0) + 1);
  const met = new Map<string, number>();
  return entries.flatMap((entry) => {
    const kind = kindOf(entry);
    const all = counts.get(kind) ?? 0;
    const position = (met.get(kind) ?? 0) + 1;
    met.set(kind, position);
    if (all <= most) return [{ entry, more: 0 }];
    if (position > shown) return [];
    return [{ entry, more: position === shown ? all - shown : 0 }];
  });
}

// The line that gives an answer, in the form of the file that it goes into, as the ending of its name says.

interface Given {
  readonly id: string;
  readonly is: boolean;
  /** Of a band that holds: its group, and what it is called there. */
  readonly band?: { readonly group: string; readonly name: string } | undefined;
}

/** `source`: the name of the file. A table has a row for each band; elsewhere a group is answered by naming its band. */
export function answerLine(source: string, { id, is, band }: Given): string {
  if (source.toLowerCase().endsWith('.csv')) return `answer,${id},${is ? 'TRUE' : 'FALSE'}`;
  const isJson = source.toLowerCase().endsWith('.json');
  if (band === undefined) return isJson ? `"${id}": ${is}` : `${id}: ${is}`;
  return isJson ? `"${band.group}": "${band.name}"` : `${band.group}: ${band.name}`;
}

// Headings, lists and tables of a Markdown document. Cells and entries are given as finished Markdown.

export const headingTwo = (title: string): string => `## ${title}`;

export const list = (entries: readonly string[], depth = 0): string =>
  entries.map((entry) => `${'  '.repeat(depth)}- ${entry}`).join('\n');

export function table(titles: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(titles), line(titles.map(() => '---')), ...rows.map(line)].join('\n');
}

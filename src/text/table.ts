/** A Markdown table. Cells must hold no line break and no bare pipe. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

/** A table of names and values, whose first row is its head: Markdown knows no table without one. */
export function sheet(rows: readonly (readonly [string, string])[]): string {
  return table(rows[0] ?? ['', ''], rows.slice(1));
}

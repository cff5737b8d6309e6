/* Pictures that GitHub draws from text. Mermaid has a grammar of its own: names of others keep only what cannot end a word in it. */

/** Mermaid refuses longer texts; so many bars are more than a phone shows. */
const MOST = 24;
const LONGEST = 30;

/** One bar, or one slice. */
export interface Slice {
  readonly name: string;
  readonly value: number;
}

/** Bars side by side. */
export function bars(title: string, unit: string, slices: readonly Slice[]): string {
  const shown = slices.slice(0, MOST);
  const top = Math.max(1, ...shown.map(({ value }) => value));
  return fenced([
    'xychart-beta',
    `  title "${plainName(title)}"`,
    `  accTitle: ${plainName(title)}`,
    `  accDescr: ${shown.map(({ name, value }) => `${plainName(name)} ${value}`).join(', ')}`,
    `  x-axis [${shown.map(({ name }) => `"${plainName(name)}"`).join(', ')}]`,
    `  y-axis "${plainName(unit)}" 0 --> ${top}`,
    `  bar [${shown.map(({ value }) => value).join(', ')}]`,
  ]);
}

/** Slices of a whole; those that are nothing are left out. */
export function pie(title: string, slices: readonly Slice[]): string {
  const shown = slices.filter(({ value }) => value > 0).slice(0, MOST);
  return fenced([
    'pie showData',
    `  title ${plainName(title)}`,
    `  accTitle: ${plainName(title)}`,
    `  accDescr: ${shown.map(({ name, value }) => `${plainName(name)} ${value}`).join(', ')}`,
    ...shown.map(({ name, value }) => `  "${plainName(name)}" : ${value}`),
  ]);
}

function fenced(lines: readonly string[]): string {
  return ['```mermaid', ...lines, '```'].join('\n');
}

/** A name of whatever origin as a word in a picture. */
function plainName(text: string): string {
  const plain = text
    .replace(/[^\p{L}\p{N} .,/()’%_-]/gu, ' ')
    .replace(/([-%])\1+/g, '$1')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, text.length > 60 ? LONGEST : 60);
  return plain === '' ? '-' : plain;
}

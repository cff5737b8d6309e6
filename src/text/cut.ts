/* Lengths are in UTF-16 units, as GitHub counts them. */

/** The beginning of a text: at most so many units, and never half a character. */
export function cutTo(text: string, most: number): string {
  return text.slice(0, most).replace(/[\ud800-\udbff]$/, '');
}

/** A text as it is, if it is short enough; otherwise its beginning and an ellipsis, which counts. */
export function abbreviate(text: string, most: number): string {
  return text.length <= most ? text : `${cutTo(text, most - 1)}…`;
}

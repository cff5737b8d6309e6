/** Whether a pattern may be anywhere in so many ways that to look for it takes for ever. */
export function isTooWild(pattern: string): boolean {
  return pattern.split('**').length > 4 || pattern.length > 300;
}

/**
 * Lines for the log of a runner. What begins with `::`, or has `##[` anywhere, it takes for a command of the workflow; a word joiner,
 * which nobody sees, makes text of it.
 */
export function logged(text: string): string {
  return text.replaceAll('::', ':\u2060:').replaceAll('##[', '#\u2060#[');
}

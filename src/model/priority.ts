/** The four priorities, most urgent first. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Whether `to` is less urgent than `from`. */
export function lowers(from: Priority, to: Priority): boolean {
  return PRIORITIES.indexOf(to) > PRIORITIES.indexOf(from);
}

/** The four priorities, most urgent first. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;
export type Priority = (typeof PRIORITIES)[number];

/** Whether `to` is less urgent than `from`. */
export function lowers(from: Priority, to: Priority): boolean {
  return PRIORITIES.indexOf(to) > PRIORITIES.indexOf(from);
}

/** Whether an incident of this priority has an incident manager, updates in time, and those who are informed of it. */
export function isUrgent(priority: Priority): boolean {
  return priority === 'P0' || priority === 'P1';
}

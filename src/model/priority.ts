/** The four priorities, most urgent first. */
export const PRIORITIES = ['P0', 'P1', 'P2', 'P3'] as const;

export type Priority = (typeof PRIORITIES)[number];

/** Whether an incident of this priority has an incident manager, updates in time, and those who are informed of it. */
export function isUrgent(priority: Priority): boolean {
  return priority === 'P0' || priority === 'P1';
}

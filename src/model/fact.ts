/** What a report says, by name. The first six are asked of everybody before an incident is classified (seed document B). */
export const FACTS = [
  'originator',
  'customers',
  'system',
  'time',
  'scope',
  'impact',
  'category',
  'data',
  'source',
  'severity',
] as const;
export type FactName = (typeof FACTS)[number];
/** The facts that every report must have. */
export const REQUIRED_FACTS = FACTS.slice(0, 6);

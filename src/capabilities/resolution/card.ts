import type { CardNext } from '../card/row.ts';

/** What is resolved is to be closed; that a withdrawal is right must be confirmed. */
export const resolutionNext: CardNext = ({ incident, words }) => {
  if (incident.resolution.resolved) return incident.issue.state === 'closed' ? null : words.resolutionCard.close;
  return incident.status === 'withdrawn' ? words.resolutionCard.confirm : null;
};

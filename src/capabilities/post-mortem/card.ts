import type { CardNext } from '../card/row.ts';

/** The post-mortem is written. */
export const postMortemNext: CardNext = ({ incident, words }) =>
  incident.resolution.resolved && incident.postMortem.issue && incident.postMortem.issue.closedAt === null
    ? words.postMortemCard.next(incident.postMortem.issue.number)
    : null;

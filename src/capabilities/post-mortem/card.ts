import type { CardNext } from '../card/row.ts';

/** The post-mortem is written. */
export const postMortemNext: CardNext = ({ incident, words }) =>
  incident.resolved && incident.postMortem ? words.postMortemCard.next(incident.postMortem.number) : null;

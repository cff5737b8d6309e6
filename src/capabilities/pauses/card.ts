import { inline } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';

/** Whom it waits for, and since when (seed document B: third parties are involved parties). */
export const waitRow: CardRow = ({ incident, words, reader }) => {
  if (incident.resolution.resolved || incident.resolution.ended || incident.category.confidential) return [];
  return incident.pauses.waits
    .filter(({ to }) => to === Infinity)
    .map(({ label, why, from }) => {
      const whom = why === '' ? inline(label) : inline(why, 120);
      return [words.pause.waiting, words.pause.since(whom, shortInstant(reader, from))] as const;
    });
};

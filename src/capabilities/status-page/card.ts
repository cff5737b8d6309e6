import { linkTarget } from '../../notify/text.ts';
import { inline, who } from '../../text/foreign.ts';
import { shortInstant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { askable } from './askable.ts';
import { namesOf } from './components.ts';
import { placeOf } from './place.ts';
import { incidentId } from './project.ts';
import { publicationDue } from './publication.ts';

/** What customers read of it, or what it takes until they do. */
export const statusPageRow: CardRow = (situation) => {
  const { incident, policy, words, reader } = situation;
  const { statusPageCard: card } = words;
  const place = placeOf(situation);
  switch (place.absence) {
    case null: {
      // The card says what is so once it is written.
      const due = publicationDue(situation);
      const last = due ? { stage: due.stage, at: situation.now } : place.told.at(-1);
      if (last === undefined) return [];
      const names = inline(namesOf(place.components)[policy.language], 200);
      const id = incidentId(situation.repository, incident.issue.number);
      const stage = `[${card.stages[last.stage]}](${linkTarget(`${place.page.url}/incidents/${id}.html`)})`;
      return [[card.row, card.on(stage, shortInstant(reader, last.at), names)]];
    }
    case 'off': {
      const { by, reason } = incident.said.public.wanted!;
      return [[card.row, card.off(who(by), inline(reason, 200))]];
    }
    case 'services': {
      const asked = askable(policy, incident);
      const isEnded = incident.resolution.resolved !== null || incident.resolution.ended !== null;
      if (isEnded) return [];
      return [[card.row, asked === null ? card.outside : card.missing(`/${asked.command} ${asked.names[0]}`)]];
    }
    default:
      return [];
  }
};

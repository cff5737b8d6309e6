import { inline, who } from '../../text/foreign.ts';
import { duration, instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { impactOf, servicesOf } from './impact.ts';

/** From when to when users were harmed, once there is something to say, with the objectives of the services concerned. */
export const impactRow: CardRow = ({ incident, policy, reader, words }) => {
  const { impactCard: card } = words;
  const found = impactOf(incident);
  const { impact } = incident.said;
  if (!found || incident.resolution.ended || (found.to === null && impact === null)) return [];
  const { from, to, downtime } = found;
  const stated = impact ? [card.statedBy(who(impact.by))] : [];
  if (to === null || downtime === null)
    return [[card.row, [card.since(instant(reader, from)), ...stated].join(words.semicolon)]];
  const objectives = servicesOf(incident, policy).flatMap(({ name, downtimePerIncident: limit }) =>
    limit ? [card.objective(inline(name), inline(limit.text), downtime <= limit.ms)] : [],
  );
  const span = card.span(instant(reader, from), instant(reader, to), duration(policy.language, downtime));
  return [[card.row, [span, ...stated, ...objectives].join(words.semicolon)]];
};

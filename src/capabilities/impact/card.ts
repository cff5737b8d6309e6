import { cell, who } from '../../text/foreign.ts';
import { duration, instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import { impactOf, servicesOf } from './impact.ts';

/** From when to when users were harmed, once there is something to say, with the objectives of the services concerned. */
export const impactRow: CardRow = ({ incident, policy, words }) => {
  const { impactCard: card } = words;
  const { from, to } = impactOf(incident);
  const { impact } = incident.said;
  if (incident.resolution.ended || (to === null && impact === null)) return [];
  const stated = impact ? [card.statedBy(who(impact.by))] : [];
  if (to === null) return [[card.row, [card.since(instant(policy, from)), ...stated].join(words.semicolon)]];
  const objectives = servicesOf(incident, policy).flatMap(({ name, downtimePerIncident: limit }) =>
    limit ? [card.objective(cell(name), cell(limit.text), to - from <= limit.ms)] : [],
  );
  const span = card.span(instant(policy, from), instant(policy, to), duration(policy.language, to - from));
  return [[card.row, [span, ...stated, ...objectives].join(words.semicolon)]];
};

import { inline, who } from '../../text/foreign.ts';
import { duration, instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';
import type { Situation } from '../situation.ts';
import { impactOf, servicesOf } from './impact.ts';

/** From when to when users were harmed, once there is something to say, with the objectives of the services concerned. */
export const impactRow: CardRow = (situation) => {
  const { incident, policy, reader, words } = situation;
  const { impactCard: card } = words;
  const found = impactOf(incident);
  const { impact } = incident.said;
  if (!found || incident.resolution.ended || (found.to === null && impact === null)) return [];
  const { from, to, downtime } = found;
  const stated = impact ? [card.statedBy(who(impact.by))] : [];
  if (to === null || downtime === null)
    return [[card.row, [card.since(instant(reader, from)), ...stated].join(words.semicolon)]];
  const span = card.span(instant(reader, from), instant(reader, to), duration(policy.language, downtime));
  return [[card.row, [span, ...stated, ...objectives(situation)].join(words.semicolon)]];
};

/** What the policy promises for each service concerned, and whether it was kept, once the downtime is known. */
export function objectives({
  incident,
  policy,
  words,
}: Pick<Situation, 'incident' | 'policy' | 'words'>): readonly string[] {
  const downtime = impactOf(incident)?.downtime ?? null;
  if (downtime === null) return [];
  return servicesOf(incident, policy).flatMap(({ name, downtimePerIncident: limit }) =>
    limit ? [words.impactCard.objective(inline(name), inline(limit.text), downtime <= limit.ms)] : [],
  );
}

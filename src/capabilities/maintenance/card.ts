import { inline } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import type { CardRow } from '../card/row.ts';

/** The maintenances during which it goes on, or went on. */
export const maintenanceRow: CardRow = ({ incident, reader, words }) =>
  incident.maintenance.map(({ number, services, spans }) => [
    words.maintenanceCard.row,
    words.maintenanceCard.during(
      number,
      services.map((it) => inline(it)).join(words.andThen),
      instant(reader, spans.at(-1)!.to),
    ),
  ]);

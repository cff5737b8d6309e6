import type { CardRow } from '../card/row.ts';
import { stageOf, stagesOf } from './stage.ts';

/** All stages, the present one in bold. */
export const stageRow: CardRow = ({ incident, words }) => {
  const now = stageOf(incident);
  const line = stagesOf(incident).map((stage) => (stage === now ? `**${words.stages[stage]}**` : words.stages[stage]));
  return [[words.stageCard.row, line.join(' → ')]];
};

import type { Situation } from '../situation.ts';
import type { CardRow } from './row.ts';
import { alertRow } from '../alerts/card.ts';
import { categoryRow } from '../category/card.ts';
import { causeRow } from '../cause/card.ts';
import { dataLossRow } from '../data-loss/card.ts';
import { impactRow } from '../impact/card.ts';
import { levelRow } from '../levels/card.ts';
import { linksRow } from '../notes/card.ts';
import { missingRow, openedRow } from '../report/card.ts';
import { muteRow } from '../mute/card.ts';
import { priorityRow } from '../priority/card.ts';
import { responderRow } from '../assignment/card.ts';
import { roleRows } from '../manager/card.ts';
import { stageRow } from '../stage/card.ts';
import { statusRow } from '../status/card.ts';

/** The head of the card: what the incident is, how it stands, who has it. To add a row, add a line. */
const ROWS: readonly CardRow[] = [
  priorityRow,
  statusRow,
  stageRow,
  categoryRow,
  responderRow,
  roleRows,
  levelRow,
  muteRow,
  impactRow,
  dataLossRow,
  causeRow,
  alertRow,
  linksRow,
  missingRow,
  openedRow,
];

/** The rows of the card, of all rooms that have something to say. */
export function cardRows(situation: Situation): readonly (readonly [string, string])[] {
  return ROWS.flatMap((row) => row(situation));
}

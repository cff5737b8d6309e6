import type { Situation } from '../situation.ts';
import type { CardRow } from './row.ts';
import { alertRow } from '../alerts/card.ts';
import { categoryRow } from '../category/card.ts';
import { causeRow } from '../cause/card.ts';
import { afterRow, culpritRow } from '../changes/card.ts';
import { closingRow } from '../closing/card.ts';
import { dataLossRow } from '../data-loss/card.ts';
import { deploymentsRow } from '../gate/card.ts';
import { impactRow } from '../impact/card.ts';
import { levelRow } from '../levels/card.ts';
import { maintenanceRow } from '../maintenance/card.ts';
import { linksRow } from '../notes/card.ts';
import { missingRow, openedRow } from '../report/card.ts';
import { muteRow } from '../mute/card.ts';
import { waitRow } from '../pauses/card.ts';
import { priorityRow } from '../priority/card.ts';
import { responderRow } from '../assignment/card.ts';
import { roleRows } from '../manager/card.ts';
import { stageRow } from '../stage/card.ts';
import { statusPageRow } from '../status-page/card.ts';
import { statusRow } from '../status/card.ts';
import { stepRow } from '../escalation/card.ts';
import { watchRow } from '../watch/card.ts';

/** Who has it and whose it is: short, and so in one line. To add a row, add a line. */
const WHO: readonly CardRow[] = [responderRow, roleRows];

/** What else decides what its reader does now, a line each. */
const FIRST: readonly CardRow[] = [
  categoryRow,
  statusRow,
  closingRow,
  statusPageRow,
  priorityRow,
  levelRow,
  alertRow,
  maintenanceRow,
  deploymentsRow,
  muteRow,
  waitRow,
  stepRow,
  watchRow,
];

/** What is folded away. */
const DETAILS: readonly CardRow[] = [
  openedRow,
  stageRow,
  impactRow,
  dataLossRow,
  causeRow,
  culpritRow,
  afterRow,
  linksRow,
  missingRow,
];

/** The lines of the card's first screen, of all rooms that have something to say. */
export function firstRows(situation: Situation): readonly string[] {
  const who = lines(WHO, situation);
  return [...(who.length === 0 ? [] : [who.join(' · ')]), ...lines(FIRST, situation)];
}

/** Those that are folded away. */
export function detailRows(situation: Situation): readonly string[] {
  return lines(DETAILS, situation);
}

function lines(rows: readonly CardRow[], situation: Situation): readonly string[] {
  return rows.flatMap((row) => row(situation)).map(([name, value]) => `**${name}**${situation.words.colon}${value}`);
}

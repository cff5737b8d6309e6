import type { Effect } from '../../engine/effect.ts';
import type { Issue } from '../../model/issue.ts';
import { decideOn, type Decision, type SubjectKind } from '../decide.ts';
import { repliesTo } from '../replies.ts';
import { maintenanceCardEffect } from './card.ts';
import { MAINTENANCE_COMMANDS } from './commands.ts';
import { readMaintenance, type MaintenanceGround, type MaintenanceSubject } from './reading.ts';
import { announceRule } from './rules/announce.ts';
import { changesRule, closeRule } from './rules/changes.ts';
import { faultsRule } from './rules/faults.ts';
import { overlapRule } from './rules/overlap.ts';
import { overrunRule } from './rules/overrun.ts';
import { unreadRule } from './rules/unread.ts';
import { maintenanceSituationOf, type MaintenanceRule, type MaintenanceSituation } from './situation.ts';

const repliesRule: MaintenanceRule = ({ maintenance, policy }) =>
  repliesTo(maintenance, { policy, commands: MAINTENANCE_COMMANDS, incident: null });

/** Maintenances. To add what is asked of one, add its file and a line to the rules. */
const MAINTENANCES: SubjectKind<MaintenanceSubject, MaintenanceGround, MaintenanceSituation> = {
  read: readMaintenance,
  situationOf: maintenanceSituationOf,
  rules: [repliesRule, unreadRule, announceRule, overrunRule, changesRule, faultsRule, overlapRule, closeRule],
  card: maintenanceCardEffect,
  whyDouble: ({ words }) => words.why.edited,
};

/** Decides what a maintenance needs; null for an issue that is none. */
export function decideMaintenance(
  issue: Issue,
  ground: MaintenanceGround,
  refused: readonly Effect[],
): Decision<MaintenanceSubject> | null {
  return decideOn(MAINTENANCES, issue, ground, refused);
}

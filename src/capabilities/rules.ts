import type { Rule } from './situation.ts';
import { answersRule } from './answers/rule.ts';
import { assistanceRule } from './assistance/rule.ts';
import { breachRule } from './breach/rule.ts';
import { categoryRule } from './category/rule.ts';
import { causeRule } from './cause/rule.ts';
import { rollbackRule } from './changes/rollback.ts';
import { closureRule } from './closing/rule.ts';
import { closingRule } from './resolution/closing.ts';
import { repliesRule } from './replies/rule.ts';
import { confidentialityRule } from './confidentiality/rule.ts';
import { duplicatesRule } from './duplicates/racing.ts';
import { escalationRule } from './escalation/rule.ts';
import { reportRule } from './report/rule.ts';
import { informRule } from './updates/inform.ts';
import { levelRule } from './levels/rule.ts';
import { managerRule } from './manager/rule.ts';
import { membershipRule } from './membership/rule.ts';
import { assignmentRule } from './assignment/rule.ts';
import { waitRule } from './pauses/rule.ts';
import { postMortemRule } from './post-mortem/rule.ts';
import { problemRule } from './problem/rule.ts';
import { recurrenceRule } from './recurrence/rule.ts';
import { priorityRule } from './priority/rule.ts';
import { unassessedRule } from './priority/chase.ts';
import { quickPathRule } from './quick-path/rule.ts';
import { receiptRule } from './receipt/rule.ts';
import { correctionRule } from './receipt/correction.ts';
import { resolvedRule } from './resolution/resolved.ts';
import { vouchedRule } from './notification/vouched.ts';
import { renewalRule } from './notification/renewal.ts';
import { reopeningRule } from './resolution/reopening.ts';
import { stateLabelsRule } from './resolution/labels.ts';
import { manualEscalationRule } from './escalation/manual.ts';
import { graverRule } from './alerts/graver.ts';
import { affectsRule } from './status-page/affects-rule.ts';
import { statusPageRule } from './status-page/rule.ts';
import { triageRule } from './triage/rule.ts';
import { duplicateAlertsRule } from './alerts/duplicates.ts';
import { withdrawalRule } from './resolution/withdrawal.ts';
import { watchRule } from './watch/rule.ts';

/**
 * What makes an incident another one than it seemed, or none: carried out first and alone, so that nobody is told of what it was
 * taken for.
 */
export const DEFINING_RULES: readonly Rule[] = [duplicateAlertsRule, triageRule];

/**
 * Every other behaviour, one file each, in the order in which their effects are carried out. The most pressing notice comes first:
 * its request is the first line that people read. The card is not among them: it is what all of them lead to.
 */
export const RULES: readonly Rule[] = [
  confidentialityRule,
  answersRule,
  escalationRule,
  vouchedRule,
  managerRule,
  manualEscalationRule,
  levelRule,
  reopeningRule,
  graverRule,
  withdrawalRule,
  priorityRule,
  unassessedRule,
  categoryRule,
  affectsRule,
  statusPageRule,
  causeRule,
  rollbackRule,
  quickPathRule,
  informRule,
  receiptRule,
  correctionRule,
  resolvedRule,
  repliesRule,
  membershipRule,
  assignmentRule,
  assistanceRule,
  reportRule,
  breachRule,
  stateLabelsRule,
  watchRule,
  closingRule,
  closureRule,
  waitRule,
  postMortemRule,
  problemRule,
  recurrenceRule,
  duplicatesRule,
  renewalRule,
];

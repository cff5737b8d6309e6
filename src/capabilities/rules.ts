import type { Rule } from './situation.ts';
import { assistance } from './assistance/rule.ts';
import { breach } from './breach/rule.ts';
import { cadence } from './updates/rule.ts';
import { category } from './category/rule.ts';
import { cause } from './cause/rule.ts';
import { closing } from './resolution/closing.ts';
import { commands } from './replies/rule.ts';
import { confidentiality } from './confidentiality/rule.ts';
import { doubles } from './duplicates/racing.ts';
import { escalation } from './escalation/rule.ts';
import { information } from './report/rule.ts';
import { inform } from './updates/inform.ts';
import { level } from './levels/rule.ts';
import { manager } from './manager/rule.ts';
import { membership } from './membership/rule.ts';
import { orders } from './assignment/rule.ts';
import { postMortem } from './post-mortem/rule.ts';
import { priority } from './priority/rule.ts';
import { quick } from './quick-path/rule.ts';
import { receipt } from './receipt/rule.ts';
import { renewal } from './notification/renewal.ts';
import { reopening } from './resolution/reopening.ts';
import { stateLabels } from './resolution/labels.ts';
import { summons } from './escalation/manual.ts';
import { triage } from './triage/rule.ts';
import { twins } from './alerts/duplicates.ts';
import { withdrawal } from './resolution/withdrawal.ts';

/**
 * What makes an incident another one than it seemed, or none: carried out first and alone, so that nobody is told of what it was
 * taken for.
 */
export const DEFINING_RULES: readonly Rule[] = [twins, triage];

/**
 * Every other behaviour, one file each, in the order in which their effects are carried out. The most pressing notice comes first:
 * its request is the first line that people read. The card is not among them: it is what all of them lead to.
 */
export const RULES: readonly Rule[] = [
  confidentiality,
  escalation,
  manager,
  summons,
  level,
  cadence,
  reopening,
  withdrawal,
  priority,
  category,
  cause,
  quick,
  inform,
  receipt,
  commands,
  membership,
  orders,
  assistance,
  information,
  breach,
  stateLabels,
  closing,
  postMortem,
  doubles,
  renewal,
];

import type { Rule } from '../plan/situation.ts';
import { assistance } from './assistance.ts';
import { breach } from './breach.ts';
import { cadence } from './cadence.ts';
import { category } from './category.ts';
import { cause } from './cause.ts';
import { closing } from './closing.ts';
import { commands } from './commands.ts';
import { confidentiality } from './confidentiality.ts';
import { doubles } from './doubles.ts';
import { escalation } from './escalation.ts';
import { information } from './information.ts';
import { inform } from './inform.ts';
import { level } from './level.ts';
import { manager } from './manager.ts';
import { membership } from './membership.ts';
import { orders } from './orders.ts';
import { postMortem } from './post-mortem.ts';
import { priority } from './priority.ts';
import { quick } from './quick.ts';
import { receipt } from './receipt.ts';
import { reopening } from './reopening.ts';
import { stateLabels } from './state-labels.ts';
import { summons } from './summons.ts';
import { triage } from './triage.ts';
import { twins } from './twins.ts';
import { withdrawal } from './withdrawal.ts';

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
];

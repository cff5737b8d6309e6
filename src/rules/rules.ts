import type { Rule } from '../plan/situation.ts';
import { breach } from './breach.ts';
import { commands } from './commands.ts';
import { doubles } from './doubles.ts';
import { escalation } from './escalation.ts';
import { membership } from './membership.ts';
import { postMortem } from './post-mortem.ts';
import { priority } from './priority.ts';
import { reopening } from './reopening.ts';
import { stateLabels } from './state-labels.ts';
import { withdrawal } from './withdrawal.ts';

/**
 * Every behaviour, one file each, in the order in which their effects are carried out. The most pressing notice comes first:
 * its request is the first line that people read. The card is not among them: it is what all of them lead to.
 */
export const RULES: readonly Rule[] = [
  escalation,
  reopening,
  withdrawal,
  priority,
  commands,
  membership,
  breach,
  stateLabels,
  postMortem,
  doubles,
];

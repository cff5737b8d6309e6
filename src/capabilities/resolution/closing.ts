import { missingOf } from '../closing/missing.ts';
import type { Rule } from '../situation.ts';

/**
 * The issue follows the incident: `/dismiss` closes it as not planned, an alert that is gone closes it where the policy says so,
 * and one that is back shortly after opens it again. Doubles are closed by the rules about them; nothing else closes an incident but people.
 */
export const closingRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const {
    issue,
    resolution: { ended, resolved },
  } = incident;
  if (issue.state === 'closed') {
    const isOver = ended ?? resolved ?? incident.resolution.closedAt;
    if (isOver !== null) return [];
    if (incident.resolution.refused) return [{ do: 'reopen', issue: issue.number, why: words.reopened.why }];
    return incident.alert ? [{ do: 'reopen', issue: issue.number, why: words.recovery.reopen }] : [];
  }
  if (incident.status === 'dismissed' && ended?.how === 'command')
    return [{ do: 'close', issue: issue.number, reason: 'not-planned', why: words.dismissed.why }];
  // What must be there before closing is waited for.
  const isWaiting = policy.closing.isEnforced && missingOf(situation).length > 0;
  if (resolved?.how === 'recovered' && policy.alerts.recovery === 'close' && !isWaiting)
    return [{ do: 'close', issue: issue.number, reason: 'completed', why: words.recovery.close }];
  return [];
};

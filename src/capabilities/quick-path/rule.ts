import { isHealed } from '../alerts/wait.ts';
import { prose, who } from '../../text/foreign.ts';
import { instant } from '../../text/time.ts';
import { butFor } from '../people/acted.ts';
import { audience, reporterAndOperator } from '../people/audience.ts';
import { isHeld, type Intent, type Rule } from '../situation.ts';
import { noticeKey } from '../notification/keys.ts';
import { MOST_ASSIGNEES } from '../../model/limits.ts';

/**
 * What is foreseen to be treated at once goes quietly to the responder; when it has been, whoever reported it and the operator
 * are told once (seed document A). When the window passes, everything is as usual.
 */
export const quickPathRule: Rule = (situation) => {
  const { incident, reader, words } = situation;
  const {
    issue,
    record,
    resolution: { resolved },
  } = incident;
  if (!incident.quickPath) return [];
  if (isHeld(situation)) {
    const people = audience(situation, ['responder']).people.slice(0, MOST_ASSIGNEES);
    if (incident.assignment.assignees.length > 0 || people.length === 0) return [];
    return [{ do: 'assign', issue: issue.number, logins: people, why: words.quick.assigned }];
  }
  // Who has had the receipt follows the ticket like any other; and nobody has treated what healed by itself.
  if (!resolved || isHealed(incident) || Object.hasOwn(record.done, noticeKey('receipt'))) return [];
  const to = butFor(resolved.by, reporterAndOperator(situation));
  const text = resolved.text === '' || incident.category.confidential ? null : prose(resolved.text);
  const notice: Intent = {
    do: 'tell',
    keys: [noticeKey('quick')],
    to,
    ask: words.quick.ask,
    lines: [words.quick.line(instant(reader, resolved.at), who(resolved.by), text)],
    why: words.quick.why,
    audience: 'reporter',
  };
  return to.length === 0 ? [] : [notice];
};

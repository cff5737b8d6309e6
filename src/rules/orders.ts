import { includesLogin } from '../incident/spelling.ts';
import type { Intent, Rule } from '../plan/situation.ts';

/** What people have ordered by command and GitHub has to show: assignees, labels that pause, a duplicate. */
export const orders: Rule = ({ incident, words, neighbours }) => {
  const { issue } = incident;
  const intents: Intent[] = [];
  const onIssue = issue.timeline.reduce((set, event) => {
    if (event.kind === 'assigned' && event.assignee !== null) set.add(event.assignee.toLowerCase());
    if (event.kind === 'unassigned') set.delete(event.assignee.toLowerCase());
    return set;
  }, new Set<string>());
  const newcomers = incident.ordered.filter((login) => !includesLogin(onIssue, login)).slice(0, 10);
  if (newcomers.length > 0)
    intents.push({ do: 'assign', issue: issue.number, logins: newcomers, why: words.assigned.why });

  const labels = [...incident.pauseLabels];
  const absent = labels.filter(([label, on]) => on && !issue.labels.includes(label)).map(([label]) => label);
  const stale = labels.filter(([label, on]) => !on && issue.labels.includes(label)).map(([label]) => label);
  if (absent.length > 0) intents.push({ do: 'add-labels', issue: issue.number, labels: absent, why: words.pause.on });
  if (stale.length > 0) intents.push({ do: 'remove-labels', issue: issue.number, labels: stale, why: words.pause.off });

  const other = neighbours.find(({ number }) => number === incident.duplicateOf);
  if (other && issue.state === 'open' && !incident.ended)
    intents.push({
      do: 'close-duplicate',
      issue: issue.number,
      target: issue.id,
      of: other.id,
      isSelf: true,
      why: words.duplicate.why(other.number),
    });
  return intents;
};

import { noticeKey } from '../notification/keys.ts';
import { MOST_ASSIGNEES } from '../../model/limits.ts';
import { who } from '../../text/foreign.ts';
import { originalOf } from '../duplicates/neighbours.ts';
import type { Intent, Rule, Situation } from '../situation.ts';

/** What people have ordered by command and GitHub has to show: assignees, labels that pause, a duplicate. */
export const assignmentRule: Rule = (situation) => {
  const { incident, words } = situation;
  const { issue } = incident;
  const intents: Intent[] = [];
  const onIssue = issue.timeline.reduce((set, event) => {
    if (event.kind === 'assigned' && event.assignee !== null) set.add(event.assignee.toLowerCase());
    if (event.kind === 'unassigned') set.delete(event.assignee.toLowerCase());
    return set;
  }, new Set<string>());
  const absent = incident.assignment.ordered.filter(({ login }) => !onIssue.has(login.toLowerCase()));
  // Asked for once: what GitHub would not do then, it is not asked to do in every run.
  const asked = absent.filter(({ comment }) => incident.own.fresh.includes(comment));
  const wanted = [...asked.map(({ login }) => login), ...answering(situation)].filter(
    (login) => !onIssue.has(login.toLowerCase()),
  );
  const newcomers = wanted.slice(0, Math.max(0, MOST_ASSIGNEES - onIssue.size));
  if (newcomers.length > 0)
    intents.push({ do: 'assign', issue: issue.number, logins: newcomers, why: words.assigned.why });
  for (const { login, at, by } of absent.filter((it) => !asked.includes(it) && !it.isAcknowledgement)) {
    intents.push({
      do: 'tell',
      keys: [noticeKey('assign', at, login.toLowerCase())],
      to: by === null ? [] : [by],
      ask: words.assigned.ask(who(login)),
      lines: [words.assigned.line],
      why: words.assigned.whyNot,
    });
  }

  const labels = [...incident.pauses.labels];
  const unset = labels.filter(([label, on]) => on && !issue.labels.includes(label)).map(([label]) => label);
  const stale = labels.filter(([label, on]) => !on && issue.labels.includes(label)).map(([label]) => label);
  if (unset.length > 0) intents.push({ do: 'add-labels', issue: issue.number, labels: unset, why: words.pause.on });
  if (stale.length > 0) intents.push({ do: 'remove-labels', issue: issue.number, labels: stale, why: words.pause.off });

  const other = originalOf(situation);
  if (
    other &&
    issue.state === 'open' &&
    !incident.resolution.ended &&
    incident.own.fresh.includes(incident.said.duplicate!.comment)
  )
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

/** Whoever has just acknowledged in a pager: they have it, as after `/ack`. */
function answering({ incident: { acknowledgement, answers, record } }: Situation): readonly string[] {
  if (acknowledgement?.how !== 'pager' || acknowledgement.by === null) return [];
  const { at, by } = acknowledgement;
  const isFresh = answers.some((it) => it.at === at && it.by === by && !Object.hasOwn(record.done, it.key));
  return isFresh ? [by] : [];
}

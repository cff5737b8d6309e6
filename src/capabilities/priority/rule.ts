import { isHeld, type Intent, type Rule, type Situation } from '../situation.ts';
import { lowers } from '../../model/priority.ts';
import { type Policy } from '../policy.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { inline, prose } from '../../text/foreign.ts';
import { because } from '../receipt/text.ts';
import { assessors } from './assessors.ts';
import { examplePriority } from './example.ts';
import { noticeKey } from '../notification/keys.ts';

/**
 * One priority label, the one in force. Without any, P3 holds and somebody is asked to assess (seed document B: the default
 * of what nobody has looked at). Raising is free; lowering is asked for a reason.
 */
export const priorityRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const { issue } = incident;
  const labels = PRIORITIES.map((it) => policy.priorities[it].label).filter((label) => issue.labels.includes(label));
  const right = policy.priorities[incident.priority.current].label;
  const intents: Intent[] = [];

  const asked = issue.labels.includes(policy.labels.needsAssessment);
  if (incident.priority.assessed) {
    const why = words.severalPriorities.whyCommand(incident.priority.current);
    // Left at P3 by taking the request off: then no label stands, and none is needed.
    const byLabel = labels.length > 0 || incident.priority.current !== 'P3';
    if (byLabel && !labels.includes(right))
      intents.push({ do: 'add-labels', issue: issue.number, labels: [right], why });
    if (asked)
      intents.push({
        do: 'remove-labels',
        issue: issue.number,
        labels: [policy.labels.needsAssessment],
        why: words.assess.whyNot,
      });
  } else if (incident.kind === 'incident' && (incident.status === 'open' || incident.status === 'acknowledged')) {
    if (!asked)
      intents.push({
        do: 'add-labels',
        issue: issue.number,
        labels: [policy.labels.needsAssessment],
        why: words.assess.why,
      });
    if (!isHeld(situation)) intents.push(assess(situation));
  } else if (incident.kind === 'assistance' && asked)
    intents.push({
      do: 'remove-labels',
      issue: issue.number,
      labels: [policy.labels.needsAssessment],
      why: words.assess.whyNone,
    });
  const wrong = labels.filter((label) => label !== right);
  if (wrong.length > 0) intents.push(...tidy(situation, right, wrong));
  intents.push(...askReason(situation));
  return intents;
};

function assess(situation: Situation): Intent {
  const { words, policy } = situation;
  const since = situation.incident.priority.periods.at(-1)!.from;
  const to = assessors(situation);
  return {
    do: 'tell',
    keys: [noticeKey('assess', since === situation.incident.issue.openedAt ? null : since)],
    to,
    ask: words.assess.ask(examplePriority(situation.incident)),
    lines: [...proposal(situation), words.assess.line(policy.labels.needsAssessment), ...criteria(situation)],
    why: words.assess.why,
    ...(to.length === 0 && { alarm: words.alarm }),
  };
}

/** What the policy makes of the facts; nothing of a confidential report is repeated. */
function proposal(situation: Situation): string[] {
  const { incident, words } = situation;
  const { priority: proposed } = incident.triage.proposal;
  if (!proposed || incident.category.confidential) return [];
  return [words.receipt.proposal(proposed.priority, because(situation, proposed.rule))];
}

/** The priority guide: what the policy states for each priority (seed document B). */
function criteria({ policy, words }: Situation): string[] {
  const list = PRIORITIES.filter((it) => policy.priorities[it].criteria.length > 0).map((it) => {
    const lines = policy.priorities[it].criteria.map((criterion) => `  - ${prose(criterion)}`);
    return [`- **${it}**`, ...lines].join('\n');
  });
  if (list.length === 0) return [];
  return [`<details><summary>${words.assess.criteria}</summary>\n\n${list.join('\n')}\n\n</details>`];
}

/** The labels that do not count go; said aloud only where a person may believe that they had lowered the priority. */
function tidy({ incident, policy, words }: Situation, right: string, wrong: readonly string[]): Intent[] {
  const { issue } = incident;
  const labelings = issue.timeline.filter((event) => event.kind === 'labeled');
  const setAs = (label: string): number => labelings.findLastIndex((event) => event.label === label);
  const overruled = wrong.some((label) => isMoreUrgent(policy, label, incident.priority.current));
  const isOurs = (label: string): boolean => labelings[setAs(label)]?.own === true;
  const late = wrong.filter(
    (label) => issue.labels.includes(right) && setAs(label) > setAs(right) && !overruled && !isOurs(label),
  );
  const by = labelings.findLast((event) => late.includes(event.label) && !event.own && !event.actor?.bot)?.actor?.login;
  const removal: Intent = {
    do: 'remove-labels',
    issue: issue.number,
    labels: wrong,
    why: overruled ? words.severalPriorities.whyCommand(incident.priority.current) : words.severalPriorities.why(right),
  };
  if (late.length === 0) return [removal];
  return [
    {
      do: 'tell',
      keys: [noticeKey('several', labelings[Math.max(...late.map(setAs))]!.at)],
      to: by === undefined ? [] : [by],
      ask: words.severalPriorities.ask(inline(right), late.map((label) => inline(label)).join(words.andThen)),
      lines: [words.severalPriorities.line],
      why: removal.why,
    },
    removal,
  ];
}

/** Whether a label carries a priority more urgent than this one: only a command can stand against it. */
function isMoreUrgent(policy: Policy, label: string, priority: Priority): boolean {
  const other = PRIORITIES.find((it) => policy.priorities[it].label === label);
  return other !== undefined && lowers(other, priority);
}

function askReason({ incident, words }: Situation): Intent[] {
  const {
    priority: { lowered },
  } = incident;
  if (!lowered || lowered.reason !== null || incident.resolution.resolved || incident.resolution.ended) return [];
  return [
    {
      do: 'tell',
      keys: [noticeKey('lowered', lowered.at)],
      to: [lowered.by],
      ask: words.lowered.ask(lowered.from, lowered.to),
      lines: [words.lowered.line],
      why: words.lowered.why(lowered.from, lowered.to),
    },
  ];
}

import { mark } from '../../engine/mark.ts';
import { requestKey } from '../../engine/keys.ts';
import { LONGEST_TITLE } from '../../model/limits.ts';
import { plain } from '../../text/foreign.ts';
import { isHealed } from '../alerts/wait.ts';
import { audience } from '../people/audience.ts';
import { postMortemOwner } from '../post-mortem/rule.ts';
import type { Intent, Rule, Situation } from '../situation.ts';
import { PROBLEM, PROBLEM_MARK } from './track.ts';

/**
 * A problem ticket is opened once where somebody asks for it, or for a resolved incident of a priority that the policy names (seed
 * document B: problem tickets for P0 and P1). It is a sub-issue of the incident that it was opened for; others join it by its number.
 */
export const problemRule: Rule = (situation) => [...opening(situation), ...doubles(situation), ...astray(situation)];

function opening(situation: Situation): Intent[] {
  const { incident, policy, words } = situation;
  const { said, problem, resolution, priority, record } = incident;
  const asked = said.problem;
  const isDue = resolution.resolved !== null && policy.problems.for.includes(priority.current) && !isHealed(incident);
  const isOpened = problem.opened !== null || Object.hasOwn(record.done, PROBLEM);
  // Nothing confidential is written down; and what is a request for assistance is none.
  if (isOpened || incident.category.confidential || incident.kind !== 'incident') return [];
  if (asked ? asked.issue !== null : !isDue) return [];
  const { number, title } = incident.issue;
  return [
    {
      do: 'open-issue',
      issue: number,
      title: asked ? plain(asked.title, LONGEST_TITLE) : words.problem.title(plain(title)),
      body: bodyOf(situation),
      labels: [policy.labels.problem],
      // Whoever is assigned hears of every comment: its card comes first.
      assignees: [],
      why: asked ? words.problem.asked : words.problem.why(priority.current),
    },
  ];
}

function bodyOf(situation: Situation): string {
  const { incident, words } = situation;
  const { category, priority, issue } = incident;
  const owner = category.current?.owner ?? null;
  const people = owner === null ? [] : audience(situation, [owner]).people;
  const w = words.problem;
  const section = (heading: string, hint: string): string => `## ${heading}\n\n_${hint}_`;
  const proof = { priority: priority.current, owner: people[0] ?? postMortemOwner(situation) };
  return [
    `${mark(PROBLEM_MARK, issue.number, proof)}\n${w.intro(issue.number)}`,
    section(w.rootCause, w.rootCauseHint),
    section(w.plan, w.planHint),
    section(words.postMortem.actions, words.postMortem.actionsHint),
  ].join('\n\n');
}

/** What two racing runs opened is reduced to one: the older stays. */
function doubles({ incident, words }: Situation): Intent[] {
  return incident.problem.others.map((double) => ({
    do: 'close-duplicate' as const,
    issue: incident.issue.number,
    target: double.id,
    of: incident.problem.opened!.id,
    isSelf: false,
    why: words.problem.double,
  }));
}

/** It was to join what is no problem ticket: known where all of them have been read. */
function astray({ incident, words, knowledge }: Situation): Intent[] {
  const asked = incident.said.problem;
  if (asked?.issue == null || !knowledge.problems || knowledge.problems.has(asked.issue)) return [];
  return [
    {
      do: 'tell',
      keys: [requestKey('no-problem', asked.at)],
      to: [asked.by],
      ask: words.problem.unknown(asked.issue),
      lines: [words.problem.how],
      why: words.problem.whyUnknown,
      audience: 'author',
    },
  ];
}

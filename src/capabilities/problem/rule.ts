import { DAY } from '../../calendar/length.ts';
import { mark } from '../../engine/mark.ts';
import { requestKey, type NoticeName } from '../notification/keys.ts';
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
export const problemRule: Rule = (situation) => [
  ...opening(situation),
  ...doubles(situation),
  ...astray(situation),
  ...tooLate(situation),
  ...hidden(situation),
];

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
      title: asked ? titleFrom(asked.title) : words.problem.title(plain(title)),
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

/** For how long what somebody asked for is answered, in milliseconds: a ticket that was closed since is read as long, and later no more. */
const NEWS = DAY;

/** It was to join what is no problem ticket: known where all of them have been read. */
function astray(situation: Situation): Intent[] {
  const { incident, words, knowledge, now } = situation;
  const asked = incident.said.problem;
  if (asked?.issue == null || incident.category.confidential || now - asked.at >= NEWS) return [];
  if (!knowledge.problems || knowledge.problems.has(asked.issue)) return [];
  return [
    answer(situation, 'no-problem', words.problem.unknown(asked.issue), words.problem.how, words.problem.whyUnknown),
  ];
}

/** A title that comes when it has its ticket opens no second one, not even once somebody has deleted that. */
function tooLate(situation: Situation): Intent[] {
  const { incident, words, now } = situation;
  const { said, problem, record } = incident;
  const [asked, kept] = [said.problem, record.done[PROBLEM]];
  if (asked?.issue !== null || kept?.issue === undefined) return [];
  if (incident.category.confidential || now - asked.at >= NEWS) return [];
  // The one that it was opened for may bear a later time than the run that read it.
  if (asked.at <= kept.at || problem.opened?.title === titleFrom(asked.title)) return [];
  return [
    answer(situation, 'has-problem', words.problem.there(kept.issue), words.problem.join, words.problem.whyThere),
  ];
}

/** What is confidential neither gets one nor is listed on one. */
function hidden(situation: Situation): Intent[] {
  const { incident, words, now } = situation;
  const asked = incident.said.problem;
  if (!incident.category.confidential || asked === null || now - asked.at >= NEWS) return [];
  return [answer(situation, 'hidden-problem', words.problem.hidden, null, words.problem.whyHidden)];
}

function answer({ incident }: Situation, name: NoticeName, ask: string, how: string | null, why: string): Intent {
  const { at, by } = incident.said.problem!;
  const keys = [requestKey(name, at)];
  return { do: 'tell', keys, to: [by], ask, lines: how === null ? [] : [how], why, audience: 'author' };
}

const titleFrom = (asked: string): string => plain(asked, LONGEST_TITLE);

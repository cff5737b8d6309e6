import type { Instant } from '../calendar/calendar.ts';
import { readIncident, type IncidentReading, type ReadingGround } from './reading.ts';
import { includesLogin } from '../model/login.ts';
import { briefOf } from './notification/digest.ts';
import { noticeBody } from './notification/notice.ts';
import { wordsOf } from './words.ts';
import { PRIORITIES } from '../model/priority.ts';
import { projectedEvents, projectedIssue } from '../engine/projection.ts';
import { notRefused, type Effect } from '../engine/effect.ts';
import type { Repository } from '../model/repository.ts';
import { cardEffect } from './card/effect.ts';
import { wantedOf, type Wanted } from './changes/wanted.ts';
import { pagesDue, pagingAlarms, takenBy, type DuePage } from './notification/paging.ts';
import { DEFINING_RULES, RULES } from './rules.ts';
import type { Intent, Looked, Neighbour, Neighbours, Notice, Situation } from './situation.ts';

/** What deciding rests on, besides the incident. */
export interface Ground extends ReadingGround {
  readonly repository: Repository;
  /** What became of the pages that have gone out, by `pageKey`. */
  readonly pages: Situation['pages'];
  /** The incidents that the run has read. */
  readonly incidents: Neighbours;
  /** Until when the watch that is under way lasts; null if there is none. */
  readonly watchedUntil: Instant | null;
  /** What was done for each incident outside of it, by its number; null where nothing can be. */
  readonly looked: ReadonlyMap<number, Looked> | null;
}

/**
 * What is to be done now, never empty: pages to send, effects to carry out on GitHub in their order, or something to do elsewhere. Pages go
 * first and alone, since what became of them is part of what is written. What is looked up is for the card, and keeps nobody waiting.
 */
export type Plan =
  { readonly send: readonly DuePage[] } | { readonly write: readonly Effect[] } | { readonly look: Wanted };

/** What is to be done about one issue, or whose roles must be known before that can be said. */
interface Decision {
  /** Null when nothing is left. */
  readonly plan: Plan | null;
  readonly unknown: readonly string[];
  /** What must be shouted, because the comment alone reaches nobody. */
  readonly alarms: readonly string[];
}

/**
 * Decides what one incident needs at one instant. Pure, and settled by repetition: carry the plan out and decide again, until
 * there is none. What may happen once only is told first and recorded on the card in the next round, when it is certain.
 * `refused` are effects that GitHub would not carry out: the rest goes on without them.
 */
export function decide(reading: IncidentReading, ground: Ground, refused: readonly Effect[] = []): Decision {
  const situation = situationOf(reading, ground);
  const { incident } = situation;
  const { unknown } = reading;
  if (incident.declined || (incident.resolution.isFolded && !incident.own.card))
    return { unknown, alarms: [], plan: null };
  for (const rule of DEFINING_RULES) {
    const effects = notRefused(rule(situation).filter(isEffect), refused);
    if (effects.length > 0) return { unknown, alarms: [], plan: { write: effects } };
  }
  const intents = RULES.flatMap((rule) => rule(situation)).filter((it) => isNew(it, situation));
  const notices = unique([...intents, ...raisedIntents(situation, ground, intents)].filter((it) => it.do === 'tell'));
  // Where GitHub takes no comment, it takes none, whatever it says.
  const isMute = refused.some(({ do: kind }) => kind === 'comment');
  const comments = isMute ? [] : byAudience(notices).map((some) => commentOf(situation, some));
  const others = notRefused(intents.filter(isEffect), refused);
  const pending = comments.length > 0 || others.some(({ do: kind }) => kind === 'open-issue');
  const card = notRefused(cardEffect(situation, pending, isMute ? takenBy(situation, notices) : {}), refused);
  // A reaction goes with the record that it was given, so that it is neither lost nor asked for twice.
  const recorded = !pending && card.length > 0;
  const effects = others.filter(({ do: kind }) => recorded || kind !== 'react');
  const pages = pagesDue(situation, notices);
  const write = inOrder(situation, { comments, effects, card });
  const people = [...notices.flatMap(({ to }) => to), ...effects.flatMap(assigneesOf)];
  return {
    // Whoever reported it can read it.
    unknown: [
      ...new Set([
        ...unknown,
        ...people.filter(
          (login) =>
            !ground.knowledge.roles.has(login.toLowerCase()) && !includesLogin([incident.reporter ?? ''], login),
        ),
      ]),
    ],
    alarms: [
      ...notices.flatMap(({ alarm }) => (alarm === undefined ? [] : [alarm])),
      ...pagingAlarms(situation, notices),
    ],
    plan: planOf(situation, pages, write),
  };
}

function planOf(situation: Situation, pages: readonly DuePage[], write: readonly Effect[]): Plan | null {
  if (pages.length > 0) return { send: pages };
  // Whoever is to be told is told first.
  const wanted = write.every((it) => it.do === 'write-card') ? wantedOf(situation) : null;
  if (wanted !== null) return { look: wanted };
  return write.length > 0 ? { write } : null;
}

/** All that the rules may look at: the incident among the others, and what the run has sent. */
export function situationOf({ issue, policy, incident, clocks, steps }: IncidentReading, ground: Ground): Situation {
  const { now, knowledge, pages, repository, incidents, watchedUntil, looked } = ground;
  const others = (of: keyof Neighbours): readonly Neighbour[] =>
    incidents[of]().filter(({ number }) => number !== issue.number);
  return {
    now,
    policy,
    reader: { language: policy.language, zone: policy.zone, today: now },
    knowledge,
    pages,
    repository,
    watchedUntil,
    looked: looked === null ? null : (looked.get(issue.number) ?? {}),
    incident,
    clocks,
    steps,
    words: wordsOf(policy.language),
    get neighbours() {
      return others('all');
    },
    get alerts() {
      return others('alerts');
    },
  };
}

/** What belongs to a step is done before people are told: once the telling is on record, nobody asks for the rest of the step. */
function inOrder(
  { incident }: Situation,
  { comments, effects, card }: Readonly<Record<'comments' | 'effects' | 'card', readonly Effect[]>>,
): readonly Effect[] {
  const [additions, rest] = [effects.filter(isAddition), effects.filter((effect) => !isAddition(effect))];
  return incident.own.card
    ? [...additions, ...comments, ...rest, ...card]
    : [...card, ...additions, ...comments, ...rest];
}

/**
 * What is to be told as well because a step raises the priority: the steps of the priority that the incident is about to have, so
 * that one comment says it all. What else it needs then follows in the next round.
 */
function raisedIntents(situation: Situation, ground: Ground, intents: readonly Intent[]): readonly Intent[] {
  const { priorities } = ground.policy;
  const {
    issue,
    priority: { current: priority },
  } = situation.incident;
  const labels = new Set(PRIORITIES.map((it) => priorities[it].label));
  const raise = intents.find(
    (it) => it.do === 'add-labels' && situation.steps.due.length > 0 && it.labels.some((label) => labels.has(label)),
  );
  if (raise?.do !== 'add-labels') return [];
  const raised = projectedIssue(issue, raise, projectedEvents(raise, ground.now));
  const next = situationOf(readIncident(raised, ground), ground);
  if (next.incident.priority.current === priority) return [];
  const more = RULES.flatMap((rule) => rule(next)).filter((it) => isNew(it, next));
  return [...more, ...raisedIntents(next, ground, more)];
}

function isEffect(intent: Intent): intent is Effect {
  return intent.do !== 'tell';
}

function isNew(intent: Intent, { incident }: Situation): boolean {
  return (
    intent.do !== 'tell' ||
    !intent.keys.every(
      (key) => incident.record.done[key]?.skipped === undefined && Object.hasOwn(incident.record.done, key),
    )
  );
}

/** Each notice once: two comments may call for the same words. */
function unique(notices: readonly Notice[]): Notice[] {
  const keys = notices.map((notice) => notice.keys.join());
  return notices.filter((_, i) => keys.indexOf(keys[i]!) === i);
}

/** Notices by whom they are for, those who work on the incident first: each audience reads what concerns it. */
function byAudience(notices: readonly Notice[]): readonly (readonly Notice[])[] {
  const audiences = [undefined, 'author', 'management', 'reporter'] as const;
  return audiences
    .map((audience) => notices.filter((notice) => notice.audience === audience))
    .filter((some) => some.length > 0);
}

function isAddition(effect: Effect): boolean {
  return effect.do === 'assign' || effect.do === 'add-labels';
}

function assigneesOf(effect: Effect): readonly string[] {
  if (effect.do === 'assign') return effect.logins;
  return effect.do === 'open-issue' ? effect.assignees : [];
}

function commentOf(situation: Situation, notices: readonly Notice[]): Effect {
  return {
    do: 'comment',
    issue: situation.incident.issue.number,
    body: noticeBody(situation, notices),
    keys: notices.flatMap(({ keys }) => keys),
    to: [...new Set(notices.flatMap(({ to }) => to))],
    why: notices.map(({ why }) => why).join(situation.words.semicolon),
    brief: briefOf(situation, notices),
  };
}

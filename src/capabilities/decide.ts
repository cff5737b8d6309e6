import type { Instant } from '../calendar/calendar.ts';
import { readIncident } from './read.ts';
import type { Knowledge } from './track.ts';
import type { Issue } from '../model/issue.ts';
import { policyFor } from './assistance/kind.ts';
import { includesLogin } from '../model/login.ts';
import { POST_MORTEM } from '../engine/own-marks.ts';
import { keptOf } from './commands.ts';
import { withoutText } from '../engine/said.ts';
import { compact, shorten } from '../engine/compaction.ts';
import { EMPTY_RECORD, type Done, type IncidentRecord } from '../engine/record.ts';
import { cardBody } from './card/card.ts';
import { noticeBody } from './notification/notice.ts';
import { wordsOf } from './words.ts';
import { type Policy } from './policy.ts';
import { PRIORITIES } from '../model/priority.ts';
import { after, imagine } from '../engine/echo.ts';
import { DEFINING_RULES, RULES } from './rules.ts';
import { readClocks } from '../engine/clocks.ts';
import { readSteps } from '../engine/steps.ts';
import type { Effect } from '../engine/effect.ts';
import { pagesDue, pagingAlarms, sentFollowUps } from './notification/paging.ts';
import type { Intent, Neighbour, Notice, Situation } from './situation.ts';
import type { Repository } from '../model/repository.ts';

/** What deciding rests on, besides the issue: the same for every incident of a run. */
export interface Ground {
  readonly now: Instant;
  readonly policy: Policy;
  readonly repository: Repository;
  readonly knowledge: Knowledge;
  /** What became of the pages that have gone out, by `pageKey`. */
  readonly pages: Situation['pages'];
  /** Every incident that the run has read. */
  readonly incidents: readonly Neighbour[];
}

/** What is to be done about one issue, or whose roles must be known before that can be said. */
export interface Decision {
  readonly situation: Situation;
  /** What the incident needs, in the order in which it must be done. */
  readonly effects: readonly Effect[];
  readonly unknown: readonly string[];
  /** What must be shouted, because the comment alone reaches nobody. */
  readonly alarms: readonly string[];
}

/**
 * Decides what one incident needs at one instant. Pure, and settled by repetition: carry the effects out and decide again, until
 * there are none. What may happen once only is told first and recorded on the card in the next round, when it is certain.
 * `refused` are effects, as JSON, that GitHub would not carry out: the rest goes on without them.
 */
export function decide(issue: Issue, ground: Ground, refused: ReadonlySet<string> = new Set()): Decision {
  const situation = assess(issue, ground);
  const { incident } = situation;
  const isOpen = (effect: Effect): boolean => !refused.has(JSON.stringify(effect));
  if (incident.declined || (incident.isFolded && !incident.card))
    return { situation, unknown: situation.unknown, alarms: [], effects: [] };
  for (const rule of DEFINING_RULES) {
    const effects = rule(situation).filter(isEffect).filter(isOpen);
    if (effects.length > 0) return { situation, unknown: situation.unknown, alarms: [], effects };
  }
  const intents = RULES.flatMap((rule) => rule(situation)).filter((it) => isNew(it, situation));
  const notices = unique(
    [...intents, ...raisedIntents(situation, issue, ground, intents)].filter((it) => it.do === 'tell'),
  );
  const pages = pagesDue(situation, notices).filter(isOpen);
  const comment = (notices.length > 0 ? [commentOf(situation, notices)] : []).filter(isOpen);
  const others = intents.filter((intent) => intent.do !== 'tell').filter(isOpen);
  const pending = comment.length > 0 || others.some(({ do: kind }) => kind === 'open-issue');
  const card = cardEffect(situation, pending).filter(isOpen);
  // A reaction goes with the record that it was given, so that it is neither lost nor asked for twice.
  const recorded = !pending && card.length > 0;
  const effects = others.filter(({ do: kind }) => recorded || kind !== 'react');
  // What belongs to a step is done before people are told: once the telling is on record, nobody asks for the rest of the step.
  const [additions, rest] = [effects.filter(isAddition), effects.filter((effect) => !isAddition(effect))];
  const people = new Set([...notices.flatMap(({ to }) => to), ...effects.flatMap(assigneesOf)]);
  return {
    situation,
    unknown: [
      ...new Set([
        ...situation.unknown,
        // Whoever reported it can read it.
        ...[...people].filter(
          (login) =>
            !ground.knowledge.roles.has(login.toLowerCase()) && !includesLogin([incident.reporter ?? ''], login),
        ),
      ]),
    ],
    alarms: [
      ...notices.flatMap(({ alarm }) => (alarm === undefined ? [] : [alarm])),
      ...pagingAlarms(situation, notices),
    ],
    effects: inOrder(situation, { pages, additions, comment, rest, card }),
  };
}

/** Reads one issue as an incident: its fold, its clocks and its escalation steps. */
export function assess(issue: Issue, ground: Ground): Situation & { readonly unknown: readonly string[] } {
  const { now, knowledge } = ground;
  const policy = policyFor(issue, ground.policy);
  const neighbours = ground.incidents.filter(({ number }) => number !== issue.number);
  const { incident, unknown } = readIncident(issue, policy, knowledge);
  const clocks = readClocks(incident, policy, now);
  const steps = readSteps(incident, policy, clocks, now);
  return {
    now,
    policy,
    knowledge,
    pages: ground.pages,
    repository: ground.repository,
    neighbours,
    incident,
    clocks,
    steps,
    words: wordsOf(policy.language),
    unknown,
  };
}

/** Somebody who must be woken is woken first and alone: what became of that is part of what is written. */
function inOrder(
  { incident }: Situation,
  {
    pages,
    additions,
    comment,
    rest,
    card,
  }: Readonly<Record<'pages' | 'additions' | 'comment' | 'rest' | 'card', Effect[]>>,
): readonly Effect[] {
  if (pages.length > 0) return pages;
  return incident.card ? [...additions, ...comment, ...rest, ...card] : [...card, ...additions, ...comment, ...rest];
}

/**
 * What is to be told as well because a step raises the priority: the steps of the priority that the incident is about to have, so
 * that one comment says it all. What else it needs then follows in the next round.
 */
function raisedIntents(
  situation: Situation,
  issue: Issue,
  ground: Ground,
  intents: readonly Intent[],
): readonly Intent[] {
  const { priorities } = ground.policy;
  const labels = new Set(PRIORITIES.map((it) => priorities[it].label));
  const raise = intents.find(
    (it) => it.do === 'add-labels' && situation.steps.due.length > 0 && it.labels.some((label) => labels.has(label)),
  );
  if (raise?.do !== 'add-labels') return [];
  const raised = after(issue, raise, imagine(raise, ground.now));
  const next = assess(raised, ground);
  if (next.incident.priority === situation.incident.priority) return [];
  const more = RULES.flatMap((rule) => rule(next)).filter((it) => isNew(it, next));
  return [...more, ...raisedIntents(next, raised, ground, more)];
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
    why: notices.map(({ why }) => why).join('; '),
  };
}

/**
 * The card, if it must be written. While something that happens once is still on its way, a card that exists waits for the
 * next round; a new one is written first, so that it heads the conversation, and claims nothing yet.
 */
function cardEffect(situation: Situation, pending: boolean): Effect[] {
  const { incident, words } = situation;
  const { issue } = incident;
  if (incident.card && pending) return [];
  // An edit would keep in its history what is not to be repeated.
  const card = incident.confidential && !incident.isCardHidden ? null : incident.card;
  const body = cardBody(situation, recordOf(situation, pending));
  if (card && normal(card.body) === normal(body)) return [];
  const why = card ? words.cardWhy.edited : words.cardWhy.written;
  return [{ do: 'write-card', issue: issue.number, comment: card?.id ?? null, body, why }];
}

function recordOf(situation: Situation, pending: boolean): IncidentRecord {
  const { incident, clocks, steps, now, policy } = situation;
  if (pending && !incident.card) return { ...EMPTY_RECORD, done: compact(incident.record.done) };
  const done: Record<string, Done> = { ...incident.record.done };
  for (const { key, stopped } of steps.skipped) done[key] ??= { at: now, skipped: stopped };
  for (const key of sentFollowUps(situation)) done[key] ??= { at: now };
  if (incident.postMortem) done[POST_MORTEM] ??= { at: now, issue: incident.postMortem.number };
  const judged = shorten(incident.confidential ? withoutTexts(incident.record.judged, policy) : incident.record.judged);
  return { ...incident.record, judged, verdicts: [...clocks.verdicts], done: compact(done) };
}

function withoutTexts(judged: IncidentRecord['judged'], policy: Policy): IncidentRecord['judged'] {
  return Object.fromEntries(
    Object.entries(judged).map(([key, judgement]) => [
      key,
      judgement.say ? { ...judgement, say: judgement.say.map((said) => withoutText(said, keptOf(policy))) } : judgement,
    ]),
  );
}

/** As GitHub may give a body back: other line ends, no blanks at the end. */
function normal(body: string): string {
  return body.replaceAll('\r\n', '\n').trim();
}

import { noticeKey } from '../notification/keys.ts';
import { distinctLogins, includesLogin, isBot } from '../../model/login.ts';
import { stepsOf } from '../escalation/steps.ts';
import { POST_MORTEM_OWNER } from '../post-mortem/standing.ts';
import type { Situation } from '../situation.ts';
import { fallbackLogins, MANAGER, peopleOf } from './roles.ts';

/** The key of the notice that made somebody the incident manager. */
export const MANAGER_TOLD = noticeKey('manager');

export interface Audience {
  /** Whom a mention reaches, or may reach as far as anybody knows. */
  readonly people: readonly string[];
  /** Who was meant but cannot be reached: unknown logins, people who cannot read the repository. */
  readonly unreachable: readonly string[];
}

/**
 * The people behind the names of roles and the audiences `assignee`, `reporter` and `fallback`, each once, in order. Whoever
 * has no role in the repository cannot be reached by a mention; of whom nobody has asked yet is taken to be reachable. Of those who
 * were to take the incident on, `in-hand` asks whoever did.
 */
export function audience(
  situation: Situation,
  names: readonly string[],
  whom: 'everybody' | 'in-hand' = 'in-hand',
): Audience {
  const all = names.flatMap((name) => loginsOf(situation, name, whom));
  // GitHub makes no difference between capitals and small letters; the first spelling stays.
  const logins = all.filter((login, i) => all.findIndex((it) => it.toLowerCase() === login.toLowerCase()) === i);
  const reachable = (login: string): boolean => situation.knowledge.roles.get(login.toLowerCase()) !== null;
  return { people: logins.filter(reachable), unreachable: logins.filter((login) => !reachable(login)) };
}

/** The names under which a step tells people: what is confidential goes to its owner alone, and no role is named that does not hear of it. */
export function addressees(situation: Situation, names: readonly string[]): readonly string[] {
  const owner = confidentialOwner(situation);
  return owner !== null && names.length > 0 ? [owner] : names;
}

/** The fallback of the policy as an audience. */
export function fallback(situation: Situation): Audience {
  return audience(situation, ['fallback']);
}

/** Whether there is anybody, the reporter apart, whom this incident can reach: of its steps, its assignees, or the fallback. */
export function reachesAnybody(situation: Situation): boolean {
  const { policy, incident } = situation;
  const names = stepsOf(policy, incident.priority.current).flatMap(({ notify }) => notify);
  const others = [...names.filter((name) => name !== 'reporter'), 'responder', 'assignee', MANAGER, 'fallback'];
  return audience(situation, others).people.length > 0;
}

/** Whoever reported the incident, unless that was a bot, and the people of the role `operator`, each once. */
export function reporterAndOperator(situation: Situation): readonly string[] {
  const { author } = situation.incident.issue;
  const logins = [
    ...(author === null || author.bot ? [] : [author.login]),
    ...audience(situation, ['operator']).people,
  ];
  return distinctLogins(logins);
}

/** Those who must act on an incident of this priority: its first steps, the role `responder`, or the fallback. */
export function responders(situation: Situation): readonly string[] {
  const { policy, incident } = situation;
  const { level } = incident.levels.periods.at(-1)!;
  if (level > 1 && policy.roles.has(`level-${level}`)) {
    const { people } = audience(situation, [`level-${level}`]);
    return people.length > 0 ? people : fallback(situation).people;
  }
  const names = [
    ...stepsOf(policy, incident.priority.current)
      .filter((step) => step.at.clock === 'start')
      .flatMap((step) => step.notify),
    'responder',
    'assignee',
  ];
  const { people } = audience(situation, names);
  return people.length > 0 ? people : fallback(situation).people;
}

/** Who fills a role for this incident: by command, or as the incident manager that was contacted at once. */
export function holderOf({ incident }: Pick<Situation, 'incident'>, role: string): string | null {
  const held = incident.said.role.get(role);
  if (held) return held.login;
  return role === MANAGER ? (incident.record.done[MANAGER_TOLD]?.told?.[0] ?? null) : null;
}

/** What is confidential is for its own responders, whoever is to be told otherwise. */
function confidentialOwner({ incident }: Situation): string | null {
  if (!incident.category.confidential) return null;
  return (incident.category.current ?? incident.triage.proposal.confidential)?.owner ?? null;
}

/**
 * The people of a role, now that somebody has taken the incident on. Of those who were to do so, that person comes first; whoever is
 * on call is left in peace if it is theirs by assignment, and not by a comment or an update alone.
 */
function inHand(situation: Situation, role: string, people: readonly string[]): readonly string[] {
  const { incident, policy } = situation;
  const acknowledger = acknowledgerOf(incident);
  // What is told in the moment of the acknowledgement is not yet answered by it.
  const isLater = incident.acknowledgement !== null && incident.acknowledgement.at < situation.now;
  if (acknowledger === null || !isLater) return people;
  const isIn = (name: string): boolean => includesLogin(policy.roles.get(name) ?? [], acknowledger);
  const named = firstLine(situation);
  const asked = firstRoles(situation);
  const theirs = asked.some(isIn) ? asked.filter(isIn) : asked;
  if (![...named, ...theirs].includes(role)) return people;
  const { assignees, ordered } = incident.assignment;
  const isAssigned = includesLogin([...assignees, ...ordered.map(({ login }) => login)], acknowledger);
  if (policy.rotas.has(role) && isAssigned && (named.includes(role) || isIn(role))) return [acknowledger];
  return [acknowledger, ...people.filter((login) => !includesLogin([acknowledger], login))];
}

/** Whoever has taken the incident on, if that is a person who can be named. */
export function acknowledgerOf({ acknowledgement, assignment }: Situation['incident']): string | null {
  if (!acknowledgement?.by || isBot(acknowledgement.by)) return null;
  const { by, how } = acknowledgement;
  return ['command', 'comment', 'assigned', 'pager'].includes(how) && !assignment.left.has(by.toLowerCase())
    ? by
    : null;
}

/** The role that by its name has to take an incident on: that of the level, or `responder`. */
function firstLine({ incident, policy }: Situation): readonly string[] {
  const { level } = incident.levels.periods.at(-1)!;
  return [level > 1 ? `level-${level}` : 'responder'].filter((name) => policy.roles.has(name));
}

/** Without one, those that the start tells, but for the incident manager. */
function firstRoles(situation: Situation): readonly string[] {
  const { policy, incident } = situation;
  if (firstLine(situation).length > 0 || incident.levels.periods.at(-1)!.level > 1) return [];
  return stepsOf(policy, incident.priority.current)
    .filter(({ at }) => at.clock === 'start')
    .flatMap(({ notify }) => notify)
    .filter((role) => role !== MANAGER);
}

function loginsOf(situation: Situation, name: string, whom: 'everybody' | 'in-hand'): readonly string[] {
  const { policy, incident } = situation;
  const owner = confidentialOwner(situation);
  if (owner !== null && name !== 'reporter') return peopleOf(situation, owner) ?? [];
  const holder = holderOf(situation, name);
  if (holder !== null) return [holder];
  const people = peopleOf(situation, name);
  if (people) return whom === 'everybody' ? people : inHand(situation, name, people);
  switch (name) {
    case 'assignee':
      return incident.assignment.assignees;
    case POST_MORTEM_OWNER:
      return incident.postMortem.standing.owners;
    case 'reporter':
      return incident.reporter === null || incident.issue.author?.bot ? [] : [incident.reporter];
    case 'fallback': {
      const holder = holderOf(situation, policy.fallback);
      return holder === null ? fallbackLogins(situation) : [holder];
    }
    default:
      return [];
  }
}

import type { Level } from '../../model/level.ts';
import type { Priority } from '../../model/priority.ts';
import { isResponder, wasNotified, type ResponderStanding } from '../acknowledgement/responders.ts';
import type { Assignment } from '../assignment/track.ts';
import type { Category } from '../category/policy.ts';
import type { Scene, Track } from '../track.ts';
import type { Reported } from '../triage/proposal.ts';
import type { PagerAnswer } from './timeline.ts';

/** What somebody has answered in a pager. */
export interface Answered extends PagerAnswer {
  /** Whether it acknowledges the incident; undefined while nobody knows whether they may. */
  readonly counts: boolean | undefined;
}

interface Needs {
  readonly triage: Reported;
  readonly priority: { readonly periods: readonly { readonly priority: Priority }[] };
  readonly category: { readonly held: { readonly category: Category } | null };
  readonly levels: { readonly periods: readonly { readonly level: Level; readonly from: number }[] };
  readonly assignment: Assignment;
  readonly said: { readonly role: ResponderStanding['holders'] };
}

/** What people have answered in pagers since the incident last began, oldest first, each judged by the rights of a comment of theirs. */
export const answersTrack: Track<readonly Answered[], readonly Answered[], Needs> = {
  start: () => [],
  on: (answers, event, scene) =>
    event.kind === 'answered' ? [...answers, { ...event, counts: doesCount(event, scene) }] : answers,
  reopen: () => [],
  result: (answers) => answers,
};

function doesCount({ at, by, notifier }: PagerAnswer, scene: Scene<Needs>): boolean | undefined {
  const { judge, policy, own, states } = scene;
  if (by === null) {
    const isTrusted = (): boolean => policy.notifiers.find(({ name }) => name === notifier)?.trust === true;
    return judge.once(`trust ${notifier}`, at, at, isTrusted);
  }
  const level = states.levels.periods.at(-1)!;
  const standing: ResponderStanding = {
    level: level.level,
    priority: states.priority.periods.at(-1)!.priority,
    category: states.category.held?.category ?? states.triage.confidential,
    assignees: states.assignment.assignees,
    holders: states.said.role,
  };
  const isAsked =
    isResponder(policy, standing, by) ||
    (standing.category?.confidential !== true && wasNotified(own.record.done, by, level.from, at));
  return isAsked || judge.isEntitled({ what: 'answered', about: by.toLowerCase(), since: at }, by, at, 'ack');
}

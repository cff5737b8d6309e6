import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { mitigate, obey, resolve, type Draft } from './commands.ts';
import type { Incident, JudgedComment, Moment, Status } from './incident.ts';
import type { Comment, EventOf, Issue } from './issue.ts';
import { createJudge, type Knowledge } from './judge.ts';
import { readCommands, type Command } from './markdown.ts';
import { readOwnMarks } from './own.ts';
import { includesLogin } from './spelling.ts';
import { trackPriorities } from './priorities.ts';
import { AT_OPENING, isAct, spansOf, withDeleted } from './timeline.ts';

/** An incident, and the people whose role must be known before all of its timeline can be judged. */
export interface Reading {
  readonly incident: Incident;
  readonly unknown: readonly string[];
}

interface State extends Draft {
  closedAt: Instant | null;
  reopened: number;
  reopenedAt: Instant | null;
  declined: boolean;
}

/**
 * Folds the timeline of an issue into an incident. Pure: the same issue, policy and knowledge give the same incident. What
 * needs the right of a person whose role is not known yet is left unjudged, and that person named in `unknown`.
 */
export function foldIncident(issue: Issue, policy: Policy, knowledge: Knowledge): Reading {
  const own = readOwnMarks(issue);
  const judge = createJudge(own.record, policy, knowledge);
  const comments: JudgedComment[] = [];
  const assignees = new Set<string>();
  const gaps: Interval[] = [];
  const progress: Instant[] = [];
  const reporter = issue.author?.login ?? null;
  const state: State = {
    priorities: trackPriorities(issue, policy),
    zone: policy.zone,
    openedAt: issue.openedAt,
    updates: [],
    acknowledged: null,
    workaround: null,
    mitigated: null,
    restored: null,
    resolved: null,
    drafted: null,
    impact: null,
    ended: null,
    closedAt: null,
    reopened: 0,
    reopenedAt: null,
    declined: false,
  };

  function resume(at: Instant): void {
    const from = state.resolved?.at ?? state.ended?.at ?? state.closedAt;
    if (from === null) return;
    gaps.push({ from, to: at });
    state.resolved = null;
    state.ended = null;
    state.mitigated = null;
    state.drafted = null;
    state.reopened += 1;
    state.reopenedAt = at;
  }

  function readComment(at: Instant, comment: Comment, by: string): void {
    const commands = judge.saidIn(comment) ?? readCommands(comment.body);
    if (commands.length > 0) readCommandComment(at, comment, by, commands);
    else state.priorities.remark(by, at, comment.body);
    if (includesLogin(assignees, by)) progress.push(at);
    if (state.acknowledged) return;
    // Whatever a responder writes shows that they are there, be it a command that somebody else must give.
    const isThere = (): boolean => by !== reporter && isResponder(policy, state, assignees, by);
    if (judge.showsPresence(at, comment, by, isThere)) state.acknowledged = { at, by, how: 'comment', text: '' };
  }

  function readCommandComment(at: Instant, comment: Comment, by: string, commands: readonly Command[]): void {
    const outcome = judge.comment(at, comment, by, commands);
    if (outcome === undefined) return;
    const accepted = outcome === 'accepted';
    if (accepted) progress.push(at);
    const complaints = commands.map((command) => (accepted ? obey(state, command, { at, by }) : null));
    comments.push({
      comment,
      by,
      outcome,
      commands: commands.map((command, i) => ({ ...command, complaint: complaints[i] ?? null })),
    });
  }

  function readAssignment(event: EventOf<'assigned'>): void {
    const { at, actor, own: byUs, assignee } = event;
    if (assignee !== null) assignees.add(assignee);
    if (byUs || actor?.bot || state.acknowledged) return;
    // A form assigns in the name of its reporter, who may have no say in it: only there must the right be asked for.
    const atOpening = actor !== null && actor.login === reporter && at - issue.openedAt <= AT_OPENING;
    if (atOpening && !judge.isEntitled(`a:${assignee ?? ''}`, actor.login, at)) return;
    state.acknowledged = { at, by: assignee, how: 'assigned', text: '' };
  }

  function readClosing(event: EventOf<'closed'>): void {
    const { at, actor } = event;
    state.closedAt = at;
    if (state.resolved || state.ended) return;
    const moment: Moment = { at, by: actor?.login ?? null, how: 'closed', text: '' };
    if (state.priorities.current() !== 'P3') {
      const sound = isSoundClosing(event);
      if (sound === undefined) return;
      if (!sound) {
        state.ended = { ...moment, status: 'withdrawn' };
        return;
      }
    }
    if (event.reason === 'completed') resolve(state, moment);
    else state.ended = { ...moment, status: 'dismissed' };
  }

  /**
   * Whether whoever closed it could judge that; undefined while a role is not known. Closing takes a right, except for the
   * reporter; a bot that sweeps up what looks forgotten has judged nothing.
   */
  function isSoundClosing({ at, actor, own: byUs, reason }: EventOf<'closed'>): boolean | undefined {
    if (byUs || actor?.bot) return reason === 'completed';
    const key = `x${at / 1000}`;
    if (actor === null) return judge.recorded(key) ?? true;
    return actor.login === reporter ? judge.isEntitled(key, actor.login, at) : true;
  }

  function readLabel(event: EventOf<'labeled' | 'unlabeled'>): void {
    const { at, label } = event;
    const on = event.kind === 'labeled';
    const by = event.actor?.login ?? null;
    state.priorities.label(label, on, at, by);
    // Our own labels follow from what people did; reading them as acts would turn effects into causes.
    if (event.own) return;
    // That a person took it off is a decision; that a bot did is not.
    if (label === knowledge.incidentLabel && !event.actor?.bot) state.declined = !on;
    if (label === policy.labels.needsAssessment && !on) state.priorities.accept(at, by);
    if (label === policy.labels.mitigated) {
      if (on) mitigate(state, { at, by, how: 'label', text: '' });
      else state.mitigated = null;
    }
    if (label !== policy.labels.resolved) return;
    if (on) resolve(state, { at, by, how: 'label', text: '' });
    else if (state.closedAt === null) resume(at);
  }

  for (const event of withDeleted(issue, own.record.judged)) {
    if (isAct(event, issue)) progress.push(event.at);
    switch (event.kind) {
      case 'labeled':
      case 'unlabeled':
        readLabel(event);
        break;
      case 'assigned':
        readAssignment(event);
        break;
      case 'unassigned':
        assignees.delete(event.assignee);
        break;
      case 'closed':
        readClosing(event);
        break;
      case 'reopened':
        resume(event.at);
        state.closedAt = null;
        break;
      case 'commented': {
        const by = event.actor === null ? judge.authorOf(event.comment) : event.actor.bot ? null : event.actor.login;
        if (by !== null && !event.own) readComment(event.at, event.comment, by);
        break;
      }
      case 'sub-issue-added':
        break;
    }
  }

  const { periods, lowered } = state.priorities.finish();
  const { priority, assessed } = periods.at(-1)!;
  return {
    unknown: judge.unknown(),
    incident: {
      issue,
      openedAt: issue.openedAt,
      reporter,
      status: statusOf(state),
      closed: issue.state === 'closed',
      closedAt: state.closedAt,
      priority,
      assessed,
      priorities: periods,
      lowered,
      category: policy.categories.find((category) => issue.labels.includes(category.label)) ?? null,
      acknowledged: state.acknowledged,
      workaround: state.workaround,
      mitigated: state.mitigated,
      restored: state.restored,
      resolved: state.resolved,
      drafted: state.drafted,
      impact: state.impact,
      updates: state.updates,
      progress,
      labelSpans: spansOf(issue, [...policy.pauses.keys()]),
      ended: state.ended,
      assignees: [...assignees],
      reopened: state.reopened,
      reopenedAt: state.reopenedAt,
      gaps,
      comments,
      card: own.card,
      postMortem: own.postMortems[0] ?? null,
      declined: state.declined,
      record: { ...own.record, ...judge.record() },
      fresh: judge.fresh(),
      doubles: { comments: own.doubles, postMortems: own.postMortems.slice(1).filter((it) => it.state === 'open') },
    },
  };
}

/**
 * Whether a comment of this person means that the incident is in hand: those whom the first steps of the escalation policy
 * tell, the holders of a role named `responder`, and the assignees.
 */
function isResponder(policy: Policy, state: State, assignees: ReadonlySet<string>, login: string): boolean {
  const escalation = policy.priorities[state.priorities.current()].escalation;
  const first = (escalation === null ? undefined : policy.escalationPolicies.get(escalation)) ?? [];
  const roles = ['responder', ...first.filter((step) => step.at.clock === 'start').flatMap((step) => step.notify)];
  return includesLogin(assignees, login) || roles.some((role) => includesLogin(policy.roles.get(role) ?? [], login));
}

function statusOf(state: State): Status {
  if (state.ended) return state.ended.status;
  if (state.resolved) return 'resolved';
  if (state.mitigated ?? state.workaround) return 'mitigated';
  return state.acknowledged ? 'acknowledged' : 'open';
}

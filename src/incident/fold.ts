import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Policy } from '../policy/policy.ts';
import { mitigate, obey, parseCommand, resolve, writeCommand, type Draft } from './commands.ts';
import type { Incident, JudgedComment, Moment, Status } from './incident.ts';
import type { Actor, Comment, EventOf, Issue } from './issue.ts';
import { readCommands, type Command } from './markdown.ts';
import { readOwnMarks } from './own.ts';
import { includesLogin } from './spelling.ts';
import { trackPriorities } from './priorities.ts';
import type { Judgement } from './record.ts';
import { AT_OPENING, isAct, spansOf, withDeleted } from './timeline.ts';

/** What the folding needs to know besides the timeline and the policy. */
export interface Knowledge {
  /** The label that makes an issue an incident. */
  readonly incidentLabel: string;
  /** Role in the repository by login in small letters; null is somebody without any. Who is missing has not been asked about. */
  readonly roles: ReadonlyMap<string, string | null>;
}

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
  const judged: Record<string, Judgement> = { ...own.record.judged };
  const refused = new Map(Object.entries(own.record.refused));
  const unknown = new Set<string>();
  const comments: JudgedComment[] = [];
  const assignees = new Set<string>();
  // The comment by which a responder acknowledged without a word about it; on record only if it was needed.
  const presence: { key: string | null } = { key: null };
  const gaps: Interval[] = [];
  const progress: Instant[] = [];
  const reporter = issue.author?.login ?? null;
  const state: State = {
    priorities: trackPriorities(issue, policy),
    zone: policy.zone,
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

  /** As the person's role says now; undefined when that must be asked first. */
  function mayCommand(by: string): boolean | undefined {
    const role = knowledge.roles.get(by.toLowerCase());
    if (role === undefined) {
      unknown.add(by);
      return undefined;
    }
    return role !== null && policy.entitled.includes(role);
  }

  /** As recorded, or as the role says now; undefined when that must be asked first. */
  function isEntitled(key: string, by: string, at: Instant): boolean | undefined {
    const known = judged[key];
    if (known) return known.ok;
    const ok = mayCommand(by);
    if (ok !== undefined) judged[key] = { by, at, ok };
    return ok;
  }

  function resume(at: Instant): void {
    const from = state.resolved?.at ?? state.ended?.at ?? state.closedAt;
    if (from === null) return;
    gaps.push({ from, to: at });
    state.resolved = null;
    state.ended = null;
    state.reopened += 1;
    state.reopenedAt = at;
  }

  function readComment(at: Instant, comment: Comment, by: string): void {
    const commands = judged[`c${comment.number}`]?.say?.map(parseCommand) ?? readCommands(comment.body);
    if (commands.length > 0) readCommandComment(at, comment, by, commands);
    else state.priorities.remark(by, at, comment.body);
    if (includesLogin(assignees, by)) progress.push(at);
    if (state.acknowledged) return;
    // Whatever a responder writes shows that they are there, be it a command that somebody else must give.
    const key = `r${comment.number}`;
    if (!judged[key] && (by === reporter || !isResponder(policy, state, assignees, by))) return;
    judged[key] ??= { by, at, ok: true };
    presence.key = key;
    state.acknowledged = { at, by, how: 'comment', text: '' };
  }

  function readCommandComment(at: Instant, comment: Comment, by: string, commands: readonly Command[]): void {
    const outcome = judgeComment(at, comment, by, commands);
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

  function judgeComment(
    at: Instant,
    comment: Comment,
    by: string,
    commands: readonly Command[],
  ): JudgedComment['outcome'] | undefined {
    const key = `c${comment.number}`;
    const known = judged[key];
    if (known) return known.ok ? 'accepted' : 'edited';
    if (comment.number <= (refused.get(by) ?? 0)) return 'not-entitled';
    const ok = mayCommand(by);
    if (ok === undefined) return undefined;
    if (!ok) {
      refused.set(by, comment.number);
      return 'not-entitled';
    }
    const say = commands.map(writeCommand);
    // Whoever edits a comment need not be its author; before the text was first seen, nobody knows whose words these are.
    judged[key] = comment.edited ? { by, at, ok: false, say } : { by, at, ok: true, say };
    return comment.edited ? 'edited' : 'accepted';
  }

  function readAssignment(event: EventOf<'assigned'>): void {
    const { at, actor, own: byUs, assignee } = event;
    assignees.add(assignee);
    if (byUs || actor?.bot || state.acknowledged) return;
    // A form assigns in the name of its reporter, who may have no say in it: only there must the right be asked for.
    const atOpening = actor !== null && actor.login === reporter && at - issue.openedAt <= AT_OPENING;
    if (atOpening && !isEntitled(`a:${assignee}`, actor.login, at)) return;
    state.acknowledged = { at, by: assignee, how: 'assigned', text: '' };
  }

  function readClosing(event: EventOf<'closed'>): void {
    const { at, actor } = event;
    state.closedAt = at;
    if (state.resolved || state.ended) return;
    const moment: Moment = { at, by: actor?.login ?? null, how: 'closed', text: '' };
    if (actor && !event.own && actor.login === reporter && state.priorities.current() !== 'P3') {
      const ok = isEntitled(`x${at / 1000}`, actor.login, at);
      if (ok === undefined) return;
      if (!ok) {
        state.ended = { ...moment, status: 'withdrawn' };
        return;
      }
    }
    if (event.reason === 'completed') resolve(state, moment);
    else state.ended = { ...moment, status: 'dismissed' };
  }

  function readLabel(event: EventOf<'labeled' | 'unlabeled'>): void {
    const { at, label } = event;
    const on = event.kind === 'labeled';
    const by = event.actor?.login ?? null;
    state.priorities.label(label, on, at, by);
    // Our own labels follow from what people did; reading them as acts would turn effects into causes.
    if (event.own) return;
    if (label === knowledge.incidentLabel) state.declined = !on;
    if (label === policy.labels.needsAssessment && !on) state.priorities.accept(at, by);
    if (label === policy.labels.mitigated && on) mitigate(state, { at, by, how: 'label', text: '' });
    if (label !== policy.labels.resolved) return;
    if (on) resolve(state, { at, by, how: 'label', text: '' });
    else if (state.closedAt === null) resume(at);
  }

  for (const event of withDeleted(issue, judged)) {
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
        const by = authorOf(event.actor, judged[`c${event.comment.number}`]);
        if (by !== null && !event.own) readComment(event.at, event.comment, by);
        break;
      }
      case 'sub-issue-added':
        break;
    }
  }

  const kept = Object.fromEntries(
    Object.entries(judged).filter(([key]) => !key.startsWith('r') || key === presence.key),
  );
  const isFresh = (key: string): boolean => !Object.hasOwn(own.record.judged, key);
  const { periods, lowered } = state.priorities.finish();
  const { priority, assessed } = periods.at(-1)!;
  return {
    unknown: [...unknown],
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
      record: { ...own.record, judged: kept, refused: Object.fromEntries(refused) },
      fresh: Object.keys(kept).filter(isFresh),
      doubles: { comments: own.doubles, postMortems: own.postMortems.slice(1).filter((it) => it.state === 'open') },
    },
  };
}

/** The author of a comment; of one whose account is gone, whoever was on record. Bots command nothing. */
function authorOf(actor: Actor | null, known: Judgement | undefined): string | null {
  if (actor === null) return known?.by ?? null;
  return actor.bot ? null : actor.login;
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

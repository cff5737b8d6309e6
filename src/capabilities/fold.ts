import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Policy } from './policy.ts';
import type { Level } from '../model/level.ts';
import { episodesOf, readAlertLog } from './alerts/log.ts';
import { trackCategory } from './category/track.ts';
import { obey, onlySorts } from './commands.ts';
import { mitigate, resolve, type Draft } from './draft.ts';
import { missingFacts, readFacts } from './report/facts.ts';
import type { Incident, JudgedComment, Status } from './incident.ts';
import type { Moment } from '../model/moment.ts';
import type { Comment, EventOf, Issue } from '../model/issue.ts';
import { kindOf } from './assistance/kind.ts';
import { holdOf } from './mute/track.ts';
import { sourceOf, trackLevels } from './levels/track.ts';
import { trackPauses } from './pauses/track.ts';
import { isResponder, type Standing } from './acknowledgement/responders.ts';
import { createJudge, type Knowledge } from '../engine/judge.ts';
import { readCommands, type Command } from '../text/markdown.ts';
import { readOwnMarks } from '../engine/own-marks.ts';
import { includesLogin } from '../model/login.ts';
import { trackPriorities } from './priority/track.ts';
import { AT_OPENING, isAct, withAlerts, withDeleted } from '../engine/timeline.ts';
import { propose } from './triage/proposal.ts';

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
  folded: boolean;
  /** Whether the alert has lasted for longer than it must before people are told, since the last end. */
  outlasted: boolean;
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
  const alert = readAlertLog(issue);
  const facts = readFacts(issue.body, knowledge.headings);
  const proposal = propose(policy, facts, issue.title);
  const source = sourceOf(policy, alert?.source ?? facts.source ?? null);

  /** The level of support on which it lands. A stranger names a source, and nobody is told for that. */
  function landing(): Level {
    const level = policy.sources.get(source ?? '')?.level ?? 1;
    if (level === 1 || alert) return level;
    const { author } = issue;
    return author && !author.bot && judge.isEntitled('o', author.login, issue.openedAt) ? level : 1;
  }

  const state: State = {
    policy,
    priorities: trackPriorities(issue, policy),
    categories: trackCategory(issue, policy),
    levels: trackLevels(landing(), issue.openedAt),
    pauses: trackPauses(issue, [...policy.pauses.keys()]),
    zone: policy.zone,
    openedAt: issue.openedAt,
    updates: [],
    assignees,
    ordered: new Map(),
    canReach: (login, at) => judge.canReach(login, at),
    holders: new Map(),
    links: [],
    past: [],
    escalations: [],
    silence: null,
    duplicateOf: null,
    cause: null,
    quick: null,
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
    folded: false,
    outlasted: false,
  };

  const standing = (): Standing => ({
    level: state.levels.current(),
    priority: state.priorities.current(),
    // What is only reported as confidential is for its own responders from the first.
    category:
      state.categories.current()?.category ??
      (proposal.category?.category.confidential ? proposal.category.category : null),
    assignees,
    holders: state.holders,
  });

  function resume(at: Instant): void {
    const from = state.resolved?.at ?? state.ended?.at ?? state.closedAt;
    if (from === null) return;
    gaps.push({ from, to: at });
    state.resolved = null;
    state.ended = null;
    state.mitigated = null;
    state.drafted = null;
    state.cause = null;
    state.quick = null;
    state.silence = null;
    state.duplicateOf = null;
    state.outlasted = false;
    state.reopened += 1;
    state.reopenedAt = at;
  }

  function readComment(at: Instant, comment: Comment, by: string): void {
    const commands = judge.saidIn(comment) ?? readCommands(comment.body);
    const level = state.levels.current();
    if (commands.length > 0) readCommandComment(at, comment, by, commands);
    else state.priorities.remark(by, at, comment.body);
    if (includesLogin(assignees, by)) progress.push(at);
    // Whoever hands it on has not taken it on for those who are to have it.
    if (state.acknowledged || state.levels.current() !== level || onlySorts(comment.body, commands)) return;
    // Whatever a responder writes shows that they are there, be it a command that somebody else must give.
    const isThere = (): boolean => by !== reporter && isResponder(policy, standing(), by);
    if (judge.showsPresence(at, comment, by, isThere)) state.acknowledged = { at, by, how: 'comment', text: '' };
  }

  function readCommandComment(at: Instant, comment: Comment, by: string, commands: readonly Command[]): void {
    const outcome = judge.comment(at, comment, by, commands);
    if (outcome === undefined) return;
    const accepted = outcome === 'accepted';
    if (accepted && (judge.saidIn(comment) ?? commands).some(({ denied }) => !denied)) progress.push(at);
    // What is on record now says which of them the person may use.
    const said = judge.saidIn(comment) ?? commands;
    const complaints = said.map((command) =>
      accepted ? obey(state, command, { at, by, comment: comment.number }) : null,
    );
    comments.push({
      comment,
      by,
      outcome,
      commands: said.map((command, i) => ({ ...command, complaint: complaints[i] ?? null })),
    });
  }

  /** `/quick` in the text of an entitled reporter: it must be said before the first run. Nobody expects any other command there. */
  function readOpening(): void {
    const author = issue.author;
    if (author === null || author.bot || issue.own) return;
    const comment: Comment = {
      id: issue.id,
      number: 0,
      url: issue.url,
      body: issue.body,
      author,
      edited: issue.edited,
      own: false,
    };
    const commands = judge.saidIn(comment) ?? readCommands(issue.body).filter(({ name }) => name === 'quick');
    if (commands.length === 0) return;
    const outcome = judge.comment(issue.openedAt, comment, author.login, commands);
    if (outcome !== 'accepted') return;
    for (const command of judge.saidIn(comment) ?? commands)
      obey(state, command, { at: issue.openedAt, by: author.login, comment: comment.number });
  }

  /** The alert is gone: that ends the incident if the policy says so, or if nobody had been told yet. */
  function readRecovery(at: Instant, from: Instant): void {
    if (state.resolved || state.ended) return;
    const { hold, recovery } = policy.alerts;
    // Once people may have been told, a brief return of the alert heals nothing.
    const isHealed = hold > 0 && state.acknowledged === null && !state.outlasted && at < from + hold;
    const ends = judge.once(`v${at / 1000}`, at, () => isHealed || recovery !== 'record');
    if (ends) resolve(state, { at, by: null, how: 'recovered', text: '' });
    else if (at >= from + hold) state.outlasted = true;
  }

  /** The alert is back: shortly after its end, the same incident goes on. */
  function readRefiring(at: Instant): void {
    // What a bot has closed as stale, or a reporter, is not over because they said so.
    const end = state.resolved ?? (state.ended?.status === 'withdrawn' ? state.ended : null);
    if (!end || at <= end.at) return;
    if (!judge.once(`f${at / 1000}`, at, () => at - end.at <= policy.alerts.reopenWithin)) return;
    resume(at);
    // Nobody has taken on what only went away for a while.
    if (state.acknowledged === null) state.levels.again(at);
    state.closedAt = null;
  }

  function readAssignment(event: EventOf<'assigned'>): void {
    const { at, actor, own: byUs, assignee } = event;
    if (assignee !== null) assignees.add(assignee);
    const isOrdered = byUs && assignee !== null && state.ordered.has(assignee.toLowerCase());
    if ((byUs && !isOrdered) || (actor?.bot === true && !byUs) || state.acknowledged) return;
    if (isOrdered) {
      state.acknowledged = { at, by: assignee, how: 'assigned', text: '' };
      return;
    }
    // A form assigns in the name of its reporter, who may have no say in it: only there must the right be asked for.
    const atOpening = actor !== null && actor.login === reporter && at - issue.openedAt <= AT_OPENING;
    if (atOpening && !judge.isEntitled(`a:${assignee ?? ''}`, actor.login, at)) return;
    state.acknowledged = { at, by: assignee, how: 'assigned', text: '' };
  }

  function readClosing(event: EventOf<'closed'>): void {
    const { at, actor } = event;
    state.closedAt = at;
    state.folded = event.own && event.reason === 'duplicate';
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
    // What we close as a duplicate goes on in another one.
    if (byUs && reason === 'duplicate') return true;
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
    state.categories.label(label, on, at, by, event.own);
    state.pauses.label(label, on, at, event.own);
    // Our own labels follow from what people did; reading them as acts would turn effects into causes.
    if (event.own) return;
    // That a person took it off is a decision; that a bot did is not.
    if (label === knowledge.incidentLabel && !event.actor?.bot) state.declined = !on;
    if (label === policy.labels.needsAssessment && !on && kindOf(issue, policy) === 'incident')
      state.priorities.accept(at, by);
    if (label === policy.labels.mitigated) {
      if (on) mitigate(state, { at, by, how: 'label', text: '' });
      else state.mitigated = null;
    }
    if (label !== policy.labels.resolved) return;
    if (on) resolve(state, { at, by, how: 'label', text: '' });
    else if (state.closedAt === null) resume(at);
  }

  readOpening();
  const episodes = alert ? episodesOf(alert) : [];
  for (const event of withAlerts(withDeleted(issue, own.record.judged), alert, issue.openedAt)) {
    if (event.kind !== 'fired' && event.kind !== 'recovered' && isAct(event, issue)) progress.push(event.at);
    switch (event.kind) {
      case 'fired':
        readRefiring(event.at);
        break;
      case 'recovered':
        readRecovery(event.at, event.since);
        break;
      case 'labeled':
      case 'unlabeled':
        readLabel(event);
        break;
      case 'assigned':
        readAssignment(event);
        break;
      case 'unassigned':
        assignees.delete(event.assignee);
        state.ordered.delete(event.assignee.toLowerCase());
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
  const categorization = state.categories.current();

  /** Whether whoever reports may have a say; asked only where that would change anything. */
  function isTrusted(): boolean {
    if (alert) return true;
    const author = issue.author;
    if (author === null || author.bot) return false;
    const ranks = proposal.applies.priority && periods.every((period) => !period.assessed);
    const sorts = proposal.applies.category && categorization === null;
    const isKnown = judge.recorded('o') !== undefined;
    return (ranks || sorts || isKnown) && judge.isEntitled('o', author.login, issue.openedAt) === true;
  }

  /** That the policy foresees immediate treatment; decided at first sight, and not again because a text was edited. */
  function foreseen(): Moment | null {
    if (!policy.quickPath || state.reopened > 0) return null;
    const isForeseen = judge.recorded('q') ?? (proposal.quick && judge.once('q', issue.openedAt, () => true));
    return isForeseen ? { at: issue.openedAt, by: null, how: 'command', text: '' } : null;
  }

  const kind = assessed ? 'incident' : kindOf(issue, policy);
  const quick = state.quick ?? foreseen();
  const trusted = isTrusted();
  // What is only reported as confidential is no less so; that it is not can be said by a label.
  const confidential = categorization?.category.confidential ?? proposal.category?.category.confidential ?? false;
  return {
    unknown: judge.unknown(),
    incident: {
      issue,
      kind,
      facts,
      missing: kind === 'incident' && !alert ? missingFacts(facts) : [],
      alert,
      source,
      proposal,
      trusted,
      openedAt: issue.openedAt,
      reporter,
      status: statusOf(state),
      closed: issue.state === 'closed',
      closedAt: state.closedAt,
      priority,
      assessed,
      priorities: periods,
      lowered,
      category: categorization?.category ?? null,
      categorization,
      confidential,
      revealing: confidential ? own.open : [],
      isCardHidden: own.isHidden,
      cause: state.cause,
      levels: state.levels.finish(state.acknowledged),
      quick,
      silence: state.silence,
      holders: state.holders,
      ordered: [...state.ordered.values()],
      links: state.links,
      past: state.past,
      escalations: state.escalations,
      duplicateOf: state.duplicateOf,
      pauseLabels: state.pauses.wanted(),
      hold: holdOf(policy, issue, {
        periods,
        levels: state.levels.finish(state.acknowledged),
        episodes,
        quick,
        silence: state.silence,
        reopenedAt: state.reopenedAt,
      }),
      acknowledged: state.acknowledged,
      workaround: state.workaround,
      mitigated: state.mitigated,
      restored: state.restored,
      resolved: state.resolved,
      drafted: state.drafted,
      impact: state.impact,
      updates: state.updates,
      progress,
      labelSpans: state.pauses.spans(),
      ended: state.ended,
      assignees: [...assignees],
      reopened: state.reopened,
      reopenedAt: state.reopenedAt,
      gaps,
      comments,
      card: own.card,
      postMortem: own.postMortems[0] ?? null,
      declined: state.declined,
      isFolded: issue.state === 'closed' && state.folded,
      record: { ...own.record, ...judge.record() },
      fresh: judge.fresh(),
      doubles: { comments: own.doubles, postMortems: own.postMortems.slice(1).filter((it) => it.state === 'open') },
    },
  };
}

function statusOf(state: State): Status {
  if (state.ended) return state.ended.status;
  if (state.resolved) return 'resolved';
  if (state.mitigated ?? state.workaround) return 'mitigated';
  return state.acknowledged ? 'acknowledged' : 'open';
}

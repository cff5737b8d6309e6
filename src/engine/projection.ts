import type { Instant } from '../calendar/calendar.ts';
import type { Comment, Issue, TimelineEvent } from '../model/issue.ts';
import type { Effect } from './effect.ts';

/** An issue as it stands once an effect has been carried out, given the events that this left on its timeline. */
export function projectedIssue(issue: Issue, effect: Effect, events: readonly TimelineEvent[]): Issue {
  const timeline = [...issue.timeline, ...events];
  switch (effect.do) {
    case 'add-labels':
      return { ...issue, timeline, labels: [...new Set([...issue.labels, ...effect.labels])] };
    case 'remove-labels':
      return { ...issue, timeline, labels: issue.labels.filter((label) => !effect.labels.includes(label)) };
    case 'write-card':
      return effect.comment === null
        ? { ...issue, timeline }
        : { ...issue, timeline: edited(issue, effect.comment, events) };
    case 'edit-comment':
      return { ...issue, timeline: edited(issue, effect.comment, events) };
    case 'edit-issue':
      return { ...issue, body: effect.body, edited: true };
    case 'close':
      if (effect.target !== undefined)
        return { ...issue, timeline: issue.timeline.map((event) => closed(event, effect.target!, effect.reason)) };
      return { ...issue, timeline, state: 'closed' };
    case 'reopen':
      return { ...issue, timeline, state: 'open' };
    case 'delete-comment':
      return {
        ...issue,
        timeline: issue.timeline.filter((it) => it.kind !== 'commented' || it.comment.id !== effect.comment),
      };
    case 'close-duplicate':
      if (effect.isSelf) return { ...issue, timeline, state: 'closed' };
      return { ...issue, timeline: issue.timeline.map((event) => closed(event, effect.target)) };
    default:
      return { ...issue, timeline };
  }
}

function edited(issue: Issue, id: string, [event]: readonly TimelineEvent[]): readonly TimelineEvent[] {
  if (event?.kind !== 'commented') return issue.timeline;
  return issue.timeline.map((it) =>
    it.kind === 'commented' && it.comment.id === id ? { ...it, comment: event.comment } : it,
  );
}

function closed(event: TimelineEvent, target: string, reason?: string): TimelineEvent {
  if (event.kind !== 'sub-issue-added' || event.issue.id !== target) return event;
  return { ...event, issue: { ...event.issue, state: 'closed', isDropped: reason === 'not-planned' } };
}

/** The events that an effect is expected to leave behind. What it would create has no number yet. */
export function projectedEvents(effect: Effect, now: Instant): TimelineEvent[] {
  const base = { at: now, actor: null, own: true } as const;
  const comment = (id: string, body: string): Comment => ({
    id,
    body,
    number: 0,
    url: '',
    author: null,
    edited: false,
    own: true,
  });
  switch (effect.do) {
    case 'add-labels':
      return effect.labels.map((label) => ({ ...base, kind: 'labeled', label }));
    case 'remove-labels':
      return effect.labels.map((label) => ({ ...base, kind: 'unlabeled', label }));
    case 'assign':
      return effect.target === undefined
        ? effect.logins.map((assignee) => ({ ...base, kind: 'assigned', assignee }))
        : [];
    case 'unassign':
      return effect.logins.map((assignee) => ({ ...base, kind: 'unassigned', assignee }));
    case 'comment':
      return [{ ...base, kind: 'commented', comment: comment('new', effect.body) }];
    case 'write-card':
      return [{ ...base, kind: 'commented', comment: comment(effect.comment ?? 'new card', effect.body) }];
    case 'edit-comment':
      return [{ ...base, kind: 'commented', comment: comment(effect.comment, effect.body) }];
    case 'close':
      return effect.target === undefined ? [{ ...base, kind: 'closed', reason: effect.reason }] : [];
    case 'reopen':
      return [{ ...base, kind: 'reopened' }];
    case 'close-duplicate':
      return effect.isSelf ? [{ ...base, kind: 'closed', reason: 'duplicate' }] : [];
    case 'open-issue':
      return [
        {
          ...base,
          kind: 'sub-issue-added',
          issue: {
            id: 'new',
            number: 0,
            title: effect.title,
            body: effect.body,
            state: 'open',
            closedAt: null,
            own: true,
          },
        },
      ];
    default:
      return [];
  }
}

import type { Instant } from '../calendar/calendar.ts';
import { episodesOf, startsOf, type AlertLog } from '../capabilities/alerts/log.ts';
import type { Issue, TimelineEvent } from '../model/issue.ts';
import type { Judgement } from './record.ts';

/** What happens this shortly after the opening was part of it: GitHub stamps it in the same second or the next. */
export const AT_OPENING = 2_000;

/** The timeline, with the judged comments that somebody has deleted since: what they said was said. */
export function withDeleted(issue: Issue, judged: Readonly<Record<string, Judgement>>): readonly TimelineEvent[] {
  // What the opening said goes by the number 0, and an opening cannot be deleted.
  const present = new Set([
    0,
    ...issue.timeline.map((event) => (event.kind === 'commented' ? event.comment.number : 0)),
  ]);
  const gone = Object.entries(judged).filter(([key]) => /^[cr]\d+$/.test(key) && !present.has(Number(key.slice(1))));
  if (gone.length === 0) return issue.timeline;
  const events = gone.map(([key, { by, at }]): TimelineEvent => {
    const author = { login: by, bot: false };
    const comment = {
      id: '',
      number: Number(key.slice(1)),
      url: issue.url,
      body: '',
      author,
      edited: false,
      own: false,
    };
    return { at, actor: author, own: false, kind: 'commented', comment };
  });
  return [...issue.timeline, ...events].sort((a, b) => a.at - b.at);
}

/** An alert began to fire; or all had stopped, since the beginning of that episode. */
export type AlertEvent =
  | { readonly at: Instant; readonly kind: 'fired' }
  | { readonly at: Instant; readonly kind: 'recovered'; readonly since: Instant };

/** The timeline with what monitoring systems told in between; what was over before the opening happened at it. */
export function withAlerts(
  timeline: readonly TimelineEvent[],
  alert: AlertLog | null,
  openedAt: Instant,
): readonly (TimelineEvent | AlertEvent)[] {
  if (!alert) return timeline;
  const starts = startsOf(alert).map((at): AlertEvent => ({ at, kind: 'fired' }));
  const ends = episodesOf(alert).flatMap(({ from, to }): AlertEvent[] => [
    ...(to === Infinity
      ? []
      : [{ at: Math.max(to, openedAt), kind: 'recovered', since: Math.max(from, openedAt) } as const]),
  ]);
  // What we did about it may bear the same time, and came after.
  return [...ends, ...starts, ...timeline].sort((a, b) => a.at - b.at);
}

/** Whether a person did something to the incident that takes a right, after it was opened: a sign that it moves. */
export function isAct(event: TimelineEvent, issue: Issue): boolean {
  const isChange = event.kind !== 'commented' && event.kind !== 'sub-issue-added';
  return isChange && !event.own && event.actor?.bot !== true && event.at - issue.openedAt > AT_OPENING;
}

import type { Issue, TimelineEvent } from '../model/issue.ts';
import { commentOfAct } from './keys.ts';
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
  const events = Object.entries(judged).flatMap(([key, { by, at }]): TimelineEvent[] => {
    const number = commentOfAct(key)?.comment;
    if (number === undefined || present.has(number)) return [];
    const author = { login: by, bot: false };
    const comment = { id: '', number, url: issue.url, body: '', author, edited: false, own: false };
    return [{ at, actor: author, own: false, kind: 'commented', comment }];
  });
  if (events.length === 0) return issue.timeline;
  return [...issue.timeline, ...events].sort((a, b) => a.at - b.at);
}

/** Whether a person did something to the incident that takes a right, after it was opened: a sign that it moves. */
export function isAct(event: TimelineEvent, issue: Issue): boolean {
  const isChange = event.kind !== 'commented' && event.kind !== 'sub-issue-added';
  return isChange && !event.own && event.actor?.bot !== true && event.at - issue.openedAt > AT_OPENING;
}

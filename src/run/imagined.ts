import type { Instant } from '../calendar/calendar.ts';
import type { Issue } from '../model/issue.ts';

/** An issue of ours as a dry run would have opened it. */
export function imagined(title: string, body: string, label: string, now: Instant): Issue {
  return {
    id: '',
    number: 0,
    url: '',
    title,
    body,
    edited: false,
    author: null,
    own: true,
    openedAt: now,
    state: 'open',
    labels: [label],
    timeline: [],
  };
}

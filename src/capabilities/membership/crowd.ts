import { HOUR } from '../../calendar/length.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { mark, readMark } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';
import type { Repository } from '../../model/repository.ts';
import { fallbackLogins, peopleOf } from '../people/roles.ts';
import type { Policy } from '../policy.ts';
import type { IncidentReading } from '../reading.ts';
import { wordsOf } from '../words.ts';

/** The mark of the issue is written before it has a number. */
const UNNUMBERED = 0;
/** An issue of an event that was opened so lately, in milliseconds, is news, and no label of a list that somebody has gone through. */
const NEWS = HOUR;
/** The most issues that are listed. */
const SHOWN = 200;

/**
 * The incidents that would be new in this run, if they are more than the policy lets begin at once; none otherwise. What a monitoring
 * system has opened, and what somebody has just opened, begins whatever else does.
 */
export function crowdIn(
  readings: readonly IncidentReading[],
  { policy, subject, now }: { readonly policy: Policy; readonly subject: number | null; readonly now: Instant },
): ReadonlySet<number> {
  const fresh = readings.filter(({ issue, incident }) => {
    const isOver = incident.resolution.resolved !== null || incident.resolution.ended !== null || incident.declined;
    const isNews = issue.number === subject && now - issue.openedAt <= NEWS;
    return incident.own.card === null && incident.alert === null && !isOver && !isNews;
  });
  return new Set(fresh.length > policy.mostNew ? fresh.map(({ issue }) => issue.number) : []);
}

/** The one issue that asks what is to become of them. */
export function crowdQuestion(
  numbers: readonly number[],
  ground: {
    readonly policy: Policy;
    readonly repository: Repository;
    readonly incidentLabel: string;
    readonly now: Instant;
  },
): { readonly title: string; readonly body: string } {
  const { policy, repository, incidentLabel } = ground;
  const words = wordsOf(policy.language).crowd;
  const above = [...(peopleOf(ground, 'management') ?? []), ...fallbackLogins({ ...ground, repository })];
  const people = [...new Set(above)].map((login) => `@${login}`).join(' ');
  const list = numbers.slice(0, SHOWN).map((number) => `#${number}`);
  return {
    title: words.title(numbers.length),
    body: [
      `${mark('crowd', UNNUMBERED, {})}\n${people} **${words.ask}**`.replace(/\n /, '\n'),
      words.line(policy.mostNew, incidentLabel),
      `${list.join(', ')}${numbers.length > SHOWN ? ', …' : ''}`,
    ].join('\n\n'),
  };
}

/** Whether an issue asks about new incidents: whatever its labels, it is none. */
export function isCrowdQuestion({ own, body }: Pick<Issue, 'own' | 'body'>): boolean {
  return own && readMark('crowd', UNNUMBERED, body) !== null;
}

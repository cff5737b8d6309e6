import { HOUR } from '../../calendar/length.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { mark, readCommentMark, readMark, UNNUMBERED } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';
import { includesLogin } from '../../model/login.ts';
import { PRIORITIES } from '../../model/priority.ts';
import type { Repository } from '../../model/repository.ts';
import { fallbackLogins, peopleOf } from '../people/roles.ts';
import type { Policy } from '../policy.ts';
import { wordsOf } from '../words.ts';

/** An issue of an event that was opened so lately, in milliseconds, is news, and no label of a list that somebody has gone through. */
const NEWS = HOUR;
/** The most issues that are listed. */
const SHOWN = 200;

/**
 * The incidents that do not begin in this run: all that are new, if they are more than the policy lets begin at once; otherwise what is
 * too much of one author. What a monitoring system has opened, and what somebody has just opened, begins whatever else does.
 */
export function crowdIn(
  issues: readonly Issue[],
  { policy, subject, now }: { readonly policy: Policy; readonly subject: number | null; readonly now: Instant },
): ReadonlySet<number> {
  const fresh = issues.filter((issue) => {
    const isNews = issue.number === subject && now - issue.openedAt <= NEWS;
    return issue.state === 'open' && !issue.own && !isNews && !hasCard(issue);
  });
  const flooded = beyondOne(fresh, policy);
  const rest = fresh.filter(({ number }) => !flooded.has(number));
  return new Set(rest.length > policy.mostNew ? fresh.map(({ number }) => number) : flooded);
}

/** Of each author who has no role of the policy, what is more than a quarter of what may begin at once: the least urgent, and the latest. */
function beyondOne(fresh: readonly Issue[], policy: Policy): ReadonlySet<number> {
  const people = [...policy.roles.values()].flat();
  const rank = ({ labels }: Issue): number => {
    const at = PRIORITIES.findIndex((it) => labels.includes(policy.priorities[it].label));
    return at < 0 ? PRIORITIES.length : at;
  };
  const byAuthor = new Map<string, Issue[]>();
  for (const issue of fresh.toSorted((a, b) => rank(a) - rank(b) || a.number - b.number)) {
    const author = issue.author?.login.toLowerCase() ?? '';
    if (!includesLogin(people, author)) byAuthor.set(author, [...(byAuthor.get(author) ?? []), issue]);
  }
  const most = Math.max(1, Math.floor(policy.mostNew / 4));
  return new Set([...byAuthor.values()].flatMap((issues) => issues.slice(most).map(({ number }) => number)));
}

function hasCard({ number, timeline }: Issue): boolean {
  return timeline.some(
    (event) => event.kind === 'commented' && readCommentMark('card', number, event.comment) !== null,
  );
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

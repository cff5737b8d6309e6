import type { Instant } from '../../calendar/calendar.ts';
import type { OpenPage } from '../../notify/answers/answer.ts';
import type { Notifier } from '../../notify/message.ts';
import type { Repository } from '../../model/repository.ts';
import type { Incident } from '../incident.ts';

/** The page of an incident that is out at a notifier and that nobody has acknowledged; null if there is none. */
export function openPage(
  { issue, record, acknowledgement, resolution, levels }: Incident,
  notifier: Pick<Notifier, 'name'>,
  { owner, name }: Pick<Repository, 'owner' | 'name'>,
): OpenPage | null {
  const isOver = resolution.resolved !== null || resolution.ended !== null || issue.state === 'closed';
  if (isOver || acknowledgement !== null) return null;
  const from: Instant = Math.max(resolution.reopenedAt ?? 0, levels.periods.at(-1)!.from);
  const sent = Object.values(record.done).filter(
    ({ at, paged = [] }) =>
      at >= from && (typeof paged === 'string' ? paged === notifier.name : paged.includes(notifier.name)),
  );
  if (sent.length === 0) return null;
  return {
    number: issue.number,
    key: `${owner}/${name}#${issue.number}`,
    // Services stamp what they do in seconds.
    since: Math.floor(Math.min(...sent.map(({ at }) => at)) / 1000) * 1000,
    messages: sent.flatMap(({ at, refs }) => {
      const ref = refs?.[notifier.name];
      return ref === undefined ? [] : [{ at: Math.floor(at / 1000) * 1000, ref }];
    }),
  };
}

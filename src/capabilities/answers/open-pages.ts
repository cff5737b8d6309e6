import type { Instant } from '../../calendar/calendar.ts';
import { HOUR } from '../../calendar/length.ts';
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
  const from: Instant = Math.max(resolution.reopenedAt ?? 0, levels.periods.at(-1)!.from);
  const sent = Object.values(record.done).filter(
    ({ at, paged = [] }) =>
      at >= from && (typeof paged === 'string' ? paged === notifier.name : paged.includes(notifier.name)),
  );
  if (isOver || sent.length === 0 || isKnown(acknowledgement, record, from)) return null;
  const times = sent.map(({ at }) => at);
  return {
    number: issue.number,
    key: `${owner}/${name}#${issue.number}`,
    // Services stamp what they do in seconds.
    from: Math.floor(from / 1000) * 1000,
    since: Math.floor(Math.min(...times) / 1000) * 1000,
    last: Math.max(...times),
    messages: sent.flatMap(({ at, refs }) => {
      const ref = refs?.[notifier.name];
      return ref === undefined ? [] : [{ at: Math.floor(at / 1000) * 1000, ref }];
    }),
  };
}

/** How long after an acknowledgement is asked whether somebody was earlier in a pager, where no verdict of its clock says that it is known. */
const FRESH = HOUR;

/**
 * Whether it is on record when it was acknowledged, so that nobody need ask: before that, somebody who comments may have answered in the
 * pager long ago, when no run came.
 */
function isKnown(
  acknowledgement: Incident['acknowledgement'],
  { verdicts, done }: Incident['record'],
  from: Instant,
): boolean {
  if (acknowledgement === null) return false;
  if (acknowledgement.how === 'pager') return true;
  const isJudged = verdicts.some(({ clock, at }) => clock === 'acknowledge' && at >= from);
  const last = Math.max(0, ...Object.values(done).map(({ at }) => at));
  return isJudged || last - acknowledgement.at > FRESH;
}

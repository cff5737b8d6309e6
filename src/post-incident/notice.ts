import type { Notice } from '../capabilities/situation.ts';
import { lined } from '../capabilities/notification/notice.ts';
import { mark } from '../engine/mark.ts';
import { LONGEST_BODY } from '../model/limits.ts';
import { zoneOnce, type Reader } from '../text/time.ts';

/** What follows an incident, as far as its comments depend on it. */
export interface NoticeGround {
  readonly issue: number;
  readonly now: number;
  readonly reader: Reader;
}

/**
 * One comment for notices on an issue that follows incidents: of each, whom it concerns and what is asked of them in the first line, what
 * they need to know below; the mark that proves it in an invisible line before. Nobody is paged: the outage is over.
 */
export function subjectNoticeBody({ issue, now, reader }: NoticeGround, notices: readonly Notice[]): string {
  const proof = mark('notice', issue, {
    keys: notices.flatMap(({ keys }) => keys),
    at: now,
    told: notices.flatMap(({ keys, to }) => keys.map(() => to)),
  });
  const lines = notices.flatMap(({ to, ask, lines: more, small = [] }, i) => [
    ...(i > 0 ? [''] : []),
    [...to.map((login) => `@${login}`), `**${ask}**`].join(' '),
    ...more,
    ...(small.length > 0 ? [`<sub>${small.join(' ')}</sub>`] : []),
  ]);
  return `${proof}\n${zoneOnce(reader, lined(lines))}`.slice(0, LONGEST_BODY);
}

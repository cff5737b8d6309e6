import { mark } from '../../engine/mark.ts';
import { isWithheld, pagingLines, takersOf } from './paging.ts';
import type { Notice, Situation } from '../situation.ts';
import { LONGEST_BODY } from '../../model/limits.ts';

/**
 * One comment for all notices of an incident: of each, whom it concerns and what is asked of them in the first line, what they
 * need to know below; the mark that proves it in an invisible line before.
 */
export function noticeBody(situation: Situation, notices: readonly Notice[]): string {
  const { incident, now } = situation;
  const keys = notices.flatMap((notice) => notice.keys);
  const told = notices.flatMap((notice) => notice.keys.map(() => notice.to));
  const paging = pagingLines(situation, notices);
  const takers = takersOf(situation, notices);
  // Of a page that was withheld it is on record that it is owed.
  const paged = takers.length > 1 || isWithheld(situation, notices) ? takers : takers[0];
  const first = notices.findIndex(({ page }) => page === true || page === 'test');
  const texts = notices.map(({ to, ask, lines }, i) =>
    [[...to.map((login) => `@${login}`), `**${ask}**`].join(' '), ...lines, ...(i === first ? paging : [])].join(
      '\n\n',
    ),
  );
  const proof = mark('notice', incident.issue.number, {
    keys,
    at: now,
    told,
    ...(incident.category.confidential && { hidden: true }),
    ...(paged !== undefined && { paged }),
  });
  return `${proof}\n${texts.join('\n\n---\n\n')}`.slice(0, LONGEST_BODY);
}

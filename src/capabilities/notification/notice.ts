import { mark } from '../../engine/mark.ts';
import { includesLogin } from '../../model/login.ts';
import { LONGEST_BODY } from '../../model/limits.ts';
import { zoneOnce } from '../../text/time.ts';
import { signOf } from '../priority/sign.ts';
import { incidentLine } from '../report/text.ts';
import type { Notice, Situation } from '../situation.ts';
import { isWithheld, pagingLines, refsOf, takersOf } from './paging.ts';

/**
 * One comment for notices of an incident to one audience: of each, whom it concerns and what is asked of them in the first line, what
 * they need to know below; the mark that proves it in an invisible line before. Lines, not paragraphs: it is read on a phone.
 */
export function noticeBody(situation: Situation, notices: readonly Notice[]): string {
  const { incident, now, reader } = situation;
  const keys = notices.flatMap((notice) => notice.keys);
  const told = notices.flatMap((notice) => notice.keys.map(() => notice.to));
  const takers = takersOf(situation, notices);
  // Of a page that was withheld it is on record that it is owed.
  const paged = takers.length > 1 || isWithheld(situation, notices) ? takers : takers[0];
  const refs = refsOf(situation, notices);
  const proof = mark('notice', incident.issue.number, {
    keys,
    at: now,
    told,
    ...(incident.category.confidential && { hidden: true }),
    ...(paged !== undefined && { paged }),
    ...(refs !== undefined && { refs }),
  });
  return `${proof}\n${zoneOnce(reader, noticeText(situation, notices))}`.slice(0, LONGEST_BODY);
}

function noticeText(situation: Situation, notices: readonly Notice[]): string {
  const paging = pagingLines(situation, notices);
  const woken = notices.findIndex(({ page }) => page === true || page === 'test');
  const about = notices.some(({ introduces }) => introduces) ? incidentLine(situation) : null;
  const parts = notices.flatMap((notice, i) => {
    const sign = i === 0 && notice.audience === undefined ? signOf(situation.incident) : '';
    const first = [...mentions(notices, i), `**${sign}${notice.ask}**`].join(' ');
    const { lines } = notice;
    // What comes second is short, and stays so.
    if (i > 0 && !lines.some(isApart)) return ['', [first, ...lines, ...(i === woken ? paging.lines : [])].join(' ')];
    return [
      ...(i > 0 ? [''] : []),
      first,
      ...(i === 0 && about !== null ? [about] : []),
      ...lines,
      ...(i === woken ? paging.lines : []),
    ];
  });
  const reasons = [...paging.small, ...notices.flatMap(({ small }) => small ?? [])];
  return lined(reasons.length === 0 ? parts : [...parts, `<sub>${reasons.join(' ')}</sub>`]);
}

/** Who is named before a notice; nobody where those of the notice before are asked for something else too. */
function mentions(notices: readonly Notice[], i: number): readonly string[] {
  const { to } = notices[i]!;
  const before = notices[i - 1]?.to ?? [];
  const isSame = i > 0 && to.length === before.length && to.every((login) => includesLogin(before, login));
  return isSame ? [] : to.map((login) => `@${login}`);
}

/** Lists, blocks and folded parts stand apart: without a blank line before them they would be text. */
function isApart(line: string): boolean {
  return /^(?:[->] |\||`{3}|<details|<!--)|\n/.test(line);
}

/** Lines of a comment as one text. */
export function lined(lines: readonly string[]): string {
  return lines.reduce((text, line, i) => {
    if (i === 0) return line;
    return `${text}${isApart(line) || isApart(lines[i - 1]!) ? '\n\n' : '\n'}${line}`;
  }, '');
}

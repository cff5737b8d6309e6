import { digestMark, type Brief } from '../../engine/digest.ts';
import { readKey } from '../../engine/keys.ts';
import { LONGEST_BODY } from '../../model/limits.ts';
import { wordsOf } from '../words.ts';
import type { Policy } from '../policy.ts';
import type { Notice, Situation } from '../situation.ts';
import { noticeBody } from './notice.ts';
import { isWithheld, pagingAlarms, refsOf, takersOf } from './paging.ts';

/**
 * What a digest may say in the place of a comment with these notices: the steps among them, unless the comment has more to say of
 * them, be it that a page failed. Null where nothing is.
 */
export function briefOf(situation: Situation, notices: readonly Notice[]): Brief | null {
  const { incident } = situation;
  const steps = notices.filter(({ keys }) => keys.every((key) => readKey(key)?.kind === 'step'));
  const isMore = notices.some(({ alarm, page, unique }) => alarm !== undefined || page === 'test' || unique === true);
  if (steps.length === 0 || isMore || incident.category.confidential) return null;
  if (isWithheld(situation, notices) || pagingAlarms(situation, notices).length > 0) return null;
  const others = notices.filter((it) => !steps.includes(it));
  // A page that goes out with something else is told there.
  if (others.some(({ page }) => page === true)) return null;
  const takers = takersOf(situation, steps);
  return {
    asks: steps.map(({ keys, to, ask }) => ({ keys, to, ask })),
    paged: takers.length > 0 ? [...takers] : undefined,
    refs: refsOf(situation, notices),
    rest:
      others.length === 0
        ? null
        : {
            body: noticeBody(situation, others),
            keys: others.flatMap(({ keys }) => keys),
            to: [...new Set(others.flatMap(({ to }) => to))],
          },
  };
}

/**
 * The comment on the incident `host` that tells of several what `briefs` have of each, by number and the most urgent first. Null if
 * GitHub would not take it.
 */
export function digestBody(
  host: number,
  briefs: ReadonlyMap<number, Brief>,
  now: number,
  policy: Policy,
): string | null {
  const words = wordsOf(policy.language).digest;
  const people = new Set([...briefs.values()].flatMap(({ asks }) => asks.flatMap(({ to }) => to)));
  const lines = new Map<string, number[]>();
  for (const [number, { asks }] of briefs)
    for (const { to, ask } of asks) {
      const whom = people.size > to.length ? `${to.map((login) => `\`${login}\``).join(', ')}, ` : '';
      const line = `${whom}**${ask}**`;
      lines.set(line, [...new Set([...(lines.get(line) ?? []), number])]);
    }
  const body = [
    `${digestMark(host, now, briefs)}\n${[...people].map((login) => `@${login}`).join(' ')} **${words.ask(briefs.size)}**`,
    [...lines].map(([line, numbers]) => `- ${line} ${numbers.map((it) => `#${it}`).join(', ')}`).join('\n'),
    words.line,
  ].join('\n\n');
  return body.length > LONGEST_BODY ? null : body;
}

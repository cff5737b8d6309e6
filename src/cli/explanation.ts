import { DateTime } from 'luxon';
import type { Policy } from '../capabilities/policy.ts';
import { EXPLAIN_WORDS } from './words.ts';
import type { ExplainedDay } from '../calendar/target.ts';
import { duration } from '../text/time.ts';
import { wordsOf } from '../capabilities/words.ts';

/** More dates than this are cut in the middle. */
const MOST = 40;

/** What each date contributes to a deadline, a line each, in the policy's language and the calendar's zone. */
export function renderDays(policy: Pick<Policy, 'language'>, days: readonly ExplainedDay[], zone: string): string[] {
  const words = wordsOf(policy.language);
  const explain = EXPLAIN_WORDS[policy.language];
  const lines = days.map(({ date, source, open, counted, paused, nth }) => {
    const day = DateTime.fromISO(date, { zone: 'UTC', locale: policy.language }).toFormat('ccc d LLL yyyy');
    const hours = open.map(({ from, to }) => `${wall(from, zone)}-${wall(to, zone, true)}`).join(', ');
    const facts = [
      hours === '' ? explain.closed : hours,
      ...(source === 'weekly' ? [] : [explain[source]]),
      ...(!nth ? [] : [explain.nth(nth)]),
      ...(counted > 0 && nth === null ? [explain.counted(duration(policy.language, counted))] : []),
      ...(paused > 0 ? [explain.lost(duration(policy.language, paused))] : []),
    ];
    return `  ${day}${words.colon}${facts.join(words.semicolon)}`;
  });
  if (lines.length <= MOST) return lines;
  const half = MOST / 2;
  return [...lines.slice(0, half), `  … ${explain.more(lines.length - MOST)}`, ...lines.slice(-half)];
}

/** Wall-clock time; midnight as an end is 24:00. */
function wall(at: number, zone: string, end = false): string {
  const text = DateTime.fromMillis(at, { zone }).toFormat('HH:mm');
  return end && text === '00:00' ? '24:00' : text;
}

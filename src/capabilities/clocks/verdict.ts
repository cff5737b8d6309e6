import type { Verdict } from './clocked.ts';
import type { Situation } from '../situation.ts';
import { marginOf } from './margin.ts';
import { duration, shortInstant } from '../../text/time.ts';
import { MINUTE } from '../../calendar/length.ts';

/** Below this a breach counts as noticed when it happened. In milliseconds. */
const AT_ONCE = MINUTE;

/** A verdict in words: met with its margin, or missed, when if not as it was due, and how much later a run first saw it. */
export function verdictText(
  { policy, reader, words }: Pick<Situation, 'policy' | 'reader' | 'words'>,
  verdict: Verdict,
): string {
  const { met, at, due, seen, clock, priority } = verdict;
  if (met)
    return words.clocksCard.met(
      shortInstant(reader, at),
      duration(policy.language, marginOf(policy, { name: clock, priority }, due, at)),
    );
  const lag = seen - at >= AT_ONCE ? duration(policy.language, seen - at) : null;
  return words.clocksCard.missed(at > due ? shortInstant(reader, at) : null, lag);
}

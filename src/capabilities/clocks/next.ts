import { instant } from '../../text/time.ts';
import type { CardNext } from '../card/row.ts';
import type { Situation } from '../situation.ts';
import type { Clock } from './clocked.ts';

/** The most acts that one line names. */
const MOST_ACTS = 2;

/** What those who work on it do next, with the exact words to type and by when: what the clocks wait for, the most pressing first. */
export const actNext: CardNext = (situation) => {
  const { incident, clocks, words } = situation;
  const waiting = clocks.current.filter(
    ({ state, stoppedAt }) => stoppedAt === null && state !== 'void' && state !== 'met',
  );
  // Whoever takes it on says so first, whether or not a clock waits for it.
  const isTaken = incident.acknowledgement !== null || waiting.some(({ name }) => name === 'acknowledge');
  const acts = waiting.flatMap((clock) => {
    const { act } = words.clock[clock.name];
    return act === null ? [] : [{ act, until: untilOf(situation, clock) }];
  });
  const all = isTaken ? acts : [{ act: words.clock.acknowledge.act, until: '' }, ...acts];
  const [first, ...others] = all.slice(0, MOST_ACTS);
  if (!first) return incident.resolution.resolved ? null : words.clocksCard.first(words.clock.resolve.act, '');
  return [
    words.clocksCard.first(first.act, first.until),
    ...others.map(({ act, until }) => words.clocksCard.then(act, until)),
  ].join(' ');
};

/** By when, as the end of a sentence; empty while nobody knows. */
function untilOf({ reader, words }: Situation, { due, state }: Clock): string {
  if (due === Infinity) return '';
  return words.clocksCard[state === 'missed' ? 'wasDue' : 'before'](instant(reader, due));
}

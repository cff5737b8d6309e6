import { instant } from '../../text/time.ts';
import type { CardNext } from '../card/row.ts';
import type { Situation } from '../situation.ts';
import type { Clock } from './clocked.ts';

/** The most acts that one line names. */
const MOST_ACTS = 2;

/**
 * What those who work on it do next, with the exact words to type and by when: to take it on, and then what the clocks wait for, in the
 * order in which it is due.
 */
export const actNext: CardNext = (situation) => {
  const { incident, clocks, words } = situation;
  const waiting = clocks.current.filter(
    ({ state, stoppedAt }) => stoppedAt === null && state !== 'void' && state !== 'met',
  );
  // Whoever takes it on says so first, whether or not a clock waits for it.
  const isTaken = incident.acknowledgement !== null || waiting.some(({ name }) => name === 'acknowledge');
  const acts = waiting
    .flatMap((clock) => {
      const { act } = words.clock[clock.name];
      return act === null ? [] : [{ act, clock }];
    })
    .sort((a, b) => rank(a.clock) - rank(b.clock));
  const all = isTaken ? acts : [{ act: words.clock.acknowledge.act, clock: null }, ...acts];
  const [first, ...others] = all.slice(0, MOST_ACTS);
  if (!first) return incident.resolution.resolved ? null : words.clocksCard.first(words.clock.resolve.act, '');
  return [
    words.clocksCard.first(first.act, untilOf(situation, first.clock, 'wasDue')),
    ...others.map(({ act, clock }) => words.clocksCard.then(act, untilOf(situation, clock, 'alsoWasDue'))),
  ].join(' ');
};

/** What is due first comes first, and what no deadline is known of last; but an incident is taken on before all else. */
function rank({ name, due }: Clock): number {
  return name === 'acknowledge' ? 0 : due;
}

/** By when, as the end of a sentence; empty while nobody knows. */
function untilOf({ reader, words }: Situation, clock: Clock | null, late: 'wasDue' | 'alsoWasDue'): string {
  if (clock === null || clock.due === Infinity) return '';
  return words.clocksCard[clock.state === 'missed' ? late : 'before'](instant(reader, clock.due));
}

import type { Instant } from '../../calendar/calendar.ts';
import type { Track } from '../track.ts';
import { WAITS } from '../waits.ts';
import type { MuteWait } from './wait.ts';

type Name = keyof typeof WAITS;
type Needs = (typeof WAITS)[Name] extends MuteWait<infer N> ? N : never;

/** Until when nobody is told of an incident. */
interface Mute {
  /** The end of the longest wait, and why; null if there is none. */
  readonly until: Instant | null;
  readonly why: Name | null;
  readonly waits: Readonly<Record<Name, Instant | null>>;
  /** The longest that a wait may last, in milliseconds, whether or not somebody has ended it since. */
  readonly window: number;
}

export const muteTrack: Track<null, Mute, Needs> = {
  start: () => null,
  result(_, scene) {
    const all = Object.entries(WAITS) as [Name, MuteWait<Needs>][];
    const waits = all.map(([name, { until }]) => [name, until(scene)] as const);
    const [longest] = waits.toSorted(([, a], [, b]) => (b ?? 0) - (a ?? 0));
    const until = longest?.[1] ?? null;
    return {
      until,
      why: until === null ? null : longest![0],
      waits: Object.fromEntries(waits) as Mute['waits'],
      window: Math.max(...all.map(([, { window }]) => window(scene))),
    };
  },
};

/** The time of the embedded GitHub: it stands still unless a story moves it. */
export interface VirtualClock {
  /** The present, in milliseconds since the epoch. */
  now(): number;
  set(ms: number): void;
  advance(ms: number): void;
}

/** A clock that starts at the given instant. */
export function createClock(start: number): VirtualClock {
  let present = start;
  return {
    now: () => present,
    set: (ms) => {
      present = ms;
    },
    advance: (ms) => {
      present += ms;
    },
  };
}

/** The instant as GitHub prints it: UTC, to the second. */
export function hubTimestamp(ms: number): string {
  return new Date(ms).toISOString().slice(0, 19) + 'Z';
}

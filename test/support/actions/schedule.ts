import type { VirtualClock } from '../../../src/rehearsal/github/clock.ts';

/** Whatever happens at a time, on a virtual clock, and processes that sleep on it. */
export interface Schedule {
  /** Has something happen at an instant. */
  at(at: number, work: () => void): void;
  /** Runs a process: while it neither sleeps nor has ended, no time passes. One that is dead never wakes. */
  start(process: (sleep: (ms: number) => Promise<void>) => Promise<void>, isDead: () => boolean): void;
  /** Has something be done whenever all that happens at a time has happened. */
  afterEach(work: () => void): void;
  /** Lets time pass until an instant: all that is to happen by then happens, in order. */
  until(at: number): Promise<void>;
}

export function createSchedule(clock: VirtualClock): Schedule {
  const waiting: { readonly at: number; readonly order: number; readonly work: () => void }[] = [];
  let order = 0;
  let active = 0;
  const at: Schedule['at'] = (at, work) => {
    waiting.push({ at, order: order++, work });
    waiting.sort((a, b) => a.at - b.at || a.order - b.order);
  };
  const failures: unknown[] = [];
  const followers: (() => void)[] = [];
  /** Processes of this machine take as many turns of it as they need, and no time. */
  const rest = async (): Promise<void> => {
    while (active > 0) await new Promise((resolve) => setImmediate(resolve));
    if (failures.length > 0) throw failures[0];
    for (const work of followers) work();
  };
  const sleep = (ms: number, isDead: () => boolean): Promise<void> =>
    new Promise((resolve) => {
      active -= 1;
      at(clock.now() + ms, () => {
        if (isDead()) return;
        active += 1;
        resolve();
      });
    });
  return {
    at,
    afterEach: (work) => void followers.push(work),
    start(process, isDead) {
      active += 1;
      process((ms) => sleep(ms, isDead))
        .catch((error: unknown) => failures.push(error))
        .finally(() => (active -= 1));
    },
    async until(end) {
      await rest();
      while (waiting[0] && waiting[0].at <= end) {
        const next = waiting.shift()!;
        clock.set(Math.max(clock.now(), next.at));
        next.work();
        await rest();
      }
      clock.set(Math.max(clock.now(), end));
    },
  };
}

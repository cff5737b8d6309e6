import { always } from '../../src/calendar/calendar.ts';
import { HOUR } from '../../src/calendar/length.ts';
import type { Target } from '../../src/calendar/target.ts';
import type { Clocked, ClockSpec } from '../../src/engine/clocked.ts';
import type { ClockVerdict } from '../../src/engine/record.ts';
import type { Moment } from '../../src/model/moment.ts';
import type { LevelPeriod, PriorityPeriod } from '../../src/model/periods.ts';
import type { Priority } from '../../src/model/priority.ts';

/* Incidents that the engine alone measures, with a clock of each kind. Times are hours since the opening. */

/** Late enough for what lies before the opening to have a date. */
const OPENED = Date.UTC(2026, 0, 5);

const SPECS = {
  take: { startsAt: 'level', stoppedBy: ['taken'], neededSince: null, repeatsAt: null },
  detour: { startsAt: 'opening', stoppedBy: ['detour', 'bypass'], neededSince: null, repeatsAt: null },
  fix: { startsAt: 'opening', stoppedBy: [], neededSince: null, repeatsAt: null },
  mend: { startsAt: 'opening', stoppedBy: ['mended'], neededSince: 'risk', repeatsAt: null },
  beat: { startsAt: 'priority', stoppedBy: [], neededSince: 'public', repeatsAt: 'beat' },
  review: { startsAt: 'resolution', stoppedBy: ['reviewed'], neededSince: 'public', repeatsAt: null },
} as const satisfies Record<string, ClockSpec>;

export type Name = keyof typeof SPECS;

export const at = (hours: number): number => OPENED + hours * HOUR;
export const hours = (instant: number | null): number | null =>
  instant === null || !Number.isFinite(instant) ? instant : (instant - OPENED) / HOUR;

export const moment = (hour: number): Moment => ({ at: at(hour), by: 'ana', how: 'command', text: '' });
export const stretch = (from: number, priority: Priority): PriorityPeriod => ({
  from: at(from),
  priority,
  assessed: true,
  by: 'ana',
  own: false,
});
export const level = (name: LevelPeriod['level'], from: number, taken: number | null = null): LevelPeriod => ({
  level: name,
  from: at(from),
  by: name === 1 ? null : 'ana',
  text: '',
  acknowledged: taken === null ? null : moment(taken),
});
export const span = (from: number, to = Infinity) => ({ from: at(from), to: at(to) });

const UTC = always('UTC');

export const target = (length: number): Target => ({
  text: `${length}h`,
  calendar: UTC,
  amount: { ms: length * HOUR },
});

/** Hours per clock, for every priority or for each. */
export type Targets = Partial<Record<Name, number | Partial<Record<Priority, number>>>>;

/** An incident seen some hours after its opening, at P1 and on one level unless the parts say otherwise. */
export function incident(now: number, targets: Targets, parts: Partial<Clocked<Name>> = {}): Clocked<Name> {
  return {
    now: at(now),
    specs: SPECS,
    openedAt: OPENED,
    priorities: [stretch(0, 'P1')],
    levels: [level(1, 0)],
    acknowledged: null,
    resolved: null,
    ended: null,
    gaps: [],
    excused: [],
    signs: {},
    progress: [],
    mutedUntil: 0,
    verdicts: [],
    done: {},
    restartsAtPriority: false,
    targetOf: (priority, clock) => {
      const length = targets[clock];
      const own = typeof length === 'object' ? length[priority] : length;
      return own === undefined ? undefined : target(own);
    },
    unjudgedSince: () => null,
    pausesOf: () => [],
    escalationOf: () => null,
    stepsOf: () => [],
    ...parts,
    moments: { public: OPENED, ...parts.moments },
  };
}

/** A verdict on record. */
export const verdict = (
  clock: Name,
  priority: Priority,
  start: number,
  met: boolean,
  when: number,
  episode = 0,
): ClockVerdict<Name> => ({
  clock,
  priority,
  start: at(start),
  episode,
  met,
  target: 'of old',
  due: at(start + 1),
  at: at(when),
  seen: at(when),
});

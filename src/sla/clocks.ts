import type { Instant, Interval } from '../calendar/calendar.ts';
import type { Incident } from '../incident/incident.ts';
import type { Verdict } from '../incident/record.ts';
import { dueFrom } from './explain.ts';
import { CLOCKS, type ClockName, type Policy, type Priority, type Target } from '../policy/policy.ts';

/**
 * One clock of an incident. `running` has a deadline ahead; `met` was stopped in time; `missed` passed its deadline, whether
 * or not it has been stopped since; `void` ended with the incident before it could be met or missed.
 */
export interface Clock {
  readonly name: ClockName;
  readonly priority: Priority;
  readonly state: 'running' | 'met' | 'missed' | 'void';
  /** The target as the policy wrote it when the clock was decided, or as it does now. */
  readonly target: string;
  readonly due: Instant;
  /** When it was met, the true moment of the breach, or null while neither. */
  readonly at: Instant | null;
  /** When it was stopped, or null; a missed clock may still be running. */
  readonly stoppedAt: Instant | null;
}

export interface Clocks {
  /** The clocks of the priority in force, in the order of CLOCKS. */
  readonly current: readonly Clock[];
  /** Every verdict so far, of former priorities and openings too, recorded ones first. */
  readonly verdicts: readonly Verdict[];
}

/**
 * The clocks of an incident at an instant. The timeline is replayed, one stretch of priority after the other, so a breach is
 * found where it happened however late the run: every clock is measured from the opening with the target of that stretch
 * (a raise may make a deadline pass at once: then the breach is the moment of the raise). What is on record wins over
 * the replay: a target changed later alters no verdict.
 */
export function readClocks(incident: Incident, policy: Policy, now: Instant): Clocks {
  const verdicts = [...incident.record.verdicts];
  const current: Clock[] = [];
  for (const name of CLOCKS) {
    for (const [i, period] of incident.priorities.entries()) {
      const target = policy.priorities[period.priority].clocks[name];
      const until = incident.priorities[i + 1]?.from ?? Infinity;
      const recorded = verdicts.find(
        (it) => it.clock === name && it.priority === period.priority && decides(it, incident),
      );
      if (!recorded && target) {
        const verdict = decide(incident, name, period.priority, target, { from: period.from, to: until }, now);
        if (verdict) verdicts.push(verdict);
      }
      if (until === Infinity) current.push(...clock(incident, name, period.priority, target, verdicts, now));
    }
  }
  return { current, verdicts };
}

/** A miss stays; a clock that was met runs again once the incident is reopened, unless nothing undoes its stop. */
function decides(verdict: Verdict, incident: Incident): boolean {
  return !verdict.met || verdict.clock !== 'resolve' || verdict.episode === incident.reopened;
}

function decide(
  incident: Incident,
  name: ClockName,
  priority: Priority,
  target: Target,
  period: Interval,
  now: Instant,
): Verdict | null {
  const due = dueFrom(target, incident.openedAt, incident.gaps);
  const { at: stop, met: stopMeets } = stopOf(incident, name);
  if (stop !== null && stop < period.from) return null;
  const verdict = { clock: name, priority, episode: incident.reopened, target: target.text, due, seen: now };
  const breach = Math.max(due, period.from);
  if (breach < Math.min(stop ?? Infinity, period.to) && breach <= now) return { ...verdict, met: false, at: breach };
  if (stop !== null && stop < period.to && stopMeets) {
    return stop <= due ? { ...verdict, met: true, at: stop } : { ...verdict, met: false, at: breach };
  }
  return null;
}

function clock(
  incident: Incident,
  name: ClockName,
  priority: Priority,
  target: Target | undefined,
  verdicts: readonly Verdict[],
  now: Instant,
): Clock[] {
  const { at: stoppedAt } = stopOf(incident, name);
  const verdict = verdicts.findLast((it) => it.clock === name && it.priority === priority && decides(it, incident));
  if (verdict) {
    const { due, at, met } = verdict;
    return [{ name, priority, target: verdict.target, due, at, stoppedAt, state: met ? 'met' : 'missed' }];
  }
  if (!target) return [];
  const due = dueFrom(target, incident.openedAt, incident.gaps);
  const state = stoppedAt !== null && stoppedAt <= now ? 'void' : 'running';
  return [{ name, priority, target: target.text, due, at: null, stoppedAt, state }];
}

/** What stops each clock: the act it waits for, or the end of the incident. Only the former can meet it. */
function stopOf(incident: Incident, name: ClockName): { readonly at: Instant | null; readonly met: boolean } {
  const { acknowledged, workaround, restored, resolved, ended } = incident;
  const acts = { acknowledge: acknowledged, workaround, restore: restored, resolve: null }[name];
  const met = [acts, resolved].filter((moment) => moment !== null).map((moment) => moment.at);
  if (met.length > 0) return { at: Math.min(...met), met: true };
  return { at: ended?.at ?? null, met: false };
}

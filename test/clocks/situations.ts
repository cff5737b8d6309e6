import { HOUR } from '../../src/calendar/length.ts';
import type { Clock, Verdict } from '../../src/capabilities/clocks/clocked.ts';
import type { ClockName } from '../../src/capabilities/clocks/table.ts';
import { situationOf } from '../../src/capabilities/decide.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import type { Situation } from '../../src/capabilities/situation.ts';
import type { TimelineEvent } from '../../src/model/issue.ts';
import { commentOf, person } from '../engine/thread.ts';
import { groundOf, newIssue } from '../support/world.ts';

/* Incidents as the texts about clocks see them. Hours are those of Tuesday 13 January 2026, in UTC; it is opened at 10. */

const DAY_OF_IT = Date.UTC(2026, 0, 13);
export const at = (hour: number): number => DAY_OF_IT + hour * HOUR;

/** Without pauses, on one calendar but for `resolve`, which counts from nine to five. */
const TARGETS = `
calendars: { office: { mon-fri: 09:00-17:00 } }
priorities:
  P0: { acknowledge: 15m, resolve: 4h }
  P1: { acknowledge: 1h, workaround: 4h, resolve: { within: 2d, day: end-of-day, calendar: office }, update-every: 2h }
  P2: { resolve: { within: 12h, calendar: office } }
  P3: {}
`;

export async function policyOf(text = '', targets = TARGETS): Promise<Policy> {
  const loaded = await loadPolicy(`roles: { responder: [alice] }\nfallback: alice\n${targets}${text}`, 'p.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return loaded.policy;
}

/** A label that alice sets at an hour, one that she takes off with a minus in front, or what she says. */
type Act = readonly [hour: number, what: string];

const eventOf = ([hour, what]: Act, i: number): TimelineEvent => {
  const by = { at: at(hour), actor: person('alice'), own: false };
  if (/^[+-]/.test(what)) return { ...by, kind: what.startsWith('-') ? 'unlabeled' : 'labeled', label: what.slice(1) };
  return { ...by, kind: 'commented', comment: commentOf(i + 1, what, { author: person('alice') }) };
};

/** An incident of a priority, seen at an hour, after some acts. */
export function situationAt(policy: Policy, hour: number, priority: string, acts: readonly Act[] = []): Situation {
  const opened = newIssue(at(10), [priority], 'alice');
  const labels = new Set(opened.labels);
  for (const [, what] of acts)
    if (what.startsWith('+')) labels.add(what.slice(1));
    else if (what.startsWith('-')) labels.delete(what.slice(1));
  const issue = { ...opened, labels: [...labels], timeline: [...opened.timeline, ...acts.map(eventOf)] };
  const ground = groundOf({ now: at(hour), policy }, new Map([['alice', 'maintain']]));
  return situationOf(readIncident(issue, ground), ground);
}

/** A clock that runs from ten to twelve, unless the parts say otherwise. */
export const clock = (name: ClockName, state: Clock['state'], parts: Partial<Clock> = {}): Clock => ({
  name,
  priority: 'P1',
  state,
  target: '2h',
  start: at(10),
  due: at(12),
  at: state === 'missed' ? at(12) : state === 'met' ? at(11) : null,
  stoppedAt: state === 'met' ? at(11) : null,
  ...parts,
});

/** The verdict on it. */
export const verdict = (name: ClockName, met: boolean, parts: Partial<Verdict> = {}): Verdict => ({
  clock: name,
  priority: 'P1',
  start: at(10),
  episode: 0,
  met,
  target: '2h',
  due: at(12),
  at: met ? at(11) : at(12),
  seen: met ? at(11) : at(12),
  ...parts,
});

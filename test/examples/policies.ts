import { readFileSync } from 'node:fs';
import { dueFrom, explain } from '../../src/sla/explain.ts';
import type { Interval } from '../../src/calendar/calendar.ts';
import { formatProblem, loadPolicy } from '../../src/policy/load.ts';
import type { ClockName, Policy, Priority, Target } from '../../src/policy/policy.ts';

export type ExampleName = 'learning-platform' | 'network-provider';

export const exampleText = (name: ExampleName): string =>
  readFileSync(new URL(`../../examples/${name}.yml`, import.meta.url), 'utf8');

/** The problems of an example as people see them. */
export async function problemsOf(name: ExampleName): Promise<readonly string[]> {
  const loaded = await loadPolicy(exampleText(name), `${name}.yml`);
  return loaded.ok ? [] : loaded.problems.map(formatProblem);
}

export async function examplePolicy(name: ExampleName): Promise<Policy> {
  const loaded = await loadPolicy(exampleText(name), `${name}.yml`);
  if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join('\n'));
  return loaded.policy;
}

/** From when to when, in ISO 8601 with an offset; without an end it goes on. */
export type Span = readonly [from: string, to?: string];

/** Questions to a policy, with instants as ISO strings. */
export function ask(policy: Policy) {
  const target = (priority: Priority, clock: ClockName): Target => {
    const found = policy.priorities[priority].clocks[clock];
    if (!found) throw new Error(`${priority} has no ${clock} clock`);
    return found;
  };
  return {
    /** When a clock that starts at an instant is due; "paused" while a pause goes on. */
    due: (priority: Priority, clock: ClockName, start: string, pauses: readonly Span[] = []): string => {
      const due = dueFrom(target(priority, clock), Date.parse(start), pauses.map(interval));
      return due === Infinity ? 'paused' : iso(due);
    },
    /** Every deadline of an incident opened at an instant, in the order of the card; those that wait for its end are left out. */
    deadlines: (priority: Priority, start: string): Readonly<Partial<Record<ClockName, string>>> => {
      const { clocks } = policy.priorities[priority];
      const running = Object.entries(clocks).filter(([clock]) => clock !== 'post-mortem' && clock !== 'review');
      return Object.fromEntries(running.map(([clock, it]) => [clock, iso(dueFrom(it, Date.parse(start)))]));
    },
    /** What each date contributes to a deadline: `2026-11-21 weekly 30`, source and minutes. */
    days: (priority: Priority, clock: ClockName, start: string): readonly string[] =>
      explain(target(priority, clock), Date.parse(start)).days.map(
        ({ date, source, counted, nth }) => `${date} ${source} ${nth === null ? counted / 60_000 : `day ${nth}`}`,
      ),
  };
}

/** An instant as JSON writes it, to the minute: `2026-11-23T08:30Z`. */
export const iso = (at: number): string => new Date(at).toISOString().replace(':00.000Z', 'Z');

function interval([from, to]: Span): Interval {
  return { from: Date.parse(from), to: to === undefined ? Infinity : Date.parse(to) };
}

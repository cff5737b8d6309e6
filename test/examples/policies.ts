import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { dueFrom, explain } from '../../src/calendar/target.ts';
import type { Interval } from '../../src/calendar/calendar.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import { CLOCK_TABLE, type ClockName } from '../../src/capabilities/clocks/table.ts';
import type { Target } from '../../src/calendar/target.ts';
import type { Priority } from '../../src/model/priority.ts';

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

/** The types of impact that the rules of triage look for, in small letters. */
export function wordsOfTriage(policy: Policy): readonly string[] {
  const conditions = policy.triage.flatMap((rule) => rule.conditions);
  return conditions.flatMap(({ subject, anyOf }) => (subject === 'impact' ? anyOf : [])).map((it) => it.toLowerCase());
}

/** The types of impact among which an incident form lets people choose, in small letters. */
export function formAnswers(path: string): ReadonlySet<string> {
  const form = parse(readFileSync(new URL(`../../${path}`, import.meta.url), 'utf8')) as {
    readonly body: readonly { readonly id?: string; readonly attributes: { readonly options?: readonly string[] } }[];
  };
  const { options = [] } = form.body.find(({ id }) => id === 'impact')!.attributes;
  return new Set(options.map((it) => it.toLowerCase()));
}

/** From when to when, in ISO 8601 with an offset; without an end it goes on. */
export type Span = readonly [from: string, to?: string];

/** What a clock belongs to. */
export type Ticket = Priority | 'assistance';

/** Questions to a policy, with instants as ISO strings. */
export function ask(policy: Policy) {
  const clocksOf = (ticket: Ticket) =>
    (ticket === 'assistance' ? policy.assistance! : policy.priorities[ticket]).clocks;
  const target = (ticket: Ticket, clock: ClockName): Target => {
    const found = clocksOf(ticket)[clock];
    if (!found) throw new Error(`${ticket} has no ${clock} clock`);
    return found;
  };
  return {
    /** When a clock that starts at an instant is due; "paused" while a pause goes on. */
    due: (ticket: Ticket, clock: ClockName, start: string, pauses: readonly Span[] = []): string => {
      const due = dueFrom(target(ticket, clock), Date.parse(start), pauses.map(interval));
      return due === Infinity ? 'paused' : iso(due);
    },
    /** Every deadline of an incident opened at an instant, in the order of the card; those that wait for its end are left out. */
    deadlines: (ticket: Ticket, start: string): Readonly<Partial<Record<ClockName, string>>> => {
      const running = Object.entries(clocksOf(ticket)).filter(
        ([clock]) => CLOCK_TABLE[clock as ClockName].startsAt !== 'resolution',
      );
      return Object.fromEntries(running.map(([clock, it]) => [clock, iso(dueFrom(it, Date.parse(start)))]));
    },
    /** What each date contributes to a deadline: `2026-11-21 weekly 30`, source and minutes. */
    days: (ticket: Ticket, clock: ClockName, start: string): readonly string[] =>
      explain(target(ticket, clock), Date.parse(start)).days.map(
        ({ date, source, counted, nth }) => `${date} ${source} ${nth === null ? counted / 60_000 : `day ${nth}`}`,
      ),
  };
}

/** An instant as JSON writes it, to the minute: `2026-11-23T08:30Z`. */
export const iso = (at: number): string => new Date(at).toISOString().replace(':00.000Z', 'Z');

function interval([from, to]: Span): Interval {
  return { from: Date.parse(from), to: to === undefined ? Infinity : Date.parse(to) };
}

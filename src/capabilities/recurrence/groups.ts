import type { Instant } from '../../calendar/calendar.ts';
import { foldText } from '../../text/compare.ts';
import type { Facet, RecurrenceRule } from './policy.ts';

/** An incident, as far as it may be one of several alike; what it lacks is null. */
export type Occurrence = Readonly<Record<Facet, string | null>> & {
  readonly number: number;
  readonly openedAt: Instant;
};

/** Incidents that recur, oldest first, and what they have in common. */
export interface Group {
  readonly rule: RecurrenceRule;
  readonly same: Readonly<Partial<Record<Facet, string>>>;
  readonly incidents: readonly number[];
}

/**
 * The groups that the rules find among some incidents. Each incident is in one group of a rule at most: the first so many within the time
 * are one, and what comes later begins the next. So a further incident proposes nothing again, and the same incidents give the same groups.
 */
export function recurringGroups(
  rules: readonly RecurrenceRule[],
  occurrences: readonly Occurrence[],
): readonly Group[] {
  const all = [...occurrences].sort((a, b) => a.openedAt - b.openedAt || a.number - b.number);
  return rules.flatMap((rule) => {
    const alike = new Map<string, Occurrence[]>();
    for (const it of all) {
      const values = rule.same.map((facet) => it[facet]);
      if (values.includes(null)) continue;
      const key = JSON.stringify(values.map((value) => foldText(value!)));
      alike.set(key, [...(alike.get(key) ?? []), it]);
    }
    return [...alike.values()].flatMap((some) => groupsOf(rule, some));
  });
}

function groupsOf(rule: RecurrenceRule, alike: readonly Occurrence[]): readonly Group[] {
  const groups: Group[] = [];
  let waiting: Occurrence[] = [];
  for (const it of alike) {
    waiting = [...waiting.filter(({ openedAt }) => it.openedAt - openedAt <= rule.within), it];
    if (waiting.length < rule.times) continue;
    const same = Object.fromEntries(rule.same.map((facet) => [facet, it[facet]!]));
    groups.push({ rule, same, incidents: waiting.map(({ number }) => number) });
    waiting = [];
  }
  return groups;
}

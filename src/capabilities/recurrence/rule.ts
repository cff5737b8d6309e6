import { readKey } from '../../engine/keys.ts';
import { noticeKey } from '../notification/keys.ts';
import { inline } from '../../text/foreign.ts';
import { audience, fallback } from '../people/audience.ts';
import type { Notice, Rule, Situation } from '../situation.ts';
import { FACETS } from './policy.ts';
import { recurringGroups, type Group, type Occurrence } from './groups.ts';

/** The name of the notice that proposes a problem ticket. */
const NAME = 'recurrence';

/** Whether a record says that a problem ticket was proposed for an incident. */
export function hasProposal(done: Readonly<Record<string, object>>): boolean {
  return Object.keys(done).some((key) => {
    const parts = readKey(key);
    return parts?.kind === 'notice' && parts.name === NAME;
  });
}

/**
 * Proposes a problem ticket to whoever owns the area, once for each group of incidents that recur: on the one that makes it a group, when it
 * is resolved, since nobody has time for it before (seed document B: area owners look for recurring issues).
 */
export const recurrenceRule: Rule = (situation) => {
  const { incident, policy, neighbours } = situation;
  const { resolution, category, issue } = incident;
  if (policy.recurrence.length === 0 || !resolution.resolved || category.confidential) return [];
  // Its key names a rule by its place, which another policy may have changed.
  if (hasProposal(incident.record.done)) return [];
  const others = neighbours.filter(({ counts }) => counts);
  const mine: Occurrence = {
    number: issue.number,
    openedAt: issue.openedAt,
    category: category.current?.name ?? null,
    system: incident.report.facts.system ?? null,
    cause: incident.cause?.cause.name ?? null,
  };
  const proposed = new Set(others.filter((it) => it.hasProposal).map(({ number }) => number));
  const problemOf = new Map(others.map(({ number, problem }) => [number, problem]));
  problemOf.set(issue.number, incident.problem.number);
  return recurringGroups(policy.recurrence, [...others, mine])
    .filter(({ incidents }) => incidents.at(-1) === issue.number && !incidents.some((it) => proposed.has(it)))
    .filter(({ incidents }) => {
      const tickets = new Set(incidents.map((it) => problemOf.get(it) ?? null));
      return tickets.size > 1 || tickets.has(null);
    })
    .slice(0, 1)
    .map((group) => propose(situation, group));
};

function propose(situation: Situation, { rule, same, incidents }: Group): Notice {
  const { incident, words, policy } = situation;
  const w = words.problem;
  const owner = incident.category.current?.owner ?? null;
  const { people } = audience(situation, [owner ?? 'management'], 'everybody');
  const what = FACETS.flatMap((facet) => (same[facet] === undefined ? [] : [inline(same[facet], 60)]));
  return {
    do: 'tell',
    keys: [noticeKey(NAME, null, String(policy.recurrence.indexOf(rule)))],
    to: people.length > 0 ? people : fallback(situation).people,
    ask: w.recurs(incidents.length, what.join(words.andThen)),
    lines: [w.list(incidents.map((it) => `#${it}`).join(words.andThen)), w.propose],
    why: w.whyRecurs,
  };
}

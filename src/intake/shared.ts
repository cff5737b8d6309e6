import { gravest } from '../capabilities/alerts/grade.ts';
import type { Firing } from '../capabilities/alerts/log.ts';
import type { Policy } from '../capabilities/policy.ts';
import { wordsOf } from '../capabilities/words.ts';
import type { FactName } from '../model/fact.ts';
import { PRIORITIES, type Priority } from '../model/priority.ts';
import { abbreviate } from '../text/cut.ts';
import type { Alert } from './alert.ts';
import { textOrHidden } from './hidden.ts';
import { alertFactsOf, LONGEST_FACT } from './shapes/alert.ts';

/** The most alerts that are told apart in one incident: its mark keeps somewhat more. */
export const MOST_APART = 250;
/** The most alerts that its text and its title name, and the most characters of each. */
const MOST_NAMED = 50;
const LONGEST_LINE = 300;
const MOST_IN_TITLE = 3;
const LONGEST_IN_TITLE = 60;
/** What all the others fire as. */
const OTHERS = '~others';

/** Alerts without an incident of their own: those that the shared one knows already, and those that are new to it, the gravest first. */
interface Sharing {
  readonly known: readonly Alert[];
  readonly fresh: readonly Alert[];
}

/** The alert that stands for those of a payload that may not stand alone. */
export function sharedAlert(key: string, { known, fresh }: Sharing, policy: Policy): Alert {
  const words = wordsOf(policy.language).alert;
  // Only what is new can be in an incident that is yet to be opened.
  const all = fresh.length > 0 ? fresh : known;
  const [first] = all as readonly [Alert, ...Alert[]];
  const [going, goingHere] = [goingOf(all), goingOf([...known, ...fresh])];
  const fact = (name: FactName): string | undefined =>
    all.every(({ facts }) => facts[name] === first.facts[name]) ? first.facts[name] : undefined;
  const named = all.slice(0, MOST_NAMED);
  const titles = new Set(named.map((it) => textOrHidden(policy, it, it.title.trim() || it.key)));
  const from = Math.min(...all.flatMap(({ firings }) => firings.map((it) => it.from)));
  const { firings, apart } = told(known, fresh);
  return {
    key,
    title: abbreviate(words.sharing.title(all.length, first.source ?? key, namesOf([...titles])), LONGEST_FACT.title),
    description: [
      ...named.map((it) => textOrHidden(policy, it, lineOf(it))),
      ...(all.length > MOST_NAMED ? [`… +${all.length - MOST_NAMED}`] : []),
    ].join('\n'),
    source: fact('source') ?? first.source,
    priority: priorityOf(going),
    gravity: { severity: severityOf(goingHere), priority: priorityOf(goingHere) },
    facts: alertFactsOf({
      originator: fact('originator'),
      customers: fact('customers'),
      system: fact('system'),
      time: new Date(from).toISOString().replace('.000', ''),
      scope: words.scope(all.length, all.filter((it) => !isGoing(it)).length, 0),
      impact: fact('impact'),
      category: fact('category'),
      source: fact('source') ?? first.source,
      severity: severityOf(going),
    }),
    links: [],
    systems: [...new Set([...known, ...fresh].filter(isGoing).flatMap((it) => it.systems ?? [it.facts.system ?? '']))],
    firings,
    sharing: { count: all.length, apart },
  };
}

function isGoing({ firings }: Alert): boolean {
  return firings.some(({ to }) => to === null);
}

/** What counts: the alerts that fire, or all of them if none does. */
function goingOf(alerts: readonly Alert[]): readonly Alert[] {
  return alerts.some(isGoing) ? alerts.filter(isGoing) : alerts;
}

function severityOf(alerts: readonly Alert[]): string | null {
  return gravest([...new Set(alerts.flatMap(({ gravity }) => gravity.severity ?? []))]);
}

function priorityOf(alerts: readonly Alert[]): Priority | null {
  return PRIORITIES.find((it) => alerts.some(({ priority }) => priority === it)) ?? null;
}

/** What is told of them in the log of their incident. What it knows comes first: it may have recovered. */
function told(known: readonly Alert[], fresh: readonly Alert[]): { firings: readonly Firing[]; apart: boolean } {
  const there = known.flatMap(({ firings }) => firings);
  const added = fresh.flatMap(({ firings }) => firings);
  const room = Math.max(0, MOST_APART - there.length);
  const others = added.slice(room);
  const firings = [...there, ...added.slice(0, room)];
  return others.length === 0 ? { firings, apart: true } : { firings: [...firings, asOne(others)], apart: false };
}

/** Many firings as one, which goes on until all of them are over. */
function asOne(firings: readonly Firing[]): Firing {
  const going = firings.filter(({ to }) => to === null);
  // The latest beginning, since the log lets go of the oldest first.
  if (going.length > 0) return { alert: OTHERS, from: Math.max(...going.map(({ from }) => from)), to: null };
  const end = Math.max(...firings.map(({ from, to }) => to ?? from));
  // As a recovery it ends whatever goes on, whichever of them it began with.
  return { alert: OTHERS, from: end, to: end };
}

/** A line for an alert: its name, its key and the beginning of what it says. */
function lineOf({ title, key, description }: Alert): string {
  const name = title.trim() === '' || title === key ? key : `${title} (${key})`;
  return abbreviate(`${name} ${description.slice(0, LONGEST_LINE)}`.replace(/\s+/g, ' ').trim(), LONGEST_LINE);
}

function namesOf(titles: readonly string[]): string {
  const first = titles.slice(0, MOST_IN_TITLE).map((it) => abbreviate(it.replace(/\s+/g, ' '), LONGEST_IN_TITLE));
  return [...first, ...(titles.length > MOST_IN_TITLE ? ['…'] : [])].join(', ');
}

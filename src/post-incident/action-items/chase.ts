import { distinctLogins } from '../../model/login.ts';
import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { fallbackLogins, peopleOf, type Owned } from '../../capabilities/people/roles.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { digestMark, type Brief } from '../../engine/digest.ts';
import { keyOfNotice, type Key } from '../../engine/keys.ts';
import { LONGEST_BODY } from '../../model/limits.ts';
import type { Issue } from '../../model/issue.ts';
import { inline, who } from '../../text/foreign.ts';
import { dayOf } from '../../text/time.ts';
import type { ItemHost } from './host.ts';
import type { ActionItem } from './items.ts';
import { itemWordsOf } from './words.ts';

/** How long an item may be overdue, in milliseconds, before whoever owns its area hears of it, and then the management. */
const LEVELS = [0, 7 * DAY, 14 * DAY] as const;
/** The most items that one comment names. */
const MOST = 30;

/** What chasing depends on besides what the items belong to. */
export interface ChaseGround {
  readonly now: Instant;
  readonly policy: Policy;
  readonly repository: Owned;
  /** Who owns the area of an incident, by its number, where that is known. */
  readonly areaOf: (incident: number) => readonly string[];
}

/** An overdue item that somebody is to hear of now. */
interface Overdue {
  readonly of: ItemHost;
  readonly item: ActionItem;
  readonly key: Key;
  readonly to: readonly string[];
}

/** One comment to one person about all of theirs that is overdue. */
export interface Chase {
  /** The issues on which it may stand, the first that takes it: one may be locked. */
  readonly hosts: readonly Issue[];
  readonly to: string;
  readonly bodyOn: (host: Issue) => string;
  readonly keys: readonly Key[];
  /** The numbers of the issues whose items it names. */
  readonly of: readonly number[];
}

/**
 * Who is to hear of overdue action items: their owner when they are due, the owner of the area a week later, the management after two.
 * One comment a person, while the calendar of the post-mortem is open; what it said is proved by its mark for each issue that they belong to.
 */
export function chases(hosts: readonly ItemHost[], ground: ChaseGround): readonly Chase[] {
  const overdue = hosts.filter(({ issue }) => issue.state === 'open').flatMap((it) => overdueIn(it, ground));
  const people = distinctLogins(overdue.flatMap(({ to }) => to));
  return people.map((login) => {
    const theirs = overdue.filter(({ to }) => to.some((it) => it.toLowerCase() === login.toLowerCase())).slice(0, MOST);
    return {
      hosts: [...new Set(theirs.map((it) => it.of.issue))],
      to: login,
      bodyOn: ({ number }) => bodyOf(number, login, theirs, ground),
      keys: theirs.map(({ key }) => key),
      of: [...new Set(theirs.map((it) => it.of.issue.number))],
    };
  });
}

function overdueIn(host: ItemHost, ground: ChaseGround): readonly Overdue[] {
  const { policy, now } = ground;
  const { items, waived, incident, priority, record, owners } = host;
  const calendar = policy.priorities[priority].postMortem?.draft.calendar;
  if (calendar && !calendar.isOpen(now)) return [];
  return items.items.flatMap((item) => {
    const { issue, due, state } = item;
    if (state !== 'open' || issue === null || due === null || due > now || waived.has(issue.number)) return [];
    const level = LEVELS.findLastIndex((after) => now - due >= after);
    const to = recipients(item, level, owners, { ...ground, incident });
    return to.flatMap((login) => {
      const key = keyOfNotice(`overdue-${level}`, due, `${issue.number}-${login}`);
      return Object.hasOwn(record.done, key) ? [] : [{ of: host, item, key, to: [login] }];
    });
  });
}

/** Those before are told again with those above them: so nobody is passed over. */
function recipients(
  { owner }: ActionItem,
  level: number,
  owners: readonly string[],
  { incident, areaOf, ...ground }: ChaseGround & { readonly incident: number },
): readonly string[] {
  const first = owner === null ? owners : [owner];
  const area = areaOf(incident);
  const above = [
    ...(level >= 1 ? (area.length > 0 ? area : owners) : []),
    ...(level >= 2 ? (peopleOf(ground, 'management') ?? fallbackLogins(ground)) : []),
  ];
  const all = [...first, ...above];
  const known = all.length > 0 ? all : fallbackLogins(ground);
  return distinctLogins(known);
}

function bodyOf(host: number, login: string, theirs: readonly Overdue[], { now, policy }: ChaseGround): string {
  const words = itemWordsOf(policy.language).chase;
  const reader = { language: policy.language, zone: policy.zone, today: now };
  const briefs = new Map<number, Brief>();
  for (const { of, key } of theirs) {
    const { number } = of.issue;
    const asks = [...(briefs.get(number)?.asks ?? []), { keys: [key], to: [login], ask: '' }];
    briefs.set(number, { asks, paged: undefined, refs: undefined, rest: null });
  }
  const lines = theirs.map(({ of, item }) => {
    const isTheirs = item.owner?.toLowerCase() === login.toLowerCase();
    const owner = item.owner === null || isTheirs ? null : who(item.owner);
    return `- ${words.line(item.issue!.number, inline(item.text, 80), dayOf(reader, item.due!), owner, of.issue.number)}`;
  });
  const ask = `@${login} **${words.ask(theirs.length)}**`;
  const how = `<sub>${words.how(theirs[0]!.item.issue!.number)}</sub>`;
  return [digestMark(host, now, briefs), [ask, lines.join('\n'), how].join('\n\n')].join('\n').slice(0, LONGEST_BODY);
}

import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Incident } from '../../src/capabilities/incident.ts';
import type { CloseReason, Comment, Issue, TimelineEvent } from '../../src/model/issue.ts';
import { nameOfKey } from '../../src/engine/keys.ts';
import { readMark } from '../../src/engine/mark.ts';
import type { Done } from '../../src/engine/record.ts';
import { factHeadings } from '../../src/capabilities/report/form.ts';
import type { Page } from '../../src/notify/message.ts';
import type { Attempted } from '../../src/notify/send.ts';
import type { Ground } from '../../src/capabilities/decide.ts';
import { readIncident } from '../../src/capabilities/reading.ts';
import { after, imagine } from '../../src/engine/echo.ts';
import type { Effect } from '../../src/engine/effect.ts';
import { pageKey, type DuePage } from '../../src/capabilities/notification/paging.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import type { Policy } from '../../src/capabilities/policy.ts';
import { PRIORITIES, type Priority } from '../../src/model/priority.ts';
import { planFor } from '../support/plan.ts';
import { tries } from '../support/tries.ts';

/*
 * Any history with the commands of people, on the pure core: no level of an escalation is skipped silently, none is told twice,
 * nothing goes out after the stop or in a silence, and a plan that was carried out leaves nothing to do. What is due is worked
 * out by a small model of its own, from what people did; the policy is rendered from the same table as the model reads.
 */

const MINUTE = 60_000;
const START = Date.UTC(2026, 10, 2, 9);

/** One step, in minutes. Around the clock, so that the model needs no calendar. */
interface Level {
  readonly at: 'start' | 'acknowledge' | 'resolve';
  readonly share?: number;
  readonly plus?: number;
  readonly repeat?: number;
  readonly more?: string;
}

const LEVELS: Readonly<Record<string, readonly Level[]>> = {
  critical: [
    { at: 'start', more: 'notify: responder, assign: true' },
    { at: 'acknowledge', more: 'notify: management', repeat: 30 },
    { at: 'acknowledge', plus: 20, more: 'notify: [responder, level-2]' },
    { at: 'resolve', share: 50, more: 'notify: assignee' },
    { at: 'resolve', more: 'notify: [responder, management], label: call-the-provider' },
    { at: 'resolve', plus: 60, repeat: 120, more: 'notify: management' },
  ],
  urgent: [
    { at: 'start', more: 'notify: responder' },
    { at: 'acknowledge', more: 'notify: management' },
    { at: 'resolve', share: 75, more: 'notify: incident-manager' },
    { at: 'resolve', more: 'notify: responder, raise: P0' },
  ],
  normal: [
    { at: 'acknowledge', more: 'notify: responder' },
    { at: 'resolve', more: 'notify: responder, raise: P1', repeat: 600 },
  ],
};
const TARGETS: Readonly<Record<Priority, { readonly acknowledge?: number; readonly resolve: number }>> = {
  P0: { acknowledge: 15, resolve: 240 },
  P1: { acknowledge: 30, resolve: 480 },
  P2: { acknowledge: 60, resolve: 1440 },
  P3: { resolve: 2880 },
};
const FOLLOWED: Readonly<Record<Priority, string>> = { P0: 'critical', P1: 'urgent', P2: 'normal', P3: 'normal' };

const textOf = ({ at, share, plus }: Level): string => {
  if (at === 'start') return at;
  if (share !== undefined) return `${at} ${share}%`;
  const offset = plus === undefined ? '' : ` + ${plus % 60 === 0 ? `${plus / 60}h` : `${plus}m`}`;
  return `${at} due${offset}`;
};
const stepOf = (level: Level): string =>
  `    - { at: ${textOf(level)}, ${level.more ?? ''}${level.repeat === undefined ? '' : `, repeat: ${level.repeat}m`} }\n`;

const POLICY = `
roles:
  responder: [alice, bob]
  incident-manager: { schedule: managers }
  management: [grace]
  level-2: [wes]
schedules:
  managers: { layers: [{ every: 1d, from: 2026-11-01T08:00, people: [ian, mona] }] }
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
inform: management
fallback: grace
quick-path: 20m
categories: [{ name: payment, owner: management }, shipping]
pauses: { waiting: [acknowledge, resolve] }
priorities:
${PRIORITIES.map((it) => {
  const { acknowledge, resolve } = TARGETS[it];
  const first = acknowledge === undefined ? '' : `acknowledge: ${acknowledge}m, `;
  const more = it === 'P0' ? 'update-every: 90m, no-progress: 3h, ' : '';
  return `  ${it}: { ${first}resolve: ${resolve}m, ${more}escalation: ${FOLLOWED[it]} }`;
}).join('\n')}
escalation-policies:
${Object.entries(LEVELS)
  .map(([name, levels]) => `  ${name}:\n${levels.map(stepOf).join('')}`)
  .join('')}`;

let policy: Policy;
beforeAll(async () => {
  const loaded = await loadPolicy(POLICY, 'tocsin.yml');
  if (!loaded.ok) throw new Error(JSON.stringify(loaded.problems));
  policy = loaded.policy;
});

/* Histories. */

const TEXTS = [
  'looking at it',
  '/ack',
  '/assign @bob',
  '/assign alice, wes',
  '/role incident-manager @mona',
  '/role incident-manager @ian\n/role management @wes',
  '/escalate the database is gone',
  '/escalate',
  '/silence 30m we are all in the room',
  '/silence 3h they test',
  '/silence forever',
  '/pause waiting they test',
  '/resume',
  '/level 2 it is the network',
  '/level 1 it is not',
  '/priority P0',
  '/priority P1 some shops',
  '/priority P2 one shop only',
  '/priority P3',
  '/category payment',
  '/category unheard-of',
  '/quick',
  '/update we know more',
  '/dismiss not ours',
  '/resolve rolled back',
  '/ack\n/resolve done',
  '/help',
  '/nonsense',
  '> /ack',
] as const;
const ROLES = {
  alice: 'write',
  bob: 'triage',
  grace: 'maintain',
  ian: 'write',
  mona: 'write',
  wes: 'write',
  rita: 'read',
};

type Act =
  | { readonly do: 'say'; readonly text: string }
  | { readonly do: 'label' | 'unlabel'; readonly label: string }
  | { readonly do: 'assign' | 'unassign' | 'reopen' | 'run' }
  | { readonly do: 'close'; readonly reason: CloseReason };

const person = fc.constantFrom('alice', 'bob', 'grace', 'ian', 'wes', 'rita', 'mallory');
const label = fc.constantFrom('P0', 'P1', 'P2', 'P3', 'waiting', 'resolved', 'needs-assessment', 'payment');
const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 8, arbitrary: fc.record({ do: fc.constant('say' as const), text: fc.constantFrom(...TEXTS) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('label' as const, 'unlabel' as const), label }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constantFrom('assign' as const, 'unassign' as const, 'reopen' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('close' as const),
      reason: fc.constantFrom<CloseReason>('completed', 'not-planned', 'duplicate'),
    }),
  },
  { weight: 7, arbitrary: fc.constant<Act>({ do: 'run' }) },
);
/** Minutes, some with seconds; the longest are days, so that runs come days late and shifts change in between. */
const wait = fc.constantFrom(0, 0.1, 1, 7, 15, 20.2, 45, 130, 300.3, 1500, 4500);
const history = fc.record({
  labels: fc.subarray(['P0', 'P1', 'P2', 'waiting'], { maxLength: 2 }),
  /** Whether each attempt of the pager arrives, over and over. */
  arrives: fc.array(fc.boolean(), { minLength: 1, maxLength: 4 }),
  acts: fc.array(fc.tuple(wait, person, act), { minLength: 1, maxLength: 16 }),
});
type History = typeof history extends fc.Arbitrary<infer T> ? T : never;

/* A small GitHub for one issue, and a pager that fails at random. */

/** What one round of a run decided, and on what. */
interface Round {
  readonly incident: Incident;
  readonly effects: readonly Effect[];
}

/** A comment that told people something. */
interface Told {
  readonly at: number;
  readonly keys: readonly string[];
  readonly body: string;
}

function world({ labels, arrives }: History) {
  let now = START;
  let ids = 100;
  let attempts = 0;
  const event = (login: string) => ({ at: now, actor: { login, bot: false }, own: false });
  let issue: Issue = {
    id: 'I_1',
    number: 1,
    url: 'https://github.com/acme/shop/issues/1',
    title: 'Down',
    body: '',
    edited: false,
    author: { login: 'rita', bot: false },
    own: false,
    openedAt: now,
    state: 'open',
    labels: ['incident', ...labels],
    timeline: ['incident', ...labels].map((label) => ({ ...event('bob'), kind: 'labeled', label })),
  };
  const add = (change: Partial<Issue>, added: TimelineEvent): void => {
    issue = { ...issue, ...change, timeline: [...issue.timeline, added] };
  };
  const ground = (pages: ReadonlyMap<string, Attempted>): Ground => ({
    now,
    incidents: [],
    pages,
    policy,
    repository: {
      owner: 'acme',
      name: 'shop',
      ownedByPerson: false,
      isPrivate: true,
      url: 'https://github.com/acme/shop',
    },
    knowledge: {
      incidentLabel: 'incident',
      headings: factHeadings(),
      roles: new Map<string, string | null>([...Object.entries(ROLES), ['mallory', null]]),
    },
  });

  function happen(by: string, what: Act): void {
    const has = 'label' in what && issue.labels.includes(what.label);
    switch (what.do) {
      case 'say': {
        ids += 1;
        const author = { login: by, bot: false };
        const { url } = issue;
        const comment = { id: `IC_${ids}`, number: ids, url, body: what.text, author, edited: false, own: false };
        add({}, { ...event(by), kind: 'commented', comment });
        break;
      }
      case 'label':
        if (!has)
          add({ labels: [...issue.labels, what.label] }, { ...event('bob'), kind: 'labeled', label: what.label });
        break;
      case 'unlabel': {
        const left = issue.labels.filter((it) => it !== what.label);
        if (has) add({ labels: left }, { ...event('bob'), kind: 'unlabeled', label: what.label });
        break;
      }
      case 'assign':
        add({}, { ...event('bob'), kind: 'assigned', assignee: by });
        break;
      case 'unassign':
        add({}, { ...event('bob'), kind: 'unassigned', assignee: by });
        break;
      case 'close':
        if (issue.state === 'open') add({ state: 'closed' }, { ...event(by), kind: 'closed', reason: what.reason });
        break;
      case 'reopen':
        if (issue.state === 'closed') add({ state: 'open' }, { ...event(by), kind: 'reopened' });
        break;
      case 'run':
        break;
    }
  }

  /** As the pager does: the first notifier that takes it. */
  function send({ notifiers }: DuePage): Attempted {
    const tried: { notifier: string; sent: { ok: true } | { ok: false; why: string } }[] = [];
    for (const { name } of notifiers) {
      const ok = arrives[attempts++ % arrives.length]!;
      tried.push({ notifier: name, sent: ok ? { ok } : { ok, why: 'no answer came within 10 s' } });
      if (ok) return { by: name, tried };
    }
    return { by: null, tried };
  }

  /** One run, until nothing is left to do. Gives what each of its rounds did, and the pages that it sent. */
  function run(): { readonly rounds: readonly Round[]; readonly pages: readonly (Page & { by: string | null })[] } {
    const rounds: Round[] = [];
    const pages: (Page & { by: string | null })[] = [];
    const sent = new Map<string, Attempted>();
    for (;;) {
      const { pages: due, effects, unknown, incident } = planFor(issue, ground(sent));
      expect(unknown).toEqual([]);
      if (due.length + effects.length === 0) break;
      rounds.push({ incident, effects });
      expect(rounds.length, 'a plan settles').toBeLessThanOrEqual(8);
      for (const one of due) {
        const attempted = send(one);
        pages.push({ ...one.page, by: attempted.by });
        sent.set(pageKey(one.page), attempted);
      }
      for (const effect of effects) {
        const events = imagine(effect, now).map((it): TimelineEvent => {
          if (it.kind !== 'commented') return it;
          ids += 1;
          const id = effect.do === 'write-card' && effect.comment !== null ? effect.comment : `IC_${ids}`;
          return { ...it, comment: { ...it.comment, id, number: ids } };
        });
        issue = after(issue, effect, events);
      }
    }
    return { rounds, pages };
  }

  return {
    get now() {
      return now;
    },
    get issue() {
      return issue;
    },
    look: () => readIncident(issue, ground(new Map())).incident,
    plan: () => planFor(issue, ground(new Map())),
    happen,
    run,
    wait: (ms: number): void => {
      now += ms;
    },
  };
}

const own = ({ timeline }: Issue): readonly { readonly at: number; readonly comment: Comment }[] =>
  timeline.flatMap((it) => (it.kind === 'commented' && it.comment.own ? [it] : []));
const toldOn = (issue: Issue): readonly Told[] =>
  own(issue).flatMap(({ at, comment: { body } }) => {
    const found = readMark('notice', 1, body);
    return found ? [{ at, keys: [...new Set((found.keys as string[]).map(nameOfKey))], body }] : [];
  });
const recordOn = (issue: Issue): Readonly<Record<string, Done>> => {
  const records = own(issue).map(
    ({ comment }) => readMark('card', 1, comment.body)?.done as Record<string, Done> | undefined,
  );
  const done = records.find((it) => it !== undefined) ?? {};
  return Object.fromEntries(Object.entries(done).map(([key, entry]) => [nameOfKey(key), entry]));
};

/* The model: when a level is due, and what ends it. */

type Span = readonly [from: number, to: number];

/** So much time after an instant, the spans left out; Infinity if one never ends. */
function walk(from: number, ms: number, spans: readonly Span[]): number {
  let at = from;
  let left = ms;
  for (const [begin, end] of [...spans].sort(([a], [b]) => a - b)) {
    if (end <= at) continue;
    if (at + left <= begin) break;
    left -= Math.max(0, begin - at);
    at = end;
  }
  return at + left;
}

interface Owed {
  /** The first time, and the last one up to now or to its stop. */
  readonly first: number;
  readonly last: number;
  readonly stop: number;
  /** Since when a sending counts: before, it was about something else. */
  readonly since: number;
}

/** What is owed of a level by now; null if it is not due. */
function owed(level: Level, incident: Incident, now: number): Owed | null {
  const {
    acknowledgement: acknowledged,
    mute: hold,
    priority: { periods: priorities, current: priority },
    issue: { openedAt },
    levels: { periods: levels },
    resolution: { gaps, resolved, ended },
    pauses: { spans: labelSpans },
  } = incident;
  const holds = (it: Priority): boolean =>
    level.at === 'start' ? FOLLOWED[it] === FOLLOWED[priority] : it === priority;
  const broken = priorities.findLastIndex((it) => !holds(it.priority));
  const changed = broken < 0 ? openedAt : priorities[broken + 1]!.from;
  const end = resolved?.at ?? ended?.at ?? Infinity;

  const isAcknowledge = level.at === 'acknowledge';
  const begin = isAcknowledge && levels.length > 1 ? levels.at(-1)!.from : openedAt;
  const since = Math.max(changed, begin);
  const target = level.at === 'start' ? 0 : TARGETS[priority][level.at];
  if (target === undefined) return null;
  const spans: Span[] = gaps.map(({ from, to }): Span => [from, to]);
  // What nobody resumes before the clock is stopped ends there.
  const halt = isAcknowledge ? Math.min(acknowledged?.at ?? Infinity, end) : end;
  for (const { from, to } of labelSpans.get('waiting') ?? []) spans.push([from, Math.min(to, halt)]);
  const pauses = level.at === 'start' ? [] : spans.filter(([from, to]) => from < to);
  const share = (level.share ?? 100) / 100;
  const moment = walk(walk(begin, target * share * MINUTE, pauses), (level.plus ?? 0) * MINUTE, pauses);
  const first = Math.max(moment, changed, hold.until ?? 0);

  const stop = Math.min(end, level.at === 'resolve' ? Infinity : taken(level, incident, changed));
  const until = Math.min(now, stop);
  if (first > until) return null;
  let last = first;
  while (level.repeat !== undefined) {
    const next = walk(last, level.repeat * MINUTE, pauses);
    if (next > until) break;
    last = next;
  }
  return { first, last, stop, since };
}

/** When those whom a level tells had no more to do because somebody had taken the incident on, or handed it on. */
function taken(
  { at }: Level,
  { acknowledgement: acknowledged, progress, levels: { periods: levels } }: Incident,
  changed: number,
): number {
  if (at !== 'start') return acknowledged?.at ?? Infinity;
  const times = levels.map((it) => it.acknowledged?.at ?? Infinity);
  const first = Math.min(...times, levels[1]?.from ?? Infinity);
  // Who took on what it was before has not heard of what it is now.
  return first < changed ? Math.min(...progress.filter((it) => it > changed), Infinity) : first;
}

const isOver = ({ resolution: { resolved, ended } }: Incident): boolean => resolved !== null || ended !== null;
const isQuiet = (incident: Incident, now: number): boolean =>
  incident.mute.until !== null && now < incident.mute.until && !isOver(incident);
/** The levels of the policy in force, each with the beginning of its keys. */
const levelsOf = ({ priority: { current: priority } }: Incident): readonly (readonly [string, Level])[] =>
  LEVELS[FOLLOWED[priority]]!.map((level) => [`${FOLLOWED[priority]}:${textOf(level)}`, level]);
const isAbout = (key: string, base: string): boolean =>
  key === base || key.startsWith(`${base}@`) || key.startsWith(`${base}#`);
/** The steps that raise the priority. */
const RAISING = /(?:urgent|normal):resolve due(?:[@#,]|$)/;
const isEscalation = (key: string): boolean => Object.keys(LEVELS).some((name) => key.startsWith(`${name}:`));

/** Answers to what somebody has just said or done. */
const ANSWER = /^(?:c\d+$|refused:|escalated@|several@|lowered@)/;
/** What is said of an end. */
const LAST_WORD = /^(?:informed@|withdrawn@|quick$)/;

interface Seen {
  readonly it: ReturnType<typeof world>;
  readonly before: readonly Told[];
  readonly run: ReturnType<ReturnType<typeof world>['run']>;
  /** All pages so far. */
  readonly pages: readonly Page[];
}

/** Plays a history, and looks after every run. */
function playOut(told: History, look: (seen: Seen) => void): void {
  const it = world(told);
  const pages: Page[] = [];
  for (const [minutes, by, what] of [...told.acts, [61, 'rita', { do: 'run' }] as const]) {
    it.wait(minutes * MINUTE);
    it.happen(by, what);
    if (what.do !== 'run') continue;
    const before = toldOn(it.issue);
    const run = it.run();
    pages.push(...run.pages);
    look({ it, before, run, pages });
  }
}

const told = (base: string, all: readonly Told[], since: number): readonly Told[] =>
  all.filter(({ at, keys }) => at >= since && keys.some((key) => isAbout(key, base)));

/** Nothing that was due is missing: it was told, or its record says what made that needless. */
function nothingSkipped({ it }: Seen): void {
  const incident = it.look();
  if (incident.declined) return;
  const [all, record] = [toldOn(it.issue), recordOn(it.issue)];
  for (const [base, level] of levelsOf(incident)) {
    const due = owed(level, incident, it.now);
    if (!due) continue;
    const sent = told(base, all, due.since);
    if (due.stop === Infinity) {
      const wanted = level.repeat === undefined ? due.since : due.last;
      expect(sent.filter(({ at }) => at >= wanted).length, `${base} was due and not told`).toBeGreaterThan(0);
    } else if (due.first < due.stop && sent.length === 0) {
      const skipped = Object.entries(record).filter(([key, { skipped }]) => skipped && isAbout(key, base));
      expect(skipped.length, `${base} was due and passed over in silence`).toBeGreaterThan(0);
    }
  }
}

/** Nothing is told early, late or again. */
function nothingNeedless({ it, before, run }: Seen): void {
  const keys = toldOn(it.issue).flatMap((one) => one.keys);
  expect(keys, 'no key is told twice').toEqual([...new Set(keys)]);
  for (const { incident, effects } of run.rounds) {
    const levels = levelsOf(incident);
    const now = effects.flatMap((effect) => (effect.do === 'comment' ? effect.keys.map(nameOfKey) : []));
    for (const key of now.filter(isEscalation)) {
      const [base, level] = levels.find(([it]) => isAbout(key, it)) ?? [];
      // With a step that raises the priority, those of the priority to come are told in the same comment.
      if (!base && RAISING.test(now.join())) continue;
      if (!base || !level) throw new Error(`${key} is no step of the policy in force`);
      const due = owed(level, incident, it.now);
      if (!due) throw new Error(`${key} is not due`);
      expect(due.stop, `${key} was stopped`).toBe(Infinity);
      const times = told(base, before, due.since).map(({ at }) => at);
      if (level.repeat === undefined) expect(times, `${key} was told before`).toEqual([]);
      else expect(Math.max(...times), `${key} was told since it was due`).toBeLessThan(due.last);
    }
    const rest = now.filter((key) => !ANSWER.test(key));
    if (isQuiet(incident, it.now)) expect(rest, 'nothing goes out in a silence').toEqual([]);
    if (isOver(incident))
      expect(
        rest.filter((key) => !LAST_WORD.test(key)),
        'nothing goes out after the end',
      ).toEqual([]);
  }
}

/** A run that follows at once finds nothing to do but to tell the pager what it would not take. */
function nothingLeft({ it }: Seen): void {
  const { pages, effects } = it.plan();
  const isUntold = ({ page }: DuePage): boolean => /^(?:acknowledge|resolve)$/.test(page.action);
  expect([...pages.filter((page) => !isUntold(page)), ...effects]).toEqual([]);
}

/** Every call of the pager has a key of its own, and was told in the same run. */
function pagesDiffer({ it, run, pages }: Seen): void {
  const calls = pages.filter(({ action }) => action === 'trigger').map(pageKey);
  expect(calls).toEqual([...new Set(calls)]);
  const now = toldOn(it.issue).filter(({ at }) => at === it.now);
  for (const { action, step } of run.pages) {
    if (action !== 'trigger') continue;
    expect(now.some(({ keys }) => keys.some((key) => step.includes(key)))).toBe(true);
  }
}

/** How often people are told that they are somebody: the manager once, and whoever is given a role once for each time. */
function rolesTold({ it }: Seen): void {
  const incident = it.look();
  const all = toldOn(it.issue);
  if (incident.declined || isOver(incident) || isQuiet(incident, it.now)) return;
  const contacts = all.filter(({ keys }) => keys.includes('manager')).length;
  const isUrgent = incident.priority.current === 'P0' || incident.priority.current === 'P1';
  if (isUrgent && !incident.said.role.has('incident-manager')) expect(contacts).toBe(1);
  for (const { role, login, at, by } of incident.said.role.values()) {
    if (login === by) continue;
    const word = new RegExp(`@${login} \\*\\*P\\d: you are \`${role}\``);
    expect(all.filter((one) => one.at >= at && word.test(one.body)).length, `${login} is ${role}`).toBe(1);
  }
}

const comments = ({ run }: Seen): Effect[] =>
  run.rounds.flatMap(({ effects }) => effects.filter((effect) => effect.do === 'comment'));

/** Histories that broke a law once: two roles in one comment, steps that raise the priority, an end at the time of a repetition. */
const KNOWN: readonly History[] = [
  {
    labels: ['P0'],
    arrives: [true],
    acts: [[1, 'alice', { do: 'say', text: '/role incident-manager @ian\n/role management @wes' }]],
  },
  { labels: [], arrives: [true], acts: [[4500, 'alice', { do: 'run' }]] },
  { labels: ['P0'], arrives: [true], acts: [[4500, 'alice', { do: 'close', reason: 'completed' }]] },
];

describe('any history with the commands of people', () => {
  const check = (numRuns: number, ...looks: readonly ((seen: Seen) => void)[]): void => {
    const property = fc.property(history, (it) => {
      playOut(it, (seen) => {
        for (const look of looks) look(seen);
      });
    });
    const examples = KNOWN.map((it): [History] => [it]);
    fc.assert(property, { ...tries(numRuns, 20261123), examples });
  };

  test('skips no level silently, tells nothing twice, early, after its stop or in a silence, and leaves nothing to do', () => {
    check(25, nothingSkipped, nothingNeedless, nothingLeft, pagesDiffer);
  });
  test('tells once who is given a role', () => {
    check(8, rolesTold);
  });
  test('tells at most one comment in a run', () => {
    check(8, (seen) => {
      expect(comments(seen).length).toBeLessThanOrEqual(1);
    });
  });
});

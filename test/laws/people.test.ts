import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { nameOfKey } from '../../src/engine/keys.ts';
import type { Page } from '../../src/notify/message.ts';
import { pageKey } from '../../src/capabilities/notification/page.ts';
import type { DuePage } from '../../src/capabilities/notification/paging.ts';
import { tries } from '../support/tries.ts';
import { LEVELS, MINUTE } from './people-policy.ts';
import { type History, history } from './people-acts.ts';
import { type Seen, world, toldOn, type Told, recordOn } from './people-world.ts';
import { levelsOf, owed, isQuiet, isOver } from './people-model.ts';

/*
 * Any history with the commands of people, on the pure core: no level of an escalation is skipped silently, none is told twice,
 * nothing goes out after the stop or in a silence, and a plan that was carried out leaves nothing to do. What is due is worked
 * out by a small model of its own, from what people did; the policy is rendered from the same table as the model reads.
 */

/** The built-in steps on clocks that start again, of which the model knows nothing. */
const CADENCE = /:(?:update|no-progress) due/;

const isAbout = (key: string, base: string): boolean =>
  key === base || key.startsWith(`${base}@`) || key.startsWith(`${base}#`);
/** The steps that raise the priority. */
const RAISING = /(?:urgent|normal):resolve due(?:[@#,]|$)/;
const isEscalation = (key: string): boolean =>
  Object.keys(LEVELS).some((name) => key.startsWith(`${name}:`)) && !CADENCE.test(key);

/** Answers to what somebody has just said or done. */
const ANSWER = /^(?:c\d+$|refused:|escalated@|several@|lowered@)/;
/** What is said of an end. */
const LAST_WORD = /^(?:informed@|withdrawn@|resolved@|explain@|quick$)/;

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

/** The reminders of a post-mortem that are built in. */
const POST_MORTEM = /:(?:post-mortem|review|publish) due/;

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
      // What the policy says nothing of is reminded of all the same.
      if (!base && POST_MORTEM.test(key)) continue;
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
    // Whoever owes the post-mortem is reminded of it after the end, and told where that comes late.
    const isOwed = (key: string): boolean =>
      POST_MORTEM.test(key) || (key === 'late' && rest.some((it) => POST_MORTEM.test(it)));
    if (isOver(incident))
      expect(
        rest.filter((key) => !LAST_WORD.test(key) && !isOwed(key)),
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
    // Several roles of one person may follow each other under one mention.
    const word = new RegExp(`@${login} [^@]*\\*\\*(?:\\S+ )?P\\d: you are \`${role}\``);
    const isTold = ({ body }: Told): boolean => word.test(body.replaceAll('@LOGIN', ''));
    expect(all.filter((one) => one.at >= at && isTold(one)).length, `${login} is ${role}`).toBe(1);
  }
}

/** Whom a notice is for, by its name; the others are for those who work on the incident. */
const AUDIENCES: readonly (readonly [RegExp, string])[] = [
  [/^(?:receipt$|corrected@|resolved@|quick$)/, 'reporter'],
  [/^informed@/, 'management'],
  [/^(?:c\d+|refused:)/, 'author'],
];
const audienceOf = (key: string): string => AUDIENCES.find(([name]) => name.test(nameOfKey(key)))?.[1] ?? 'responders';

/** The audiences of the comments of a run, comment by comment. */
const audiences = ({ run }: Seen): string[][] =>
  run.rounds.flatMap(({ effects }) =>
    effects.flatMap((effect) => (effect.do === 'comment' ? [[...new Set(effect.keys.map(audienceOf))]] : [])),
  );

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

  test(
    'skips no level silently, tells nothing twice, early, after its stop or in a silence, and leaves nothing to do',
    { tags: 'slow' },
    () => {
      check(25, nothingSkipped, nothingNeedless, nothingLeft, pagesDiffer);
    },
  );
  test('tells once who is given a role', { tags: 'slow' }, () => {
    check(8, rolesTold);
  });
  test('tells each audience at most one comment in a run, and none has two', { tags: 'slow' }, () => {
    check(8, (seen) => {
      const all = audiences(seen);
      expect(all.filter((one) => one.length !== 1)).toEqual([]);
      expect(all.flat()).toEqual([...new Set(all.flat())]);
    });
  });
});

// @module-tag slow

import { describe, expect, test } from 'vitest';
import { digestMark, withDigests } from '../../src/engine/digest.ts';
import type { Issue, TimelineEvent } from '../../src/model/issue.ts';
import type { Failure, RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { card, HOUR, mentioned, MINUTE, PEOPLE, POLICY, setOnce, stageOf, visible } from '../support/stage.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';

/* A wide outage: one digest a person, and a true record on each incident. */

const COUNT = 40;

const outage = setOnce<[string?, Parameters<typeof stageOf>[0]?, string?, string?]>(
  async (more = '', changes: Parameters<typeof stageOf>[0] = {}, priority = 'P2', base = POLICY): Promise<Stage> => {
    const policy = `${base}most-new: 1000\n${more}`;
    const stage = await stageOf({ policy, people: { ...PEOPLE, rita: 'triage' }, ...changes });
    for (let i = 1; i <= COUNT; i++)
      stage.hub.as('rita').openIssue({ title: `Down ${i}`, labels: ['incident', priority] });
    await stage.sweep();
    stage.hub.clock.advance(4 * HOUR + MINUTE);
    return stage;
  },
);

/** Each comment that mentions somebody, with the number of its issue. */
const mails = ({ hub }: Stage, login: string): { issue: number; body: string }[] =>
  hub
    .issues()
    .flatMap(({ number, comments }) =>
      comments
        .filter(({ body }) => mentioned(visible(body)).includes(login))
        .map(({ body }) => ({ issue: number, body })),
    );

const isDigest = ({ body }: { body: string }): boolean => body.startsWith('<!-- tocsin:digest');
const numbersIn = (body: string): number[] => [...body.matchAll(/ #(\d+)/g)].map((it) => Number(it[1]));
const row = (number: number, stage: Stage): string =>
  card(stage.hub.issue(number))
    .split('\n')
    .find((line) => line.includes('acknowledge due` of')) ?? '';

test('of many incidents due for the same people the first ten are told apart, the rest in one comment', async () => {
  const stage = await outage();
  expect(isRed(await stage.sweep())).toBe(false);
  const alice = mails(stage, 'alice');
  expect(alice).toHaveLength(11);
  const [digest] = alice.filter(isDigest);
  expect(digest!.issue).toBe(11);
  expect(visible(digest!.body)).toMatchInlineSnapshot(`
    "@alice @bob **Many incidents are due at once: 30 more call for you. This message is the only one about them.**

    - **P2 not acknowledged. Comment \`/ack\` now.** #11, #12, #13, #14, #15, #16, #17, #18, #19, #20, #21, #22, #23, #24, #25, #26, #27, #28, #29, #30, #31, #32, #33, #34, #35, #36, #37, #38, #39, #40

    The details of each are on its card."
  `);
  for (let number = 1; number <= COUNT; number++) {
    expect(card(stage.hub.issue(number))).toContain('missed');
    expect(row(number, stage)).toMatch(number > 10 ? /: `alice`, `bob` \(`#11`\)$/ : /: `alice`, `bob`$/);
  }
  const before = stage.hub.requests.length;
  await stage.sweep();
  expect(stage.hub.requests.slice(before).filter(({ kind }) => kind === 'mutation')).toEqual([]);
});

test('in French', async () => {
  const stage = await outage('', { policy: `language: fr\n${POLICY}most-new: 1000\n` });
  await stage.sweep();
  expect(visible(mails(stage, 'bob').find(isDigest)!.body)).toMatchInlineSnapshot(`
    "@alice @bob **De nombreuses échéances tombent en même temps : 30 autres incidents vous attendent. Ce message est le seul à leur sujet.**

    - **P2 non pris en charge. Écrivez \`/ack\` maintenant.** #11, #12, #13, #14, #15, #16, #17, #18, #19, #20, #21, #22, #23, #24, #25, #26, #27, #28, #29, #30, #31, #32, #33, #34, #35, #36, #37, #38, #39, #40

    Le détail de chaque incident figure sur sa fiche."
  `);
});

test('what is confidential is told apart, and so is what somebody has not heard enough of', async () => {
  const stage = await outage('categories:\n  - { name: breach, confidential: true, owner: management }\n');
  const { hub } = stage;
  hub.as('grace').label(20, 'breach');
  await stage.sweep();
  const digest = mails(stage, 'bob').find(isDigest)!;
  expect(card(hub.issue(20))).toContain('breach');
  expect(numbersIn(digest.body)).not.toContain(20);
  expect(numbersIn(digest.body)).toContain(21);
});

test('a page goes out for each, and its notifier hears of each how it goes on', async () => {
  const { pager, pages } = recorder();
  const stage = await outage(NOTIFIERS, { pager, people: { ...PEOPLE, rita: 'write' } }, 'P1');
  const { hub } = stage;
  await stage.sweep();
  const waking = pages.filter(({ action }) => action === 'trigger');
  expect(new Set(waking.map(({ key }) => key)).size).toBe(COUNT);
  expect(new Set(waking.map(({ key, step }) => `${key} ${step}`)).size).toBe(waking.length);
  const digests = mails(stage, 'grace').filter(isDigest);
  expect(digests.flatMap(({ body }) => numbersIn(body))).toContain(30);
  hub.as('bob').comment(30, '/ack');
  await stage.sweep();
  const [told] = pages.filter(({ action }) => action === 'acknowledge');
  expect(told?.key).toContain('30');
});

describe.each<[string, Failure]>([
  ['is lost', 'drop-before'],
  ['gets no answer', 'drop-after'],
  ['gets an answer that is cut', 'truncate'],
  ['ends behind it', { mutation: 1, then: 'drop' }],
])('the request of a digest that %s', (_, how) => {
  test.each([false, true])('repeats nothing, and loses nothing (killed there: %s)', async (freeze) => {
    const stage = await outage();
    const { hub } = stage;
    const isIt = (request: RequestEntry): boolean => JSON.stringify(request.body).includes('tocsin:digest');
    hub.faults.add({ when: { matches: isIt }, how, freeze });
    await stage.sweep().catch(() => null);
    hub.thaw();
    for (let i = 0; i < 3; i++) await stage.sweep();
    expect(isRed(await stage.sweep())).toBe(false);
    const heard = mails(stage, 'alice');
    // Which of them the digest has depends on what had been told apart by then.
    const about = heard.flatMap((mail) => (isDigest(mail) ? numbersIn(mail.body) : [mail.issue]));
    expect(about.toSorted((a, b) => a - b)).toEqual(Array.from({ length: COUNT }, (_, i) => i + 1));
    expect(heard.length).toBeLessThanOrEqual(freeze ? 22 : 12);
    for (const mail of heard.filter(isDigest))
      for (const number of numbersIn(mail.body)) expect(row(number, stage)).toContain(`\`#${mail.issue}\``);
  });
});

/** The incidents that somebody was told of, in digests as well, in order. */
const heardOf = (stage: Stage, login: string): number[] =>
  mails(stage, login)
    .flatMap((mail) => (isDigest(mail) ? numbersIn(mail.body) : [mail.issue]))
    .sort((a, b) => a - b);
const all = Array.from({ length: COUNT }, (_, i) => i + 1);

describe('a digest that GitHub would not have', () => {
  test('on a locked incident stands on another, and the locked one alone is not told', async () => {
    const { pager } = recorder();
    const stage = await outage(NOTIFIERS, { pager, people: { ...PEOPLE, rita: 'write' } }, 'P1');
    stage.hub.as('grace').lock(11);
    await stage.sweep();
    expect(heardOf(stage, 'grace')).toEqual(all.filter((it) => it !== 11));
  });

  test('for once is written elsewhere', async () => {
    const stage = await outage();
    const isIt = (request: RequestEntry): boolean => JSON.stringify(request.body).includes('tocsin:digest');
    stage.hub.faults.add({ when: { matches: isIt }, how: { mutation: 1, error: 'was submitted too quickly' } });
    await stage.sweep();
    await stage.sweep();
    expect(heardOf(stage, 'alice')).toEqual(all);
  });

  test('nor read whether it is there is told by the next run, and nothing twice', async () => {
    const stage = await outage();
    const { hub } = stage;
    const isIt = (request: RequestEntry): boolean => JSON.stringify(request.body).includes('tocsin:digest');
    const after = (): void => {
      for (let i = 0; i < 3; i++)
        hub.faults.add({ when: { matches: ({ kind }) => kind === 'query' }, how: { status: 502, handled: false } });
    };
    hub.faults.add({ when: { matches: isIt }, how: 'drop-after', struck: after });
    await stage.sweep();
    hub.faults.clear();
    await stage.sweep();
    expect(heardOf(stage, 'alice')).toEqual(all);
  });
});

test('what a step raises is raised before the digest tells of it, wherever the run ends', async () => {
  const base = POLICY.replace(
    '{ at: acknowledge due, notify: responder }',
    '{ at: acknowledge due, notify: responder, raise: P1 }',
  );
  const stage = await outage('', {}, 'P2', base);
  const { hub } = stage;
  const isIt = (request: RequestEntry): boolean => JSON.stringify(request.body).includes('tocsin:digest');
  hub.faults.add({ when: { matches: isIt }, how: 'drop-after', freeze: true });
  await stage.sweep().catch(() => null);
  hub.thaw();
  for (let i = 0; i < 3; i++) await stage.sweep();
  for (const number of all) expect(hub.issue(number).labels, `#${number}`).toContain('P1');
});

test('a text for those outside is not lost in a digest', async () => {
  const base = POLICY.replace(
    '{ at: acknowledge due, notify: responder }',
    '{ at: acknowledge due, notify: responder, send: The BLUE line is down. }',
  );
  const stage = await outage('', {}, 'P2', base);
  await stage.sweep();
  for (const number of [5, 11, 30])
    expect(stage.hub.issue(number).comments.some(({ body }) => body.includes('The BLUE line is down.'))).toBe(true);
});

test('the pages of many incidents are on record before many more go out', async () => {
  const { pager, pages } = recorder();
  let stage: Stage | null = null;
  const slow = {
    ...pager,
    sendFirst: (...given: Parameters<typeof pager.sendFirst>) => {
      stage?.hub.clock.advance(9_000);
      if (pages.length >= 45) stage?.hub.freeze();
      return pager.sendFirst(...given);
    },
  };
  stage = await outage(NOTIFIERS, { pager: slow, people: { ...PEOPLE, rita: 'write' } }, 'P1');
  const { hub } = stage;
  hub.thaw();
  pages.length = 0;
  await stage.sweep().catch(() => null);
  hub.thaw();
  const told = heardOf(stage, 'grace').length;
  expect(told).toBeGreaterThan(0);
  // Of what was paged, little is to be paged again.
  expect(pages.length - told).toBeLessThanOrEqual(25);
});

test('of the digests on one incident the last are read, however many there are', () => {
  const brief = {
    asks: [{ keys: ['s:urgent:start'], to: ['alice'], ask: 'Look' }],
    paged: undefined,
    refs: undefined,
    rest: null,
  };
  const issue = (number: number, timeline: readonly TimelineEvent[]): Issue =>
    ({ number, timeline }) as unknown as Issue;
  const digests = Array.from({ length: 500 }, (_, at): TimelineEvent => {
    const body = `${digestMark(1, at, new Map([[2, brief]]))}\nMany`;
    const comment = { id: `${at}`, number: at, url: '', body, author: null, edited: false, own: true };
    return { kind: 'commented', at, actor: null, own: true, comment };
  });
  const [, other] = withDigests([issue(1, digests), issue(2, [])]);
  expect(other!.timeline.length).toBeLessThanOrEqual(50);
  expect(other!.timeline.at(-1)!.at).toBe(499);
});

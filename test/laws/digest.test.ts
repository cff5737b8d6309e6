import { describe, expect, test } from 'vitest';
import type { Failure, RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { card, HOUR, mentioned, MINUTE, PEOPLE, POLICY, stageOf, visible } from '../support/stage.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';

/* A wide outage: one digest a person, and a true record on each incident. */

const COUNT = 40;

async function outage(more = '', changes: Parameters<typeof stageOf>[0] = {}, priority = 'P2'): Promise<Stage> {
  const policy = `${POLICY}most-new: 1000\n${more}`;
  const stage = await stageOf({ policy, people: { ...PEOPLE, rita: 'triage' }, ...changes });
  for (let i = 1; i <= COUNT; i++)
    stage.hub.as('rita').openIssue({ title: `Down ${i}`, labels: ['incident', priority] });
  await stage.sweep();
  stage.hub.clock.advance(4 * HOUR + MINUTE);
  return stage;
}

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

    - **P2: acknowledge this incident. Write \`/ack\`, or assign yourself.** #11, #12, #13, #14, #15, #16, #17, #18, #19, #20, #21, #22, #23, #24, #25, #26, #27, #28, #29, #30, #31, #32, #33, #34, #35, #36, #37, #38, #39, #40

    The details of each are on its card."
  `);
  for (let number = 1; number <= COUNT; number++) {
    expect(card(stage.hub.issue(number))).toContain('missed');
    expect(row(number, stage)).toMatch(number > 10 ? /`alice`, `bob` \(`#11`\) \|/ : /`alice`, `bob` \|/);
  }
  const before = stage.hub.requests.length;
  await stage.sweep();
  expect(stage.hub.requests.slice(before).filter(({ kind }) => kind === 'mutation')).toEqual([]);
});

test('in French', async () => {
  const stage = await outage('', { policy: `language: fr\n${POLICY}most-new: 1000\n` });
  await stage.sweep();
  expect(visible(mails(stage, 'bob').find(isDigest)!.body)).toMatchInlineSnapshot(`
    "@alice @bob **Beaucoup d’échéances à la fois : 30 autres incidents vous attendent. Ce message est le seul à leur sujet.**

    - **P2 : prenez cet incident en compte. Écrivez \`/ack\`, ou assignez-vous le ticket.** #11, #12, #13, #14, #15, #16, #17, #18, #19, #20, #21, #22, #23, #24, #25, #26, #27, #28, #29, #30, #31, #32, #33, #34, #35, #36, #37, #38, #39, #40

    Le détail de chacun est sur sa fiche."
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
  expect(numbersIn(mails(stage, 'grace').find(isDigest)!.body)).toContain(30);
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

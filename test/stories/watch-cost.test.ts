import { describe, expect, test } from 'vitest';
import { workshopOf } from '../support/actions/workshop.ts';
import { card, HOUR, MINUTE, POLICY } from '../support/stage.ts';
import { expectQuiet, jobsOf, outage, STEPS, told, watches } from './watch-story.ts';

/* What a watch costs: no run that is cancelled, none that is for nothing, and an end to what can come to nothing. */

const SECOND = 1_000;

const TEN = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`user-${i}`, 'read' as const]));

describe('what no run can do', () => {
  test('keeps no watch going, and makes nothing of another incident late', { tags: 'slow' }, async () => {
    const shop = await workshopOf();
    const { hub } = shop;
    shop.act(MINUTE, () => void hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] }));
    shop.act(5 * MINUTE, () => {
      hub.as('grace').lock(1);
    });
    // Locked, it takes no comment, and what is due of it can never be told.
    shop.act(10 * MINUTE, () => void hub.as('bob').openIssue({ title: 'Pay', labels: ['incident', 'P0'] }));
    await shop.until(3 * HOUR);
    expect(told(shop, 2)[0]! - 25 * MINUTE).toBeLessThanOrEqual(MINUTE);
    expect(watches(shop).every(({ result }) => result === 'success')).toBe(true);
    const watched = shop.reports.flatMap(({ report }) => (report.watched ? [report.watched] : []));
    expect(watched.at(-1)!.end).toBe('idle');
    expect(watched.at(-1)!.to - Date.UTC(2026, 10, 2, 9)).toBeLessThan(HOUR);
  });

  test('neither does a crowd of new incidents that is asked about', { tags: 'slow' }, async () => {
    const shop = await workshopOf({ policy: `${POLICY}most-new: 5\n` });
    for (let i = 0; i < 12; i++)
      shop.act(MINUTE, () => void shop.hub.as('alice').openIssue({ title: `Down ${i}`, labels: ['incident', 'P1'] }));
    await shop.until(12 * HOUR);
    const began = shop.hub.issues().filter(({ comments }) => comments.some(({ body }) => body.includes('tocsin:card')));
    expect(began.length).toBeLessThanOrEqual(12);
    expect(shop.reports.filter(({ report }) => report.watched?.end === 'handed-over').length).toBeLessThanOrEqual(2);
  });

  test('a dry run of a watch looks at nothing', { tags: 'slow' }, async () => {
    const shop = await outage();
    shop.act(2 * HOUR, () => {
      shop.hub.as('alice').startWorkflow({ command: 'watch', 'dry-run': 'true' });
    });
    await shop.until(2 * HOUR + 5 * MINUTE);
    expect(watches(shop).at(-1)!.result).toBe('success');
    expect(watches(shop).at(-1)!.endedAt! - Date.UTC(2026, 10, 2, 11)).toBeLessThan(MINUTE);
  });
});

describe('comments', () => {
  test(
    'of ten people within a minute start no run of their own while a watch looks, and stop no due step',
    { tags: 'slow' },
    async () => {
      const shop = await outage({ people: { ...TEN, alice: 'write', bob: 'triage', grace: 'maintain' } });
      for (const [i, login] of Object.keys(TEN).entries())
        shop.act(15.5 * MINUTE + i * 6 * SECOND, () => shop.hub.as(login).comment(1, 'It is down here too'));
      await shop.until(20 * MINUTE);
      expect(told(shop).map((at) => at - STEPS[0]!)).toEqual([expect.toSatisfy((late: number) => late <= MINUTE)]);
      const own = shop.runner.runs.filter(({ event }) => event === 'issue_comment');
      expect(own.map(({ conclusion }) => conclusion)).toEqual(Array(10).fill('skipped'));
      expectQuiet(shop);
      // The watch, the run that it starts at its own beginning, the due step, what the comments changed, the end.
      const ran = jobsOf(shop, 'incidents').length;
      expect(ran).toBeLessThanOrEqual(6);
      expect(shop.runner.minutes()).toBeLessThanOrEqual(ran + 20);
    },
  );

  test(
    'of ten people without a watch have a run each, one after the other, and none is cancelled',
    { tags: 'slow' },
    async () => {
      const shop = await outage({ policy: `${POLICY}watch: { for: [] }\n`, people: { ...TEN, alice: 'write' } });
      for (const [i, login] of Object.keys(TEN).entries())
        shop.act(15.5 * MINUTE + i * 6 * SECOND, () => shop.hub.as(login).comment(1, 'It is down here too'));
      await shop.until(25 * MINUTE);
      expect(jobsOf(shop, 'incidents')).toHaveLength(11);
      expectQuiet(shop);
    },
  );

  test(
    'with a command are answered at once, and the plain word of whoever took it on by the watch',
    { tags: 'slow' },
    async () => {
      const shop = await outage();
      shop.act(5 * MINUTE, () => shop.hub.as('bob').comment(1, 'I am on it.\n/ack'));
      await shop.until(6 * MINUTE);
      expect(card(shop.hub.issue(1))).toContain('`bob` has it');

      const plain = await outage();
      plain.act(5 * MINUTE, () => plain.hub.as('bob').comment(1, 'I am on it.'));
      await plain.until(7 * MINUTE);
      expect(card(plain.hub.issue(1))).toContain('`bob` has it');
      expectQuiet(plain);
    },
  );

  test('a second P0 while the first is watched is told at once, and watched with it', { tags: 'slow' }, async () => {
    const shop = await outage();
    shop.act(10 * MINUTE, () => void shop.hub.as('bob').openIssue({ title: 'Pay', labels: ['incident', 'P0'] }));
    await shop.until(30 * MINUTE);
    expect(shop.hub.issue(2).comments[1]!.createdAt).toBeLessThanOrEqual(Date.UTC(2026, 10, 2, 9, 10, 30));
    expect(told(shop, 2)[0]! - 25 * MINUTE).toBeLessThanOrEqual(MINUTE);
    expect(watches(shop)).toHaveLength(1);
    expectQuiet(shop);
  });
});

test('an issue that is opened with labels has one run, and none is cancelled', { tags: 'slow' }, async () => {
  const shop = await outage();
  await shop.until(1.5 * MINUTE);
  expect(shop.runner.runs.map(({ event }) => event)).toEqual(['issues', 'issues', 'issues']);
  expect(jobsOf(shop, 'incidents')).toHaveLength(1);
  await shop.until(3 * MINUTE);
  expectQuiet(shop);
});

describe('in a private repository', () => {
  test('nothing is watched unless the policy says how many minutes may be billed', async () => {
    const shop = await outage({ visibility: 'private' });
    await shop.until(2 * HOUR);
    expect(jobsOf(shop, 'watch')).toEqual([]);
    expectQuiet(shop);
  });

  test(
    'the minutes of the policy are not exceeded in a month, and that they are spent is said',
    { tags: 'slow' },
    async () => {
      const policy = `${POLICY}watch: { private-minutes: 10, horizon: 3h }\n`;
      const shop = await outage({ visibility: 'private', policy });
      await shop.until(3 * HOUR);
      const [watch, ...more] = watches(shop);
      expect(more).toEqual([]);
      expect(Math.ceil((watch!.endedAt! - watch!.startedAt!) / MINUTE)).toBeLessThanOrEqual(11);
      expect(shop.reports.find(({ report }) => report.watched)!.report.watched!.end).toBe('spent');
      // No job is started, and billed, only to find that out.
      const later = shop.reports.filter(({ at }) => at > 60 * MINUTE);
      expect(later.map(({ job }) => job)).not.toContain('watch');
      expect(later.at(-1)!.report.advice.join()).toContain(
        'the 10 minutes of this month (`private-minutes`) are spent',
      );
      expectQuiet(shop);
    },
  );
});

import { describe, expect, test } from 'vitest';
import { workflowFor } from '../../src/setup/workflow.ts';
import { workshopOf, type Workshop, type WorkshopOptions } from '../support/actions/workshop.ts';
import { goodPolicy } from '../policy/lines.ts';
import { card, HOUR, MINUTE, POLICY } from '../support/stage.ts';

/* While something is due soon a run looks, and what falls due is acted on within a minute, however late GitHub's schedule is. */

const SECOND = 1_000;
/** What GitHub delivered of a schedule of every few minutes in August 2026, by the median of a repository. */
const GAP = 65 * MINUTE;
/** When the steps of a P0 fall due that nobody acknowledges, after its opening at the first minute. */
const STEPS = [15, 180, 240, 300, 420].map((minutes) => (minutes + 1) * MINUTE);

async function outage(options: WorkshopOptions = {}): Promise<Workshop> {
  const shop = await workshopOf(options);
  for (let at = GAP; at < 24 * HOUR; at += GAP) shop.tick(at);
  shop.act(MINUTE, () => void shop.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] }));
  return shop;
}

/** When somebody was told of an escalation step of an issue, in milliseconds from the start, oldest first; the start of it left out. */
function told({ hub }: Workshop, issue = 1): number[] {
  const start = Date.UTC(2026, 10, 2, 9);
  return hub
    .issue(issue)
    .comments.filter(({ body }) => /^<!-- tocsin:notice .*"s:urgent:(?!start)/.test(body))
    .map(({ createdAt }) => createdAt - start);
}

const jobsOf = ({ runner }: Workshop, name: string) => runner.jobs.filter((job) => job.name === name);
const watches = (shop: Workshop) => jobsOf(shop, 'watch').filter(({ run }) => run.title === 'Tocsin watch');

/** Every run ended as it should: what is skipped costs nothing, and nothing is red or cancelled. */
function expectQuiet({ runner, hub }: Workshop): void {
  const odd = runner.runs.filter(({ conclusion }) => conclusion === 'failure' || conclusion === 'cancelled');
  expect(odd.map(({ title, event, conclusion }) => `${title} ${event} ${conclusion}`)).toEqual([]);
  expect(hub.unimplemented).toEqual([]);
}

describe('a P0 that nobody takes on, while the schedule comes every 65 minutes', () => {
  test('is escalated within a minute of each due instant', async () => {
    const shop = await outage();
    await shop.until(9 * HOUR);
    const lateness = told(shop).map((at, i) => at - STEPS[i]!);
    expect(lateness).toHaveLength(STEPS.length);
    for (const late of lateness) {
      expect(late).toBeGreaterThanOrEqual(0);
      expect(late).toBeLessThanOrEqual(MINUTE);
    }
    expectQuiet(shop);
  });

  test('is escalated up to an hour late without a watch, and no job of it is there', async () => {
    const policy = `${POLICY}watch: { for: [] }\n`;
    const workflow = workflowFor(await goodPolicy(policy), '.github/tocsin.yml', 'incident');
    expect(workflow).not.toContain('command: watch\n');
    const shop = await outage({ policy, workflow });
    await shop.until(9 * HOUR);
    const minutes = told(shop).map((at, i) => Math.round((at - STEPS[i]!) / MINUTE));
    expect(minutes).toEqual([49, 14, 19, 24, 34]);
    expect(watches(shop)).toEqual([]);
    expectQuiet(shop);
  });

  test('says until when it is watched, on the card and by a label, and no longer than that', async () => {
    const shop = await outage();
    await shop.until(5 * MINUTE);
    expect(card(shop.hub.issue(1))).toContain('**Watched**: until 14:01: what falls due is noticed within a minute');
    expect(shop.hub.issue(1).labels).toContain('watched');
    await shop.until(20 * MINUTE);
    // Nothing more is due within the hour.
    expect(watches(shop).map(({ result }) => result)).toEqual(['success']);
    expect(card(shop.hub.issue(1))).not.toContain('Watched');
    expect(shop.hub.issue(1).labels).not.toContain('watched');
    const ended = shop.reports.find(({ report }) => report.watched)!.report.watched!;
    expect(ended).toMatchObject({ end: 'idle', started: 3 });
  });

  test('is watched on by another one when the time of the first is up', async () => {
    const shop = await outage({ policy: `${POLICY}watch: { at-most: 10m }\n` });
    await shop.until(2 * HOUR);
    const [first, second, ...more] = watches(shop);
    expect(more).toEqual([]);
    expect(second!.startedAt! - first!.endedAt!).toBeLessThan(MINUTE);
    expect(told(shop)[0]! - STEPS[0]!).toBeLessThanOrEqual(MINUTE);
    expectQuiet(shop);
  });
});

describe('a watch that is gone', () => {
  test.each([
    ['at once', 0],
    ['while it sleeps', 5],
    ['just before something is due', 14.9],
  ])('killed %s is made up for by the next event, and nothing is told twice', async (_, minutes) => {
    const shop = await outage();
    shop.act(2 * MINUTE + minutes * MINUTE, () => {
      for (const job of watches(shop)) shop.runner.kill(job);
    });
    shop.act(2 * MINUTE + minutes * MINUTE + 10 * SECOND, () => shop.hub.as('nora').comment(1, 'See /status'));
    await shop.until(9 * HOUR);
    expect(
      told(shop)
        .map((at, i) => at - STEPS[i]!)
        .filter((late) => late < 0 || late > 2 * MINUTE),
    ).toEqual([]);
    expect(told(shop)).toHaveLength(STEPS.length);
  });

  test('because GitHub fails for long is made up for by the schedule', async () => {
    const shop = await outage();
    shop.act(3 * MINUTE, () => {
      shop.hub.freeze();
    });
    shop.act(30 * MINUTE, () => {
      shop.hub.thaw();
    });
    await shop.until(9 * HOUR);
    const late = told(shop).map((at, i) => Math.round((at - STEPS[i]!) / MINUTE));
    expect(late).toEqual([49, 0, 0, 0, 0]);
    expect(watches(shop)[0]!.result).toBe('failure');
  });

  test('for a short while is not', async () => {
    const shop = await outage();
    shop.act(14 * MINUTE, () => {
      shop.hub.freeze();
    });
    shop.act(17 * MINUTE, () => {
      shop.hub.thaw();
    });
    await shop.until(25 * MINUTE);
    expect(told(shop)).toHaveLength(1);
    expect(told(shop)[0]!).toBeLessThanOrEqual(18 * MINUTE);
    expectQuiet(shop);
  });

  test('because the job may not start runs leaves everything to events and the schedule', async () => {
    const tokens = {
      'token-of-watch': { login: 'github-actions[bot]', permissions: { contents: 'read', issues: 'read' } },
    } as const;
    const shop = await outage({ tokens });
    await shop.until(3 * HOUR);
    expect(watches(shop)).toEqual([]);
    expect(told(shop).map((at, i) => Math.round((at - STEPS[i]!) / MINUTE))).toEqual([49]);
    expect(jobsOf(shop, 'incidents').every(({ result }) => result === 'success')).toBe(true);
  });

  test('because its start was not heard is asked for again', async () => {
    const shop = await outage();
    // The run that is to escalate is lost without a trace, twice.
    shop.act(15 * MINUTE, () => {
      shop.runner.lose(2);
    });
    await shop.until(30 * MINUTE);
    expect(told(shop)).toHaveLength(1);
    expect(told(shop)[0]! - STEPS[0]!).toBeLessThanOrEqual(4 * MINUTE);
  });
});

describe('what no run can do', () => {
  test('keeps no watch going, and makes nothing of another incident late', async () => {
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

  test('neither does a crowd of new incidents that is asked about', async () => {
    const shop = await workshopOf({ policy: `${POLICY}most-new: 5\n` });
    for (let i = 0; i < 12; i++)
      shop.act(MINUTE, () => void shop.hub.as('alice').openIssue({ title: `Down ${i}`, labels: ['incident', 'P1'] }));
    await shop.until(12 * HOUR);
    const began = shop.hub.issues().filter(({ comments }) => comments.some(({ body }) => body.includes('tocsin:card')));
    expect(began.length).toBeLessThanOrEqual(12);
    expect(shop.reports.filter(({ report }) => report.watched?.end === 'handed-over').length).toBeLessThanOrEqual(2);
  });

  test('a dry run of a watch looks at nothing', async () => {
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
  test('of ten people within a minute start no run of their own while a watch looks, and stop no due step', async () => {
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
  });

  test('of ten people without a watch have a run each, one after the other, and none is cancelled', async () => {
    const shop = await outage({ policy: `${POLICY}watch: { for: [] }\n`, people: { ...TEN, alice: 'write' } });
    for (const [i, login] of Object.keys(TEN).entries())
      shop.act(15.5 * MINUTE + i * 6 * SECOND, () => shop.hub.as(login).comment(1, 'It is down here too'));
    await shop.until(25 * MINUTE);
    expect(jobsOf(shop, 'incidents')).toHaveLength(11);
    expectQuiet(shop);
  });

  test('with a command are answered at once, and the plain word of whoever took it on by the watch', async () => {
    const shop = await outage();
    shop.act(5 * MINUTE, () => shop.hub.as('bob').comment(1, 'I am on it.\n/ack'));
    await shop.until(6 * MINUTE);
    expect(card(shop.hub.issue(1))).toContain('`bob` has it');

    const plain = await outage();
    plain.act(5 * MINUTE, () => plain.hub.as('bob').comment(1, 'I am on it.'));
    await plain.until(7 * MINUTE);
    expect(card(plain.hub.issue(1))).toContain('`bob` has it');
    expectQuiet(plain);
  });

  test('a second P0 while the first is watched is told at once, and watched with it', async () => {
    const shop = await outage();
    shop.act(10 * MINUTE, () => void shop.hub.as('bob').openIssue({ title: 'Pay', labels: ['incident', 'P0'] }));
    await shop.until(30 * MINUTE);
    expect(shop.hub.issue(2).comments[1]!.createdAt).toBeLessThanOrEqual(Date.UTC(2026, 10, 2, 9, 10, 30));
    expect(told(shop, 2)[0]! - 25 * MINUTE).toBeLessThanOrEqual(MINUTE);
    expect(watches(shop)).toHaveLength(1);
    expectQuiet(shop);
  });
});

test('an issue that is opened with labels has one run, and none is cancelled', async () => {
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

  test('the minutes of the policy are not exceeded in a month, and that they are spent is said', async () => {
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
    expect(later.at(-1)!.report.advice.join()).toContain('the 10 minutes of this month (`private-minutes`) are spent');
    expectQuiet(shop);
  });
});

const TEN = Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`user-${i}`, 'read' as const]));

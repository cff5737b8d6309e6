// @module-tag slow

import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { DAY, HOUR, MINUTE, mentioned, notices, POLICY, stageOf } from '../support/stage.ts';

/* Nobody is paged more often in a night than the policy allows without management hearing of it. */

const NIGHT = 'timezone: Europe/Berlin\npages-per-night: 2\n';

/** A stage at 22:30 in Berlin whose pages go out. */
async function atNight(more = NIGHT, policy = POLICY): Promise<Stage> {
  const { pager } = recorder();
  return stageOf({ policy: `${policy}${NOTIFIERS}${more}`, pager, start: Date.UTC(2026, 10, 2, 21, 30) });
}

/** Somebody opens so many P0s, 20 minutes apart, and ends each at once. */
async function pageTimes(stage: Stage, times: number): Promise<void> {
  for (let i = 0; i < times; i++) {
    stage.hub.as('alice').openIssue({ title: `Down ${i + 1}`, labels: ['incident', 'P0'] });
    await stage.sweep();
    stage.hub.as('alice').comment(stage.hub.issues().at(-1)!.number, '/resolve restarted');
    stage.hub.clock.advance(20 * MINUTE);
    await stage.sweep();
  }
}

const told = ({ hub }: Stage): string[] =>
  hub.issues().flatMap((issue) => notices(issue).filter((it) => /has been paged|appels cette nuit/.test(it)));

describe('the third page of a night that may have two', () => {
  test('has management told of each who got it, once, on that incident', async () => {
    const stage = await atNight();
    await pageTimes(stage, 2);
    expect(told(stage)).toEqual([]);
    await pageTimes(stage, 3);
    expect(told(stage).map((it) => it.split('\n'))).toEqual([
      [
        '@grace **`alice` has been paged 3 times tonight, more than 2: see to relief.**',
        'Paged for #1 (22:30), #3 (22:50), #5 (23:10).',
        'Take an incident off them with `/assign LOGIN`, or put somebody else on call.',
        '',
        '**`bob` has been paged 3 times tonight, more than 2: see to relief.** Paged for #1 (22:30), #3 (22:50), #5 (23:10). Take an incident off them with `/assign LOGIN`, or put somebody else on call.',
      ],
    ]);
    expect(notices(stage.hub.issue(5)).filter((it) => it.includes('has been paged'))).toHaveLength(1);
  });

  test('counts each night by itself', async () => {
    const stage = await atNight();
    await pageTimes(stage, 2);
    stage.hub.clock.advance(DAY);
    await pageTimes(stage, 2);
    expect(told(stage)).toEqual([]);
    await pageTimes(stage, 1);
    expect(told(stage)).toHaveLength(1);
  });

  test('by day is nobody’s night', async () => {
    const stage = await atNight();
    stage.hub.clock.advance(10 * HOUR);
    await pageTimes(stage, 4);
    expect(told(stage)).toEqual([]);
  });

  test('is told to the fallback where there is no management, and of the manager to others', async () => {
    const policy = POLICY.replace('  management: [grace]\n', '').replaceAll('management', 'responder');
    const stage = await atNight(NIGHT, policy);
    await pageTimes(stage, 3);
    expect(told(stage).map(mentioned)).toEqual([['grace']]);
  });

  test('in French', async () => {
    const stage = await atNight(`language: fr\n${NIGHT}`);
    await pageTimes(stage, 3);
    expect(told(stage)[0]).toContain('3 appels cette nuit, la politique en admet 2');
  });

  test('is counted by nobody unless the policy says so, nor without a notifier', async () => {
    const stage = await atNight('timezone: Europe/Berlin\n');
    await pageTimes(stage, 4);
    expect(told(stage)).toEqual([]);
    const silent = await stageOf({ policy: `${POLICY}${NIGHT}`, start: Date.UTC(2026, 10, 2, 21, 30) });
    await pageTimes(silent, 4);
    expect(told(silent)).toEqual([]);
  });

  test('a dry run tells nobody', async () => {
    const stage = await atNight();
    await pageTimes(stage, 2);
    stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.sweep({ dryRun: true });
    expect(told(stage)).toEqual([]);
  });
});

describe('the ledger', () => {
  test('of the doctor says who was paged how often, and when, and warns of a night that was too much', async () => {
    const stage = await atNight();
    await pageTimes(stage, 3);
    stage.hub.clock.advance(10 * HOUR);
    const { diagnosis } = await stage.sweep({ command: 'doctor' });
    const findings = (diagnosis?.findings ?? []) as {
      check: string;
      result: string;
      what: string;
      mend: string | null;
    }[];
    const load = findings.filter(({ check }) => check === 'load').map(({ result, what }) => `${result}: ${what}`);
    expect(load[0]).toBe(
      'warn: In the last 7 days `alice` was notified 3 times, and paged 3 times (22:00–22:59 2×, 23:00–23:59 1×). The night that began on 2026-11-02 had 3 of the pages. The policy allows 2 a night (`pages-per-night`).',
    );
    expect(load.find((it) => it.includes('`grace`'))).toMatch(/^ok: .* paged never/);
    const [first] = diagnosis?.load as {
      login: string;
      pages: number[];
      notifications: number[];
      worstNight: object;
    }[];
    expect(first).toMatchObject({ login: 'alice', worstNight: { date: '2026-11-02', pages: 3 } });
    expect(first!.pages.map((count, hour) => [hour, count]).filter(([, count]) => count! > 0)).toEqual([
      [22, 2],
      [23, 1],
    ]);
  });
});

describe('a night', () => {
  test('in which clocks go back has ten hours', async () => {
    const { pager } = recorder();
    // 25 October 2026, 22:30 in Berlin the evening before.
    const stage = await stageOf({
      policy: `${POLICY}${NOTIFIERS}${NIGHT}`,
      pager,
      start: Date.UTC(2026, 9, 24, 20, 30),
    });
    await pageTimes(stage, 2);
    stage.hub.clock.set(Date.UTC(2026, 9, 25, 5, 55));
    await pageTimes(stage, 1);
    expect(told(stage)).toHaveLength(1);
  });

  test('is told of on another incident where the last one takes no comment', async () => {
    const stage = await atNight('timezone: Europe/Berlin\n');
    await pageTimes(stage, 3);
    const last = stage.hub.issues().findLast(({ labels }) => labels.includes('P0'))!;
    stage.hub.as('grace').lock(last.number);
    stage.hub.commit({ '.github/tocsin.yml': `${POLICY}${NOTIFIERS}${NIGHT}` });
    await stage.sweep();
    await stage.sweep();
    expect(told(stage)).toHaveLength(1);
    expect(stage.hub.issue(last.number).comments.some(({ body }) => body.includes('has been paged'))).toBe(false);
  });
});

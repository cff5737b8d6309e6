// @module-tag slow

import { expect, test } from 'vitest';
import { MINUTE, stageOf } from '../support/stage.ts';
import { at, form, open } from './maintenance-story.ts';
import { filesOf, PAGE_POLICY, say } from './status-page-story.ts';

/* A maintenance on the status page, as its readers see it: from its JSON and its calendar. */

interface Shown {
  readonly name: string;
  readonly status: string;
  readonly scheduled_for: string;
  readonly incident_updates: readonly { readonly status: string; readonly body: string }[];
}

test('a maintenance is on the page, in its calendar and feeds, from its confirmation on, and stays there when it is over', async () => {
  const stage = await stageOf({ policy: `${PAGE_POLICY}maintenance: {}\n` });
  const shown = async (): Promise<readonly Shown[]> =>
    (
      JSON.parse((await filesOf(stage)).get('api/v2/scheduled-maintenances.json')!) as {
        readonly scheduled_maintenances: readonly Shown[];
      }
    ).scheduled_maintenances;
  await open(stage, form({ public: 'Orders take longer.' }), 'nora');
  expect(await shown()).toEqual([]);
  await say(stage, 'bob', '/confirm');
  expect(await shown()).toMatchObject([
    { name: 'Maintenance of Checkout', status: 'scheduled', scheduled_for: '2026-11-02T14:00:00.000Z' },
  ]);
  expect((await filesOf(stage)).get('maintenance.ics')).toContain('BEGIN:VEVENT');
  await at(stage, '14:05');
  await say(stage, 'alice', '/update Half of it is done.');
  const summary = (await filesOf(stage)).get('api/v2/components.json')!;
  expect(summary).toContain('under_maintenance');
  await say(stage, 'alice', '/done');
  await say(stage, 'alice', '/done');
  expect(stage.hub.issue(1).state).toBe('CLOSED');
  stage.hub.clock.advance(60 * MINUTE);
  const [over] = await shown();
  expect(over?.status).toBe('completed');
  expect(over?.incident_updates.map(({ body }) => body).at(-1)).toContain('Orders take longer.');
  const files = [...(await filesOf(stage)).values()].join('\n');
  expect(files).not.toMatch(/vault|db-3|New database|nora/);
});

test('the page is due whenever a maintenance has moved on, and when it comes off, and not otherwise', async () => {
  const served: { text: string | null } = { text: null };
  const look = (): Promise<string | null> => Promise.resolve(served.text);
  const stage = await stageOf({ policy: `${PAGE_POLICY}maintenance: {}\n`, look });
  const isDue = async (): Promise<boolean> => {
    const { isPageDue } = await stage.sweep();
    if (isPageDue) served.text = (await filesOf(stage)).get('build.json')!;
    expect((await stage.sweep()).isPageDue).toBe(false);
    return isPageDue;
  };
  served.text = (await filesOf(stage)).get('build.json')!;
  expect(await isDue()).toBe(false);
  await open(stage, form({ from: '2026-11-04 14:00' }));
  expect(await isDue()).toBe(true);
  stage.hub.clock.set(Date.parse('2026-11-04T14:05:00Z'));
  expect(await isDue()).toBe(true);
  await say(stage, 'alice', '/done');
  expect(await isDue()).toBe(true);
  await open(stage, form({ from: '2026-11-20 14:00' }));
  expect(await isDue()).toBe(true);
  await say(stage, 'alice', '/cancel not needed', 2);
  expect(await isDue()).toBe(true);
});

import { describe, expect, test } from 'vitest';
import { HOUR, MINUTE } from '../../../src/calendar/length.ts';
import type { StatusPage } from '../../../src/status-page/page.ts';
import { hostedWantedOf } from '../../../src/status-page/hosted/wanted.ts';
import { both, component, incident, maintenance, NOW, OUTAGE, pageWith } from '../sample.ts';
import { runAt } from './outlet.ts';
import { PAGE, statuspageWith, TOKEN, type Statuspage } from './statuspage-receiver.ts';

const TARGET = {
  type: 'statuspage',
  page: PAGE,
  branch: null,
  token: 'TOKEN',
  components: { checkout: 'cpcheckout', api: 'cpapi' },
} as const;
const COMPONENTS = ['checkout', 'api', 'support'].map((id) => component(id));
const KEYS = new Map(COMPONENTS.map(({ id }) => [id, id]));

const page = (changes: Partial<StatusPage>): StatusPage => pageWith({ components: COMPONENTS, ...changes });

async function tell(receiver: Statuspage, shown: StatusPage, gone: readonly string[] = [], at = NOW) {
  const run = runAt(receiver, at);
  expect(await run.bring(TARGET, hostedWantedOf(shown, TARGET, KEYS, new Set(gone)), TOKEN)).toBeNull();
  return run;
}

const service = (): Statuspage => statuspageWith(['cpcheckout', 'cpapi', 'cpother']);

describe('Statuspage', () => {
  test('gets an incident with its components, their states, its impact and what was told', async () => {
    const receiver = service();
    const run = await tell(receiver, page({ incidents: [OUTAGE] }));
    expect(receiver.incidents).toMatchObject([
      {
        name: 'Checkout fails in Europe',
        status: 'monitoring',
        impact: 'critical',
        component_ids: ['cpcheckout', 'cpapi'],
        metadata: { tocsin: { id: OUTAGE.id, told: expect.stringMatching(/^u1 u2:\w+ u3$/) as string } },
        updates: [{ status: 'investigating' }, { status: 'identified' }, { status: 'monitoring' }],
      },
    ]);
    expect(Object.fromEntries(receiver.components)).toEqual({
      cpcheckout: 'major_outage',
      cpapi: 'major_outage',
      cpother: 'operational',
    });
    expect(receiver.sent).toHaveLength(3);
    // One request a second: two lists, one creation and two updates.
    expect(run.asked).toHaveLength(5);
    expect(run.slept).toEqual([1_000, 1_000, 1_000, 1_000]);
  });

  test('has a component as the whole page has it', async () => {
    const receiver = service();
    const [down, slow] = [
      incident('aaaaaaaaaaaa', { components: ['api'] }),
      incident('bbbbbbbbbbbb', { components: ['api'], harm: 'degraded_performance' }),
    ];
    await tell(receiver, page({ incidents: [down, slow] }));
    expect(receiver.components.get('cpapi')).toBe('major_outage');
    const over = {
      stage: 'resolved',
      to: NOW,
      updates: [...down.updates, { ...down.updates[0]!, id: 'r', at: NOW, stage: 'resolved' }],
    } as const;
    await tell(receiver, page({ incidents: [{ ...down, ...over }, slow] }));
    expect(receiver.components.get('cpapi')).toBe('degraded_performance');
    await tell(receiver, page({ incidents: [{ ...down, ...over }] }), [slow.id]);
    expect(receiver.components.get('cpapi')).toBe('operational');
    expect(receiver.incidents.map(({ metadata }) => metadata)).toMatchObject([{ tocsin: { id: down.id } }]);
  });

  test('keeps what others have written: their incidents, and their part of ours', async () => {
    const receiver = service();
    await tell(receiver, page({ incidents: [OUTAGE] }));
    receiver.incidents[0]!.metadata = { ...receiver.incidents[0]!.metadata, jira: { issue: 'OPS-1' } };
    const foreign = {
      ...structuredClone(receiver.incidents[0]!),
      id: 'foreign',
      metadata: { jira: { issue: 'OPS-2' } },
    };
    receiver.incidents.push(structuredClone(foreign));
    const more = { ...OUTAGE.updates[0]!, id: 'u4', at: NOW };
    await tell(receiver, page({ incidents: [{ ...OUTAGE, updates: [...OUTAGE.updates, more] }] }), ['gone']);
    expect(receiver.incidents[0]!.metadata).toMatchObject({ jira: { issue: 'OPS-1' }, tocsin: { id: OUTAGE.id } });
    expect(receiver.incidents[1]).toEqual(foreign);
  });

  test('keeps one of two entries that runs at the same time have made, the one that tells more', async () => {
    const receiver = service();
    await tell(receiver, page({ incidents: [OUTAGE] }));
    receiver.incidents.push({
      ...structuredClone(receiver.incidents[0]!),
      id: 'twin',
      metadata: { tocsin: { id: OUTAGE.id, told: 'u1' } },
    });
    await tell(receiver, page({ incidents: [OUTAGE] }));
    expect(receiver.incidents.map(({ id }) => id)).toEqual(['sp0001']);
  });

  test('gets a post-mortem as a document of the incident, which notifies once', async () => {
    const receiver = service();
    const resolved = { ...OUTAGE.updates[0]!, id: 'u4', at: NOW - MINUTE, stage: 'resolved' as const };
    const document = { ...resolved, id: 'u5', at: NOW, stage: 'postmortem' as const, text: both('## What happened') };
    const updates = [...OUTAGE.updates, resolved, document];
    await tell(receiver, page({ incidents: [{ ...OUTAGE, stage: 'postmortem', to: NOW, updates }] }));
    expect(receiver.incidents[0]).toMatchObject({ status: 'resolved', postmortem_body: '## What happened' });
    expect(receiver.incidents[0]!.updates).toHaveLength(4);
    expect(receiver.sent.filter((it) => it === '## What happened')).toHaveLength(1);
    const mended = [
      ...updates.slice(0, -1),
      { ...document, text: both('## What happened, in full'), correctedAt: NOW + 1 },
    ];
    await tell(
      receiver,
      page({ at: NOW + MINUTE, incidents: [{ ...OUTAGE, stage: 'postmortem', to: NOW, updates: mended }] }),
    );
    expect(receiver.incidents[0]!.postmortem_body).toBe('## What happened, in full');
    expect(receiver.sent).toHaveLength(5);
  });

  test('gets maintenance as a scheduled incident, which takes its component with it', async () => {
    const receiver = service();
    const work = maintenance('mmmmmmmmmmmm', { components: ['checkout'], from: NOW + HOUR, to: NOW + 2 * HOUR });
    await tell(receiver, page({ maintenances: [work] }));
    expect(receiver.incidents).toMatchObject([
      {
        status: 'scheduled',
        impact: 'maintenance',
        scheduled_for: '2026-11-20T16:10:00.000Z',
        scheduled_until: '2026-11-20T17:10:00.000Z',
      },
    ]);
    expect(receiver.components.get('cpcheckout')).toBe('operational');
    await tell(receiver, page({ maintenances: [{ ...work, to: NOW + 3 * HOUR }] }));
    expect(receiver.incidents[0]!.scheduled_until).toBe('2026-11-20T18:10:00.000Z');
    const say = (stage: 'in_progress' | 'completed', at: number) => ({ ...work.updates[0]!, id: stage, stage, at });
    const begun = {
      ...work,
      stage: 'in_progress',
      updates: [...work.updates, say('in_progress', NOW + HOUR)],
    } as const;
    await tell(receiver, page({ at: NOW + HOUR, maintenances: [begun] }));
    expect(receiver.components.get('cpcheckout')).toBe('under_maintenance');
    const done = {
      ...begun,
      stage: 'completed',
      updates: [...begun.updates, say('completed', NOW + 2 * HOUR)],
    } as const;
    await tell(receiver, page({ at: NOW + 2 * HOUR, maintenances: [done] }));
    expect(receiver.incidents[0]!.status).toBe('completed');
    expect(receiver.components.get('cpcheckout')).toBe('operational');
  });

  test('is waited for two minutes in all, as long as it asks each time', async () => {
    const run = runAt(
      service(),
      NOW,
      Array.from({ length: 50 }, () => 'busy' as const),
    );
    const failed = await run.bring(TARGET, hostedWantedOf(page({}), TARGET, KEYS, new Set()), TOKEN);
    expect(failed).toMatchObject({ isPassing: true, trouble: { what: 'status', status: 420, wait: 7_000 } });
    const waits = run.slept.filter((ms) => ms === 7_000);
    expect(waits).toHaveLength(Math.floor(120_000 / 7_000));
  });

  test('lets one entry that it refuses keep no other from being told', async () => {
    const receiver = statuspageWith(['cpapi']);
    const [bad, good] = [
      incident('aaaaaaaaaaaa', { components: ['checkout'] }),
      incident('bbbbbbbbbbbb', { components: ['api'] }),
    ];
    const run = runAt(receiver, NOW);
    const failed = await run.bring(
      TARGET,
      hostedWantedOf(page({ incidents: [bad, good] }), TARGET, KEYS, new Set()),
      TOKEN,
    );
    expect(failed).toMatchObject({ isPassing: false, trouble: { status: 422 } });
    expect(receiver.incidents.map(({ name }) => name)).toEqual(['Trouble bbbbbbbbbbbb']);
  });
});

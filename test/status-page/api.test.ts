import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { overallOf, OVERALL } from '../../src/status-page/condition.ts';
import type { Condition, StatusPage } from '../../src/status-page/page.ts';
import { site } from '../../src/status-page/site.ts';
import { tries } from '../support/tries.ts';
import { anyPage } from './pages.ts';
import { both, component, incident, maintenance, NOW, OUTAGE, pageWith } from './sample.ts';
import { API } from './statuspage-api.ts';

const read = <Path extends keyof typeof API>(page: StatusPage, path: Path) =>
  API[path].parse(JSON.parse(site(page).get(`api/v2/${path}`)!)) as ReturnType<(typeof API)[Path]['parse']>;

const group = { id: 'shop', name: both('Shop') };
const PAGE = pageWith({
  zone: 'Europe/Paris',
  components: [
    component('api'),
    component('checkout', { group, name: both('Checkout') }),
    component('search', { group }),
  ],
  incidents: [OUTAGE],
});

describe('the API in the shape of Statuspage', () => {
  test('has every field of every file, whatever is on the page', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const files = site(page);
        for (const [path, schema] of Object.entries(API)) schema.parse(JSON.parse(files.get(`api/v2/${path}`)!));
        const { components } = API['components.json'].parse(JSON.parse(files.get('api/v2/components.json')!));
        const ids = components.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        for (const it of components) {
          for (const id of it.components ?? []) expect(components.find((of) => of.id === id)?.group_id).toBe(it.id);
          if (it.group_id !== null) expect(ids).toContain(it.group_id);
        }
      }),
      tries(5),
    );
  });

  test('lists a group as a component, as bad as the worst in it', () => {
    const { components } = read(PAGE, 'components.json');
    expect(components.map(({ name, status, position, group: isGroup }) => [name, status, position, isGroup])).toEqual([
      ['api', 'major_outage', 1, false],
      ['Shop', 'major_outage', 2, true],
      ['Checkout', 'major_outage', 1, false],
      ['search', 'operational', 2, false],
    ]);
    expect(components[1]!.components).toEqual([components[2]!.id, components[3]!.id]);
  });

  test('tells an incident by its updates, newest first, in the zone of the page', () => {
    const { incidents, status } = read(PAGE, 'summary.json');
    expect(status).toEqual({ indicator: 'major', description: 'Partial System Outage' });
    const [it] = incidents;
    expect(it).toMatchObject({
      id: 'k3m9x2p7q1z8',
      name: 'Checkout fails in Europe',
      status: 'monitoring',
      impact: 'critical',
      started_at: '2026-11-20T15:02:00.000+01:00',
      monitoring_at: '2026-11-20T16:00:00.000+01:00',
      resolved_at: null,
      shortlink: 'https://status.example.com/incidents/k3m9x2p7q1z8.html',
    });
    expect(it!.incident_updates.map((update) => update.status)).toEqual(['monitoring', 'identified', 'investigating']);
    expect(it!.incident_updates[1]).toMatchObject({
      created_at: '2026-11-20T15:30:00.000+01:00',
      updated_at: '2026-11-20T16:04:00.000+01:00',
      body: 'A transit provider drops our traffic. We are moving it to another.<br />Orders already placed are safe.<br />Refunds are not affected.',
    });
    expect(it!.incident_updates[2]!.affected_components![0]).toEqual({
      code: expect.stringMatching(/^[0-9a-z]{12}$/) as string,
      name: 'api',
      old_status: 'operational',
      new_status: 'major_outage',
    });
  });

  test('keeps ids, whatever else changes', () => {
    const ids = (page: StatusPage) => read(page, 'components.json').components.map(({ id }) => id);
    expect(ids({ ...PAGE, incidents: [], at: NOW + 1, title: both('New'), url: 'https://new.example' })).toEqual(
      ids(PAGE),
    );
  });

  test('parts what is open, planned and under way', { tags: 'slow' }, () => {
    const page = pageWith({
      incidents: [incident('open'), incident('done', { stage: 'resolved', to: NOW - 1 })],
      maintenances: [
        maintenance('soon'),
        maintenance('now', { stage: 'in_progress', begunAt: NOW - 1, from: NOW - 1 }),
        maintenance('off', { stage: 'cancelled' }),
      ],
    });
    const names = (path: keyof typeof API) =>
      Object.entries(read(page, path)).flatMap(([key, list]) =>
        key === 'incidents' || key === 'scheduled_maintenances'
          ? (list as { name: string }[]).map(({ name }) => name)
          : [],
      );
    expect(names('incidents.json').sort()).toEqual(['Trouble done', 'Trouble open']);
    expect(names('incidents/unresolved.json')).toEqual(['Trouble open']);
    expect(names('scheduled-maintenances/upcoming.json')).toEqual(['Work soon']);
    expect(names('scheduled-maintenances/active.json')).toEqual(['Work now']);
    expect(names('summary.json')).toEqual(['Trouble open', 'Work now', 'Work soon']);
    // That API has no word for what was called off.
    expect(
      read(page, 'scheduled-maintenances.json')
        .scheduled_maintenances.map((it) => it.status)
        .sort(),
    ).toEqual(['completed', 'in_progress', 'scheduled']);
  });

  test.each<[string, string, Condition[]]>([
    ['none', 'All Systems Operational', []],
    ['none', 'All Systems Operational', ['operational', 'operational']],
    ['maintenance', 'Service Under Maintenance', ['operational', 'under_maintenance']],
    ['minor', 'Partially Degraded Service', ['degraded_performance', 'under_maintenance']],
    ['minor', 'Degraded System Service', ['degraded_performance', 'degraded_performance']],
    ['minor', 'Minor Service Outage', ['partial_outage', 'operational']],
    ['major', 'Partial System Outage', ['partial_outage', 'partial_outage']],
    ['major', 'Partial System Outage', ['major_outage', 'partial_outage']],
    ['critical', 'Major System Outage', ['major_outage', 'major_outage']],
  ])('says %s, %s of %j', (indicator, description, conditions) => {
    expect(OVERALL[overallOf(conditions)]).toEqual({ indicator, description });
  });
});

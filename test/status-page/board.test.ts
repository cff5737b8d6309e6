import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../src/calendar/length.ts';
import { pathBetween, addressCodeOf, fileNameOf } from '../../src/status-page/address.ts';
import { boardOf, groupsOf } from '../../src/status-page/board.ts';
import type { PublicIncident, PublicStage } from '../../src/status-page/page.ts';
import { both, component, incident, maintenance, NOW, pageWith } from './sample.ts';

const told = (...stages: readonly PublicStage[]): Partial<PublicIncident> => ({
  stage: stages.at(-1)!,
  updates: stages.map((stage, i) => ({
    id: `${i}`,
    at: NOW - HOUR + i * 60_000,
    stage,
    text: both(stage),
    correctedAt: null,
  })),
});
const endOf = (changes: Partial<PublicIncident>): number | null => {
  const { to } = boardOf(pageWith({ incidents: [incident('a', changes)] })).page.incidents[0]!;
  return to === null ? null : (to - NOW + HOUR) / 60_000;
};

describe('what a site is written from', () => {
  test('incidents stand newest first, what is planned with the next first', () => {
    const board = boardOf(
      pageWith({
        incidents: [3, 1, 2].map((days) => incident(`i${days}`, { from: NOW - days * DAY })),
        maintenances: [3, 1, 2].map((days) => maintenance(`m${days}`, { from: NOW + days * DAY })),
      }),
    );
    expect(board.open.map(({ id }) => id)).toEqual(['i1', 'i2', 'i3']);
    expect(board.upcoming.map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
    expect(board.page.maintenances.map(({ id }) => id)).toEqual(['m3', 'm2', 'm1']);
  });

  test('an incident is over when that is said, if nobody said when it ended', () => {
    expect(endOf(told('investigating', 'monitoring'))).toBeNull();
    expect(endOf(told('investigating', 'resolved'))).toBe(1);
    expect(endOf(told('investigating', 'resolved', 'postmortem'))).toBe(1);
    expect(endOf(told('investigating', 'postmortem'))).toBe(1);
    expect(endOf(told('resolved', 'investigating', 'monitoring', 'resolved'))).toBe(3);
    expect(endOf({ ...told('resolved', 'investigating') })).toBeNull();
    expect(endOf({ ...told('investigating', 'resolved'), to: NOW - HOUR })).toBe(0);
  });

  test('a component is as bad as the worst that harms it now, and maintenance counts less', () => {
    const conditionWith = (changes: Parameters<typeof pageWith>[0]) => boardOf(pageWith(changes)).conditions.get('api');
    const running = maintenance('m', { stage: 'verifying', begunAt: NOW - HOUR });
    const degraded = incident('a', { harm: 'degraded_performance' });
    expect(conditionWith({})).toBe('operational');
    expect(conditionWith({ maintenances: [running] })).toBe('under_maintenance');
    expect(conditionWith({ maintenances: [running], incidents: [degraded] })).toBe('degraded_performance');
    expect(conditionWith({ incidents: [degraded, incident('b')] })).toBe('major_outage');
    expect(conditionWith({ incidents: [incident('b', { to: NOW })] })).toBe('operational');
    expect(conditionWith({ incidents: [incident('b', { from: NOW + 1 })] })).toBe('operational');
  });

  test('what is of no component of the page, or written twice, is left out', () => {
    const { page } = boardOf(pageWith({ incidents: [incident('a', { components: ['api', 'gone', 'api'] })] }));
    expect(page.incidents[0]!.components).toEqual(['api']);
  });

  test('names are one line, not too long, and never nothing', () => {
    const nameOf = (name: string) => boardOf(pageWith({ title: both(name) })).page.title.en;
    expect(nameOf(' a\n<!-- b -->\u0000c ')).toBe('a c');
    expect(nameOf('x'.repeat(500))).toHaveLength(200);
    expect(nameOf('')).toBe('–');
  });

  test('groups stand in the order of their first components', () => {
    const group = (id: string) => ({ id, name: both(id) });
    const components = [component('a', { group: group('g') }), component('b'), component('c', { group: group('g') })];
    expect([...groupsOf(components)].map(([id, of]) => [id, of.map((it) => it.id)])).toEqual([
      ['g', ['a', 'c']],
      [null, ['b']],
    ]);
  });
});

describe('an address', () => {
  test.each([
    ['index.html', 'style.css', 'style.css'],
    ['incidents/a.html', 'incidents/b.html', 'b.html'],
    ['fr/incidents/a.html', 'incidents/a.html', '../../incidents/a.html'],
    ['fr/index.html', 'fr/history/index.html', 'history/index.html'],
    ['history/2026-11.html', 'fr/history/2026-11.html', '../fr/history/2026-11.html'],
  ])('from %s to %s is %s', (from, to, path) => {
    expect(pathBetween(from, to)).toBe(path);
  });

  test('has the id if that may be the name of a file, else a code that stays the same', () => {
    expect(fileNameOf('component', 'card-payments')).toBe('card-payments');
    for (const id of ['../x', 'A', 'a.b', '-a', '', 'x'.repeat(100)])
      expect(fileNameOf('component', id)).toMatch(/^[0-9a-z]{12}$/);
    expect(addressCodeOf('component', 'api')).toBe('phf9zj11fa4p');
    expect(addressCodeOf('group', 'api')).not.toBe(addressCodeOf('component', 'api'));
    expect(addressCodeOf('incident', 'kctbh9vrtdwd')).toBe('kctbh9vrtdwd');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hashesOf } from '../../src/status-page/hashes.ts';
import { site } from '../../src/status-page/site.ts';
import { tries } from '../support/tries.ts';
import { anyPage } from './pages.ts';
import { both, component, incident, maintenance, NOW, pageWith } from './sample.ts';

const PAGE = pageWith({
  components: [component('api'), component('web')],
  incidents: [incident('a'), incident('b', { components: ['web'], to: NOW + 60_000 })],
  maintenances: [maintenance('m')],
});

/** What differs between two pages, by id. */
function changed(to: Partial<typeof PAGE>): string[] {
  const [before, after] = [hashesOf(PAGE), hashesOf({ ...PAGE, ...to })];
  return (['entries', 'components'] as const).flatMap((kind) =>
    [...new Set([...Object.keys(before[kind]), ...Object.keys(after[kind])])].filter(
      (id) => before[kind][id] !== after[kind][id],
    ),
  );
}

describe('the hashes of what is shown', () => {
  test('are what the file of the build holds', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const built = JSON.parse(site(page).get('build.json')!) as Record<string, unknown>;
        expect(built).toEqual({ page: page.id, built: new Date(page.at).toISOString(), ...hashesOf(page) });
        expect(Object.keys(built.entries as object)).toHaveLength(page.incidents.length + page.maintenances.length);
      }),
      tries(5),
    );
  });

  test.each<[string, Partial<typeof PAGE>, string[]]>([
    ['nothing by itself', { at: NOW + 1000 }, []],
    ['nothing by the order', { incidents: [...PAGE.incidents].reverse() }, []],
    ['an incident by its text', { incidents: [incident('a', { title: both('Other') }), PAGE.incidents[1]!] }, ['a']],
    ['a new one', { incidents: [...PAGE.incidents, incident('c')] }, ['c']],
    ['a component by an incident that goes', { incidents: [PAGE.incidents[1]!] }, ['a', 'api']],
    ['a component by the time at which its harm ends', { at: NOW + 120_000 }, ['web']],
    ['a maintenance by its times', { maintenances: [maintenance('m', { to: NOW + 1 })] }, ['m']],
  ])('%s', (_, to, ids) => {
    expect(changed(to)).toEqual(ids);
  });

  test('an incident whose next update is overdue is shown as such, so it differs', () => {
    const page = { ...PAGE, incidents: [incident('a', { nextUpdateBy: NOW + 1000 })] };
    expect(hashesOf(page).entries).not.toEqual(hashesOf({ ...page, at: NOW + 2000 }).entries);
  });
});

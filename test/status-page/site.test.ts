import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { site } from '../../src/status-page/site.ts';
import { tries } from '../support/tries.ts';
import { readHtml, readXml, textIn } from './markup.ts';
import { anyPage } from './pages.ts';
import { incident, maintenance, NOW, pageWith } from './sample.ts';
import { SCENES } from './scenes.ts';

const htmlOf = (files: ReadonlyMap<string, string>) => [...files].filter(([path]) => path.endsWith('.html'));

describe('the files of a site', () => {
  test('all that is promised is there, in each language', () => {
    const files = site(
      pageWith({ incidents: [incident('i1')], maintenances: [maintenance('m1', { from: NOW + 1, to: NOW + 2 })] }),
    );
    const ofLanguage = [
      'index.html',
      'history/index.html',
      'history/2026-11.html',
      'incidents/i1.html',
      'maintenance/m1.html',
      'feed.atom',
      'feed.rss',
      'feed.json',
      'maintenance.ics',
      'badge.svg',
      'badges/api.svg',
    ];
    const lists = ['', '/upcoming', '/active'].map((name) => `scheduled-maintenances${name}`);
    const api = ['status', 'summary', 'components', 'incidents', 'incidents/unresolved', ...lists];
    const shared = ['404.html', 'style.css', 'page.js', 'icon.svg', 'build.json', '.nojekyll'];
    expect([...files.keys()].sort()).toEqual(
      [
        ...ofLanguage,
        ...ofLanguage.map((file) => `fr/${file}`),
        ...api.map((name) => `api/v2/${name}.json`),
        ...shared,
      ].sort(),
    );
  });

  test('are the same for the same page, whatever the order of what happened', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const files = site(page);
        const turned = {
          ...page,
          incidents: [...page.incidents].reverse(),
          maintenances: [...page.maintenances].reverse(),
        };
        expect([...site(turned)]).toEqual([...files]);
      }),
      tries(6),
    );
  });

  test('every link leads to a file, every reference to an id, and every document parses', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const files = site(page);
        const base = `${page.url}/`;
        for (const [path, text] of files) {
          expect(path).toMatch(/^[a-z0-9.][a-z0-9./-]*$/i);
          expect(path).not.toContain('..');
          if (path.endsWith('.json')) expect(() => JSON.parse(text) as unknown, path).not.toThrow();
          if (/\.(?:svg|atom|rss)$/.test(path)) readXml(text);
        }
        for (const [path, text] of htmlOf(files)) {
          const tags = readHtml(text);
          const ids = tags.flatMap(({ attributes: { id } }) => id ?? []);
          expect(new Set(ids).size, path).toBe(ids.length);
          for (const { name, attributes } of tags) {
            const { href, src } = attributes;
            for (const named of [attributes['aria-labelledby'], href?.match(/^#(.*)/)?.[1]])
              if (named !== undefined) expect(ids).toContain(named);
            const target = new URL(href ?? src ?? '', base + path);
            // What stands within a text may lead anywhere; nothing else leaves the site.
            if (attributes.rel?.includes('nofollow') === true || (href ?? src) === undefined) continue;
            expect(target.href.startsWith(base), `${name} ${target.href}`).toBe(true);
            expect(files.has(target.pathname.slice(new URL(base).pathname.length)), target.href).toBe(true);
          }
        }
      }),
      tries(6),
    );
  });

  test('a page of fifty services weighs less than 60 kB with its style and its script', { tags: 'slow' }, () => {
    const files = site(SCENES.large);
    const bytes = ['index.html', 'style.css', 'page.js'].map((name) => Buffer.byteLength(files.get(name)!));
    expect(bytes.reduce((a, b) => a + b)).toBeLessThan(60_000);
  });

  test('the front page does not grow with what has happened', { tags: 'slow' }, () => {
    const sizeWith = (count: number): number => {
      const incidents = Array.from({ length: count }, (_, i) =>
        incident(`i${i}`, { from: NOW - 1000 * i, to: NOW - 1000 * i + 500, stage: i % 2 ? 'resolved' : 'monitoring' }),
      );
      return site(pageWith({ languages: ['en'], incidents })).get('index.html')!.length;
    };
    expect(sizeWith(200) - sizeWith(100)).toBeLessThan(20);
  });

  test('a month with much in it is parted, and the parts lead to each other', { tags: 'slow' }, () => {
    const incidents = Array.from({ length: 120 }, (_, i) => incident(`i${i}`, { from: NOW - i, to: NOW }));
    const files = site(pageWith({ incidents: [...incidents, incident('old', { from: NOW - 40 * 86_400_000 })] }));
    const links = (path: string) =>
      readHtml(files.get(path)!).flatMap(({ attributes: { rel, href } }) =>
        rel === 'next' || rel === 'prev' ? `${rel} ${href!}` : [],
      );
    expect(links('history/2026-11.html')).toEqual(['next 2026-11-2.html']);
    expect(links('history/2026-11-3.html')).toEqual(['next 2026-10.html', 'prev 2026-11-2.html']);
    expect(links('history/2026-10.html')).toEqual(['prev 2026-11-3.html']);
  });

  test('what names no page is told so, with links that hold at any depth', () => {
    const files = site(pageWith({ url: 'https://acme.github.io/status' }));
    const hrefs = readHtml(files.get('404.html')!).flatMap(({ attributes: { href } }) => href ?? []);
    const inside = hrefs.filter((href) => !/^(?:#|https:)/.test(href));
    expect(inside.length).toBeGreaterThan(5);
    for (const href of inside) expect(href).toMatch(/^\/status\/[a-z]/);
  });

  test('the language switch leads to the same page', () => {
    const files = site(pageWith({ incidents: [incident('i1')] }));
    const switched = (path: string) =>
      readHtml(files.get(path)!).find(({ name, attributes }) => name === 'a' && attributes.hreflang)!;
    expect(switched('incidents/i1.html').attributes.href).toBe('../fr/incidents/i1.html');
    expect(switched('fr/incidents/i1.html').attributes.href).toBe('../../incidents/i1.html');
    expect(textIn(switched('fr/index.html'))).toBe('English');
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { site } from '../../src/status-page/site.ts';
import { tries } from '../support/tries.ts';
import { childrenOf, readXml, texts } from './markup.ts';
import { anyPage } from './pages.ts';
import { both, incident, NOW, OUTAGE, pageWith, component } from './sample.ts';

const RFC3339 = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;
const RFC822 = /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d [A-Z][a-z]{2} \d{4} \d\d:\d\d:\d\d GMT$/;
const URN = /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/;

/** https://www.jsonfeed.org/version/1.1/, for what the feed says. */
const date = z.string().regex(RFC3339);
const JSON_FEED = z.strictObject({
  version: z.literal('https://jsonfeed.org/version/1.1'),
  title: z.string().min(1),
  home_page_url: z.url(),
  feed_url: z.url(),
  language: z.enum(['en', 'fr']),
  authors: z.array(z.strictObject({ name: z.string(), url: z.url() })).length(1),
  items: z
    .array(
      z.strictObject({
        id: z.string().regex(URN),
        url: z.url(),
        title: z.string().min(1),
        content_html: z.string(),
        date_published: date,
        date_modified: date,
        tags: z.array(z.string()),
      }),
    )
    .max(50),
});

const OUTAGE_PAGE = pageWith({
  components: [component('api', { name: both('API') }), component('checkout', { name: both('Checkout') })],
  incidents: [OUTAGE],
});

/** What RFC 4287 asks of a feed: its own elements once, and of each entry the same. */
function expectAtom(xml: string): void {
  const feed = readXml(xml);
  expect(feed.name).toBe('feed');
  expect(feed.attributes.xmlns).toBe('http://www.w3.org/2005/Atom');
  for (const it of [feed, ...childrenOf(feed, 'entry')]) {
    for (const name of ['id', 'title', 'updated']) expect(texts(it, name), name).toHaveLength(1);
    expect(texts(it, 'id')[0]).toMatch(URN);
    for (const name of ['updated', 'published']) for (const at of texts(it, name)) expect(at).toMatch(RFC3339);
    // 4.1.1: one author for all entries, and no two alternates of one type and language.
    const links = childrenOf(it, 'link').map(({ attributes: { rel, type } }) => `${rel!} ${type!}`);
    expect(new Set(links).size).toBe(links.length);
    expect(links).toContain('alternate text/html');
  }
  expect(childrenOf(feed, 'author').flatMap((author) => texts(author, 'name'))).toHaveLength(1);
  expect(childrenOf(feed, 'link').some(({ attributes: { rel } }) => rel === 'self')).toBe(true);
  const ids = childrenOf(feed, 'entry').flatMap((entry) => texts(entry, 'id'));
  expect(new Set(ids).size).toBe(ids.length);
}

/** What https://www.rssboard.org/rss-specification asks for. */
function expectRss(xml: string): void {
  const rss = readXml(xml);
  expect([rss.name, rss.attributes.version]).toEqual(['rss', '2.0']);
  const channels = childrenOf(rss, 'channel');
  expect(channels).toHaveLength(1);
  for (const name of ['title', 'link', 'description', 'language', 'lastBuildDate', 'ttl'])
    expect(texts(channels[0]!, name), name).toHaveLength(1);
  for (const item of childrenOf(channels[0]!, 'item')) {
    for (const name of ['title', 'link', 'guid', 'pubDate', 'description']) expect(texts(item, name)).toHaveLength(1);
    expect(texts(item, 'pubDate')[0]).toMatch(RFC822);
    expect(childrenOf(item, 'guid')[0]!.attributes.isPermaLink).toBe('false');
  }
}

describe('the feeds', () => {
  test('keep the rules of Atom, RSS and JSON Feed, whatever is on the page', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        for (const [path, text] of site(page)) {
          if (path.endsWith('.atom')) expectAtom(text);
          if (path.endsWith('.rss')) expectRss(text);
          if (path.endsWith('feed.json')) JSON_FEED.parse(JSON.parse(text));
        }
      }),
      tries(5),
    );
  });

  test('have an entry for each update, the newest first', () => {
    const feed = readXml(site(OUTAGE_PAGE).get('feed.atom')!);
    expect(childrenOf(feed, 'entry').flatMap((entry) => texts(entry, 'title'))).toEqual([
      'Monitoring · Checkout fails in Europe',
      'Identified · Checkout fails in Europe',
      'Investigating · Checkout fails in Europe',
    ]);
    const { items } = JSON_FEED.parse(JSON.parse(site(OUTAGE_PAGE).get('fr/feed.json')!));
    expect(items[0]).toMatchObject({
      title: 'Sous surveillance · Le paiement échoue en Europe',
      url: expect.stringMatching(
        /^https:\/\/status\.example\.com\/fr\/incidents\/k3m9x2p7q1z8\.html#update-[0-9a-z]{12}$/,
      ) as string,
      tags: ['Checkout', 'API'],
    });
  });

  test('tell of a correction by the time of change, and keep the id', () => {
    const entries = (page: typeof OUTAGE_PAGE) =>
      JSON_FEED.parse(JSON.parse(site(page).get('feed.json')!)).items.map(({ id, date_published, date_modified }) => ({
        id,
        date_published,
        date_modified,
      }));
    const [, corrected] = entries(OUTAGE_PAGE);
    expect(corrected).toMatchObject({
      date_published: '2026-11-20T14:30:00.000Z',
      date_modified: '2026-11-20T15:04:00.000Z',
    });
    const before = { ...OUTAGE, updates: OUTAGE.updates.map((update) => ({ ...update, correctedAt: null })) };
    expect(entries({ ...OUTAGE_PAGE, incidents: [before] })[1]!.id).toBe(corrected!.id);
    expect(entries({ ...OUTAGE_PAGE, url: 'https://elsewhere.example' })[1]!.id).toBe(corrected!.id);
  });

  test('hold the newest fifty', { tags: 'slow' }, () => {
    const incidents = Array.from({ length: 60 }, (_, i) => {
      const at = NOW - i * 60_000;
      const text = both(`Number ${i}`);
      return incident(`i${i}`, {
        from: at,
        updates: [{ id: 'u', at, stage: 'investigating', text, correctedAt: null }],
      });
    });
    const { items } = JSON_FEED.parse(JSON.parse(site(pageWith({ incidents })).get('feed.json')!));
    expect(items.map(({ content_html }) => content_html)).toEqual(
      Array.from({ length: 50 }, (_, i) => `<p>Number ${i}</p>`),
    );
  });

  test('are the same when nothing happened in between', { tags: 'slow' }, () => {
    const later = { ...OUTAGE_PAGE, at: NOW + 3_600_000 };
    for (const file of ['feed.atom', 'feed.rss', 'feed.json', 'maintenance.ics'])
      expect(site(later).get(file)).toBe(site(OUTAGE_PAGE).get(file));
  });
});

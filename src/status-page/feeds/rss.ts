import { xmlText, xml, xmlDocument } from '../../text/xml.ts';
import type { Feed, FeedEntry } from './entries.ts';

/** How long a reader may keep the feed, in minutes: GitHub Pages lets copies grow ten minutes old. */
const KEPT = '10';

/** A feed as RSS 2.0. */
export function rssOf(feed: Feed): string {
  return xmlDocument(
    xml(
      'rss',
      { version: '2.0', 'xmlns:atom': 'http://www.w3.org/2005/Atom' },
      xml(
        'channel',
        {},
        xml('title', {}, xmlText(feed.title)),
        xml('link', {}, xmlText(feed.home)),
        xml('description', {}, xmlText(feed.title)),
        xml('language', {}, xmlText(feed.language)),
        xml('lastBuildDate', {}, xmlText(new Date(feed.updated).toUTCString())),
        xml('ttl', {}, xmlText(KEPT)),
        xml('atom:link', { rel: 'self', href: feed.urlOf('feed.rss'), type: 'application/rss+xml' }),
        ...feed.entries.map(itemOf),
      ),
    ),
  );
}

function itemOf({ id, url, title, html, published, tags }: FeedEntry) {
  return xml(
    'item',
    {},
    xml('title', {}, xmlText(title)),
    xml('link', {}, xmlText(url)),
    xml('guid', { isPermaLink: 'false' }, xmlText(id)),
    // RFC 822 with a year of four digits, which this is.
    xml('pubDate', {}, xmlText(new Date(published).toUTCString())),
    ...tags.map((tag) => xml('category', {}, xmlText(tag))),
    xml('description', {}, xmlText(html)),
  );
}

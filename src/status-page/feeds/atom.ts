import { xmlText, xml, xmlDocument } from '../../text/xml.ts';
import type { Feed, FeedEntry } from './entries.ts';

/** A feed as Atom (RFC 4287). */
export function atomOf(feed: Feed): string {
  const link = (rel: string, href: string, type: string) => xml('link', { rel, href, type });
  return xmlDocument(
    xml(
      'feed',
      { xmlns: 'http://www.w3.org/2005/Atom', 'xml:lang': feed.language },
      xml('id', {}, xmlText(feed.id)),
      xml('title', {}, xmlText(feed.title)),
      xml('updated', {}, xmlText(new Date(feed.updated).toISOString())),
      xml('author', {}, xml('name', {}, xmlText(feed.title))),
      link('self', feed.urlOf('feed.atom'), 'application/atom+xml'),
      link('alternate', feed.home, 'text/html'),
      ...feed.entries.map(entryOf),
    ),
  );
}

function entryOf({ id, url, title, html, published, updated, tags }: FeedEntry) {
  return xml(
    'entry',
    {},
    xml('id', {}, xmlText(id)),
    xml('title', {}, xmlText(title)),
    xml('link', { rel: 'alternate', href: url, type: 'text/html' }),
    xml('published', {}, xmlText(new Date(published).toISOString())),
    xml('updated', {}, xmlText(new Date(updated).toISOString())),
    ...tags.map((term) => xml('category', { term })),
    xml('content', { type: 'html' }, xmlText(html)),
  );
}

import type { Feed } from './entries.ts';

/** A feed as JSON Feed 1.1 (https://www.jsonfeed.org/version/1.1/). */
export function jsonFeedOf(feed: Feed): string {
  const whole = {
    version: 'https://jsonfeed.org/version/1.1',
    title: feed.title,
    home_page_url: feed.home,
    feed_url: feed.urlOf('feed.json'),
    language: feed.language,
    authors: [{ name: feed.title, url: feed.home }],
    items: feed.entries.map(({ id, url, title, html, published, updated, tags }) => ({
      id,
      url,
      title,
      content_html: html,
      date_published: new Date(published).toISOString(),
      date_modified: new Date(updated).toISOString(),
      tags,
    })),
  };
  return `${JSON.stringify(whole, null, 1)}\n`;
}

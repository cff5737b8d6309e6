import type { Element } from 'hast';
import { hourOwner } from '../../text/time.ts';
import { addressPlaceOf, urlOf } from '../address.ts';
import { OVERALL, OVERALL_CONDITION } from '../condition.ts';
import type { Overall } from '../condition.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';
import { SCRIPT_FILE } from './script.ts';
import { STYLE_FILE } from './style.ts';
import { hrefOf, isFront, said, sharedHref } from './view.ts';
import type { View } from './view.ts';

/**
 * What a browser may do with a page: take style, script, pictures and news from where the page is from, and nothing else at all. A text
 * that got through everything before would still not run.
 */
const POLICY = [
  "default-src 'none'",
  "style-src 'self'",
  "script-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');

/** The feeds of a language: each file with its type and its name. */
export const FEEDS = [
  { file: 'feed.atom', type: 'application/atom+xml', name: 'Atom' },
  { file: 'feed.rss', type: 'application/rss+xml', name: 'RSS' },
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON Feed' },
] as const;

/** What a browser has to know of a file before it shows anything. */
export function htmlHead(view: View, title: string): Content {
  const { page } = view.board;
  const name = said(view, page.title);
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', null, isFront(view) ? name : `${title} · ${name}`),
    h('link', { rel: ['stylesheet'], href: sharedHref(view, STYLE_FILE) }),
    h('link', { rel: ['icon'], type: 'image/svg+xml', href: sharedHref(view, 'icon.svg') }),
    page.languages.map((other) =>
      h('link', { rel: ['alternate'], hrefLang: other, href: urlOf(page, addressPlaceOf(page, other, view.file)) }),
    ),
    FEEDS.map(({ file, type, name }) => h('link', { rel: ['alternate'], type, title: name, href: hrefOf(view, file) })),
    script(view),
  ];
}

/** The script, with the few words that it may have to write. */
function script(view: View): Element {
  const { words, board } = view;
  // Only the front page shows what may change.
  const isLive = isFront(view);
  const overall = (Object.keys(OVERALL) as Overall[]).map((key) =>
    [OVERALL[key].description, OVERALL_CONDITION[key], words.overall[key]].join('|'),
  );
  const conditions = Object.entries(words.condition).map(([condition, word]) => `${condition}|${word}`);
  return h('script', {
    src: sharedHref(view, SCRIPT_FILE),
    defer: true,
    dataZone: board.page.zone,
    dataPlace: hourOwner(view.reader),
    dataLocal: words.site.local,
    dataAt: isLive ? board.page.at : null,
    dataSummary: isLive ? sharedHref(view, 'api/v2/summary.json') : null,
    dataSentences: isLive ? overall.join(';') : null,
    dataWords: isLive ? conditions.join(';') : null,
  });
}

import type { Element } from 'hast';
import { urlOf, placeOf } from '../address.ts';
import { OVERALL, OVERALL_CONDITION } from '../condition.ts';
import type { Overall } from '../condition.ts';
import { pageWords } from '../words.ts';
import { SCRIPT_FILE } from './script.ts';
import { STYLE_FILE } from './style.ts';
import { documentOf, h } from './element.ts';
import type { Content } from './element.ts';
import { definitions } from './icons.ts';
import { hrefOf, said, sharedHref, timeInFull } from './view.ts';
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

/** A whole file of HTML around its content. */
export function layout(view: View, title: string, content: readonly Content[]): string {
  const { board, language } = view;
  const name = said(view, board.page.title);
  return documentOf(
    h(
      'html',
      { lang: language },
      h('head', null, head(view, view.file === 'index.html' ? name : `${title} · ${name}`)),
      h(
        'body',
        null,
        h('a', { className: ['skip'], href: '#content' }, view.words.site.skip),
        definitions(),
        header(view, name),
        h('main', { id: 'content', tabIndex: -1 }, content),
        footer(view),
      ),
    ),
  );
}

function head(view: View, title: string): Content {
  const { page } = view.board;
  return [
    h('meta', { charSet: 'utf-8' }),
    h('meta', { httpEquiv: 'Content-Security-Policy', content: POLICY }),
    h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
    h('meta', { name: 'referrer', content: 'no-referrer' }),
    h('meta', { name: 'color-scheme', content: 'light dark' }),
    h('title', null, title),
    h('link', { rel: ['stylesheet'], href: sharedHref(view, STYLE_FILE) }),
    h('link', { rel: ['icon'], type: 'image/svg+xml', href: sharedHref(view, 'icon.svg') }),
    page.languages.map((other) =>
      h('link', { rel: ['alternate'], hrefLang: other, href: urlOf(page, placeOf(page, other, view.file)) }),
    ),
    FEEDS.map(({ file, type, name }) => h('link', { rel: ['alternate'], type, title: name, href: hrefOf(view, file) })),
    script(view),
  ];
}

/** The script, with the few words that it may have to write. */
function script(view: View): Element {
  const { words, board } = view;
  // Only the front page shows what may change.
  const isFront = view.file === 'index.html';
  const overall = (Object.keys(OVERALL) as Overall[]).map((key) =>
    [OVERALL[key].description, OVERALL_CONDITION[key], words.overall[key]].join('|'),
  );
  const conditions = Object.entries(words.condition).map(([condition, word]) => `${condition}|${word}`);
  return h('script', {
    src: sharedHref(view, SCRIPT_FILE),
    defer: true,
    dataZone: board.page.zone,
    dataLocal: words.site.local,
    dataAt: isFront ? board.page.at : null,
    dataSummary: isFront ? sharedHref(view, 'api/v2/summary.json') : null,
    dataOverall: isFront ? overall.join(';') : null,
    dataConditions: isFront ? conditions.join(';') : null,
  });
}

const FEEDS = [
  { file: 'feed.atom', type: 'application/atom+xml', name: 'Atom' },
  { file: 'feed.rss', type: 'application/rss+xml', name: 'RSS' },
  { file: 'feed.json', type: 'application/feed+json', name: 'JSON Feed' },
] as const;

function header(view: View, name: string): Element {
  const { words } = view;
  const link = (file: string, text: string): Element =>
    h('a', { href: hrefOf(view, file), ariaCurrent: view.file === file ? 'page' : null }, text);
  return h(
    'header',
    null,
    h('a', { className: ['name'], href: hrefOf(view, 'index.html') }, name),
    h(
      'nav',
      { ariaLabel: words.site.menu },
      link('index.html', words.site.status),
      link('history/index.html', words.site.history),
    ),
    languageSwitch(view),
  );
}

/** To the same file in the other languages, each named in its own words. */
function languageSwitch(view: View): Content {
  const languages = view.board.page.languages.filter((language) => language !== view.language);
  if (languages.length === 0) return null;
  return h(
    'nav',
    { className: ['languages'], ariaLabel: view.words.site.languages },
    languages.map((other) =>
      h(
        'a',
        {
          href: hrefOf(view, view.file, other),
          lang: other,
          hrefLang: other,
        },
        pageWords[other].language,
      ),
    ),
  );
}

function footer(view: View): Element {
  const { site } = view.words;
  return h(
    'footer',
    null,
    h(
      'nav',
      { ariaLabel: site.subscribe },
      h('span', null, site.subscribe),
      FEEDS.map(({ file, type, name }) => h('a', { href: hrefOf(view, file), type }, name)),
      h('a', { href: hrefOf(view, 'maintenance.ics'), type: 'text/calendar' }, site.calendar),
    ),
    h('p', null, `${site.built} `, timeInFull(view, view.board.page.at), '.'),
  );
}

import type { Element } from 'hast';
import { siteWords } from '../words.ts';
import { documentOf, h } from './element.ts';
import type { Content } from './element.ts';
import { FEEDS, htmlHead } from './head.ts';
import { definitions } from './icons.ts';
import { hrefOf, said, timeInFull } from './view.ts';
import type { View } from './view.ts';

/** A whole file of HTML around its content. */
export function layout(view: View, title: string, content: readonly Content[]): string {
  const { board, language } = view;
  const name = said(view, board.page.title);
  return documentOf(
    h(
      'html',
      { lang: language },
      h('head', null, htmlHead(view, title)),
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

function header(view: View, name: string): Element {
  const { words } = view;
  const link = (file: string, text: string): Element =>
    h('a', { href: hrefOf(view, file), ariaCurrent: currentIn(view, file) }, text);
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

/** How an entry of the menu is marked: it is this file, or one of what it leads to. */
function currentIn({ file, root }: View, entry: string): string | null {
  if (root !== null) return null;
  if (file === entry) return 'page';
  return entry !== 'index.html' && file.startsWith(entry.replace('index.html', '')) ? 'true' : null;
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
        siteWords[other].language,
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

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { proseOf, plainOf } from '../../src/status-page/html/prose.ts';
import { fragmentOf } from '../../src/status-page/html/element.ts';
import { site } from '../../src/status-page/site.ts';
import { tries } from '../support/tries.ts';
import { allOf, childrenOf, readHtml, readXml, textIn } from './markup.ts';
import type { Tag } from './markup.ts';
import { anyPage } from './pages.ts';
import { both, incident, pageWith } from './sample.ts';

/** All elements that a page of ours is made of. */
const OURS = new Set(
  (
    'html head meta title link script body a header nav main footer section article div span p h1 h2 h3 ol ul li time strong em code ' +
    'pre blockquote br hr details summary table caption thead tbody tr th td svg symbol path use pattern rect'
  ).split(' '),
);

/** What must hold of every element, whoever wrote what is in it. */
function expectTame({ name, attributes }: Tag): void {
  expect(OURS, name).toContain(name);
  for (const [key, value] of Object.entries(attributes)) {
    expect(key).not.toMatch(/^on|^style$|^srcdoc$|^formaction$/);
    if (key === 'href' || key === 'src') expect(value.trim()).not.toMatch(/^(?:javascript|data|vbscript):/i);
  }
  if (name === 'script') expect(attributes.src).toMatch(/^(?:\.\.\/)*page\.js\?v=|^\/[a-z/]*page\.js\?v=/);
  if (name === 'a' && /^(?:https?:|mailto:|\/\/)/i.test(attributes.href ?? ''))
    expect(attributes.rel).toBe('nofollow noopener noreferrer');
}

const htmlOf = (markdown: string): string => fragmentOf(proseOf(markdown));

describe('texts of people', () => {
  test('never become anything that runs, loads or disturbs the page', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        for (const [path, text] of site(page)) {
          // eslint-disable-next-line no-control-regex -- what nobody may send
          expect(text, path).not.toMatch(/[\u0000-\u0008\u000b\u001b\u007f\u202e\u2066\ufffe]/);
          expect(text.isWellFormed(), path).toBe(true);
          expect(text, path).not.toMatch(/hidden -->/);
          if (!path.endsWith('.html')) continue;
          const tags = readHtml(text);
          tags.forEach(expectTame);
          expect(tags.filter(({ name }) => name === 'script')).toHaveLength(1);
          const levels = tags.flatMap(({ name }) => (/^h[1-6]$/.test(name) ? Number(name[1]) : []));
          expect(levels.filter((level) => level === 1)).toHaveLength(1);
          levels.forEach((level, i) => {
            expect(level - (levels[i - 1] ?? 0)).toBeLessThanOrEqual(1);
          });
        }
      }),
      tries(5),
    );
  });

  test('are as tame in the feeds', { tags: 'slow' }, () => {
    fc.assert(
      fc.property(anyPage, (page) => {
        const files = site({ ...page, languages: ['en'] });
        for (const entry of childrenOf(readXml(files.get('feed.atom')!), 'entry')) {
          const html = childrenOf(entry, 'content').map(textIn).join('');
          const body = readHtml(`<!doctype html><html><head></head><body>${html}</body></html>`).filter(
            ({ name }) => name === 'body',
          );
          body.flatMap(allOf).forEach(expectTame);
        }
      }),
      tries(5),
    );
  });

  test.each([
    ['[a](javascript:alert(1))', '<p><span>a</span></p>'],
    ['[a](/incidents/x.html)', '<p><span>a</span></p>'],
    ['[a](//evil.example)', '<p><span>a</span></p>'],
    [
      '<https://a.example>',
      '<p><a href="https://a.example" rel="nofollow noopener noreferrer">https://a.example</a></p>',
    ],
    ['[a][b]\n\n[b]: https://a.example', '<p><a href="https://a.example" rel="nofollow noopener noreferrer">a</a></p>'],
    ['![logo](https://a.example/b.png)', '<p>logo</p>'],
    ['# Heading\n\nText', '<p><strong>Heading</strong></p><p>Text</p>'],
    ['an error <timeout> came', '<p>an error &#x3C;timeout> came</p>'],
    ['seen <!-- not seen -->', '<p>seen </p>'],
    ['<!-- never closed\n\n**x**', ''],
    ['thanks to @alice', '<p>thanks to @alice</p>'],
    ['<script>alert(1)</script>', '&#x3C;script>alert(1)&#x3C;/script>'],
  ])('%j becomes %s', (markdown, html) => {
    expect(htmlOf(markdown)).toBe(html);
  });

  test('are lines of plain text where there is no markup', () => {
    expect(plainOf(proseOf('# A\n\n**b** [c](https://d.example)\n\n- e\n- f'))).toBe('A\nb c\ne\nf');
  });

  test('may be as long and as deep as they like', { tags: 'slow' }, () => {
    const deep = ['>', '- ', '1. ', '[', '![', '*a **b ', '<a ', '`', '\t', '~', '&'].map((it) =>
      it.repeat(100_000 / it.length),
    );
    const start = performance.now();
    const files = site(
      pageWith({
        languages: ['en'],
        incidents: deep.map((text, i) =>
          incident(`i${i}`, {
            title: both(text),
            updates: [{ id: 'u', at: 0, stage: 'investigating', text: both(text), correctedAt: null }],
          }),
        ),
      }),
    );
    expect(files.get('index.html')!.length).toBeLessThan(200_000);
    // Far more than it takes, and far less than what is not bounded takes.
    expect(performance.now() - start).toBeLessThan(20_000);
  });

  test('the browser is told first to run and load nothing from elsewhere', () => {
    const [, , meta] = readHtml(site(pageWith()).get('index.html')!).slice(1);
    expect(meta!.attributes['http-equiv']).toBe('Content-Security-Policy');
    expect(meta!.attributes.content).toMatch(/^default-src 'none';/);
    expect(meta!.attributes.content).not.toMatch(/unsafe|\*|http/);
  });
});

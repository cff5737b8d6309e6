import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { missingFacts, readFacts, type Facts } from '../../src/capabilities/report/facts.ts';
import { contains, foldText } from '../../src/text/compare.ts';
import { readSections } from '../../src/text/markdown.ts';
import { block, inline } from '../../src/text/foreign.ts';
import { factHeadings, FORM } from '../../src/capabilities/report/form.ts';
import { FACTS, type FactName } from '../../src/model/fact.ts';
import { tries } from '../support/tries.ts';
import { codePoint } from '../support/unit.ts';

const HEADINGS = factHeadings();
const read = (...lines: string[]): Facts => readFacts(lines.join('\n'), HEADINGS);

describe('facts', () => {
  it.each<[string, string[], Facts]>([
    [
      'of a form',
      ['### Scope of the impact', '', 'All of it', '', '### Customers affected', '', 'Two'],
      { scope: 'All of it', customers: 'Two' },
    ],
    ['in French', ['### Étendue de l’impact', '', 'Tout'], { scope: 'Tout' }],
    ['written by hand', ["# etendue de l'impact :", 'Tout'], { scope: 'Tout' }],
    ['with markup in the heading', ['## **Scope of the impact:**', 'All'], { scope: 'All' }],
    ['with code in the heading', ['## `Scope of the impact` ##', 'All'], { scope: 'All' }],
    ['with hard blanks', ['##\tScope\u00a0of the  impact\u00a0?', 'All'], { scope: 'All' }],
    [
      'under lines',
      ['Scope of the impact', '===', 'All', '', 'Customers affected', '---', 'Two'],
      { scope: 'All', customers: 'Two' },
    ],
    ['until a heading that is no deeper', ['## Scope of the impact', 'All', '## Notes', 'x'], { scope: 'All' }],
    ['until a higher heading', ['## Scope of the impact', 'All', '', 'Notes', '===', 'x'], { scope: 'All' }],
    [
      'with deeper headings',
      ['## Scope of the impact', 'All', '### Notes *here*', 'x'],
      { scope: 'All\n### Notes *here*\nx' },
    ],
    ['until a deeper fact', ['## Scope of the impact', 'All', '### Severity', 'x'], { scope: 'All', severity: 'x' }],
    ['with a rule under them', ['### Scope of the impact', 'All', '---', 'really'], { scope: 'All\n---\nreally' }],
    [
      'whose first heading has no answer',
      ['# Scope of the impact', '-', '# Scope of the impact', 'All', '# Scope of the impact', 'No'],
      { scope: 'All' },
    ],
    ['with several lines', ['# Scope of the impact', '', 'a', '', '- b', '  - c', ''], { scope: 'a\n\n- b\n  - c' }],
    ['not in a block of code', ['```', '# Scope of the impact', 'a', '```'], {}],
    ['not in a block of code that goes on', ['~~~', '```', '# Scope of the impact', 'a'], {}],
    ['not in indented code', ['    # Scope of the impact', 'a'], {}],
    ['not in a quote', ['> # Scope of the impact', '> a'], {}],
    ['not in a list', ['- # Scope of the impact', '  a', '', '  # Customers affected', '  b'], {}],
    [
      'not in code in a list',
      ['- ```', '  # Scope of the impact', '  ```', '', '# Customers affected', 'b'],
      { customers: 'b' },
    ],
    ['not in HTML', ['<!--', '# Scope of the impact', 'a', '-->', '# Customers affected', 'b'], { customers: 'b' }],
    [
      'not after HTML that hides them',
      ['<details>', '# Scope of the impact', '</details>', '', '# Customers affected', 'b'],
      { customers: 'b' },
    ],
    ['after a long comment', [`<!-- ${'x'.repeat(900)} -->`, '# Scope of the impact', 'a'], { scope: 'a' }],
    ['with code that has headings', ['# Scope of the impact', '```', '# a', '```', 'b'], { scope: '```\n# a\n```\nb' }],
    ['that are code', ['# Scope of the impact', '`all`'], { scope: 'all' }],
    ['that are code with backticks', ['# Scope of the impact', '`` `all` ``'], { scope: '`all`' }],
    ['that begin and end with code', ['# Scope of the impact', '`a` and `b`'], { scope: '`a` and `b`' }],
    ['that are a block of code', ['# Scope of the impact', '```text', 'a', '', 'b', '```'], { scope: 'a\n\nb' }],
    [
      'without comments',
      ['# Scope of the impact', '<!-- how many? -->', 'All', 'x <!-- y', 'z --> w'],
      { scope: 'All\nx  w' },
    ],
    [
      'with comments in code',
      ['# Scope of the impact', 'a `<!-- b -->`', '', '```', '<!-- c -->', '```', '<!-- d'],
      { scope: 'a `<!-- b -->`\n\n```\n<!-- c -->\n```' },
    ],
  ])('%s', (_, lines, facts) => {
    expect(read(...lines)).toEqual(facts);
    expect(readFacts(lines.join('\r\n'), HEADINGS)).toEqual(facts);
    expect(readFacts(lines.join('\r'), HEADINGS)).toEqual(facts);
  });

  it.each([
    '',
    '   ',
    '_No response_',
    '*No response*',
    '<!-- all of them? -->',
    '-',
    '?',
    '…',
    '- -',
    '***',
    'n/a',
    'N/A',
    '` `',
    '```\n\n```',
    '\u200b',
  ])('are not in the answer %j', (answer) => {
    expect(read('### Scope of the impact', '', answer, '', '### Severity', '', 'high')).toEqual({ severity: 'high' });
  });

  it.each(['No response', '0', 'NA', '🔥', '-1', '_none_'])('are in the answer %j', (answer) => {
    expect(read('### Scope of the impact', '', answer)).toEqual({ scope: answer });
  });

  it('are cut, and never through a character', () => {
    expect(read('# Scope of the impact', 'a'.repeat(3_000)).scope).toHaveLength(2_000);
    expect(read('# Scope of the impact', 'a'.repeat(1_999) + '🔥').scope).toHaveLength(1_999);
    expect(read('# Customers affected', 'log line\n'.repeat(4_000), '# Scope of the impact', 'a').scope).toBe('a');
  });

  it('that every report must have', () => {
    expect(missingFacts({})).toEqual(['originator', 'customers', 'system', 'time', 'scope', 'impact']);
    expect(missingFacts({ system: 'a', severity: 'b' })).toEqual([
      'originator',
      'customers',
      'time',
      'scope',
      'impact',
    ]);
  });
});

const eol = fc.constantFrom('\n', '\r\n', '\r');
const language = fc.constantFrom('en', 'fr');
const word = fc.stringMatching(/^[A-Za-z0-9é][a-zé0-9.,]{0,12}$/);
const answer = fc
  .array(word, { minLength: 1, maxLength: 6 })
  .map((words) => words.join(' '))
  .filter((it) => !/^[.\d,]*$|^n\.a\.?$/i.test(it));
const heading = (name: FactName) =>
  fc
    .record({
      language,
      depth: fc.integer({ min: 1, max: 6 }),
      loud: fc.boolean(),
      end: fc.constantFrom('', ':', ' :', ' ?', ' #'),
    })
    .map(
      ({ language, depth, loud, end }) =>
        `${'#'.repeat(depth)} ${loud ? FORM[language][name].toUpperCase() : FORM[language][name]}${end}`,
    );
const entry = fc.constantFrom(...FACTS).chain((name) => fc.tuple(fc.constant(name), heading(name), answer));

describe('whatever people write', () => {
  it('the facts are found in any order, with any line ends, in a mix of both languages', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(entry, { selector: ([name]) => name }),
        eol,
        fc.integer({ min: 1, max: 3 }),
        (entries, end, blank) => {
          const body = entries.map(([, heading, text]) => `${heading}${end.repeat(blank)}${text}`).join(end.repeat(2));
          expect(readFacts(body, HEADINGS)).toEqual(Object.fromEntries(entries.map(([name, , text]) => [name, text])));
        },
      ),
      tries(40),
    );
  });

  it('foreign text that is shown as code comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: fc.constantFrom('`', ' ', 'a', '<!-- ', '-->', '\n# ', '#', '\\') }),
        (one, two) => {
          for (const text of [one, two].map((it) => it.replace(/\s+/g, ' ').trim())) {
            // Without letters or digits it is no answer, and what steers a terminal or the direction of writing is taken out.
            if (!/[\p{L}\p{N}]/u.test(text) || /[\p{Cc}\p{Bidi_Control}]|^n(?:\/a|\.a\.?)$/iu.test(text)) continue;
            const body = `### Scope of the impact\n\n${inline(text, 1_000)}\n\n### Severity\n\n${block(text)}\n`;
            expect(readFacts(body, HEADINGS)).toEqual({ scope: text, severity: text });
          }
        },
      ),
      tries(40),
    );
  });

  it('it never throws, and never gives more than was asked', () => {
    const piece = fc.oneof(
      fc.string({ unit: codePoint }),
      fc.constantFrom('# Severity\n', '> ', '- ', '```\n', '<!--', '-->', '\n', '\r', '`', '===\n'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        for (const text of Object.values(readFacts(pieces.join(''), HEADINGS))) {
          expect(text.length).toBeGreaterThan(0);
          expect(text.length).toBeLessThanOrEqual(2_000);
        }
      }),
      tries(40),
    );
  });

  it('its headings are those that a full reading finds', () => {
    const begin = fc.constantFrom(
      '',
      ' ',
      '  ',
      '    ',
      '\t',
      '> ',
      '- ',
      '* ',
      '1. ',
      '2) ',
      '-   ',
      '>> ',
      '- > ',
      '- - ',
    );
    const rest = fc.constantFrom(
      '',
      'a',
      'b c',
      '# a',
      '## b',
      '---',
      '- - -',
      '===',
      '=',
      '-',
      '```',
      '~~~',
      '``` a',
      '```a`',
      '<!--',
      'a -->',
      '-->',
      '<div>',
      '</div>',
      '<a href="b">',
      '<pre>',
      'x</pre>',
      '***',
      '**a**',
      '#',
      '#a',
      '[',
      '<',
      '|-|',
    );
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(begin, begin, rest).map((it) => it.join('')),
          { maxLength: 14 },
        ),
        (lines) => {
          const text = lines.join('\n');
          const full = fromMarkdown(text).children.flatMap((node) =>
            node.type === 'heading'
              ? [[node.depth, lines.slice(node.position!.start.line - 1, node.position!.end.line).join('\n')]]
              : [],
          );
          expect(readSections(text).map(({ depth, source }) => [depth, source])).toEqual(full);
        },
      ),
      tries(120),
    );
  });
});

describe('folding', () => {
  it.each([
    ['  Étendue\u00a0de  l’Impact : ', "etendue de l'impact"],
    ['**Scope?**', 'scope'],
    ['`cœur` :', 'coeur'],
    ['dns/resolver', 'dns/resolver'],
    ['snake_case', 'snake_case'],
  ])('%j', (text, folded) => {
    expect(foldText(text)).toBe(folded);
  });

  it('again changes nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: codePoint }), (text) => foldText(foldText(text)) === foldText(text)),
      tries(40),
    );
  });

  it.each<[string, string, boolean]>([
    ['The whole DNS-resolver is down', 'dns resolver', true],
    ['(Données perdues).', 'DONNEES PERDUES', true],
    ['toute la région', 'region', true],
    ['l’accès est coupé', 'accès', true],
    ['regional', 'region', false],
    ['resolver dns', 'dns resolver', false],
    ['Not known', 'no', false],
    ['5xx at 50% of requests', '50%', true],
    ['anything', '', false],
    ['anything?!', '?', false],
  ])('%j contains %j: %s', (text, words, expected) => {
    expect(contains(text, words)).toBe(expected);
  });
});

import fc from 'fast-check';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { describe, expect, it } from 'vitest';
import { readFacts } from '../../src/capabilities/report/facts.ts';
import { readSections } from '../../src/text/markdown.ts';
import { block, inline } from '../../src/text/foreign.ts';
import { FORM } from '../../src/capabilities/report/form.ts';
import { FACTS, type FactName } from '../../src/model/fact.ts';
import { tries } from '../support/tries.ts';
import { codePoint } from '../support/unit.ts';
import { answer, HEADINGS } from './facts.ts';

const eol = fc.constantFrom('\n', '\r\n', '\r');
const language = fc.constantFrom('en', 'fr');
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

  it('its headings are those that a full reading finds', { tags: 'slow' }, () => {
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

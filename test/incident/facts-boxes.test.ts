import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingFacts, readFacts, type Facts } from '../../src/capabilities/report/facts.ts';
import { FORM } from '../../src/capabilities/report/form.ts';
import { FACTS } from '../../src/model/fact.ts';
import { tries } from '../support/tries.ts';
import { answer, HEADINGS } from './facts.ts';

const read = (...lines: string[]): Facts => readFacts(lines.join('\n'), HEADINGS);

/* A field of boxes comes with all its options, ticked or not. */

describe('an answer of boxes', () => {
  it.each<[string, string[], string | undefined]>([
    ['one of which is ticked', ['- [ ] All access lost', '- [X] Performance degraded'], 'Performance degraded'],
    ['with a small x', ['- [x] All access lost', '- [ ] Performance degraded'], 'All access lost'],
    ['several of which are ticked', ['- [X] One', '- [ ] Two', '- [x] Three'], 'One, Three'],
    ['none of which is ticked', ['- [ ] All access lost', '- [ ] Performance degraded'], undefined],
    ['of other lists', ['* [ ] One', '+ [x] Two', '', '1. [x] Three', '2) [ ] Four'], 'Two, Three'],
    ['in lists', ['- [ ] One', '  - [x] Two', '    - [ ] Three'], 'Two'],
    ['that go on in the next line', ['- [ ] One', '  and only', '- [x] Two', '  and more'], 'Two and more'],
    ['with a comment', ['<!-- Tick one. -->', '', '- [ ] One', '- [x] Two <!-- or more -->'], 'Two'],
    ['without a text', ['- [x]', '- [ ]'], undefined],
    ['that say nothing', ['- [x] n/a', '- [ ] One'], undefined],
    ['with a link', ['- [x] [All](https://example.org)', '- [ ] None'], '[All](https://example.org)'],
    ['with text before them', ['Both:', '', '- [ ] One', '- [x] Two'], 'Both:\n\n- [ ] One\n- [x] Two'],
    ['with text after them', ['- [ ] One', '- [x] Two', '', 'or so'], '- [ ] One\n- [x] Two\n\nor so'],
    ['with a list', ['- [ ] One', '  - since nine'], '- [ ] One\n  - since nine'],
    ['that are code', ['```', '- [ ] One', '- [x] Two', '```'], '- [ ] One\n- [x] Two'],
    [
      'that are none',
      ['- [] One', '- [y] Two', '- [x](https://example.org)'],
      '- [] One\n- [y] Two\n- [x](https://example.org)',
    ],
  ])('%s', (_, lines, expected) => {
    const text = ['### Type of impact', '', ...lines, '', '### Severity', '', 'high'];
    for (const end of ['\n', '\r\n', '\r']) {
      const facts = readFacts(text.join(end), HEADINGS);
      expect(facts).toEqual({ ...(expected === undefined ? {} : { impact: expected }), severity: 'high' });
      expect(missingFacts(facts).includes('impact')).toBe(expected === undefined);
    }
  });

  it('is read to its end, however long', () => {
    const boxes = Array.from({ length: 300 }, (_, i) => `- [ ] Customer number ${i} of them`);
    expect(read('### Customers affected', '', ...boxes)).toEqual({});
    expect(read('### Customers affected', '', ...boxes, '- [x] Acme')).toEqual({ customers: 'Acme' });
  });

  it('says what is ticked, whatever is asked, in either language', () => {
    const box = fc.record({ text: answer, ticked: fc.boolean(), mark: fc.constantFrom('-', '*', '+', '1.') });
    fc.assert(
      fc.property(
        fc.constantFrom(...FACTS),
        fc.constantFrom('en', 'fr'),
        fc.constantFrom('x', 'X'),
        fc.constantFrom('\n', '\r\n'),
        fc.array(box, { minLength: 1, maxLength: 6 }),
        (fact, language, tick, end, boxes) => {
          const lines = boxes.map(({ text, ticked, mark }) => `${mark} [${ticked ? tick : ' '}] ${text}`);
          const ticked = boxes.filter((it) => it.ticked).map(({ text }) => text);
          const facts = readFacts([`### ${FORM[language][fact]}`, '', ...lines].join(end), HEADINGS);
          expect(facts).toEqual(ticked.length === 0 ? {} : { [fact]: ticked.join(', ') });
        },
      ),
      tries(40),
    );
  });
});

import { describe, expect, it } from 'vitest';
import { readFacts, type Facts } from '../../src/capabilities/report/facts.ts';
import { HEADINGS } from './facts.ts';

/** What is read, however the lines end: an edit in the browser changes that. */
function expectFacts(lines: readonly string[], facts: Facts): void {
  for (const end of ['\n', '\r\n', '\r']) expect(readFacts(lines.join(end), HEADINGS)).toEqual(facts);
}

/* What GitHub leaves empty is `_No response_`; so what comes under a heading is the answer. */

describe('an answer that begins with a heading', () => {
  const scope = (...answer: string[]) => ['### Scope of the impact', '', ...answer, '', '### Type of impact', '', 'b'];

  it.each<[string, string[], string | undefined]>([
    ['and goes on below', ['### Europe', 'all of it'], 'Europe\nall of it'],
    ['and has nothing else', ['### Europe'], 'Europe'],
    ['of a higher level', ['# Europe', '', 'all'], 'Europe\n\nall'],
    ['of a lower level', ['#### Europe', 'all'], 'Europe\nall'],
    ['that is closed', ['### Europe ###', 'all'], 'Europe\nall'],
    ['with markup', ['## **Europe** & `co`', 'all'], '**Europe** & `co`\nall'],
    ['under a line', ['Europe', '===', 'all'], 'Europe\nall'],
    ['or with a text over a rule', ['Europe', '---', 'all'], 'Europe\n---\nall'],
    ['with more below', ['# Europe', 'all', '', '## West', 'some'], 'Europe\nall\n\n## West\nsome'],
    ['after a comment', ['<!-- Where? -->', '### Europe', 'all'], 'Europe\nall'],
    ['until the next like it', ['### Europe', 'all', '### Asia', 'none'], 'Europe\nall'],
    ['that is empty', ['###', '', '-'], undefined],
  ])('%s', (_, answer, expected) => {
    expectFacts(scope(...answer), { ...(expected === undefined ? {} : { scope: expected }), impact: 'b' });
  });

  it.each<[string, string[], Facts]>([
    ['in French', ['### Étendue de l’impact', '', '### Europe', 'tout'], { scope: 'Europe\ntout' }],
    [
      'of a category',
      ['### Category', '', '### dns', '', '### Severity', '', 'high'],
      { category: 'dns', severity: 'high' },
    ],
    ['but not with that of a fact', ['### Category', '', '### Severity', '', 'high'], { severity: 'high' }],
    ['but not after one', ['### Scope of the impact', '', '_No response_', '', '### Notes', '', 'a'], {}],
    ['but not after a text', ['### Scope of the impact', 'a', '### Notes', 'b'], { scope: 'a' }],
    [
      'until a fact in the other language',
      ['### Scope of the impact', '', '# Europe', '', '###### Gravité', 'haute'],
      { scope: 'Europe', severity: 'haute' },
    ],
  ])('%s', (_, lines, facts) => {
    expectFacts(lines, facts);
  });
});

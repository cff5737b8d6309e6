import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { missingFacts, readFacts, type Facts } from '../../src/capabilities/report/facts.ts';
import { contains, foldText } from '../../src/text/compare.ts';
import { tries } from '../support/tries.ts';
import { codePoint } from '../support/unit.ts';
import { HEADINGS } from './facts.ts';

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

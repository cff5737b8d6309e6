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

describe('what is never closed', () => {
  const FENCED = ['```', 'log', '# comment'];

  it.each<[string, string[], string[], Facts]>([
    ['a fence', FENCED, ['b'], { scope: FENCED.join('\n'), impact: 'b' }],
    ['a fence of a language', ['a', '', '```sh', 'log'], ['b'], { scope: 'a\n\n```sh\nlog', impact: 'b' }],
    ['a fence of tildes', ['~~~~', 'log'], ['b'], { scope: '~~~~\nlog', impact: 'b' }],
    ['a fence after one that is', ['```', 'a', '```', '```'], ['b'], { scope: '```\na\n```\n```', impact: 'b' }],
    ['a comment', ['a', '<!-- log'], ['b'], { scope: 'a', impact: 'b' }],
    ['nothing but a comment', ['<!-- log'], ['b'], { impact: 'b' }],
    ['preformatted text', ['<pre>log'], ['b'], { scope: '<pre>log', impact: 'b' }],
    ['an instruction', ['<?php'], ['b'], { scope: '<?php', impact: 'b' }],
    ['details', ['<details>', 'a'], ['b'], { scope: '<details>\na', impact: 'b' }],
    ['a fence in details', ['<details>', '```', 'a'], ['b'], { scope: '<details>\n```\na', impact: 'b' }],
    ['a fence in a list', ['- a', '  ```', '  b'], ['c'], { scope: '- a\n  ```\n  b', impact: 'c' }],
    ['a fence in a quote', ['> ```', '> b'], ['c'], { scope: '> ```\n> b', impact: 'c' }],
    ['two fences', ['```sh', 'a'], ['```sh', 'b'], { scope: '```sh\na', impact: '```sh\nb' }],
    ['a fence before whole code', ['```', 'a'], ['```', 'b', '```'], { scope: '```\na', impact: 'b' }],
    ['a fence before code of a language', ['```', 'a'], ['```sh', 'b', '```'], { scope: '```\na', impact: 'b' }],
    ['a comment before a whole one', ['a', '<!-- x'], ['<!-- y -->', 'b'], { scope: 'a', impact: 'b' }],
  ])('ends at the next heading of the form: %s', (_, scope, impact, { ...facts }) => {
    const body = (one: string, two: string, three: string): string[] => [
      ...[`### ${one}`, '', ...scope, ''],
      ...[`### ${two}`, '', ...impact, ''],
      ...[`### ${three}`, '', 'high'],
    ];
    const expected = { ...facts, severity: 'high' };
    expectFacts(body('Scope of the impact', 'Type of impact', 'Severity'), expected);
    expectFacts(body('Étendue de l’impact', 'Nature de l’impact', 'Gravité'), expected);
  });

  const WITHIN = ['', '### Type of impact', '', 'b', ''];

  it.each<[string, string[], string]>([
    ['code', ['```', ...WITHIN, '```'], WITHIN.join('\n')],
    ['code with text', ['a', '```sh', ...WITHIN, '```', 'c'], ['a', '```sh', ...WITHIN, '```', 'c'].join('\n')],
    ['code with code', ['````', ...WITHIN, '```', 'c', '```', '````'], [...WITHIN, '```', 'c', '```'].join('\n')],
    ['code after a list with code', ['- ```', '  a', '  ```', '', '```', ...WITHIN, '```'], ''],
    ['a comment', ['a', '<!--', ...WITHIN, '-->', 'c'], 'a\n\nc'],
  ])('but not where it is closed: %s', (_, answer, expected) => {
    const scope = expected === '' ? answer.join('\n') : expected.trim();
    expectFacts(['### Scope of the impact', '', ...answer, '', '### Severity', '', 'high'], {
      scope,
      severity: 'high',
    });
    // What is left open further down changes nothing of it.
    const more = ['### Scope of the impact', '', ...answer, '', '### Severity', '', '```', 'high'];
    expectFacts([...more, '', '### Category', '', 'dns'], { scope, severity: '```\nhigh', category: 'dns' });
  });

  it('goes on where no heading of the form stands by itself', () => {
    const open = ['### Scope of the impact', '', '```', 'a', '### Severity', 'b', '', '### Notes', '', 'c'];
    expectFacts(open, { scope: open.slice(2).join('\n') });
  });

  // Whoever may open an issue could otherwise hold every run up.
  it.each([
    ['fences that grow', Array.from({ length: 320 }, (_, i) => `### Severity\n\n${'`'.repeat(i + 3)}\n\n`).join('')],
    ['fences of a language', '### Severity\n\n```x\n\n'.repeat(2_500)],
    ['fences and comments', '### Severity\n\n```\n<!--\n\n'.repeat(2_200)],
    [
      'short lines in fences',
      `${Array.from({ length: 40 }, (_, i) => '`'.repeat(i + 3)).join('\n\n# Severity\n\n')}${'\nx'.repeat(28_000)}`,
    ],
    ['headings in a fence', `\`\`\`${'\n\n# Severity'.repeat(4_900)}`],
    ['headings that are long', `\`\`\`${`\n\n# ${'# '.repeat(148)}`.repeat(190)}`],
    ['boxes', '- [ ] <!--\n'.repeat(5_400)],
    ['blanks in a heading', `### Severity\n\n# a${' '.repeat(59_000)}b`],
  ])('is read in a short time: %s', (_, text) => {
    const before = performance.now();
    for (const start of ['', '### Scope of the impact\n\n']) readFacts(start + text, HEADINGS);
    expect(performance.now() - before).toBeLessThan(2_000);
  });
});

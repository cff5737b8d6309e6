import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ItemHost } from '../../src/post-incident/action-items/host.ts';
import { openDecisions } from '../../src/post-incident/agenda/decisions.ts';
import { factsText } from '../../src/post-incident/agenda/facts.ts';
import type { Sources } from '../../src/post-incident/agenda/sources.ts';
import { LONGEST_TEXT } from '../../src/model/limits.ts';
import { mentioned } from '../support/stage.ts';
import { tries } from '../support/tries.ts';
import { at, groundAt, NOW, policyOf } from './agendas.ts';

const ground = groundAt(NOW, await policyOf());
const NOTHING: Sources = { situations: [], postMortems: [], hosts: [], recurring: [] };

describe('open decisions', () => {
  test.each<[string, string, readonly string[]]>([
    ['of the section, ticked ones apart', '## Decisions\n- [ ] one\n* [x] two\n1. [ ] three\n', ['one', 'three']],
    ['in French', '## Décisions\n\n- [ ] un', ['un']],
    ['below headings of their own', '# Decisions\n## Network\n- [ ] one\n# Notes\n- [ ] two', ['one']],
    ['of no other section', '- [ ] zero\n\n## Notes\n- [ ] one', []],
    ['each once', '## Decisions\n- [ ] one\n  - [ ] one\n- [ ]\n- [ ]  ', ['one']],
    [
      'behind the mark',
      '<!-- tocsin:agenda {"v":2,"issue":0,"meeting":"2026-11-03"} -->\n\n## Decisions\n- [ ] one',
      ['one'],
    ],
    ['with lines of Windows', '## Decisions\r\n\r\n- [ ] one\r\n- [ ] two\r\n', ['one', 'two']],
  ])('%s', (_title, body, expected) => {
    expect(openDecisions(body)).toEqual(expected);
  });

  test('are harmless, and the same however often they are carried over', () => {
    const bits = fc.constantFrom(
      '@alice',
      '#12',
      'https://example.org',
      '<!--',
      '<b>',
      '`',
      '**',
      '/resolve',
      'word',
      ' ',
      '&lt;',
    );
    fc.assert(
      fc.property(fc.array(bits, { minLength: 1, maxLength: 80 }), (some) => {
        const once = openDecisions(`## Decisions\n- [ ] x${some.join('')}`);
        expect(once).toHaveLength(1);
        expect(mentioned(once[0]!)).toEqual([]);
        expect(once[0]).not.toMatch(/<|#\d|\bhttps?:\/\//);
        expect(once[0]!.length).toBeLessThanOrEqual(300);
        expect(openDecisions(`## Decisions\n- [ ] ${once[0]!}`)).toEqual(once);
      }),
      tries(300),
    );
  });
});

/** A post-mortem of which only the action items matter. */
const hostOf = (number: number, items: readonly { text: string; owner: string | null; due: string }[]): ItemHost =>
  ({
    issue: { number, state: 'open' },
    owners: [],
    waived: new Map([[99, { by: 'ada', reason: 'gone' }]]),
    items: {
      items: items.map(({ text, owner, due }, i) => ({
        text,
        owner,
        due: at(due),
        state: 'open',
        issue: { number: number + i + 1 },
      })),
    },
  }) as unknown as ItemHost;

describe('the facts', () => {
  test('of nothing say so', () => {
    expect(factsText(NOTHING, ground)).toBe(
      '**Incident review on Tue 3 Nov 2026, 10:00 UTC.** What to look at:\n\nNothing under: Open P0 and P1, Clocks missed since the last meeting, Overdue action items, Post-mortems, Incidents that recur, Closed without what the policy requires.',
    );
  });

  test('name overdue items by owner, then by day, and none that is waived or not yet due', () => {
    const hosts = [
      hostOf(10, [
        { text: 'b', owner: 'bob', due: '2026-11-01T10:00Z' },
        { text: 'a', owner: 'Ada', due: '2026-11-01T10:00Z' },
        { text: 'later', owner: 'ada', due: '2026-11-04T10:00Z' },
      ]),
      hostOf(20, [
        { text: 'old', owner: 'bob', due: '2026-10-01T10:00Z' },
        { text: 'whose', owner: null, due: '2026-11-01T10:00Z' },
      ]),
      hostOf(98, [{ text: 'waived', owner: 'bob', due: '2026-10-01T10:00Z' }]),
    ];
    const lines = factsText({ ...NOTHING, hosts }, ground).match(/^- .*$/gm);
    expect(lines).toEqual([
      '- without an owner: #22 `whose`, due Sun 1 Nov 2026 (from #20)',
      '- `Ada`: #12 `a`, due Sun 1 Nov 2026 (from #10)',
      '- `bob`: #21 `old`, due Thu 1 Oct 2026 (from #20)',
      '- `bob`: #11 `b`, due Sun 1 Nov 2026 (from #10)',
    ]);
  });

  test('name what recurs', () => {
    const incidents = Array.from({ length: 12 }, (_, i) => i + 1);
    const text = factsText({ ...NOTHING, recurring: [{ what: 'network @all', incidents }] }, ground);
    expect(text).toContain(
      '### Incidents that recur\n\n- `network @all`: #1, #2, #3, #4, #5, #6, #7, #8, #9, #10, and 2 more',
    );
  });

  test('are bounded, and mention nobody, whatever others wrote', () => {
    const text = fc.oneof(fc.string({ maxLength: 200 }), fc.constantFrom('`'.repeat(300), '@all '.repeat(60)));
    fc.assert(
      fc.property(fc.array(text, { maxLength: 200 }), (texts) => {
        const items = texts.map((it) => ({ text: it, owner: 'b'.repeat(39), due: '2026-10-01T10:00Z' }));
        const recurring = texts.map((what) => ({ what, incidents: [1, 2] }));
        const told = factsText({ ...NOTHING, hosts: [hostOf(100, items)], recurring }, ground);
        expect(told.length).toBeLessThanOrEqual(LONGEST_TEXT);
        if (texts.length > 50) expect(told).toContain(`- and ${texts.length - 50} more`);
        expect((told.match(/^- /gm) ?? []).length).toBeLessThanOrEqual(102);
      }),
      tries(50),
    );
  });
});

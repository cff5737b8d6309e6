import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BUILTIN_POLICY } from '../../src/capabilities/load.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { problemLines } from './lines.ts';
import { tries } from '../support/tries.ts';

describe('a hostile file', () => {
  const laughs = ['a: &a0 [x, x, x, x, x, x, x, x, x]']
    .concat(Array.from({ length: 9 }, (_, n) => `b${n}: &a${n + 1} [${Array(9).fill(`*a${n}`).join(', ')}]`))
    .join('\n');

  test.each([
    [
      'a huge file',
      `# ${'x'.repeat(200_000)}`,
      '1:1: the file has 200002 characters; a policy may have at most 100000',
    ],
    ['a billion laughs', laughs, 'holds more than 20000 values once its aliases are expanded'],
    ['an alias of itself', 'roles: &a [*a]', 'is nested more than 20 levels deep'],
    ['an alias of the whole', '&a\nroles: *a', 'is nested more than 20 levels deep'],
    ['deep lists', '['.repeat(50_000), 'is not valid YAML'],
    ['deep maps', `roles: ${'{a: '.repeat(300)}x${'}'.repeat(300)}`, 'is nested more than 20 levels deep'],
  ])('%s', async (_title, text, message) => {
    const lines = await problemLines(text);
    expect(lines.join('\n')).toContain(message);
  });

  test('a flood of problems is cut, and says so', async () => {
    const lines = await problemLines(Array.from({ length: 3000 }, (_, n) => `key${n}: 1`).join('\n'));
    expect(lines).toHaveLength(101);
    expect(lines.at(-1)).toBe('p.yml:101:1: and 2900 more problems from here on');
  });

  test('markup, mentions and line ends of the file stay inside quotes', async () => {
    const [line] = await problemLines('language: "@alice\\n\\n<img src=x>"');
    expect(line).toBe('p.yml:1:11: language: "@alice\\n\\n<img src=x>" is not a language; expected one of en, fr');
  });
});

describe('any change of a good policy', () => {
  const bits = fc.constantFrom(
    ...[
      '',
      ' ',
      '\n',
      '\t',
      '\r',
      ':',
      '- ',
      '[',
      ']',
      '{',
      '}',
      '"',
      "'",
      '#',
      '&a',
      '*a',
      '!x',
      '|',
      '? ',
      '<<: *a',
      '%',
    ],
    ...[
      '__proto__',
      'null',
      '0',
      '-1',
      'P0',
      'always',
      'office',
      'resolve',
      'due',
      '99999999999d',
      '\u0000',
      '\uFEFF',
      '🚨',
    ],
  );
  const intake = `sources: { pager: , desk: { level: 2 } }
causes: { a: [overload, { lapsed: { attributable-to: operator } }] }
quick-path: 10m
categories: [api, { name: dns, subcategories: [resolver, { name: zones, label: zone }] }, { name: leak, owner: boss, confidential: true }]
roles: { boss: grace }
priorities: { P0: { category: required, escalation: urgent } }
triage:
  - { if: { title: [down, dégradé], impact: lost }, priority: P0, category: dns/resolver, apply: true }
  - { if: { impact: lost }, quick: true }
assistance: { label: help, acknowledge: { within: 1h, calendar: office }, resolve: 2d, escalation: normal }
alerts: { key: alert, hold: 5m, recovery: close, reopen-within: 12h }
`;
  const duty = `roles: { boss: grace, sre: { schedule: sre }, desk: { schedule: desk } }
schedules:
  sre:
    timezone: Europe/London
    layers:
      - { every: 1d, from: 2026-01-05T08:00, hours: 08:00-20:00, people: [sue, { login: tom, until: 2026-06-01 }] }
      - { every: 1mo, from: 2026-01-05, days: [sat, sun], people: [uma] }
    overrides: [{ from: 2026-12-24T09:00, to: 2026-12-27T09:00, person: vic }]
  desk: { layers: [{ every: 2w, from: 2026-01-05T09:00, people: [wes, xia] }] }
notifiers: { pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0] }, hook: { type: webhook, url: HOOK, secret: SIGN } }
inform: [boss, desk]
commands: { priority: [maintain], resolve: [admin, write] }
heartbeat: { url: HEARTBEAT_URL, sweep-within: 2h }
on-call: { publish: true }
labels: { on-call: duty }
priorities: { P0: { resolve: 4h, escalation: up }, P1: { resolve: 8h, escalation: up } }
escalation-policies:
  up:
    - { at: start, notify: [sre, desk], assign: true }
    - { at: resolve 50%, label: [late, later] }
    - { at: resolve due, raise: P0, notify: boss, send: We are late., repeat: 1h }
`;
  const place = fc.nat(Math.max(BUILTIN_POLICY.length, intake.length, duty.length));
  const edit = fc.record({
    place,
    cut: fc.oneof(fc.nat(4), fc.nat(80)),
    bit: fc.oneof(bits, fc.string({ maxLength: 8 })),
  });
  const edits = fc.array(edit, { minLength: 1, maxLength: 4 });
  const mutated = fc
    .tuple(fc.constantFrom<string>(BUILTIN_POLICY, intake, duty), edits)
    .map(([good, edits]) =>
      edits.reduce((text, { place, cut, bit }) => text.slice(0, place) + bit + text.slice(place + cut), good),
    );
  const valid = async (text: string) => {
    const loaded = await loadPolicy(text, 'p.yml');
    if (loaded.ok) return;
    expect(loaded.problems.length).toBeGreaterThan(0);
    const lines = text.split(/\r\n|\n/).length;
    for (const problem of loaded.problems) {
      expect(problem.line).toBeGreaterThanOrEqual(1);
      expect(problem.line).toBeLessThanOrEqual(lines);
      expect(problem.column).toBeGreaterThanOrEqual(1);
      expect(formatProblem(problem)).toMatch(/^p\.yml:\d+:\d+: .*[^:\s]$/);
      expect(formatProblem(problem)).not.toMatch(/Invalid input|Too small|Unrecognized|undefined/);
    }
  };

  test('which is good to begin with', async () => {
    expect(await problemLines(intake)).toEqual([]);
    expect(await problemLines(duty)).toEqual([]);
  });

  test('is good or has problems with a place, and never throws', async () => {
    await fc.assert(fc.asyncProperty(mutated, valid), tries(60));
  });

  test('whatever the text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: fc.oneof(bits, fc.string({ maxLength: 3 })), maxLength: 60 }), valid),
      tries(40),
    );
  });
});

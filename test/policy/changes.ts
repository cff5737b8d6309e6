import fc from 'fast-check';
import { BUILTIN_POLICY } from '../../src/capabilities/load.ts';

/** What a slip of the hand, or a stranger, puts into a text. */
export const bits = fc.constantFrom(
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

/** A policy with much about what comes in. */
export const intake = `sources: { pager: , desk: { level: 2 } }
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

/** A policy with much about who is told. */
export const duty = `roles: { boss: grace, sre: { schedule: sre }, desk: { schedule: desk } }
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

/** A good policy with a few changes. */
export const changed = fc
  .tuple(fc.constantFrom<string>(BUILTIN_POLICY, intake, duty), edits)
  .map(([good, edits]) =>
    edits.reduce((text, { place, cut, bit }) => text.slice(0, place) + bit + text.slice(place + cut), good),
  );

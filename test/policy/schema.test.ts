import { readFile } from 'node:fs/promises';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import * as z from 'zod';
import { BUILTIN_POLICY } from '../../src/capabilities/load.ts';
import { policyJsonSchema } from '../../src/capabilities/load.ts';

interface Node {
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Node>>;
  readonly [key: string]: unknown;
}

/** The schema as an editor takes it. */
const editor = z.fromJSONSchema(policyJsonSchema() as z.core.JSONSchema.JSONSchema);

test('the schema for editors is up to date', async () => {
  const file = await readFile(new URL('../../schema/tocsin.schema.json', import.meta.url), 'utf8');
  expect(JSON.parse(file), 'run npm run generate').toEqual(policyJsonSchema());
});

test('every key is described', () => {
  const undescribed: string[] = [];
  const visit = (node: Node, path: string) => {
    for (const [key, property] of Object.entries(node.properties ?? {})) {
      if (!property.description) undescribed.push(`${path}.${key}`);
    }
    for (const [key, value] of Object.entries(node)) {
      if (typeof value === 'object' && value !== null) visit(value as Node, `${path}/${key}`);
    }
  };
  visit(policyJsonSchema() as Node, '');
  expect(undescribed).toEqual([]);
});

test('it accepts the built-in policy, and not what we do not accept', () => {
  expect(editor.safeParse(parse(BUILTIN_POLICY)).error).toBeUndefined();
  expect(editor.safeParse({ language: 'de' }).success).toBe(false);
  expect(editor.safeParse({ languag: 'en' }).success).toBe(false);
  expect(editor.safeParse({ priorities: { P0: { resolve: '4x' } } }).success).toBe(false);
  expect(editor.safeParse({ calendars: { office: { 'sat-mon': '09:00-17:00' } } }).success).toBe(true);
  expect(editor.safeParse({ calendars: { office: { 'mon-fri': '09:00-25:00' } } }).success).toBe(false);
  expect(editor.safeParse({ pauses: { waiting: ['resolve', 'update'] } }).success).toBe(true);
  expect(editor.safeParse({ pauses: { waiting: ['resolv'] } }).success).toBe(false);
  expect(editor.safeParse({ pauses: { waiting: [] } }).success).toBe(false);
  expect(editor.safeParse({ services: { platform: { 'downtime-per-incident': '10m' } } }).success).toBe(true);
  expect(editor.safeParse({ services: { platform: { 'downtime-per-incident': 10 } } }).success).toBe(false);
  expect(editor.safeParse({ 'on-priority-change': 'restart', 'enforce-from': '2026-11-02' }).success).toBe(true);
  expect(editor.safeParse({ 'on-priority-change': 'keep' }).success).toBe(false);
});

test.each([
  [true, 'sources: { pager: , desk: {}, phone: { level: 3 } }'],
  [false, 'sources: { phone: { level: 4 } }'],
  [false, 'sources: { phone: 2 }'],
  [true, 'causes: { a: [bad-input, { réseau: { attributable-to: operator } }] }'],
  [false, 'causes: { a: [bad input] }'],
  [false, 'causes: { a: [] }'],
  [false, 'causes: { a: [{ lapsed: {} }] }'],
  [true, 'quick-path: 1h30m'],
  [false, 'quick-path: 1d'],
  [true, 'triage: [{ if: { impact: [lost, gone], title: down }, category: dns/resolver, quick: true, apply: true }]'],
  [false, 'triage: [{ if: { time: now }, priority: P0 }]'],
  [false, 'triage: [{ if: { impact: lost }, priority: P4 }]'],
  [false, 'triage: [{ priority: P0 }]'],
  [true, 'assistance: { label: help, acknowledge: { within: 1h, calendar: office }, resolve: 2d }'],
  [false, 'assistance: { workaround: 1h }'],
  [true, 'alerts: { key: alert, hold: 0m, recovery: close, reopen-within: 12h }'],
  [false, 'alerts: { recovery: closed }'],
  [false, 'alerts: { hold: 1d }'],
  [true, 'categories: [{ name: dns, subcategories: [a, { name: b, label: c }], owner: sre, confidential: true }]'],
  [false, 'categories: [dns/resolver]'],
  [false, 'categories: [{ name: dns, subcategories: [] }]'],
  [true, 'priorities: { P2: { category: optional } }'],
  [false, 'priorities: { P2: { category: true } }'],
  [true, 'labels: { needs-information: tell us more, on-call: duty }'],
  [true, 'roles: { a: alice, b: [alice, bob], c: { schedule: sre } }'],
  [false, 'roles: { c: { schedul: sre } }'],
  [false, 'roles: { c: {} }'],
  [true, 'schedules: { sre: { layers: [{ every: 1w, from: 2026-01-05T09:00, people: [alice] }] } }'],
  [false, 'schedules: { sre: { layers: [{ every: weekly, from: 2026-01-05T09:00, people: [alice] }] } }'],
  [true, 'notifiers: { pager: { type: pagerduty, key: PAGERDUTY_KEY } }'],
  [false, 'notifiers: { pager: { type: pagerduty, key: lower } }'],
  [false, 'notifiers: { pager: { type: pager, key: PAGERDUTY_KEY } }'],
  [true, 'escalation-policies: { urgent: [{ at: start, notify: a, label: [x, y], raise: P0, send: Sorry }] }'],
  [true, 'escalation-policies: { urgent: [{ at: start, raise: P0 }, { at: resolve due, label: late }] }'],
  [false, 'escalation-policies: { urgent: [{ at: start, raise: P4 }] }'],
  [true, 'inform: management'],
  [true, 'inform: [management, support]'],
  [false, 'inform: []'],
  [true, 'commands: { priority: [admin, maintain] }'],
  [false, 'commands: { prioritise: [admin] }'],
  [false, 'commands: { priority: [] }'],
  [true, 'heartbeat: { url: HEARTBEAT_URL, sweep-within: 2h }'],
  [false, 'heartbeat: {}'],
  [false, 'heartbeat: { url: GITHUB_TOKEN }'],
  [false, 'heartbeat: { sweep-within: 1d }'],
  [true, 'on-call: { publish: true }'],
  [false, 'on-call: { publish: daily }'],
])('an editor says %s to %s', (accepted, text) => {
  expect(editor.safeParse(parse(text)).success).toBe(accepted);
});

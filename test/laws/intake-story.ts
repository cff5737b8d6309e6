import { mergeLogs, type AlertLog, type Firing } from '../../src/capabilities/alerts/log.ts';
import { alertMark } from '../../src/capabilities/alerts/log-mark.ts';
import { report, SIX } from '../support/report.ts';
import { HOUR, MINUTE, POLICY, type Step } from './story.ts';

/** Triage that sets priorities, categories of which one is confidential, levels, and alerts that resolve and close. */
export const INTAKE_POLICY = `${POLICY.replace('  lead: [carol]', '  lead: [carol]\n  level-3: [carol]\n  operator: [bob]\n  team: [alice]')}
categories:
  - { name: dns, owner: team }
  - { name: security, owner: lead, confidential: true }
causes: { intrinsic: [bad-input-data] }
quick-path: 10m
alerts: { recovery: close }
triage:
  - { if: { impact: all access lost }, priority: P1, apply: true }
  - { if: { severity: critical }, priority: P0, apply: true }
`;

const BOT = 'github-actions[bot]';
const body = (log: AlertLog, firings: readonly Firing[]): string =>
  `${alertMark(mergeLogs(log, firings))}\n\n${report({ ...SIX, impact: 'none', severity: 'critical' })}`;
const empty: AlertLog = { key: 'shop', source: null, firings: [], earlier: 0 };

/** What comes in, and what becomes of it until it is set right. Each step is followed by one run. */
export const INTAKE_STORY: readonly Step[] = [
  {
    name: 'somebody entitled reports with all facts',
    happen: (hub) =>
      hub.as('carol').openIssue({ title: 'No DNS', body: report({ ...SIX, category: 'dns' }), labels: ['incident'] }),
  },
  {
    name: 'a stranger reports without',
    happen: (hub) => hub.as('rita').openIssue({ title: 'Shop down', body: 'Help!', labels: ['incident'] }),
  },
  {
    name: 'and adds the facts',
    happen: (hub) => {
      hub.as('rita').editBody(2, report());
    },
  },
  {
    name: 'it is cascaded',
    happen: (hub) => hub.as('alice').comment(1, '/ack\n/assign @bob\n/level 3 not a matter of ours'),
  },
  {
    name: 'its next deadline passes',
    happen: (hub) => {
      hub.clock.advance(40 * MINUTE);
    },
  },
  { name: 'it turns out to be confidential', happen: (hub) => hub.as('carol').comment(1, '/category security') },
  { name: 'the other is dismissed', happen: (hub) => hub.as('bob').comment(2, '/dismiss a test') },
  {
    name: 'an alert is filed',
    happen: (hub) => {
      const firings = [{ alert: 'a', from: hub.clock.now(), to: null }];
      hub.as(BOT).openIssue({ title: 'Alert', body: body(empty, firings), labels: ['incident'] });
    },
  },
  {
    name: 'and filed again by another run',
    happen: (hub) => {
      const firings = [{ alert: 'b', from: hub.clock.now(), to: null }];
      hub.as(BOT).openIssue({ title: 'Alert', body: body(empty, firings), labels: ['incident'] });
    },
  },
  {
    name: 'it recovers',
    happen: (hub) => {
      const from = hub.clock.now();
      hub.clock.advance(20 * MINUTE);
      const to = hub.clock.now();
      hub.as(BOT).editBody(
        3,
        body(empty, [
          { alert: 'a', from, to },
          { alert: 'b', from, to },
        ]),
      );
    },
  },
  {
    name: 'and comes back',
    happen: (hub) => {
      const to = hub.clock.now();
      const from = to - 20 * MINUTE;
      hub.clock.advance(HOUR);
      const again = hub.clock.now();
      const firings = [
        { alert: 'a', from, to },
        { alert: 'b', from, to },
        { alert: 'a', from: again, to: null },
      ];
      hub.as(BOT).editBody(3, body(empty, firings));
    },
  },
];

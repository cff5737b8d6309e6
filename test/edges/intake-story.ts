import { expect } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import type { Report } from '../../src/run/report.ts';
import { mentioned, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

export const start = Date.parse('2026-11-02T09:00:00Z');
const at = (minutes: number): string => new Date(start + minutes * MINUTE).toISOString();
const TEAM = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read', nina: 'write', carol: 'write' } as const;
export const OPERATED = POLICY.replace(
  '  management:',
  '  operator: [nora]\n  network-team: [nina]\n  level-3: [carol]\n  management:',
);
export const stageWith = (more = '', policy = OPERATED) => stageOf({ policy: `${policy}${more}`, people: TEAM });

export async function tell(stage: Stage, alert: object): Promise<Report> {
  stage.hub.as('watch').dispatch('tocsin-alert', { alert });
  const event = stage.hub.takeEvents().at(-1)!;
  const first = await stage.sweep({ event: event.name, payload: event.payload, command: 'intake' });
  await stage.sweep({ event: event.name, payload: event.payload });
  return first;
}

const SHOP = { key: 'shop', title: 'The shop is down', priority: 'P0' };
export const fires = (stage: Stage, minute: number, more: object = {}) =>
  tell(stage, { ...SHOP, at: at(minute), ...more });
export const recovers = (stage: Stage, minute: number, more: object = {}) =>
  tell(stage, { ...SHOP, status: 'resolved', at: at(minute), ...more });

export const pods = (count: number, from: number, to?: number) => ({
  version: '4',
  groupKey: 'g',
  status: to === undefined ? 'firing' : 'resolved',
  receiver: 'tocsin',
  groupLabels: { alertname: 'ShopDown' },
  commonLabels: { alertname: 'ShopDown', priority: 'P0' },
  commonAnnotations: { summary: 'The shop is down' },
  alerts: Array.from({ length: count }, (_, i) => ({
    status: to === undefined ? 'firing' : 'resolved',
    labels: { alertname: 'ShopDown', pod: `shop-${i}` },
    annotations: {},
    startsAt: at(from),
    endsAt: to === undefined ? '0001-01-01T00:00:00Z' : at(to),
    fingerprint: `f${i}`,
  })),
});

export const all = (stage: Stage, n = 1): string => notices(stage.hub.issue(n)).join('\n');
export const toldOf = (stage: Stage, n = 1): string[] => [...new Set(notices(stage.hub.issue(n)).flatMap(mentioned))];

export async function idle(stage: Stage): Promise<void> {
  const { settled, failures } = await stage.sweep();
  expect(settled.flatMap(({ done }) => done.map((it) => it.do))).toEqual([]);
  expect([...failures, ...settled.flatMap((it) => it.failures)]).toEqual([]);
}

import { goodPolicy } from '../policy/lines.ts';
import { PRIORITIES, type Priority } from '../../src/model/priority.ts';

export const MINUTE = 60_000;
export const START = Date.UTC(2026, 10, 2, 9);

/** One step, in minutes. Around the clock, so that the model needs no calendar. */
export interface Level {
  readonly at: 'start' | 'acknowledge' | 'resolve';
  readonly share?: number;
  readonly plus?: number;
  readonly repeat?: number;
  readonly more?: string;
}

export const LEVELS: Readonly<Record<string, readonly Level[]>> = {
  critical: [
    { at: 'start', more: 'notify: responder, assign: true' },
    { at: 'acknowledge', more: 'notify: management', repeat: 30 },
    { at: 'acknowledge', plus: 20, more: 'notify: [responder, level-2]' },
    { at: 'resolve', share: 50, more: 'notify: assignee' },
    { at: 'resolve', more: 'notify: [responder, management], label: call-the-provider' },
    { at: 'resolve', plus: 60, repeat: 120, more: 'notify: management' },
  ],
  urgent: [
    { at: 'start', more: 'notify: responder' },
    { at: 'acknowledge', more: 'notify: management' },
    { at: 'resolve', share: 75, more: 'notify: incident-manager' },
    { at: 'resolve', more: 'notify: responder, raise: P0' },
  ],
  normal: [
    { at: 'acknowledge', more: 'notify: responder' },
    { at: 'resolve', more: 'notify: responder, raise: P1', repeat: 600 },
  ],
};
export const TARGETS: Readonly<Record<Priority, { readonly acknowledge?: number; readonly resolve: number }>> = {
  P0: { acknowledge: 15, resolve: 240 },
  P1: { acknowledge: 30, resolve: 480 },
  P2: { acknowledge: 60, resolve: 1440 },
  P3: { resolve: 2880 },
};
export const FOLLOWED: Readonly<Record<Priority, string>> = {
  P0: 'critical',
  P1: 'urgent',
  P2: 'normal',
  P3: 'normal',
};

export const textOf = ({ at, share, plus }: Level): string => {
  if (at === 'start') return at;
  if (share !== undefined) return `${at} ${share}%`;
  const offset = plus === undefined ? '' : ` + ${plus % 60 === 0 ? `${plus / 60}h` : `${plus}m`}`;
  return `${at} due${offset}`;
};
const stepOf = (level: Level): string =>
  `    - { at: ${textOf(level)}, ${level.more ?? ''}${level.repeat === undefined ? '' : `, repeat: ${level.repeat}m`} }\n`;

const POLICY = `
roles:
  responder: [alice, bob]
  incident-manager: { schedule: managers }
  management: [grace]
  level-2: [wes]
schedules:
  managers: { layers: [{ every: 1d, from: 2026-11-01T08:00, people: [ian, mona] }] }
notifiers:
  pager: { type: pagerduty, key: PAGERDUTY_KEY, for: [P0, P1] }
  chat: { type: slack, url: SLACK_WEBHOOK, for: [P0] }
inform: management
fallback: grace
quick-path: 20m
categories: [{ name: payment, owner: management }, shipping]
pauses: { waiting: [acknowledge, resolve] }
priorities:
${PRIORITIES.map((it) => {
  const { acknowledge, resolve } = TARGETS[it];
  const first = acknowledge === undefined ? '' : `acknowledge: ${acknowledge}m, `;
  const more = it === 'P0' ? 'update-every: 90m, no-progress: 3h, ' : '';
  return `  ${it}: { ${first}resolve: ${resolve}m, ${more}escalation: ${FOLLOWED[it]} }`;
}).join('\n')}
escalation-policies:
${Object.entries(LEVELS)
  .map(([name, levels]) => `  ${name}:\n${levels.map(stepOf).join('')}`)
  .join('')}`;

export const policy = await goodPolicy(POLICY);

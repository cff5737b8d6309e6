import { groupedAlerts } from './grouped.ts';
import type { Instant } from '../calendar/calendar.ts';
import { wordsOf } from '../capabilities/words.ts';
import type { Policy } from '../capabilities/policy.ts';
import { fieldsOf, isObject } from './reading.ts';
import type { Alert, ShapeGround } from './shapes/alert.ts';
import { readGroup, type GroupReading, type Sender } from './shapes/group.ts';
import { PLAIN_KEY, readPlain } from './shapes/plain.ts';

export type { Alert, Link } from './shapes/alert.ts';

/** What a payload tells. */
export interface Reading {
  /** Each with a key of its own; empty only if there are ticks. */
  readonly alerts: readonly Alert[];
  /** The names of the alerts that always fire, each once. */
  readonly ticks: readonly string[];
  /** The key of the incident that those of them share which may not stand alone; null if it can be but one. */
  readonly shared: string | null;
  /** What is wrong with the payload, though its alerts can be filed; for people, in English as all errors of a run. */
  readonly problems: readonly string[];
}

/** The most problems of one payload that are told. */
const MOST_PROBLEMS = 20;
/** The keys under which a body may stand, because `client_payload` holds ten keys at most. */
const WRAPPERS = ['alertmanager', 'grafana', 'alert'] as const;
/** How deep a body may be wrapped. */
const DEEPEST = 4;

/**
 * Reads the alerts of an event: the `client_payload` of a `repository_dispatch`, or the input `alert` of a
 * `workflow_dispatch`, as Alertmanager or Grafana posts it or in the plain shape. `now` stands for times that are not given.
 * Throws only if no key can be read, and says what it expected.
 */
export function readAlerts(
  payload: unknown,
  event: string,
  { alerts: { key: keyBy }, sources, language, tick }: Pick<Policy, 'alerts' | 'sources' | 'language' | 'tick'>,
  now: Instant,
): Reading {
  const problems = new Map<string, string>();
  const ticks = new Set<string>();
  const ground: ShapeGround = {
    now,
    keyBy,
    sources,
    words: wordsOf(language).alert,
    say: (problem, instead) => problems.set(problem, instead),
    isTick: (name) => tick.from.includes(name) && ticks.add(name).size > 0,
  };
  const { alerts: told, shared } = readBody(bodyOf(payload, event), ground);
  const alerts = distinct(told);
  const first = [...problems].slice(0, MOST_PROBLEMS);
  if (alerts.length === 0 && ticks.size === 0) throw unreadable(first.map(([problem]) => problem).join('; '));
  const lines = first.map(([problem, instead]) => `Something is wrong with the alert: ${problem}; ${instead}.`);
  const more = problems.size - MOST_PROBLEMS;
  return {
    alerts,
    ticks: [...ticks],
    shared,
    problems: more > 0 ? [...lines, `${more} more things are wrong with the alert.`] : lines,
  };
}

interface Body {
  readonly content: object;
  readonly path: string;
  readonly wrapper: string | null;
}

function readBody({ content, path, wrapper }: Body, ground: ShapeGround): GroupReading {
  const fields = fieldsOf(content, path, ground);
  if (isGroup(content)) {
    const sender: Sender = wrapper === 'grafana' || looksLikeGrafana(content) ? 'grafana' : 'alertmanager';
    return readGroup(fields, sender, ground);
  }
  const key: unknown = 'key' in content ? content.key : undefined;
  if (typeof key === 'string' && ground.isTick(key)) return { alerts: [], shared: null };
  if (typeof key === 'string' && key.trim() !== '') return { alerts: [readPlain(fields, key, ground)], shared: null };
  ground.say(`${path}.key must be ${PLAIN_KEY}`, 'the alert was not filed');
  // Whoever mends the key should not have to find the rest out one by one.
  readPlain(fields, path, ground);
  return { alerts: [], shared: null };
}

/** Where in the payload of an event the body is. */
function bodyOf(payload: unknown, event: string): Body {
  const from = isObject(payload) ? (payload as Readonly<Record<string, unknown>>) : {};
  if (event !== 'workflow_dispatch') return unwrapped(from.client_payload, 'client_payload');
  const input = isObject(from.inputs) && 'alert' in from.inputs ? from.inputs.alert : undefined;
  if (typeof input !== 'string' || input.trim() === '') throw unreadable('the input `alert` is empty');
  return unwrapped(input, 'inputs.alert');
}

/** The body itself: it may be JSON in a text, or stand under one key. */
function unwrapped(value: unknown, path: string, wrapper: string | null = null, depth = 0): Body {
  const content = typeof value === 'string' ? parsed(value, path) : value;
  if (!isObject(content)) throw unreadable(`${path} must be an object`);
  if (isGroup(content) || 'key' in content || depth === DEEPEST) return { content, path, wrapper };
  const keys = Object.keys(content);
  const name = WRAPPERS.find((it) => Object.hasOwn(content, it)) ?? (keys.length === 1 ? keys[0]! : null);
  const inner = name === null ? null : (content as Readonly<Record<string, unknown>>)[name];
  const isBody = isObject(inner) || (typeof inner === 'string' && inner.trimStart().startsWith('{'));
  if (name === null || !isBody) return { content, path, wrapper };
  return unwrapped(inner, `${path}.${/^\w{1,40}$/.test(name) ? name : '*'}`, name, depth + 1);
}

function parsed(text: string, path: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw unreadable(`${path} must be an object, or the JSON of one`);
  }
}

function isGroup(content: object): boolean {
  return (
    ['alerts', 'groupKey', 'groupLabels'].some((it) => Object.hasOwn(content, it)) && !Object.hasOwn(content, 'key')
  );
}

/** Whether a body has fields that Grafana alone gives, also where a payload of its own leaves out the others. */
function looksLikeGrafana(content: object): boolean {
  const alerts = 'alerts' in content && Array.isArray(content.alerts) ? (content.alerts as readonly unknown[]) : [];
  const first = alerts.find(isObject);
  return (
    'orgId' in content || 'state' in content || (first !== undefined && ('silenceURL' in first || 'values' in first))
  );
}

/** Alerts with one key are one, with the firings of all. */
function distinct(alerts: readonly Alert[]): readonly Alert[] {
  const byKey = groupedAlerts(alerts, ({ key }) => key);
  return [...byKey.values()].map((its) => ({ ...its[0]!, firings: its.flatMap(({ firings }) => firings) }));
}

function unreadable(why: string): Error {
  return new Error(`The alert cannot be read: ${why}.`);
}

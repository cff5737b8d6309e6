import { mark, readMark, UNNUMBERED } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';
import { LONGEST_BODY } from '../../model/limits.ts';
import { PRIORITIES } from '../../model/priority.ts';
import type { Interval } from '../../calendar/calendar.ts';
import { gradeOf, type Grade } from './grade.ts';
import {
  bounded,
  distinct,
  LONGEST_NAME,
  MOST_FIRINGS,
  type AlertLog,
  type Firing,
  type LoggedService,
} from './log.ts';

/* How the body of an incident keeps the log of its alert: a mark on the first line. */

/** The log of an incident that an alert opened; null for any other issue. Only an issue that we opened counts. */
export function readAlertLog({ own, body, number }: Pick<Issue, 'own' | 'body' | 'number'>): AlertLog | null {
  const data = own ? (readMark('alert', number, body) ?? readMark('alert', UNNUMBERED, body)) : null;
  if (data === null || typeof data.key !== 'string' || data.key === '') return null;
  const { key, s: source, f: firings, e: earlier, u: until, p: past, g: grades, o: services } = data;
  return {
    key,
    source: typeof source === 'string' ? source : null,
    firings: distinct((Array.isArray(firings) ? firings : []).flatMap(readFiring)),
    earlier: isWhole(earlier) ? earlier : 0,
    ...(isWhole(until) && { earlierUntil: until * 1000 }),
    ...(Array.isArray(past) && { past: past.flatMap(readSpan) }),
    ...(Array.isArray(grades) && { grades: grades.flatMap(readGrade) }),
    ...(Array.isArray(services) && { services: services.flatMap(readService) }),
  };
}

/** The first line of the body of an incident that an alert opened, by its number once it has one. The same log is always the same text. */
export function alertMark(
  { key, source, firings, earlier, earlierUntil, past = [], grades = [], services = [] }: AlertLog,
  number = UNNUMBERED,
): string {
  return mark('alert', number, {
    key,
    ...(source !== null && { s: source }),
    f: firings.map(({ alert, from, to }) => [alert, from / 1000, ...(to === null ? [] : [to / 1000])]),
    ...(earlier > 0 && { e: earlier }),
    ...(earlierUntil !== undefined && { u: earlierUntil / 1000 }),
    ...(past.length > 0 && { p: past.map(({ from, to }) => [from / 1000, to / 1000]) }),
    ...(grades.length > 0 && { g: grades.map(({ at, severity, priority }) => [at / 1000, severity, priority]) }),
    ...(services.length > 0 && { o: services.map(({ name, at }) => [name, at / 1000]) }),
  });
}

/** The body of an issue with another log; what people have written into it stays. Fewer firings are kept if it gets too long. */
export function withLog({ body, number }: Pick<Issue, 'body' | 'number'>, log: AlertLog): string {
  const rest = body.slice(body.indexOf(' -->') + ' -->'.length);
  for (let most = MOST_FIRINGS; ; most = Math.floor(most / 2)) {
    const text = alertMark(bounded(log, most), number) + rest;
    if (text.length <= LONGEST_BODY || most === 0) return text;
  }
}

function readSpan(entry: unknown): Interval[] {
  if (!Array.isArray(entry)) return [];
  const [from, to] = entry as readonly unknown[];
  return isWhole(from) && isWhole(to) && to >= from ? [{ from: from * 1000, to: to * 1000 }] : [];
}

function readGrade(entry: unknown): Grade[] {
  if (!Array.isArray(entry)) return [];
  const [at, severity, priority] = entry as readonly unknown[];
  if (!isWhole(at) || (severity !== null && typeof severity !== 'string')) return [];
  return [gradeOf({ severity, priority: PRIORITIES.find((it) => it === priority) ?? null }, at * 1000)];
}

function readService(entry: unknown): LoggedService[] {
  if (!Array.isArray(entry)) return [];
  const [name, at] = entry as readonly unknown[];
  return (name === null || typeof name === 'string') && isWhole(at) ? [{ name, at: at * 1000 }] : [];
}

function readFiring(entry: unknown): Firing[] {
  if (!Array.isArray(entry)) return [];
  const [alert, from, to] = entry as readonly unknown[];
  if (typeof alert !== 'string' || alert === '' || alert.length > LONGEST_NAME || !isWhole(from)) return [];
  if (to !== undefined && (!isWhole(to) || to < from)) return [];
  return [{ alert, from: from * 1000, to: to === undefined ? null : to * 1000 }];
}

function isWhole(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < 8.64e12;
}

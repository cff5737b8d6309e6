import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { parseDuration, meantDuration } from '../../policy/duration.ts';
import { foldText } from '../../text/compare.ts';
import type { FormAnswers, MaintenanceField } from './form.ts';
import { readMoment } from './times.ts';

/** What is planned. */
export interface MaintenancePlan {
  readonly from: Instant;
  readonly to: Instant;
  /** Names of services and categories of the policy, each once. */
  readonly services: readonly string[];
  /** What customers are told, as somebody entitled has vouched for it; null if nothing was written. */
  readonly notice: string | null;
}

/** What is wrong with an answer, and the answer, which is foreign text. */
export interface PlanFault {
  readonly field: Exclude<MaintenanceField, 'work' | 'public'>;
  readonly why: 'missing' | 'unclear' | 'unknown' | 'past' | 'order' | 'long' | 'begun';
  readonly text: string;
}

/** The longest maintenance, in milliseconds: for longer than that nobody can answer for alerts that are held. */
export const LONGEST_MAINTENANCE = 7 * DAY;

/** What a plan is read against: the policy, and when it was written. */
interface Ground {
  readonly policy: Policy;
  readonly at: Instant;
}

/**
 * From when to when, as the answers of a form say, or what is wrong with them. What they say of days is meant as of when they were `written`;
 * `at` is when somebody answers for them.
 */
export function readTimes(
  answers: FormAnswers,
  { policy, at, written }: Ground & { readonly written: Instant },
): Pick<MaintenancePlan, 'from' | 'to'> | { readonly faults: readonly PlanFault[] } {
  const ground = { policy, at: written };
  const from = answers.from === undefined ? null : readMoment(answers.from, writingOf(ground));
  const to = answers.to === undefined || from === null ? null : endIn(answers.to, from, ground);
  const wrong = (field: 'from' | 'to', why: PlanFault['why']): PlanFault => ({
    field,
    why,
    text: answers[field] ?? '',
  });
  const faults = [
    ...(from === null ? [wrong('from', answers.from === undefined ? 'missing' : 'unclear')] : []),
    ...(answers.to === undefined ? [wrong('to', 'missing')] : []),
    ...(answers.to !== undefined && from !== null && to === null ? [wrong('to', 'unclear')] : []),
  ];
  if (from === null || to === null) return { faults };
  const why = wrongTimes(from, to, at);
  return why === null ? { from, to } : { faults: [wrong('to', why)] };
}

/** What is wrong with two times, if anything. */
export function wrongTimes(from: Instant, to: Instant, at: Instant): 'past' | 'order' | 'long' | null {
  if (to <= from) return 'order';
  if (to <= at) return 'past';
  return to - from > LONGEST_MAINTENANCE ? 'long' : null;
}

/** When something ends that begins at an instant: a moment, of a time alone the first one after it, or after a length such as `2h` or `+2h`. */
export function endIn(text: string, from: Instant, { policy, at }: Ground): Instant | null {
  const length = lengthIn(text.replace(/^\s*\+/, ''));
  // In French `2h` is a time of day, unless a sign says otherwise.
  const isLength = policy.language === 'en' || /^\s*\+/.test(text);
  if (length !== null && isLength) return from + length;
  const since = /\b(?:today|tomorrow|aujourd.hui|demain)\b/i.test(text) ? at : from + 1;
  return readMoment(text, writingOf({ policy, at: since }));
}

/** A length of wall time such as `90m` or `2 hours`, in milliseconds; null for anything else. */
export function lengthIn(text: string): number | null {
  const length = parseDuration(text.trim()) ?? parseDuration(meantDuration(text.trim()) ?? '');
  return length ? length.days * DAY + length.ms : null;
}

/** Against what a moment is read. */
export function writingOf({ policy: { zone, language }, at }: Ground) {
  return { zone, language, at };
}

/** The services and categories that the answers of a form name, or what is wrong with them. Nothing of what is confidential is announced. */
export function readServices(
  { services: text = '' }: FormAnswers,
  { policy: { services, categories } }: Ground,
): Pick<MaintenancePlan, 'services'> | { readonly faults: readonly PlanFault[] } {
  const all = [...services, ...categories.filter(({ confidential }) => !confidential)];
  const known = new Map(all.map(({ name }) => [foldText(name), name]));
  const words = text
    .split(/[,;\n]/)
    .map((it) => it.replace(/^\s*(?:[-*+]|\d+[.)])\s+/, '').trim())
    .filter((it) => it !== '');
  if (words.length === 0) return { faults: [{ field: 'services', why: 'missing', text: '' }] };
  const unknown = words.filter((it) => !known.has(foldText(it)));
  if (unknown.length > 0) return { faults: unknown.map((it) => ({ field: 'services', why: 'unknown', text: it })) };
  return { services: [...new Set(words.map((it) => known.get(foldText(it))!))] };
}

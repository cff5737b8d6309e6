import type { Interval } from '../calendar/calendar.ts';
import { counts, isExcluded, isIn, isOpenAt } from './counted.ts';
import type { IncidentFacts } from './facts.ts';
import type { FiguresPolicy } from './figures.ts';
import { isMonth, spanOf } from './months.ts';
import { downIntervals, harmful, type DownInterval } from './services.ts';

/** What a figure is made of. */
export type Why =
  | { readonly kind: 'availability'; readonly intervals: readonly DownInterval[] }
  | { readonly kind: 'incidents'; readonly numbers: readonly (number | null)[] }
  | {
      readonly kind: 'deadlines';
      readonly clocks: readonly {
        readonly number: number | null;
        readonly priority: string;
        readonly at: number;
        readonly late: number | null;
        readonly lag: number | null;
      }[];
    };

/** What can be asked: the words of a question, in the order in which they come. */
export const WHY_QUESTIONS = [
  'availability SERVICE MONTH',
  'opened MONTH',
  'resolved MONTH',
  'open MONTH',
  'missed CLOCK MONTH',
] as const;

/** What a question asks for, such as "availability checkout 2026-11"; null for what is none. */
export function readQuestion(
  text: string,
): { readonly about: string; readonly name: string | null; readonly month: string } | null {
  const words = text.trim().split(/\s+/);
  const [about = ''] = words;
  const month = words.at(-1) ?? '';
  const name = words.slice(1, -1).join(' ');
  const asked = WHY_QUESTIONS.find((it) => it.startsWith(`${about} `));
  if (asked === undefined || !isMonth(month) || (asked.split(' ').length === 3) !== (name !== '')) return null;
  return { about, name: name || null, month };
}

/** The things that a figure counts, each; null for a service that there is not. */
export function whyOf(
  question: NonNullable<ReturnType<typeof readQuestion>>,
  all: readonly IncidentFacts[],
  policy: FiguresPolicy,
  now: number,
): Why | null {
  const { about, name, month } = question;
  const whole = spanOf(policy.zone, month);
  const time = { from: whole.from, to: Math.max(whole.from, Math.min(now, whole.to)) };
  const facts = all.filter((it) => counts(it, policy));
  if (about === 'availability') return availability(facts, policy, time, name!);
  if (about === 'missed') return missed(facts, time, name!);
  const holds: Readonly<Record<string, (it: IncidentFacts) => boolean>> = {
    opened: ({ openedAt }) => isIn(openedAt, time),
    resolved: ({ resolvedAt }) => isIn(resolvedAt, time),
    open: (it) => isOpenAt(it, time),
  };
  const found = facts.filter((it) => it.kind === 'incident' && holds[about]!(it));
  return { kind: 'incidents', numbers: found.map(numberOf).sort((a, b) => (a ?? Infinity) - (b ?? Infinity)) };
}

const numberOf = ({ number, isConfidential }: IncidentFacts): number | null => (isConfidential ? null : number);

function availability(
  facts: readonly IncidentFacts[],
  policy: FiguresPolicy,
  time: Interval,
  name: string,
): Why | null {
  const service = policy.services.find((it) => it.name === name);
  if (!service) return null;
  const harming = harmful(facts, service, policy, time).filter((it) => !isExcluded(it, policy));
  return { kind: 'availability', intervals: downIntervals(harming, service, policy, time) };
}

function missed(facts: readonly IncidentFacts[], time: Interval, name: string): Why {
  const clocks = facts.flatMap((it) =>
    it.clocks
      .filter(({ clock, result, at }) => clock === name && result === 'missed' && isIn(at, time))
      .map(({ priority, at, late, lag }) => ({ number: numberOf(it), priority, at: at!, late, lag })),
  );
  return { kind: 'deadlines', clocks: clocks.sort((a, b) => a.at - b.at) };
}

import { peopleOf } from '../../capabilities/people/roles.ts';
import { figuresPolicyOf } from '../../capabilities/reports/figures-policy.ts';
import type { WantedWeek } from '../../capabilities/reports/plan.ts';
import { ledgerWordsOf } from '../../capabilities/reports/words.ts';
import { meetingAfter } from '../../capabilities/review/meetings.ts';
import { figureStandingOf } from '../../figures/derived.ts';
import { percent } from '../../figures/report/format.ts';
import { weekOf } from '../../figures/week.ts';
import { distinctLogins } from '../../model/login.ts';
import { inline } from '../../text/foreign.ts';
import { dayOf } from '../../text/time.ts';
import type { Run } from '../context.ts';
import type { Made } from './made.ts';
import { figuresBy } from './made.ts';

/** The week in short as it is to be told by now; null where none is due. `date` is the day of `weekDue`. */
export function wantedWeek(run: Run, made: Made, month: string, date: string): WantedWeek {
  const { policy, now } = run;
  const { language } = policy;
  const { rhythm, to } = policy.reports!.weekly!;
  const { since } = meetingAfter(rhythm, now);
  const from = meetingAfter(rhythm, since - 1).since;
  const words = ledgerWordsOf(language);
  const week = weekOf(made.facts, figuresPolicyOf(policy, made.maintenances), { from, to: since });
  const budgets = figuresBy(made, month).figures.services.flatMap((it) => {
    const { leftShare } = figureStandingOf(it, 'month');
    return leftShare === null ? [] : [words.budget(inline(it.service), percent(language, Math.max(0, leftShare), 0))];
  });
  const all = week.met + week.missed;
  const parts = [
    words.week(dayOf(policy, from), week.opened, week.resolved, week.open),
    ...(all > 0 ? [words.deadlines(week.met, all)] : []),
    ...budgets,
  ];
  return {
    date,
    text: parts.join(' '),
    people: distinctLogins(to.flatMap((role) => peopleOf(run, role) ?? [])),
  };
}

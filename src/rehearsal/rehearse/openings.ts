import { DateTime } from 'luxon';
import type { Instant } from '../../calendar/calendar.ts';
import { FORM } from '../../capabilities/report/form.ts';
import type { Category } from '../../capabilities/category/policy.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { REQUIRED_FACTS, type FactName } from '../../model/fact.ts';
import type { Language } from '../../model/language.ts';
import type { Priority } from '../../model/priority.ts';
import { FORM_WORDS } from '../../setup/words.ts';
import { INPUTS } from '../../run/inputs.ts';
import type { Cast } from './cast.ts';
import type { Plot } from './plot.ts';
import { rehearsalWords } from './words.ts';

/** When a rehearsal begins unless somebody says otherwise: the next Friday at 18:30, when most offices have just closed. */
export function nextFriday({ zone }: Pick<Policy, 'zone'>, now: Instant): Instant {
  const local = DateTime.fromMillis(now, { zone });
  const days = (5 - local.weekday + 7) % 7;
  const friday = local.plus({ days }).set({ hour: 18, minute: 30, second: 0, millisecond: 0 });
  return (friday.toMillis() > now ? friday : friday.plus({ days: 7 })).toMillis();
}

/** What an incident of a built-in story begins with: a report without gaps, and a priority that somebody with a say has set. */
export function openingOf(
  policy: Policy,
  { reporter }: Cast,
  { priority, category }: { readonly priority: Priority; readonly category: Category | null },
): Plot['opening'] {
  const { issue } = rehearsalWords(policy.language);
  const answers = Object.fromEntries(REQUIRED_FACTS.map((fact) => [fact, issue.answer]));
  // Any other impact might call for another priority, or make it confidential.
  const { otherImpact } = FORM_WORDS[policy.language].incident;
  const labels = [priority, ...(category ? [category.name] : [])];
  return {
    by: reporter,
    title: issue.title,
    body: formBody(policy.language, { ...answers, impact: otherImpact, data: issue.none }),
    labels: [INPUTS.label.default, policy.priorities[priority].label, ...(category ? [category.label] : [])],
    tells: labels.join(', '),
  };
}

/** A report as GitHub writes what somebody has filled in: each answer under the heading of its question. */
export function formBody(language: Language, answers: { readonly [F in FactName]?: string }): string {
  return Object.entries(answers)
    .map(([fact, answer]) => `### ${FORM[language][fact as FactName]}\n\n${answer}`)
    .join('\n\n');
}

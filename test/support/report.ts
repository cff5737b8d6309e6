import { FORM } from '../../src/capabilities/report/form.ts';
import type { FactName } from '../../src/model/fact.ts';

/** The six facts that every report must have, as somebody may give them. */
export const SIX = {
  originator: 'A customer on the phone',
  customers: 'All of them',
  system: 'checkout',
  time: '2026-11-20 18:30 CET',
  scope: 'Every order in Europe',
  impact: 'All access lost',
} as const;

/** A report as GitHub writes what somebody has filled in: each answer under the heading of its question. */
export function report(facts: { readonly [K in FactName]?: string } = SIX, language: 'en' | 'fr' = 'en'): string {
  return Object.entries(facts)
    .map(([fact, answer]) => `### ${FORM[language][fact as keyof (typeof FORM)['en']]}\n\n${answer}`)
    .join('\n\n');
}

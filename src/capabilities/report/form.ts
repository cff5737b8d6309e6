import { type Headings } from './facts.ts';
import { foldText } from '../../text/compare.ts';
import type { FactName } from '../../model/fact.ts';

/**
 * The headings of the incident form by language: GitHub writes each answer of the form under one. They are the six facts that
 * seed document B asks for before an incident is classified: originator, customers, system and host, time of the alert, scope
 * and type of impact.
 */
export const FORM = {
  en: {
    originator: 'Who or what noticed it',
    customers: 'Customers affected',
    system: 'System and host',
    time: 'When it was noticed',
    scope: 'Scope of the impact',
    impact: 'Type of impact',
    category: 'Category',
    data: 'Data lost or altered',
    source: 'How it came in',
    severity: 'Severity',
  },
  fr: {
    originator: 'Qui ou quoi l’a constaté',
    customers: 'Clients touchés',
    system: 'Système et machine',
    time: 'Moment du constat',
    scope: 'Étendue de l’impact',
    impact: 'Nature de l’impact',
    category: 'Catégorie',
    data: 'Données perdues ou altérées',
    source: 'Voie d’arrivée',
    severity: 'Gravité',
  },
} as const;

/** Which fact stands under a heading, in every language: a form keeps the language in which it was filled in. */
export function factHeadings(): Headings {
  return new Map(
    Object.values(FORM).flatMap((headings) =>
      Object.entries(headings).map(([fact, heading]) => [foldText(heading), fact as FactName] as const),
    ),
  );
}

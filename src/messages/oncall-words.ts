import type { Language } from '../policy/policy.ts';

/* What people read about on-call schedules. Markdown or plain text; instants come as words, logins as they are to stand. */

const en = {
  /** Title of the calendar to subscribe to. */
  title: (schedules: string) => `On call: ${schedules}`,
  shift: (schedule: string, who: string, override: boolean) => `${schedule}: ${who}${override ? ' (override)' : ''}`,
  columns: ['From', 'To', 'On call'],
  zone: (zone: string) => `Times are those of ${zone}.`,
  nobody: 'nobody',
  overridden: (who: string) => `${who} (override)`,
  empty: 'Nobody is on call in this time.',
  until: (who: string, at: string) => `${who} until ${at}`,
  /** Longer than anybody looks ahead. */
  endless: (who: string) => `${who}, for more than a year`,
  then: (first: string, next: string) => `${first}, then ${next}`,
  schedule: (name: string, state: string) => `${name}: ${state}`,
  list: (name: string, zone: string) => `${name} (${zone}):`,
};

export type OncallWords = typeof en;

const fr: OncallWords = {
  title: (schedules) => `Astreintes : ${schedules}`,
  shift: (schedule, who, override) => `${schedule} : ${who}${override ? ' (remplacement)' : ''}`,
  columns: ['Début', 'Fin', 'D’astreinte'],
  zone: (zone) => `Les heures sont celles de ${zone}.`,
  nobody: 'personne',
  overridden: (who) => `${who} (remplacement)`,
  empty: 'Personne n’est d’astreinte pendant ce temps.',
  until: (who, at) => `${who} jusqu’au ${at}`,
  endless: (who) => `${who}, pour plus d’un an`,
  then: (first, next) => `${first}, puis ${next}`,
  schedule: (name, state) => `${name} : ${state}`,
  list: (name, zone) => `${name} (${zone}) :`,
};

const CATALOGUES: Readonly<Record<Language, OncallWords>> = { en, fr };

/** What people read about on-call schedules, in the policy's language. */
export function oncallWordsOf(language: Language): OncallWords {
  return CATALOGUES[language];
}

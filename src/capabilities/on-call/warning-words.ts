import type { Language } from '../../model/language.ts';
import { quote } from '../../policy/wording.ts';
import type { DeadOverride } from './overrides.ts';
import type { Turnless } from './turnless.ts';

/* What is odd about schedules, in words. They are apart from the other words, since only `check` needs them. */

const en = {
  line: (place: string, message: string) => `${place}: ${message}`,
  gap: (days: number) => `nobody is on call in the next ${days} days`,
  once: (span: string) => `nobody is on call ${span}`,
  often: (count: number, days: number, span: string) =>
    `nobody is on call ${count} times in the next ${days} days, first ${span}`,
  span: (from: string, to: string | null) => `from ${from} ${to === null ? 'on' : `to ${to}`}`,
  left: (login: string, at: string) => `${quote(login)} left on ${at} and is passed over since`,
  dead: {
    empty: 'never applies: the clocks skip all of it',
    hidden: 'never applies: later overrides hide it',
    same: 'never applies: its person is on call then anyway',
  } satisfies Readonly<Record<DeadOverride['why'], string>>,
  turnless: (login: string, why: Turnless['why']) =>
    `${quote(login)} never has a turn: ${
      why === 'hidden'
        ? 'later layers take the hours of all of theirs'
        : 'none of theirs lies between when they join and when they leave'
    }`,
};

const fr: typeof en = {
  line: (place, message) => `${place} : ${message}`,
  gap: (days) => `personne n’est d’astreinte dans les ${days} jours à venir`,
  once: (span) => `personne n’est d’astreinte ${span}`,
  often: (count, days, span) =>
    `${count} périodes sans personne d’astreinte dans les ${days} jours à venir, la première ${span}`,
  span: (from, to) => (to === null ? `à partir du ${from}` : `du ${from} au ${to}`),
  left: (login, at) => `« ${login} » a quitté la rotation le ${at} ; son tour passe à la personne suivante`,
  dead: {
    empty: 'n’a jamais d’effet : il tombe tout entier dans l’heure supprimée au changement d’heure',
    hidden: 'n’a jamais d’effet : les remplacements suivants le recouvrent',
    same: 'n’a jamais d’effet : la personne indiquée serait de toute façon d’astreinte',
  },
  turnless: (login, why) =>
    `« ${login} » n’a jamais de tour : ${
      why === 'hidden'
        ? 'les couches suivantes recouvrent toutes ses heures'
        : 'aucun tour ne lui revient entre son arrivée et son départ'
    }`,
};

/** What is odd about schedules, in the policy's language. */
export const WARNING_WORDS: Readonly<Record<Language, typeof en>> = { en, fr };

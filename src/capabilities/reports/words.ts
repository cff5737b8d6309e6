import type { Language } from '../../model/language.ts';

const en = {
  told: (month: string) => `The incident report of ${month} is closed: please look at it above.`,
  week: (day: string, opened: number, resolved: number, open: number) =>
    `**Week from ${day}:** ${opened} opened, ${resolved} resolved, ${open} open.`,
  deadlines: (met: number, all: number) => `Deadlines in time: ${met} of ${all}.`,
  budget: (service: string, share: string) => `Budget of ${service} left for the month: ${share}.`,
  did: {
    week: 'tell the week in short',
    opened: (month: string) => `open the incident report of ${month}`,
    edited: (month: string) => `bring the incident report of ${month} up to date`,
    frozen: (month: string) => `close the figures of ${month}`,
    told: (month: string) => `tell that the incident report of ${month} is closed`,
    closed: (month: string) => `close the incident report of ${month}: its month is over`,
    duplicate: (number: number) => `close #${number}, a report of the same month`,
    failed: (why: string) => `The incident report could not be made as it should be: ${why}`,
  },
};

/** "de novembre", "d’avril". */
const de = (month: string): string => (/^[aeiouy]/.test(month) ? `d’${month}` : `de ${month}`);

const fr: typeof en = {
  told: (month) => `Le rapport d’incidents ${de(month)} est clos : à consulter ci-dessus.`,
  week: (day, opened, resolved, open) =>
    `**Semaine du ${day} :** ${opened} ouvert${opened > 1 ? 's' : ''}, ${resolved} résolu${resolved > 1 ? 's' : ''}, ${open} en cours.`,
  deadlines: (met, all) => `Délais respectés : ${met} sur ${all}.`,
  budget: (service, share) => `Budget restant de ${service} pour le mois : ${share}.`,
  did: {
    week: 'donner la semaine en bref',
    opened: (month) => `ouvrir le rapport d’incidents ${de(month)}`,
    edited: (month) => `mettre à jour le rapport d’incidents ${de(month)}`,
    frozen: (month) => `clore les chiffres ${de(month)}`,
    told: (month) => `annoncer que le rapport d’incidents ${de(month)} est clos`,
    closed: (month) => `fermer le rapport d’incidents ${de(month)}, dont le mois est passé`,
    duplicate: (number) => `fermer #${number}, un rapport du même mois`,
    failed: (why) => `Le rapport d’incidents n’a pas pu être établi comme il faut : ${why}`,
  },
};

const CATALOGUES: Readonly<Record<Language, typeof en>> = { en, fr };

/** What is said of the keeping of reports. */
export function ledgerWordsOf(language: Language): typeof en {
  return CATALOGUES[language];
}

import type { Language } from '../../model/language.ts';

const many = (count: number, one: string, more: string): string => `${count} ${count === 1 ? one : more}`;

const en = {
  skip: 'Skip to the content',
  inside: 'Internal: not for customers.',
  insideMeans:
    'This page stands only where it was written to. It is no part of the status page, and nothing leads to it from there.',
  atAGlance: 'At a glance',
  inTime: 'Deadlines in time',
  data: 'The figures as JSON',
  numbers: 'The numbers',
  month: 'Month',
  more: (count: number) => `and ${count} more in the numbers below`,
  moreData: (count: number) => `and ${count} more in the JSON`,
  headings: {
    months: 'Opened and resolved',
    budgets: 'Error budgets',
  },
  none: {
    months: 'No incident was opened or resolved.',
    durations: 'Nothing was taken on, mitigated or resolved.',
    budgets: 'No service has an objective.',
    clocks: 'No deadline ended.',
    causes: 'No incident was resolved.',
    load: 'Nobody was paged.',
    ages: 'Nothing is open.',
  },
  pictures: {
    months: (count: number) => `Incidents opened and resolved by priority, ${many(count, 'month', 'months')}`,
    durations: 'How long each incident took, on a scale of powers of ten',
    budgets: 'Error budget left of each service',
    clocks: 'Deadlines met and missed',
    causes: 'Incidents resolved by cause',
    load: 'Pages by role, by day and by night',
    ages: 'Open incidents by age',
  },
  unknown: '–: nothing is on record.',
  incident: 'one incident',
  median: 'median, from five on',
  most: '9 of 10 within, from five on',
  medianOf: (length: string) => `median ${length}`,
  met: 'in time',
  missed: 'missed',
  left: 'left',
  overspent: 'overspent',
  objective: {
    month: (share: string) => `Month: objective ${share}`,
    year: (share: string) => `Year: objective ${share}`,
  },
  own: 'not attributable to others',
  others: 'attributable to others',
  attributable: (whom: string) => `attributable to ${whom}`,
  day: 'by day',
  night: 'at night',
  ofNight: (pages: number, night: number) => (night === 0 ? String(pages) : `${pages}, ${night} at night`),
  items: (count: number) => many(count, 'incident', 'incidents'),
};

export type PageWords = typeof en;

const fr: PageWords = {
  skip: 'Aller au contenu',
  inside: 'Interne\u00a0: ne pas communiquer aux clients.',
  insideMeans:
    'Cette page n’existe que là où elle a été écrite. Elle ne fait pas partie de la page d’état, et aucun lien n’y mène depuis celle-ci.',
  atAGlance: 'En bref',
  inTime: 'Délais respectés',
  data: 'Les chiffres en JSON',
  numbers: 'Les chiffres',
  month: 'Mois',
  more: (count) => `et ${count} de plus dans les chiffres ci-dessous`,
  moreData: (count) => `et ${count} de plus dans le JSON`,
  headings: {
    months: 'Ouverts et résolus',
    budgets: 'Budgets d’erreur',
  },
  none: {
    months: 'Aucun incident ouvert ni résolu.',
    durations: 'Aucun incident pris en charge, rétabli ou résolu.',
    budgets: 'Aucun service n’a d’objectif.',
    clocks: 'Aucun délai n’est arrivé à son terme.',
    causes: 'Aucun incident résolu.',
    load: 'Personne n’a été appelé.',
    ages: 'Aucun incident en cours.',
  },
  pictures: {
    months: (count) => `Incidents ouverts et résolus par priorité, sur ${count}\u00a0mois`,
    durations: 'Durée de chaque incident, sur une échelle de puissances de dix',
    budgets: 'Budget d’erreur restant de chaque service',
    clocks: 'Délais respectés et dépassés',
    causes: 'Incidents résolus par cause',
    load: 'Appels par rôle, de jour et de nuit',
    ages: 'Incidents en cours par ancienneté',
  },
  unknown: '–\u00a0: aucun relevé.',
  incident: 'un incident',
  median: 'médiane, à partir de cinq',
  most: '9 sur 10 en moins de, à partir de cinq',
  medianOf: (length) => `médiane ${length}`,
  met: 'à temps',
  missed: 'dépassés',
  left: 'restant',
  overspent: 'dépassé',
  objective: {
    month: (share) => `Mois\u00a0: objectif ${share}`,
    year: (share) => `Année\u00a0: objectif ${share}`,
  },
  own: 'non imputable à d’autres',
  others: 'imputable à d’autres',
  attributable: (whom) => `imputable à ${whom}`,
  day: 'de jour',
  night: 'de nuit',
  ofNight: (pages, night) => (night === 0 ? String(pages) : `${pages}, dont ${night} de nuit`),
  items: (count) => `${count} incident${count > 1 ? 's' : ''}`,
};

const CATALOGUES: Readonly<Record<Language, PageWords>> = { en, fr };

/** What people read on the page of a report besides what the report itself says. */
export function pageWordsOf(language: Language): PageWords {
  return CATALOGUES[language];
}

import { readAnswers } from '../../capabilities/report/facts.ts';
import { foldText } from '../../text/compare.ts';

/** What the form of a maintenance asks for. */
export type MaintenanceField = 'services' | 'from' | 'to' | 'work' | 'public';
export type FormAnswers = { readonly [K in MaintenanceField]?: string };

/** The headings of the form by language: GitHub writes each answer under one. */
export const MAINTENANCE_FORM = {
  en: {
    services: 'Services',
    from: 'From',
    to: 'To',
    work: 'What is done',
    public: 'What customers notice',
  },
  fr: {
    services: 'Services',
    from: 'Début',
    to: 'Fin',
    work: 'Travaux',
    public: 'Ce que les clients remarqueront',
  },
} as const satisfies Readonly<Record<string, Readonly<Record<MaintenanceField, string>>>>;

/** What people rename the headings to. */
const OTHERS: Readonly<Record<MaintenanceField, readonly string[]>> = {
  services: ['service', 'systems', 'components', 'services concerned', 'services concernés', 'systèmes', 'composants'],
  from: ['start', 'begin', 'begins', 'starts', 'start time', 'de', 'du', 'date de début', 'heure de début'],
  to: ['end', 'until', 'ends', 'end time', 'à', 'au', 'jusqu’à', 'date de fin', 'heure de fin'],
  work: ['what', 'work', 'description', 'what will be done', 'ce qui est fait', 'ce qui sera fait', 'objet'],
  public: [
    'public',
    'for customers',
    'what customers will notice',
    'pour les clients',
    'ce que les clients remarquent',
    'impact pour les clients',
  ],
};

/** Which field stands under a heading, in every language: a form keeps the language in which it was filled in. */
const HEADINGS: ReadonlyMap<string, MaintenanceField> = new Map(
  [...Object.values(MAINTENANCE_FORM), OTHERS].flatMap((headings) =>
    Object.entries(headings).flatMap(([field, names]) =>
      [names].flat().map((name: string) => [foldText(name), field as MaintenanceField] as const),
    ),
  ),
);

/** The answers of a form of a maintenance, as far as they were given. Foreign text. */
export function readAnswersOf(body: string): FormAnswers {
  return readAnswers(body, HEADINGS);
}

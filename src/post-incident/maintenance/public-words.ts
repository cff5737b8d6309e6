import type { Language } from '../../model/language.ts';
import type { Step } from './state.ts';

const en = {
  title: (services: string) => `Maintenance of ${services}`,
  said: {
    confirmed: 'Maintenance is planned.',
    begun: 'Maintenance has begun.',
    moved: 'The planned maintenance has been changed.',
    extended: 'The maintenance takes longer than planned.',
    verifying: 'The work is done; we are checking that everything works.',
    completed: 'The maintenance is completed.',
    cancelled: 'The maintenance is cancelled.',
  } satisfies Readonly<Record<Exclude<Step['kind'], 'updated'>, string>>,
};

const fr: typeof en = {
  title: (services) => `Maintenance : ${services}`,
  said: {
    confirmed: 'Une maintenance est prévue.',
    begun: 'La maintenance a commencé.',
    moved: 'La maintenance prévue est modifiée.',
    extended: 'La maintenance dure plus longtemps que prévu.',
    verifying: 'Les travaux sont terminés ; nous vérifions que tout fonctionne.',
    completed: 'La maintenance est terminée.',
    cancelled: 'La maintenance est annulée.',
  },
};

/** What customers are told of maintenance where nobody has written anything for them. */
export const publicWords: Readonly<Record<Language, typeof en>> = { en, fr };

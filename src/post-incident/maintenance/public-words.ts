import type { Language } from '../../model/language.ts';
import type { MaintenanceStep } from './state.ts';

const en = {
  title: (services: string) => `Maintenance of ${services}`,
  said: {
    confirmed: 'Maintenance is planned.',
    begun: 'Maintenance has begun.',
    moved: 'The planned maintenance has been changed.',
    extended: 'The maintenance is taking longer than planned.',
    verifying: 'The work is done; we are checking that everything works.',
    completed: 'The maintenance is complete.',
    cancelled: 'The maintenance has been cancelled.',
  } satisfies Readonly<Record<Exclude<MaintenanceStep['kind'], 'updated'>, string>>,
};

const fr: typeof en = {
  title: (services) => `Maintenance : ${services}`,
  said: {
    confirmed: 'Une maintenance est planifiée.',
    begun: 'La maintenance a commencé.',
    moved: 'La maintenance planifiée a été modifiée.',
    extended: 'La maintenance dure plus longtemps que prévu.',
    verifying: 'Les travaux sont terminés ; nous vérifions que tout fonctionne.',
    completed: 'La maintenance est terminée.',
    cancelled: 'La maintenance est annulée.',
  },
};

/** What customers are told of maintenance where nobody has written anything for them. */
export const publicWords: Readonly<Record<Language, typeof en>> = { en, fr };

import type { Language } from '../../src/model/language.ts';
import type { report as form } from '../../test/support/report.ts';

/** What somebody wrote in a report: its title, and the answers to the questions of the form. */
export interface Reported {
  readonly title: string;
  readonly facts: NonNullable<Parameters<typeof form>[0]>;
}

/** What people say in a story. */
export interface Said {
  readonly language: Language;
  readonly reported: Reported;
  /** The second report. */
  readonly again: Reported;
  readonly looking: string;
  readonly did: string;
  readonly end: string;
  readonly cured: string;
  readonly workaround: string;
  readonly objection: string;
}

export const SAID: Readonly<Record<Language, Said>> = {
  en: {
    language: 'en',
    reported: {
      title: 'The checkout is down in Europe',
      facts: {
        originator: 'A customer on the phone',
        customers: 'All in Europe',
        system: 'checkout, eu-west',
        time: '2026-11-24 02:55',
        scope: 'Every order in Europe',
        impact: 'Every order fails with a 500',
      },
    },
    looking: 'Looking at the last release.',
    did: 'traffic goes to the old release',
    end: 'a bad deploy, rolled back for good',
    again: {
      title: 'Parcels get no labels',
      facts: {
        originator: 'The warehouse in Lyon',
        customers: 'Everybody who has ordered since 07:30',
        system: 'labels',
        time: '2026-11-24 07:30',
        scope: 'Every parcel from Lyon',
        impact: 'Nothing leaves the warehouse',
      },
    },
    cured: 'the print queue is emptied and starts by itself',
    workaround: 'labels printed by hand',
    objection: 'since this morning nothing is printed again',
  },
  fr: {
    language: 'fr',
    reported: {
      title: 'Le paiement est en panne en Europe',
      facts: {
        originator: 'Un client au téléphone',
        customers: 'Tous les clients en Europe',
        system: 'checkout, eu-west',
        time: '24/11/2026 02:55',
        scope: 'Toutes les commandes en Europe',
        impact: 'Toute commande échoue avec une erreur 500',
      },
    },
    looking: 'Je regarde la dernière mise en production.',
    did: 'le trafic passe par la version précédente',
    end: 'mise en production défectueuse, annulée',
    again: {
      title: 'Les colis partent sans étiquette',
      facts: {
        originator: 'L’entrepôt de Lyon',
        customers: 'Tous ceux qui ont commandé depuis 7 h 30',
        system: 'labels',
        time: '24/11/2026 07:30',
        scope: 'Tous les colis de Lyon',
        impact: 'Rien ne quitte l’entrepôt',
      },
    },
    cured: 'la file d’impression est vidée et redémarre seule',
    workaround: 'étiquettes imprimées à la main',
    objection: 'depuis ce matin, plus rien ne s’imprime',
  },
};

import type { Language } from '../model/language.ts';

export type PageLanguage = Language;

/** What people write for customers in the story of a status page. */
export const PAGE_TEXTS = {
  en: {
    names: { page: 'Shop status' },
    search: {
      found: 'Some searches find nothing. We are repairing the index; you can buy as usual.',
      maintenance: 'Search may be slow, and find nothing for a few minutes.',
    },
    checkout: {
      failing: 'Payments fail for customers in Europe. Carts are kept.',
      corrected: 'Payments fail for all customers. Carts are kept.',
      identified: 'A release made this morning sends payments to the wrong place. We are rolling it back.',
      over: 'Payments work again. Orders that failed were not charged.',
      report:
        'On 11 November payments failed for 45 minutes. A release sent them to a service that was switched off. We rolled it back. From now on we release to one machine first.',
      again: 'Payments take longer than usual. We are looking into it.',
    },
    api: { slow: 'The API takes up to ten seconds to answer some customers.' },
  },
  fr: {
    names: { page: 'État de la boutique' },
    search: {
      found: 'Certaines recherches ne trouvent rien. Nous réparons l’index ; les achats fonctionnent comme d’habitude.',
      maintenance: 'La recherche peut être lente, et ne rien trouver pendant quelques minutes.',
    },
    checkout: {
      failing: 'Les paiements échouent pour les clients en Europe. Les paniers sont conservés.',
      corrected: 'Les paiements échouent pour tous les clients. Les paniers sont conservés.',
      identified: 'Une mise à jour faite ce matin envoie les paiements au mauvais endroit. Nous l’annulons.',
      over: 'Les paiements fonctionnent de nouveau. Les commandes qui ont échoué n’ont pas été débitées.',
      report:
        'Le 11 novembre, les paiements ont échoué pendant 45 minutes. Une mise à jour les envoyait à un service arrêté. Nous l’avons annulée. Désormais, chaque mise à jour passe d’abord sur une seule machine.',
      again: 'Les paiements prennent plus de temps que d’habitude. Nous cherchons pourquoi.',
    },
    api: { slow: 'L’API met jusqu’à dix secondes à répondre à certains clients.' },
  },
} as const satisfies Readonly<Record<Language, unknown>>;

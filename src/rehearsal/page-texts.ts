import type { Language } from '../model/language.ts';

export type PageLanguage = Language;

/** What people write for customers in the story of a status page. */
export const PAGE_TEXTS = {
  en: {
    names: { page: 'Shop status' },
    search: {
      found: 'Some searches find nothing. We are mending the index; buying works as usual.',
      maintenance: 'Search may be slow, and find nothing for a few minutes.',
    },
    checkout: {
      failing: 'Payments fail for customers in Europe. Carts are kept.',
      corrected: 'Payments fail for all customers. Carts are kept.',
      identified: 'A release of this morning sends payments to the wrong place. We are taking it back.',
      over: 'Payments work again. Orders that failed were not charged.',
      report:
        'On 11 November payments failed for 45 minutes. A release sent them to a service that was switched off. We took it back, and release to one machine first from now on.',
      again: 'Paying takes longer than usual. We are looking into it.',
    },
    api: { slow: 'Answers of the API take up to ten seconds for some customers.' },
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
      identified: 'Une livraison de ce matin envoie les paiements au mauvais endroit. Nous la retirons.',
      over: 'Les paiements fonctionnent de nouveau. Les commandes échouées n’ont pas été débitées.',
      report:
        'Le 11 novembre, les paiements ont échoué pendant 45 minutes. Une livraison les envoyait à un service éteint. Nous l’avons retirée, et livrons désormais sur une seule machine d’abord.',
      again: 'Le paiement prend plus de temps que d’habitude. Nous cherchons pourquoi.',
    },
    api: { slow: 'Les réponses de l’API prennent jusqu’à dix secondes pour certains clients.' },
  },
} as const satisfies Readonly<Record<Language, unknown>>;

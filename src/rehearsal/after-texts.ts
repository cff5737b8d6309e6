import type { Language } from '../model/language.ts';

/** What people write in the story of what comes after an incident, in each language. */
export const AFTER_TEXTS = {
  en: {
    summary:
      'A release sent every order to a payment service that was switched off. Nobody in Europe could pay for 40 minutes.',
    lost: 'About 400 orders failed; 60 customers called.',
    item: 'Try a release on one machine first owner:bob due:2026-12-11 type:prevent',
    alert: 'Alert when payments drop to nothing owner:alice due:2026-12-04 type:detect',
    rejected: 'Buy a second payment service rejected: costs more than it brings',
    leaky: 'On Friday evening payments failed for 40 minutes. bob took the release back on pay-eu-3.',
    clean: 'On Friday evening payments failed for 40 minutes. We took a release back, and payments work again.',
    missing: 'say how many orders were lost',
    cause: 'releases reach all machines at once',
    plan: 'one machine first, then the rest',
    step: 'Release to one machine first owner:alice',
  },
  fr: {
    summary:
      'Une livraison a envoyé toutes les commandes à un service de paiement éteint. Personne en Europe n’a pu payer pendant 40 minutes.',
    lost: 'Environ 400 commandes ont échoué ; 60 clients ont appelé.',
    item: 'Essayer une livraison sur une seule machine d’abord owner:bob due:2026-12-11 type:prevent',
    alert: 'Alerter quand les paiements tombent à zéro owner:alice due:2026-12-04 type:detect',
    rejected: 'Acheter un second service de paiement écarté : coûte plus que cela n’apporte',
    leaky: 'Vendredi soir, les paiements ont échoué pendant 40 minutes. bob a annulé la livraison sur pay-eu-3.',
    clean:
      'Vendredi soir, les paiements ont échoué pendant 40 minutes. Nous avons annulé une livraison, et les paiements fonctionnent de nouveau.',
    missing: 'dire combien de commandes ont été perdues',
    cause: 'les livraisons touchent toutes les machines à la fois',
    plan: 'une machine d’abord, puis les autres',
    step: 'Livrer sur une machine d’abord owner:alice',
  },
} as const satisfies Readonly<Record<Language, Readonly<Record<string, string>>>>;

import type { PublicStage } from '../../status-page/page.ts';

const STAGES_EN: Readonly<Record<PublicStage, string>> = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  postmortem: 'post-mortem',
};

const STAGES_FR: Readonly<Record<PublicStage, string>> = {
  investigating: 'analyse en cours',
  identified: 'cause identifiée',
  monitoring: 'sous surveillance',
  resolved: 'résolu',
  postmortem: 'post-mortem',
};

const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    affected: 'asked which services are affected',
    unread: 'why customers do not read something',
  },
  statusPage: {
    affects: 'somebody said which services are affected',
    ask: {
      affects: (example: string) => `Which services are affected? Comment \`/affects ${example}\`.`,
      category: (example: string) => `Which category is it? Comment \`/category ${example}\`.`,
    },
    others: {
      affects: (names: string) => `Or: ${names}. Separate several names with commas.`,
      category: (names: string) => `Or: ${names}.`,
    },
    until: 'Until then, the status page says nothing about it.',
    corrected: 'Correction:',
    next: 'Next update',
    why: (priority: string) => `a ${priority} goes to the status page at once`,
    /** Why customers do not read what somebody wrote for them. */
    unread: {
      never: (priority: string) =>
        `Customers do not read this: the policy keeps ${priority} off the status page. \`/public on\` puts it there.`,
      off: () =>
        'Customers do not read this: somebody has taken the incident off the status page. `/public on` puts it back.',
      nothing: () =>
        'Customers do not read this: they have read nothing yet that could be corrected. `/update TEXT` tells them.',
    },
    whyUnread: 'you wrote for customers',
  },
  statusPageCard: {
    row: 'Status page',
    stages: STAGES_EN,
    on: (stage: string, at: string, components: string) => `${stage} since ${at} · ${components}`,
    missing: (command: string) => `nothing there yet: comment \`${command}\``,
    outside: 'nothing there: its category is not on the page',
    off: (by: string, why: string) => `taken off by ${by}: ${why}`,
  },
};

const fr: typeof en = {
  told: {
    affected: 'demande des services concernés',
    unread: 'pourquoi les clients ne lisent pas un texte',
  },
  statusPage: {
    affects: 'quelqu’un a indiqué les services concernés',
    ask: {
      affects: (example) => `Quels services sont concernés ? Écrivez \`/affects ${example}\`.`,
      category: (example) => `De quelle catégorie s’agit-il ? Écrivez \`/category ${example}\`.`,
    },
    others: {
      affects: (names) => `Ou : ${names}. S’il y en a plusieurs, séparez-les par des virgules.`,
      category: (names) => `Ou : ${names}.`,
    },
    until: 'D’ici là, la page d’état n’en dit rien.',
    corrected: 'Rectification :',
    next: 'Prochain point de situation',
    why: (priority) => `un ${priority} figure aussitôt sur la page d’état`,
    unread: {
      never: (priority) =>
        `Les clients ne lisent pas ceci : la politique tient les ${priority} hors de la page d’état. \`/public on\` l’y met.`,
      off: () =>
        'Les clients ne lisent pas ceci : quelqu’un a retiré l’incident de la page d’état. `/public on` l’y remet.',
      nothing: () =>
        'Les clients ne lisent pas ceci : ils n’ont encore rien lu qui puisse être rectifié. `/update TEXTE` les informe.',
    },
    whyUnread: 'vous avez écrit pour les clients',
  },
  statusPageCard: {
    row: 'Page d’état',
    stages: STAGES_FR,
    on: (stage, at, components) => `${stage} depuis ${at} · ${components}`,
    missing: (command) => `rien pour l’instant : écrivez \`${command}\``,
    outside: 'rien : sa catégorie n’y figure pas',
    off: (by, why) => `retiré par ${by} : ${why}`,
  },
};

export const statusPageWords = { en, fr };

import type { PublicStage } from '../../status-page/page.ts';

const STAGES_EN: Readonly<Record<PublicStage, string>> = {
  investigating: 'investigating',
  identified: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  postmortem: 'post-mortem',
};

const STAGES_FR: Readonly<Record<PublicStage, string>> = {
  investigating: 'en cours d’analyse',
  identified: 'cause identifiée',
  monitoring: 'sous surveillance',
  resolved: 'résolu',
  postmortem: 'retour d’expérience',
};

const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    affected: 'asked which services are affected',
  },
  statusPage: {
    affects: 'somebody said which services are affected',
    ask: (example: string) => `Which services are affected? Comment \`/affects ${example}\`.`,
    others: (names: string) => `Or: ${names}. Several go with commas.`,
    until: 'Until then customers read nothing of it on the status page.',
    corrected: 'Correction:',
    next: 'Next update',
    why: (priority: string) => `a ${priority} goes to the status page at once`,
  },
  statusPageCard: {
    row: 'Status page',
    stages: STAGES_EN,
    on: (stage: string, at: string, components: string) => `${stage} since ${at} · ${components}`,
    services: (example: string) => `nothing there yet: comment \`/affects ${example}\``,
    outside: 'nothing there: its category is not on the page',
    off: (by: string, why: string) => `taken off by ${by}: ${why}`,
  },
};

const fr: typeof en = {
  told: {
    affected: 'demande des services concernés',
  },
  statusPage: {
    affects: 'quelqu’un a dit quels services sont concernés',
    ask: (example) => `Quels services sont concernés ? Commentez \`/affects ${example}\`.`,
    others: (names) => `Ou : ${names}. Plusieurs, avec des virgules.`,
    until: 'D’ici là, les clients n’en lisent rien sur la page d’état.',
    corrected: 'Rectification :',
    next: 'Prochain point',
    why: (priority) => `un ${priority} figure aussitôt sur la page d’état`,
  },
  statusPageCard: {
    row: 'Page d’état',
    stages: STAGES_FR,
    on: (stage, at, components) => `${stage} depuis ${at} · ${components}`,
    services: (example) => `rien pour l’instant : commentez \`/affects ${example}\``,
    outside: 'rien : sa catégorie n’y figure pas',
    off: (by, why) => `retiré par ${by} : ${why}`,
  },
};

export const statusPageWords = { en, fr };

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
  },
  statusPage: {
    affects: 'somebody said which services are affected',
    ask: (example: string) => `Which services are affected? Comment \`/affects ${example}\`.`,
    others: (names: string) => `Or: ${names}. Separate several names with commas.`,
    until: 'Until then, the status page says nothing about it.',
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
    affects: 'quelqu’un a indiqué les services concernés',
    ask: (example) => `Quels services sont concernés ? Écrivez \`/affects ${example}\`.`,
    others: (names) => `Ou : ${names}. S’il y en a plusieurs, séparez-les par des virgules.`,
    until: 'D’ici là, la page d’état n’en dit rien.',
    corrected: 'Rectification :',
    next: 'Prochain point de situation',
    why: (priority) => `un ${priority} figure aussitôt sur la page d’état`,
  },
  statusPageCard: {
    row: 'Page d’état',
    stages: STAGES_FR,
    on: (stage, at, components) => `${stage} depuis ${at} · ${components}`,
    services: (example) => `rien pour l’instant : écrivez \`/affects ${example}\``,
    outside: 'rien : sa catégorie n’y figure pas',
    off: (by, why) => `retiré par ${by} : ${why}`,
  },
};

export const statusPageWords = { en, fr };

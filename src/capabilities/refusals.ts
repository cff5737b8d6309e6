import type { Refusal } from '../engine/command.ts';

/* Refusals that several commands share. */

export const NO_TEXT: Refusal = {
  en: (command) => `${command} needs a text after it.`,
  fr: (command) => `${command} demande un texte à sa suite.`,
};

export const TOO_LATE: Refusal = {
  en: (command) => `${command} comes too late: the incident is over. Reopen it first.`,
  fr: (command) => `${command} vient trop tard : l’incident est terminé. Rouvrez-le d’abord.`,
};

export const NO_ACCESS: Refusal = {
  en: (command, text) =>
    `${command}: whoever is unknown here, or cannot read this repository, was left out of ${text}.`,
  fr: (command, text) =>
    `${command}\u00a0: qui est inconnu ici, ou ne peut pas lire ce dépôt, a été laissé de côté dans ${text}.`,
};

import { inline } from '../text/foreign.ts';
import type { Refusal } from '../engine/command.ts';

/* Refusals that several commands share. */

/** The most of them that a refusal lists. */
const SHOWN = 30;

/** A refusal that ends with what would be accepted: names of the policy. */
export function listing(refusal: Refusal, names: readonly string[]): Refusal {
  const list = `${names
    .slice(0, SHOWN)
    .map((it) => inline(it, 60))
    .join(', ')}${names.length > SHOWN ? ', …' : '.'}`;
  const none = names.length === 0;
  return {
    en: (command, text) => `${refusal.en(command, text)} ${none ? 'The policy has none.' : `It takes: ${list}`}`,
    fr: (command, text) =>
      `${refusal.fr(command, text)} ${none ? 'La politique n’en a pas.' : `Au choix\u00a0: ${list}`}`,
  };
}

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

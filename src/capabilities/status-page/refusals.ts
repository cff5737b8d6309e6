import type { Refusal } from '../../engine/command.ts';

export const NO_PAGE: Refusal = {
  en: (command) => `${command} is about the status page, and the policy has none.`,
  fr: (command) => `${command} concerne la page d’état, et la politique n’en prévoit pas.`,
};

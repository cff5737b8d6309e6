import type { Refusal } from '../../engine/command.ts';

export const NO_PAGE: Refusal = {
  en: (command) => `${command} is about the status page, and the policy has none.`,
  fr: (command) => `${command} concerne la page d’état, et la politique n’en prévoit pas.`,
};

export const CONFIDENTIAL: Refusal = {
  en: (command) => `${command} reaches nobody: nothing of a confidential incident is public.`,
  fr: (command) => `${command} n’atteint personne\u00a0: rien d’un incident confidentiel n’est public.`,
};

/** What tells whether an incident is confidential when a command is given. */
export interface CategoryNeeds {
  readonly category: { readonly held: { readonly category: { readonly confidential: boolean } } | null };
}

/** Whether a text for the public is given while it is confidential: it stays inside when the category is taken back. */
export function isStillConfidential({ category }: CategoryNeeds): boolean {
  return category.held?.category.confidential === true;
}

import type { Language } from '../../model/language.ts';

const en = {
  /** What replaces something that readers were told. */
  correction: (text: string) => `Correction: ${text}`,
};

const fr: typeof en = {
  correction: (text) => `Correction\u00a0: ${text}`,
};

/** What is added to the words of people on a hosted page. */
export const hostedWords: Readonly<Record<Language, typeof en>> = { en, fr };

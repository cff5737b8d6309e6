import type { Language } from '../policy/policy.ts';
import { en } from './en.ts';
import { fr } from './fr.ts';

/** The catalogue of one language. */
export type Words = typeof en;

const CATALOGUES: Readonly<Record<Language, Words>> = { en, fr };

/** What people read, in the policy's language. */
export function wordsOf(language: Language): Words {
  return CATALOGUES[language];
}

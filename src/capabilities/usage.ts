import type { Language } from '../model/language.ts';

/** What French readers put in its place: the words that refusals in French use. */
const FRENCH: Readonly<Record<string, string>> = {
  TEXT: 'TEXTE',
  TITLE: 'TITRE',
  REASON: 'MOTIF',
  NAME: 'NOM',
  LABEL: 'ÉTIQUETTE',
  LOGIN: 'COMPTE',
  CLOCK: 'DÉLAI',
  FROM: 'DÉBUT',
  TO: 'FIN',
  yes: 'oui',
  no: 'non',
  me: 'moi',
};

/** The usage of a command, such as `P1 REASON`, with what stands for something else in the words of the language. */
export function usageIn(language: Language, usage: string): string {
  return language === 'fr' ? usage.replace(/[A-Za-z]+/g, (word) => FRENCH[word] ?? word) : usage;
}

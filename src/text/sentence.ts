import type { Language } from '../model/language.ts';

/** A text as a sentence begins: with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

const AND: Readonly<Record<Language, string>> = { en: ' and ', fr: ' et ' };

/** Several things as a sentence names them: "a, b and c". */
export function enumeration(language: Language, items: readonly string[]): string {
  return items.length < 2 ? (items[0] ?? '') : `${items.slice(0, -1).join(', ')}${AND[language]}${items.at(-1)!}`;
}

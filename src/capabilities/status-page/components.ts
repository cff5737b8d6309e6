import type { Language } from '../../model/language.ts';
import type { PublicText } from '../../status-page/page.ts';
import { enumeration } from '../../text/sentence.ts';
import type { Incident } from '../tracks.ts';
import type { ComponentPolicy, StatusPagePolicy } from './policy.ts';

/**
 * What of the page an incident concerns: the services whose labels it has, and its category; the only one that there is. None where nobody
 * has said: an outage of everything is never guessed.
 */
export function componentsOf(
  { issue, category }: Pick<Incident, 'issue' | 'category'>,
  { components }: StatusPagePolicy,
  services: readonly { readonly name: string }[],
): readonly ComponentPolicy[] {
  const isService = new Set(services.map(({ name }) => name));
  const concerned = components.filter(
    ({ key }) => (isService.has(key) && issue.labels.includes(key)) || category.current?.name === key,
  );
  return concerned.length === 0 && components.length === 1 ? components : concerned;
}

/** Their names as a sentence has them, in each language. */
export function namesOf(components: readonly ComponentPolicy[]): PublicText {
  const named = (language: Language): string =>
    enumeration(
      language,
      components.map(({ name }) => name[language]),
    );
  return { en: named('en'), fr: named('fr') };
}

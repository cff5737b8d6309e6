import type { Language } from '../../model/language.ts';
import type { PublicText } from '../../status-page/page.ts';
import { enumeration } from '../../text/sentence.ts';
import type { Service } from '../impact/policy.ts';
import { servicesAmong } from '../impact/services.ts';
import type { Incident } from '../tracks.ts';
import type { ComponentPolicy, StatusPagePolicy } from './policy.ts';

/**
 * What of the page an incident concerns: the services whose labels it has, or the only one that the policy has; and its category. None where
 * nobody has said: an outage of everything is never guessed.
 */
export function componentsOf(
  { issue, category }: Pick<Incident, 'issue' | 'category'>,
  { components }: StatusPagePolicy,
  services: readonly Service[],
): readonly ComponentPolicy[] {
  const concerned = new Set(servicesAmong(issue.labels, services).map(({ name }) => name));
  return components.filter(({ key }) => concerned.has(key) || category.current?.name === key);
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

import { checkEscalation } from './escalation.ts';
import type { AssistancePolicy } from '../capabilities/policy.ts';
import type { Language } from '../model/language.ts';
import type { PolicyFile } from './schema.ts';
import type { Scope } from './scope.ts';
import { readClocks } from './targets.ts';

const NAMES: Readonly<Record<Language, string>> = { en: 'Request for assistance', fr: 'Demande d’assistance' };

/** Resolves what applies to requests for assistance. Its calendars and escalation policy are those that the file can name. */
export function readAssistance(
  file: NonNullable<PolicyFile['assistance']>,
  scope: Scope,
  language: Language,
): AssistancePolicy {
  const path = ['assistance'];
  const { acknowledge, resolve, escalation = null } = file;
  if (escalation !== null) checkEscalation(escalation, [...path, 'escalation'], scope);
  const given = [
    ['acknowledge', 'acknowledge', acknowledge],
    ['resolve', 'resolve', resolve],
  ] as const;
  return {
    name: file.name ?? NAMES[language],
    label: file.label ?? 'assistance',
    clocks: readClocks(given, path, scope, false),
    escalation,
  };
}

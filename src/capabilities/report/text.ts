import type { Language } from '../../model/language.ts';
import { cell } from '../../text/foreign.ts';
import { sheet } from '../../text/table.ts';
import { FACTS, type FactName } from '../../model/fact.ts';
import type { TriageSubject } from '../triage/policy.ts';
import type { Situation } from '../situation.ts';
import { FORM } from './form.ts';

/** What the report says, as a table; empty if there is nothing. */
export function factTable({ incident, policy }: Situation): string {
  const names = FACTS.filter((name) => incident.report.facts[name] !== undefined);
  const rows = names.map((name) => [factName(policy.language, name), cell(incident.report.facts[name]!, 200)] as const);
  return rows.length === 0 ? '' : sheet(rows);
}

/** The names of facts as the form has them. */
export function factNames({ policy: { language } }: Pick<Situation, 'policy'>, facts: readonly FactName[]): string[] {
  return facts.map((fact) => factName(language, fact));
}

/** The name of a fact as the form has it, or of the title. */
export function factName(language: Language, subject: TriageSubject): string {
  return subject === 'title' ? { en: 'Title', fr: 'Titre' }[language] : FORM[language][subject];
}

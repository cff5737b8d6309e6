import type { Language } from '../../model/language.ts';
import { foldText } from '../../text/compare.ts';
import { inline, prose } from '../../text/foreign.ts';
import { FACTS, type FactName } from '../../model/fact.ts';
import type { TriageSubject } from '../triage/policy.ts';
import type { Situation } from '../situation.ts';
import { FORM } from './form.ts';

/** What the report says, as a list; empty if there is nothing. */
export function factList({ incident, policy, words }: Situation): string {
  return FACTS.flatMap((name) => {
    const value = incident.report.facts[name];
    return value === undefined ? [] : [`- **${factName(policy.language, name)}**${words.colon}${inline(value, 200)}`];
  }).join('\n');
}

/** What of a report is said in one line. */
const ABOUT = ['impact', 'scope', 'system'] as const satisfies readonly FactName[];

/** What an incident is about in one line: its title, impact, scope and system; null for what is confidential. */
export function incidentLine({ incident, words }: Situation): string | null {
  if (incident.category.confidential) return null;
  const { facts } = incident.report;
  const said = ABOUT.flatMap((name) => {
    const fact = facts[name];
    // Alerts often say the same twice.
    return fact === undefined || foldText(fact) === foldText(incident.issue.title) ? [] : [prose(fact, 60)];
  });
  const title = `**${prose(incident.issue.title, 120)}**`;
  return said.length === 0 ? title : `${title}${words.colon}${said.join(' · ')}`;
}

/** The names of facts as the form has them. */
export function factNames({ policy: { language } }: Pick<Situation, 'policy'>, facts: readonly FactName[]): string[] {
  return facts.map((fact) => factName(language, fact));
}

/** The name of a fact as the form has it, or of the title. */
export function factName(language: Language, subject: TriageSubject): string {
  return subject === 'title' ? { en: 'Title', fr: 'Titre' }[language] : FORM[language][subject];
}

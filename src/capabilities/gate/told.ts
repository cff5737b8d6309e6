import type { Language } from '../../model/language.ts';

/* What a gate says. It stands apart from what is said of incidents: no other run loads it. */

const en = {
  heading: (isOpen: boolean): string => (isOpen ? 'The gate is open' : 'The gate is closed'),
  /** What it was asked about; either may be null. */
  deployments: (service: string | null, environment: string | null) =>
    `deployments${service === null ? '' : ` of ${service}`}${environment === null ? '' : ` to ${environment}`}`,
  closed: (deployments: string) => `The gate is closed: ${deployments} are stopped.`,
  open: (deployments: string, why: string) => `The gate is open: ${deployments} may go on, ${why}.`,
  none: (priorities: readonly string[]) => `no ${priorities.join(' or ')} stops them`,
  noneAtAll: 'the policy has no incident stop them',
  notGated: 'the policy has no gate there',
  allowed: (issues: string) => `in spite of ${issues}`,
  overridden: (issue: string, since: string, text: string) => `${issue} (${since}${text === '' ? '' : `: ${text}`})`,
  incident: (issue: string, priority: string, since: string, title: string) =>
    `${issue} ${title} (${priority}, since ${since})`,
  confidential: (issue: string) => `${issue}: a confidential incident`,
  spent: (service: string, left: string, asOf: string) =>
    `The error budget of ${service} is spent: ${left} is left as of ${asOf}`,
  override: (label: string, several: boolean) =>
    `To deploy all the same, comment \`/unfreeze REASON\` on ${several ? 'each of them' : 'it'}, or set the label \`${label}\` there; then run this job again.`,
  overrideBudget: (label: string) =>
    `Until the month is over, the label ${label} on that report lets them through, or \`gate: { budget: warn }\` in the policy.`,
  unplaced: (issues: string, service: string) =>
    `${issues}: no service is named there, so deployments of ${service} are not stopped. If they should be, set the label of the service.`,
  noService: (service: string, near: string | null, all: string) =>
    `The input \`service\` is "${service}", which the policy does not have.${near === null ? '' : ` Did you mean "${near}"?`} ${all === '' ? 'It names none under `services`: add it there, or leave the input out.' : `It has: ${all}.`}`,
  noEnvironment: (environment: string, near: string) =>
    `The policy has no gate for "${environment}". Did you mean "${near}"?`,
};

const fr: typeof en = {
  heading: (isOpen) => (isOpen ? 'La barrière est ouverte' : 'La barrière est fermée'),
  deployments: (service, environment) =>
    `les déploiements${service === null ? '' : ` de ${service}`}${environment === null ? '' : ` vers ${environment}`}`,
  closed: (deployments) => `La barrière est fermée\u00a0: ${deployments} sont arrêtés.`,
  open: (deployments, why) => `La barrière est ouverte\u00a0: ${deployments} peuvent se poursuivre, ${why}.`,
  none: (priorities) => `aucun ${priorities.join(' ou ')} ne les arrête`,
  noneAtAll: 'la politique ne les arrête pour aucun incident',
  notGated: 'la politique n’y met pas de barrière',
  allowed: (issues) => `malgré ${issues}`,
  overridden: (issue, since, text) => `${issue} (${since}${text === '' ? '' : `\u00a0: ${text}`})`,
  incident: (issue, priority, since, title) => `${issue} ${title} (${priority}, depuis ${since})`,
  confidential: (issue) => `${issue}\u00a0: un incident confidentiel`,
  spent: (service, left, asOf) =>
    `Le budget d’erreur de ${service} est épuisé\u00a0: il en reste ${left}, situation de ${asOf}`,
  override: (label, several) =>
    `Pour déployer malgré tout, commentez \`/unfreeze MOTIF\` sur ${several ? 'chacun d’eux' : 'cet incident'}, ou posez-y l’étiquette \`${label}\`\u00a0; relancez ensuite ce job.`,
  overrideBudget: (label) =>
    `D’ici la fin du mois, l’étiquette ${label} sur ce rapport les laisse passer, ou \`gate: { budget: warn }\` dans la politique.`,
  unplaced: (issues, service) =>
    `${issues}\u00a0: aucun service n’y est nommé, les déploiements de ${service} ne sont donc pas arrêtés. S’ils doivent l’être, posez-y l’étiquette du service.`,
  noService: (service, near, all) =>
    `L’entrée \`service\` vaut «\u00a0${service}\u00a0», que la politique ne connaît pas.${near === null ? '' : ` Vouliez-vous dire «\u00a0${near}\u00a0»\u00a0?`} ${all === '' ? 'Elle n’en nomme aucun sous `services`\u00a0: ajoutez-le, ou retirez l’entrée.' : `Elle connaît\u00a0: ${all}.`}`,
  noEnvironment: (environment, near) =>
    `La politique ne met pas de barrière devant «\u00a0${environment}\u00a0». Vouliez-vous dire «\u00a0${near}\u00a0»\u00a0?`,
};

export const GATE_WORDS: Readonly<Record<Language, typeof en>> = { en, fr };

import type { Language } from '../../model/language.ts';
import type { Harm, PublicStage, PublicText } from '../../status-page/page.ts';
import { namesOf } from './components.ts';
import type { ComponentPolicy, StatusPagePolicy } from './policy.ts';
import { SERVICES } from './values.ts';

type Template = (services: PublicText) => PublicText;

/** What customers read where the policy has no words of its own. Each must read well for one service and for several. */
const TEXTS: Readonly<Record<PublicStage | 'dismissed', Template>> = {
  investigating: ({ en, fr }) => ({
    en: `We are looking into a problem with ${en}.`,
    fr: `Nous étudions un problème sur ${fr}.`,
  }),
  identified: ({ en, fr }) => ({
    en: `We know the cause of the problem with ${en}, and are working on it.`,
    fr: `Nous connaissons la cause du problème sur ${fr} et travaillons à la corriger.`,
  }),
  monitoring: ({ en, fr }) => ({
    en: `${en} can be used again. We are keeping an eye on it.`,
    fr: `Retour à la normale sur ${fr}. Nous restons vigilants.`,
  }),
  resolved: ({ en, fr }) => ({
    en: `The problem with ${en} is resolved.`,
    fr: `Le problème sur ${fr} est résolu.`,
  }),
  dismissed: ({ en, fr }) => ({
    en: `It turned out that ${en} worked as usual.`,
    fr: `Vérification faite, il n’y avait pas de problème sur ${fr}.`,
  }),
  postmortem: () => ({ en: 'We have looked at what happened.', fr: 'Nous avons analysé ce qui s’est passé.' }),
};

const HARMS: Readonly<Record<Harm, PublicText>> = {
  major_outage: { en: 'outage', fr: 'panne' },
  partial_outage: { en: 'partial outage', fr: 'panne partielle' },
  degraded_performance: { en: 'degraded performance', fr: 'perturbations' },
};

const COLON: Readonly<Record<Language, string>> = { en: ': ', fr: '\u00a0: ' };

/** What customers read of a stage that nobody has written about: the words of the only component concerned, of the page, or ours. */
export function templateFor(
  stage: PublicStage | 'dismissed',
  components: readonly ComponentPolicy[],
  page: StatusPagePolicy,
): PublicText {
  const own =
    stage === 'dismissed'
      ? null
      : (components.length === 1 && components[0]!.templates[stage]) || page.templates[stage];
  const names = namesOf(components);
  // A name has no article in French: "sur le service Paiement".
  if (own === null)
    return TEXTS[stage]({ ...names, fr: `${components.length > 1 ? 'les services' : 'le service'} ${names.fr}` });
  const fill = (language: Language): string => own[language].replaceAll(SERVICES, () => names[language]);
  return { en: fill('en'), fr: fill('fr') };
}

/** What an incident is called on the page unless somebody says: what it concerns, and how. */
export function titleFor(components: readonly ComponentPolicy[], harm: Harm): PublicText {
  const names = namesOf(components);
  const title = (language: Language): string => `${names[language]}${COLON[language]}${HARMS[harm][language]}`;
  return { en: title('en'), fr: title('fr') };
}

import type { Language } from '../../model/language.ts';
import type { Harm, PublicStage, PublicText } from '../../status-page/page.ts';
import { namesOf } from './components.ts';
import type { ComponentPolicy, StatusPagePolicy } from './policy.ts';
import { SERVICES } from './values.ts';

/** In French a name has an article: "le service Paiement", "les services Paiement et API". */
const WITH_ARTICLE = '{les services}';

/** What customers read where the policy has no words of its own; each reads well for one service and for several. */
const TEXTS: Readonly<Record<PublicStage | 'dismissed' | 'duplicate', PublicText>> = {
  investigating: {
    en: 'We are looking into a problem with {services}.',
    fr: 'Nous étudions un problème sur {les services}.',
  },
  identified: {
    en: 'We know the cause of the problem with {services}, and are working on it.',
    fr: 'Nous connaissons la cause du problème sur {les services} et travaillons à la corriger.',
  },
  monitoring: {
    en: '{services} can be used again. We are keeping an eye on it.',
    fr: 'Retour à la normale sur {les services}. Nous restons vigilants.',
  },
  resolved: {
    en: 'The problem with {services} is resolved.',
    fr: 'Le problème sur {les services} est résolu.',
  },
  dismissed: {
    en: 'It turned out that {services} worked as usual.',
    fr: 'Vérification faite, il n’y avait pas de problème sur {les services}.',
  },
  duplicate: {
    en: 'This is part of another problem, on which we go on working.',
    fr: 'Ceci fait partie d’un autre problème, que nous continuons de traiter.',
  },
  postmortem: { en: 'We have looked at what happened.', fr: 'Nous avons analysé ce qui s’est passé.' },
};

const HARMS: Readonly<Record<Harm, PublicText>> = {
  major_outage: { en: 'outage', fr: 'panne' },
  partial_outage: { en: 'partial outage', fr: 'panne partielle' },
  degraded_performance: { en: 'degraded performance', fr: 'perturbations' },
};

const COLON: Readonly<Record<Language, string>> = { en: ': ', fr: '\u00a0: ' };

/** What customers read of a stage that nobody has written about: the words of the only component concerned, of the page, or ours. */
export function templateFor(
  stage: keyof typeof TEXTS,
  components: readonly ComponentPolicy[],
  page: StatusPagePolicy,
): PublicText {
  const own = isStage(stage)
    ? (components.length === 1 && components[0]!.templates[stage]) || page.templates[stage]
    : null;
  const template = own ?? TEXTS[stage];
  const names = namesOf(components);
  const withArticle = `${components.length > 1 ? 'les services' : 'le service'} ${names.fr}`;
  const fill = (language: Language): string =>
    template[language].replaceAll(SERVICES, () => names[language]).replaceAll(WITH_ARTICLE, () => withArticle);
  return { en: fill('en'), fr: fill('fr') };
}

const isStage = (stage: keyof typeof TEXTS): stage is PublicStage => stage !== 'dismissed' && stage !== 'duplicate';

/** What an incident is called on the page unless somebody says: what it concerns, and how. */
export function titleFor(components: readonly ComponentPolicy[], harm: Harm): PublicText {
  const names = namesOf(components);
  const title = (language: Language): string => `${names[language]}${COLON[language]}${HARMS[harm][language]}`;
  return { en: title('en'), fr: title('fr') };
}

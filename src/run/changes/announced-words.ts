import type { Language } from '../../model/language.ts';

const en = {
  done: (environment: string, ref: string) => `a deployment of ${ref} to ${environment}`,
  noRight:
    'The change was not noted: add `deployments: write` to the permissions of the job `alert` in the workflow of Tocsin.',
  failed: (why: string) => `The change was not noted: ${why}`,
};

const fr: typeof en = {
  done: (environment, ref) => `un déploiement de ${ref} vers ${environment}`,
  noRight:
    'Le changement n’a pas été noté : ajouter `deployments: write` aux permissions du job `alert` dans le workflow de Tocsin.',
  failed: (why) => `Le changement n’a pas été noté : ${why}`,
};

/** What a run says of a deployment that was made elsewhere. */
export const announcedWords: Readonly<Record<Language, typeof en>> = { en, fr };

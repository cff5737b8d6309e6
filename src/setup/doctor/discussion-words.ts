import type { Language } from '../../model/language.ts';

const en = {
  there: (name: string) => `The repository has the category \`${name}\` of Discussions.`,
  disabled: 'The repository has no Discussions, in which the policy wants subscribers told.',
  enable: 'Settings → General → Features: Discussions; or take `discussions` out of `status-page`',
  missing: (name: string, names: string) =>
    `The repository has no category \`${name}\` of Discussions: it has ${names || 'none'}.`,
  mend: 'Discussions → Edit categories; or mend `discussions` under `status-page`',
  lacks: (path: string, job: string) => `The job \`${job}\` in \`${path}\` may not write Discussions.`,
  line: (path: string, job: string) => `\`discussions: write\` under \`jobs.${job}.permissions\` in \`${path}\``,
};

const fr: typeof en = {
  there: (name) => `Le dépôt a la catégorie de discussions \`${name}\`.`,
  disabled: 'Le dépôt n’a pas de discussions, où la politique veut prévenir les abonnés.',
  enable: 'Settings → General → Features\u00a0: Discussions\u00a0; ou retirer `discussions` de `status-page`',
  missing: (name, names) =>
    `Le dépôt n’a pas de catégorie de discussions \`${name}\`\u00a0: il a ${names || 'aucune catégorie'}.`,
  mend: 'Discussions → Edit categories\u00a0; ou corriger `discussions` sous `status-page`',
  lacks: (path, job) => `Le job \`${job}\` de \`${path}\` ne peut pas écrire de discussions.`,
  line: (path, job) => `\`discussions: write\` sous \`jobs.${job}.permissions\` dans \`${path}\``,
};

/** What the doctor says of the Discussions in which subscribers are told. */
export const discussionsWords: Readonly<Record<Language, typeof en>> = { en, fr };

import type { Language } from '../../model/language.ts';

const en = {
  good: 'What changed before an incident can be looked up.',
  lacks: (path: string, job: string, line: string) =>
    `The job \`${job}\` in \`${path}\` has no \`${line}\`, so cards do not say all that changed before.`,
  noRollback: (path: string, job: string, line: string) =>
    `The job \`${job}\` in \`${path}\` has no \`${line}\`, so \`/rollback\` starts nothing.`,
  line: (path: string, job: string, line: string) => `\`${line}\` under \`jobs.${job}.permissions\` in \`${path}\``,
  noWorkflow: (name: string) => `There is no workflow \`${name}\` on the default branch for \`/rollback\` to start.`,
  mend: 'mend `changes.rollback` in the policy, or add the workflow',
  disabled: (name: string) => `GitHub does not start \`${name}\`, the workflow of \`/rollback\`: it is disabled.`,
};

const fr: typeof en = {
  good: 'Ce qui a changé avant un incident peut être cherché.',
  lacks: (path, job, line) =>
    `Le job \`${job}\` de \`${path}\` n’a pas \`${line}\`\u00a0: les fiches ne disent pas tout ce qui a changé avant.`,
  noRollback: (path, job, line) =>
    `Le job \`${job}\` de \`${path}\` n’a pas \`${line}\`\u00a0: \`/rollback\` ne démarre rien.`,
  line: (path, job, line) => `\`${line}\` sous \`jobs.${job}.permissions\` dans \`${path}\``,
  noWorkflow: (name) => `La branche par défaut n’a pas de workflow \`${name}\` que \`/rollback\` puisse démarrer.`,
  mend: 'corriger `changes.rollback` dans la politique, ou ajouter le workflow',
  disabled: (name) => `GitHub ne démarre pas \`${name}\`, le workflow de \`/rollback\`\u00a0: il est désactivé.`,
};

/** What the doctor says of the changes before an incident. */
export const changesDoctorWords: Readonly<Record<Language, typeof en>> = { en, fr };

import { discussionsWords } from './discussion-words.ts';
import { loadWords } from './load-words.ts';
import { scheduleWords } from './schedule-words.ts';
import { githubStateWords } from './status-words.ts';
import type { Permission } from '../../github/port.ts';
import type { Language } from '../../model/language.ts';
import { changesDoctorWords } from './changes-words.ts';
import { USES } from './permission-uses.ts';
import type { Result } from './result.ts';

const en = {
  heading: (repository: string) => `What Tocsin needs in ${repository}`,
  columns: ['', 'What', 'How it stands', 'What mends it'],
  results: { ok: 'ok', warn: 'warning', fail: 'failure', skipped: 'skipped' } satisfies Record<Result, string>,
  /** What is looked at; each has its check in `checks.ts`. */
  titles: {
    permissions: 'Permissions',
    workflow: 'Workflow',
    schedule: 'Schedule',
    account: 'Account of the schedule',
    activity: 'Activity',
    lag: 'Punctuality',
    status: 'State of GitHub',
    load: 'Load',
    policy: 'Policy',
    labels: 'Labels',
    people: 'People',
    secrets: 'Secrets',
    notifiers: 'Notifiers',
    changes: 'Changes before',
    discussions: 'Subscribers',
    files: 'Generated files',
  },
  mend: (line: string) => `To mend it: ${line}`,
  noPolicy: 'This needs a policy that can be read and is in order.',
  noWorkflows: 'This needs the files of the repository, which the token may not read.',
  unseen: (why: string) => `Could not be looked at: ${why}`,
  summary: (fails: number, warns: number, skips: number) =>
    fails + warns + skips === 0
      ? 'All is well.'
      : `${count(fails, 'failure')}, ${count(warns, 'warning')}, ${skips} skipped.`,
  permissions: {
    granted: (permission: string) => `\`${permission}\` is granted.`,
    refused: (permission: Permission, said: string) =>
      `\`${permission}\` is missing, so ${USES.en[permission]}. GitHub said: ${said}`,
    inJob: (permission: string) => `\`${permission}\` under \`permissions\` of the job`,
    inToken: (permission: string) => `give the token \`${permission}\` for this repository`,
    app: 'the token of a GitHub App or person with write access, in the input `token`',
  },
  workflow: {
    none: 'No workflow on the default branch runs Tocsin.',
    init: '`tocsin init`, then commit what it writes',
    good: (path: string) => `\`${path}\` runs Tocsin, with the permissions that it needs.`,
    lacks: (path: string, job: string, permission: string) =>
      `The job \`${job}\` of \`${path}\` has no \`${permission}\`.`,
    unsaid: (path: string, job: string) =>
      `The job \`${job}\` of \`${path}\` names no permissions: the settings of the repository decide, which are often read-only.`,
    at: (line: string, place: string, path: string) => `\`${line}\` under \`${place}\` in \`${path}\``,
    deaf: (event: string) =>
      `No workflow that runs Tocsin starts on \`${event}\`: what happens there waits for the schedule.`,
  },
  ...scheduleWords.en,
  ...githubStateWords.en,
  load: loadWords.en,
  changes: changesDoctorWords.en,
  discussions: discussionsWords.en,
  policy: {
    good: (path: string) => `\`${path}\` is good.`,
    builtIn: (path: string) => `There is no \`${path}\`: the built-in policy applies.`,
    nobody:
      'Nobody can be told of an incident: the policy names no roles, the repository belongs to an organisation, and nobody is known to have changed the workflow.',
    keeper: (login: string) =>
      `The fallback is \`${login}\`, who last changed the workflow: an organisation cannot be told.`,
    line: (line: string, path: string) => `\`${line}\` in \`${path}\``,
  },
  labels: {
    all: (many: number) => `All ${many} labels of the policy are there.`,
    missing: (many: number, names: string) =>
      `${many === 1 ? '1 label is' : `${many} labels are`} missing, so nobody can set ${many === 1 ? 'it' : 'them'}: ${names}.`,
    sync: '`tocsin sync --yes`',
  },
  people: {
    fine: (many: number) => `${many === 1 ? '1 person' : `${many} people`} of the policy can be told and assigned.`,
    none: 'The policy names nobody.',
    noAccess: (login: string, place: string) =>
      `\`${login}\` (${place}) has no access to this repository, or is mistyped: a mention does not reach them.`,
    notAssignable: (login: string, place: string) =>
      `\`${login}\` (${place}) cannot be assigned: they have no role in this repository.`,
    notEntitled: (login: string, place: string, role: string, entitled: string) =>
      `\`${login}\` (${place}) is asked to act, and their commands are refused: their role is ${role}, the policy wants ${entitled}.`,
    invite: (login: string) =>
      `Settings → Collaborators and teams: add \`${login}\`; or correct the login in the policy`,
    raise: (login: string, role: string) => `Settings → Collaborators and teams: give \`${login}\` the role ${role}`,
    more: (many: number) => `${many} more people were not looked at.`,
  },
  notifiers: {
    none: 'The policy has no notifiers: a mention is mail, and wakes nobody.',
    elsewhere: 'Only a job has the secrets to ask with: `command: doctor`.',
    of: (name: string, text: string) => `\`${name}\`: ${text}`,
    mend: (name: string) => `the secret of \`${name}\`; then \`npx . page --test --notifier ${name}\``,
  },
  secrets: {
    none: 'The policy names no secret.',
    there: (name: string) => `\`${name}\` has a value.`,
    handed: (name: string) =>
      `\`${name}\` is handed to the job; whether it has a value only a run can tell: \`command: doctor\`.`,
    toPage: (name: string) => `\`${name}\` is handed to the job that writes to hosted pages.`,
    lacks: (name: string) => `\`${name}\` is named by the policy, and no job that runs Tocsin is given it.`,
    line: (line: string) => `\`${line}\` under \`env\` of the step; \`tocsin init\` writes that`,
    empty: (name: string) => `\`${name}\` is empty, though the workflow hands it over.`,
    create: (name: string) => `\`gh secret set ${name}\`, or Settings → Secrets and variables → Actions`,
    elsewhere: (name: string) =>
      `\`${name}\` is handed to another job, and not to this one, so its value is not known.`,
  },
  files: {
    good: 'What was generated from the policy is up to date.',
    stale: (path: string) => `\`${path}\` is not what the policy generates now.`,
    init: '`tocsin init`, then commit what changes',
    noSchema: (path: string) => `\`${path}\` names no schema, so editors neither check nor complete it.`,
    first: (line: string, path: string) => `\`${line}\` as the first line of \`${path}\``,
  },
};

export type DoctorWords = typeof en;

const fr: DoctorWords = {
  heading: (repository) => `Ce dont Tocsin a besoin dans ${repository}`,
  columns: ['', 'Quoi', 'État', 'Remède'],
  results: { ok: 'ok', warn: 'attention', fail: 'échec', skipped: 'non vérifié' },
  titles: {
    permissions: 'Permissions',
    workflow: 'Workflow',
    schedule: 'Calendrier',
    account: 'Compte du calendrier',
    activity: 'Activité',
    lag: 'Ponctualité',
    status: 'État de GitHub',
    load: 'Charge',
    policy: 'Politique',
    labels: 'Étiquettes',
    people: 'Personnes',
    secrets: 'Secrets',
    notifiers: 'Moyens d’appel',
    changes: 'Changements',
    discussions: 'Abonnés',
    files: 'Fichiers générés',
  },
  mend: (line) => `Remède : ${line}`,
  noPolicy: 'Il y faut une politique lisible et correcte.',
  noWorkflows: 'Il y faut les fichiers du dépôt, que le jeton ne peut lire.',
  unseen: (why) => `Vérification impossible : ${why}`,
  summary: (fails, warns, skips) =>
    fails + warns + skips === 0
      ? 'Tout va bien.'
      : `${nombre(fails, 'échec')}, ${nombre(warns, 'avertissement')}, ${nombre(skips, 'point')} non vérifié${skips > 1 ? 's' : ''}.`,
  permissions: {
    granted: (permission) => `\`${permission}\` est accordée.`,
    refused: (permission, said) => `\`${permission}\` manque : ${USES.fr[permission]}. Réponse de GitHub : ${said}`,
    inJob: (permission) => `\`${permission}\` sous \`permissions\` du job`,
    inToken: (permission) => `donner \`${permission}\` au jeton pour ce dépôt`,
    app: 'le jeton d’une GitHub App, ou d’une personne, qui a accès en écriture, dans l’entrée `token`',
  },
  workflow: {
    none: 'Aucun workflow de la branche par défaut ne lance Tocsin.',
    init: '`tocsin init`, puis valider ce qu’il écrit',
    good: (path) => `\`${path}\` lance Tocsin, avec les permissions qu’il faut.`,
    lacks: (path, job, permission) => `Le job \`${job}\` de \`${path}\` n’a pas \`${permission}\`.`,
    unsaid: (path, job) =>
      `Le job \`${job}\` de \`${path}\` n’indique aucune permission : les réglages du dépôt décident, souvent en lecture seule.`,
    at: (line, place, path) => `\`${line}\` sous \`${place}\` dans \`${path}\``,
    deaf: (event) =>
      `Aucun workflow qui lance Tocsin ne démarre sur \`${event}\` : ce qui s’y passe attend le calendrier.`,
  },
  ...scheduleWords.fr,
  ...githubStateWords.fr,
  load: loadWords.fr,
  changes: changesDoctorWords.fr,
  discussions: discussionsWords.fr,
  policy: {
    good: (path) => `\`${path}\` est correct.`,
    builtIn: (path) => `Il n’y a pas de \`${path}\` : la politique intégrée s’applique.`,
    nobody:
      'Personne ne peut être prévenu d’un incident : la politique ne nomme aucun rôle, le dépôt appartient à une organisation, et personne ne semble avoir modifié le workflow.',
    keeper: (login) =>
      `Le recours est \`${login}\`, qui a modifié le workflow en dernier : une organisation ne peut être prévenue.`,
    line: (line, path) => `\`${line}\` dans \`${path}\``,
  },
  labels: {
    all: (many) => `Les ${many} étiquettes de la politique sont là.`,
    missing: (many, names) =>
      `${many === 1 ? '1 étiquette manque, et personne ne peut la poser' : `${many} étiquettes manquent, et personne ne peut les poser`} : ${names}.`,
    sync: '`tocsin sync --yes`',
  },
  people: {
    fine: (many) =>
      many === 1
        ? '1 personne de la politique peut être prévenue et affectée.'
        : `${many} personnes de la politique peuvent être prévenues et affectées.`,
    none: 'La politique ne nomme personne.',
    noAccess: (login, place) =>
      `\`${login}\` (${place}) n’a pas accès à ce dépôt, ou est mal orthographié : une mention ne l’atteint pas.`,
    notAssignable: (login, place) => `\`${login}\` (${place}) ne peut être affecté : il n’a aucun rôle dans ce dépôt.`,
    notEntitled: (login, place, role, entitled) =>
      `\`${login}\` (${place}) doit agir, et ses commandes sont refusées : son rôle est ${role}, la politique veut ${entitled}.`,
    invite: (login) =>
      `Settings → Collaborators and teams : ajouter \`${login}\` ; ou corriger le compte dans la politique`,
    raise: (login, role) => `Settings → Collaborators and teams : donner à \`${login}\` le rôle ${role}`,
    more: (many) => `${many} autres personnes n’ont pas été vérifiées.`,
  },
  notifiers: {
    none: 'La politique n’a pas de moyen d’appel : une mention est un courriel, et ne réveille personne.',
    elsewhere: 'Seul un job a les secrets qu’il faut pour demander : `command: doctor`.',
    of: (name, text) => `\`${name}\` : ${text}`,
    mend: (name) => `le secret de \`${name}\` ; puis \`npx . page --test --notifier ${name}\``,
  },
  secrets: {
    none: 'La politique ne nomme aucun secret.',
    there: (name) => `\`${name}\` a une valeur.`,
    handed: (name) =>
      `\`${name}\` est transmis au job ; seule une exécution dit s’il a une valeur : \`command: doctor\`.`,
    toPage: (name) => `\`${name}\` est transmis au job qui écrit sur les pages hébergées.`,
    lacks: (name) => `\`${name}\` est nommé par la politique, et aucun job qui lance Tocsin ne le reçoit.`,
    line: (line) => `\`${line}\` sous \`env\` de l’étape ; \`tocsin init\` l’écrit`,
    empty: (name) => `\`${name}\` est vide, bien que le workflow le transmette.`,
    create: (name) => `\`gh secret set ${name}\`, ou Settings → Secrets and variables → Actions`,
    elsewhere: (name) => `\`${name}\` est transmis à un autre job et pas à celui-ci : sa valeur n’est pas connue.`,
  },
  files: {
    good: 'Ce qui est généré à partir de la politique est à jour.',
    stale: (path) => `\`${path}\` n’est plus ce que la politique génère.`,
    init: '`tocsin init`, puis valider ce qui change',
    noSchema: (path) => `\`${path}\` ne nomme pas de schéma : les éditeurs ne peuvent ni le vérifier ni le compléter.`,
    first: (line, path) => `\`${line}\` comme première ligne de \`${path}\``,
  },
};

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`;
}

function nombre(many: number, noun: string): string {
  return `${many} ${noun}${many > 1 ? 's' : ''}`;
}

const CATALOGUES: Readonly<Record<Language, DoctorWords>> = { en, fr };

/** What people read about what a repository lacks. */
export function doctorWords(language: Language): DoctorWords {
  return CATALOGUES[language];
}

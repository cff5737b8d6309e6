import type { Language } from '../model/language.ts';
import { quote } from '../policy/wording.ts';

/** A text as a French sentence has it, cut and escaped like any other. */
const guillemets = (text: string): string => `« ${quote(text).slice(1, -1)} »`;

const en = {
  colon: ': ',
  ask: {
    responders: 'Who answers first? GitHub logins, parted by commas',
    fallback: 'Whom to wake if nobody does? The GitHub login of a person',
    isPerson: (owner: string) => `This repository belongs to ${owner}. Is that a person, and no organisation? [y/N] `,
    zone: 'Which time zone?',
    hours: 'Office hours, from Monday to Friday?',
    pagers: 'What wakes them, and what gets a copy? Such as pagerduty, slack; ? lists all',
    privateMinutes:
      'Minutes a month for watches, if this repository is private? A watch notices within a minute what falls due; it takes 60 minutes of a runner an hour, and with 0 there is none',
    scheme: (found: string) => `The repository has labels of its own for priorities: ${found}. Use them? [Y/n] `,
    here: (objection: string) => `${objection}. Write here all the same? [y/N] `,
  },
  wrong: {
    language: (text: string) => `${quote(text)} is not a language; expected en or fr`,
    login: (text: string) => `${quote(text)} is not a GitHub login; expected e.g. alice`,
    team: (text: string) => `${quote(text)} is a team, and a bot cannot notify a team; list its people`,
    zone: (text: string, near: string | undefined) =>
      `${quote(text)} is not a time zone; ${near === undefined ? 'expected an IANA name such as Europe/Paris or UTC' : `did you mean ${quote(near)}?`}`,
    hours: (text: string) => `${quote(text)} is not a time of opening; expected e.g. 09:00-17:00`,
    kinds: (all: string) => `one or more of ${all}; or none`,
    pager: (text: string, near: string | undefined) =>
      `${quote(text)} is not a pager; ${near === undefined ? 'expected e.g. pagerduty; ? lists all' : `did you mean ${quote(near)}?`}`,
    privateMinutes: (text: string, most: number) =>
      `${quote(text)} is not a number of minutes; expected 0 to ${most}, e.g. 600`,
  },
  policy: {
    head: '# The policy of Tocsin. `tocsin check` checks it, `tocsin rehearse` plays it. What is not here is as built in.',
    hours: 'when P2 and P3 are worked on; P0 and P1 count around the clock',
    responder: 'who answers first',
    fallback: 'whom to wake if nobody does',
    pagers: 'names of secrets, never the secrets',
    copies: 'gets a copy of every page',
    changes: 'what was deployed and merged before an urgent incident is on its card',
    privateMinutes: 'minutes a month; GitHub bills them in a private repository',
  },
  place: {
    tocsin: 'this is the clone of Tocsin itself, not the repository that is to have incidents',
    inside: (root: string) => `this is a folder within a repository, whose root is ${root}`,
    none: (folder: string) => `${folder} is no git repository`,
    other: (origin: string, asked: string) => `the remote origin is ${origin}, and --repo says ${asked}`,
    elsewhere: (host: string) =>
      `the remote origin is on ${host}: Tocsin works on GitHub only, or on a GitHub of your own`,
    refused: 'go to the root of the right clone and run it there, or add --here',
    nothing: 'Nothing was written.',
  },
  files: {
    there: (file: string) => `${file} exists already: left as it is`,
    first: (file: string) => `${file} written: change it, then run init again`,
    missing: 'written',
    stale: 'brought up to date',
    foreign: 'written over',
    good: 'is up to date',
    unwanted: 'removed: the policy has no such form any more',
    alone: 'was not written from this policy: left alone (--force writes it all the same)',
    outside: (file: string) => `--policy: ${file} is not in this directory; expected a file of it`,
    none: 'init takes no file; expected --policy FILE',
  },
  labels: {
    found: (place: string, names: readonly string[]) =>
      `${place} has the label${names.length === 1 ? '' : 's'} ${names.join(', ')} already.`,
    ask: (found: string) => `${found} Are all issues that carry one incidents? [y/N] `,
    unasked: (found: string, line: string) =>
      `${found} If not every issue that carries one is an incident, write \`${line}\` into the policy.`,
    written: (line: string) => `${line} written: only the incident label makes an issue an incident`,
    comment: 'a priority label alone makes no incident',
    unseen: (why: string) => `the labels that the repository has already could not be looked at: ${why}`,
  },
  unused: (flag: string, file: string) => `--${flag}: ${file} is there already; change it there`,
  organisation: (owner: string, file: string) =>
    `${owner} owns this repository: if it is an organisation, it cannot be notified; name a person instead in ${file}.`,
  scheme: (found: string) => `labels of the repository are taken for priorities: ${found}`,
  next: {
    heading: 'Next:',
    people: (file: string) => `Put into ${file} who answers first (roles) and whom to wake if nobody does (fallback).`,
    push: 'Commit .github and push it to the default branch: git add .github && git commit -m "Add Tocsin" && git push',
    secrets: (names: string) => `Add the secrets that the notifiers name: ${names}`,
    check: (command: string) =>
      `Check that the people of the policy have access. This takes a token, and so does the next step: export GH_TOKEN=$(gh auth token) && ${command}`,
    labels: (command: string) => `Create the labels, so that people can set them too: ${command}`,
    try: 'Try it: open an issue with the form Incident, and comment /priority P1. The people of the policy are told in earnest; /dismiss test ends it.',
    tryPaged:
      'Try it: open an issue with the form Incident, and comment /priority P1. The people of the policy are told, and paged, in earnest; /dismiss test ends it.',
  },
  rehearsal: (command: string) => `What this policy does, rehearsed (${command} plays more):`,
};

const fr: typeof en = {
  colon: ' : ',
  ask: {
    responders: 'Qui répond en premier ? Comptes GitHub, séparés par des virgules',
    fallback: 'Qui réveiller si personne ne répond ? Le compte GitHub d’une personne',
    isPerson: (owner) => `Ce dépôt appartient à ${owner}. Est-ce une personne, et non une organisation ? [o/N] `,
    zone: 'Quel fuseau horaire ?',
    hours: 'Heures de bureau, du lundi au vendredi ?',
    pagers: 'Quel moyen d’appel les réveille, et lequel reçoit copie ? Par exemple pagerduty, slack ; ? pour la liste',
    privateMinutes:
      'Combien de minutes par mois pour la surveillance, si ce dépôt est privé ? Elle constate en moins d’une minute qu’une échéance est atteinte ; elle coûte 60 minutes d’exécution par heure ; 0 : aucune surveillance',
    scheme: (found) => `Le dépôt a déjà des étiquettes de priorité : ${found}. Les utiliser ? [O/n] `,
    here: (objection) => `${objection}. Écrire ici malgré tout ? [o/N] `,
  },
  wrong: {
    language: (text) => `${guillemets(text)} n’est pas une langue proposée : répondez en ou fr`,
    login: (text) => `${guillemets(text)} n’est pas un compte GitHub ; par exemple : alice`,
    team: (text) =>
      `${guillemets(text)} est une équipe, et un robot ne peut pas prévenir une équipe : nommez ses membres`,
    zone: (text, near) =>
      `${guillemets(text)} n’est pas un fuseau horaire ; ${near === undefined ? 'donnez un nom IANA comme Europe/Paris ou UTC' : `vouliez-vous dire ${guillemets(near)} ?`}`,
    hours: (text) => `${guillemets(text)} n’est pas une plage d’ouverture ; par exemple : 09:00-17:00`,
    kinds: (all) => `un ou plusieurs parmi ${all} ; ou aucun`,
    pager: (text, near) =>
      `${guillemets(text)} n’est pas un moyen d’appel ; ${near === undefined ? 'par exemple : pagerduty ; ? les donne tous' : `vouliez-vous dire ${guillemets(near)} ?`}`,
    privateMinutes: (text, most) =>
      `${guillemets(text)} n’est pas un nombre de minutes ; répondez entre 0 et ${most}, par exemple 600`,
  },
  policy: {
    head: '# La politique de Tocsin. `tocsin check` la vérifie, `tocsin rehearse` la joue. Le reste est comme dans la politique intégrée.',
    hours: 'quand on traite P2 et P3 ; P0 et P1 comptent jour et nuit',
    responder: 'qui répond en premier',
    fallback: 'qui réveiller si personne ne répond',
    pagers: 'des noms de secrets, jamais les secrets',
    copies: 'reçoit une copie de chaque appel',
    changes: 'ce qui a été déployé et fusionné avant un incident urgent figure sur sa fiche',
    privateMinutes: 'minutes par mois ; GitHub les facture dans un dépôt privé',
  },
  place: {
    tocsin: 'ceci est le clone de Tocsin lui-même, pas le dépôt qui doit avoir des incidents',
    inside: (root) => `ceci est un dossier à l’intérieur d’un dépôt dont la racine est ${root}`,
    none: (folder) => `${folder} n’est pas un dépôt git`,
    other: (origin, asked) => `le dépôt distant origin est ${origin}, et --repo indique ${asked}`,
    elsewhere: (host) =>
      `le dépôt distant origin est sur ${host} : Tocsin ne fonctionne que sur GitHub, ou sur votre propre serveur GitHub`,
    refused: 'allez à la racine du bon clone et relancez-y la commande, ou ajoutez --here',
    nothing: 'Rien n’a été écrit.',
  },
  files: {
    there: (file) => `${file} existe déjà : laissé tel quel`,
    first: (file) => `${file} écrit : modifiez-le, puis relancez init`,
    missing: 'écrit',
    stale: 'mis à jour',
    foreign: 'réécrit',
    good: 'est à jour',
    unwanted: 'supprimé : la politique n’a plus ce formulaire',
    alone: 'ne vient pas de cette politique : laissé tel quel (--force l’écrit malgré tout)',
    outside: (file) => `--policy : ${file} n’est pas dans ce dossier ; indiquez un fichier qui s’y trouve`,
    none: 'init ne prend pas de fichier ; indiquez --policy FICHIER',
  },
  labels: {
    found: (place, names) =>
      `${place} a déjà ${names.length === 1 ? 'l’étiquette' : 'les étiquettes'} ${names.join(', ')}.`,
    ask: (found) => `${found} Tous les tickets qui en portent une sont-ils des incidents ? [o/N] `,
    unasked: (found, line) =>
      `${found} Si des tickets qui en portent une ne sont pas des incidents, inscrivez \`${line}\` dans la politique.`,
    written: (line) => `${line} inscrit : seule l’étiquette d’incident fait d’un ticket un incident`,
    comment: 'une étiquette de priorité seule ne fait pas un incident',
    unseen: (why) => `les étiquettes que le dépôt a déjà n’ont pas pu être consultées : ${why}`,
  },
  unused: (flag, file) => `--${flag} : ${file} existe déjà ; modifiez-le directement`,
  organisation: (owner, file) =>
    `${owner} possède ce dépôt : si c’est une organisation, rien ne peut la prévenir ; nommez plutôt une personne dans ${file}.`,
  scheme: (found) => `étiquettes du dépôt prises comme priorités : ${found}`,
  next: {
    heading: 'Ensuite :',
    people: (file) => `Indiquez dans ${file} qui répond en premier (roles) et qui réveiller sinon (fallback).`,
    push: 'Validez .github et poussez-le sur la branche par défaut : git add .github && git commit -m "Add Tocsin" && git push',
    secrets: (names) => `Ajoutez les secrets que nomment les moyens d’appel : ${names}`,
    check: (command) =>
      `Vérifiez que les personnes de la politique ont accès au dépôt. Il y faut un jeton, comme à l’étape suivante : export GH_TOKEN=$(gh auth token) && ${command}`,
    labels: (command) => `Créez les étiquettes, pour que chacun puisse aussi les poser : ${command}`,
    try: 'Essayez : ouvrez un ticket avec le formulaire Incident, et commentez /priority P1. Les personnes de la politique sont prévenues pour de vrai ; /dismiss test y met fin.',
    tryPaged:
      'Essayez : ouvrez un ticket avec le formulaire Incident, et commentez /priority P1. Les personnes de la politique sont prévenues et appelées pour de vrai ; /dismiss test y met fin.',
  },
  rehearsal: (command) => `Ce que fait cette politique, en répétition (${command} en joue davantage) :`,
};

/** The words of `init` in one language. */
export type InitWords = typeof en;

/** What `init` asks and says, in the language of whoever sits there. */
export function initWords(language: Language): InitWords {
  return { en, fr }[language];
}

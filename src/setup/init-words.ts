import type { Language } from '../model/language.ts';

const en = {
  ask: {
    responders: 'Who answers first? GitHub logins, parted by commas',
    fallback: 'Whom to wake if nobody does? The GitHub login of a person',
    isPerson: (owner: string) => `This repository belongs to ${owner}. Is that a person, and no organisation? [y/N] `,
    zone: 'Which time zone?',
    hours: 'Office hours, from Monday to Friday?',
    pager: (kinds: string) => `Which pager wakes them? (${kinds})`,
    scheme: (found: string) => `The repository has labels of its own for priorities: ${found}. Use them? [Y/n] `,
    here: (objection: string) => `${objection}. Write here all the same? [y/N] `,
  },
  policy: {
    head: '# The policy of Tocsin. `tocsin check` checks it, `tocsin rehearse` plays it. What is not here is as built in.',
    hours: 'when P2 and P3 are worked on; P0 and P1 count around the clock',
    responder: 'who answers first',
    fallback: 'whom to wake if nobody does',
    pager: 'names of secrets, never the secrets',
  },
  place: {
    tocsin: 'this is the clone of Tocsin itself, not the repository that is to have incidents',
    inside: (root: string) => `this is a folder within a repository, whose root is ${root}`,
    none: (folder: string) => `${folder} is no git repository`,
    other: (origin: string, asked: string) => `the remote origin is ${origin}, and --repo says ${asked}`,
    refused: 'go to the root of the right clone and run it there, or add --here',
    nothing: 'Nothing was written.',
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
  ask: {
    responders: 'Qui répond en premier ? Comptes GitHub, séparés par des virgules',
    fallback: 'Qui réveiller si personne ne répond ? Le compte GitHub d’une personne',
    isPerson: (owner) => `Ce dépôt appartient à ${owner}. Est-ce une personne, et non une organisation ? [o/N] `,
    zone: 'Quel fuseau horaire ?',
    hours: 'Heures de bureau, du lundi au vendredi ?',
    pager: (kinds) => `Quel moyen d’appel les réveille ? (${kinds})`,
    scheme: (found) => `Le dépôt a déjà des étiquettes de priorité : ${found}. Les utiliser ? [O/n] `,
    here: (objection) => `${objection}. Écrire ici malgré tout ? [o/N] `,
  },
  policy: {
    head: '# La politique de Tocsin. `tocsin check` la vérifie, `tocsin rehearse` la joue. Le reste est comme dans la politique intégrée.',
    hours: 'quand on traite P2 et P3 ; P0 et P1 comptent jour et nuit',
    responder: 'qui répond en premier',
    fallback: 'qui réveiller si personne ne répond',
    pager: 'des noms de secrets, jamais les secrets',
  },
  place: {
    tocsin: 'ceci est le clone de Tocsin lui-même, pas le dépôt qui doit avoir des incidents',
    inside: (root) => `ceci est un dossier à l’intérieur d’un dépôt dont la racine est ${root}`,
    none: (folder) => `${folder} n’est pas un dépôt git`,
    other: (origin, asked) => `le dépôt distant origin est ${origin}, et --repo indique ${asked}`,
    refused: 'allez à la racine du bon clone et relancez-y la commande, ou ajoutez --here',
    nothing: 'Rien n’a été écrit.',
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

/** What `init` asks and says, in the language of whoever sits there. */
export function initWords(language: Language): typeof en {
  return { en, fr }[language];
}

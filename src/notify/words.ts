import type { Language } from '../model/language.ts';
import type { Priority } from '../model/priority.ts';

/** What pages say, and what is said of them, in English. Plain text: each kind of notifier makes it safe for itself. */
const en = {
  colon: ': ',
  /** What a page is about, in one line: for a lock screen. */
  headline: {
    trigger: (priority: Priority, place: string, title: string) => `${priority} ${place}: ${title}`,
    acknowledge: (priority: Priority, place: string, title: string) => `Acknowledged: ${priority} ${place}: ${title}`,
    resolve: (priority: Priority, place: string, title: string) => `Resolved: ${priority} ${place}: ${title}`,
    test: (priority: Priority, place: string, title: string) => `Test page, as for ${priority} ${place}: ${title}`,
  },
  /** In the place of a title that must not be repeated. */
  untitled: 'the incident says more',
  summary: 'Summary',
  open: 'Open the incident',
  runbook: 'Runbook',

  test: {
    title: 'nothing is wrong',
    summary:
      'Somebody wanted to know whether pages arrive: this one did. Nothing is to be done but to close the alert, if there is one.',
  },

  /** Why a page did not arrive; the end of a sentence. */
  why: {
    missing: (names: string) => `the environment variable ${names} is not set`,
    unfit: (name: string, what: string) => `the environment variable ${name} does not hold ${what}`,
    what: { key: 'a key', url: 'an address of https that is right for it', token: 'a token', secret: 'a secret' },
    silent: 'it does not take messages of this kind',
    failed: 'the message could not be written',
    refused: 'the connection was refused',
    reset: 'the connection broke off',
    protocol: 'what answered is no web server',
    unknown: 'there is no server of that name',
    certificate: 'the certificate of the server is not trusted',
    unreachable: 'the server could not be reached',
    timeout: (seconds: number) => `no answer came within ${seconds} s`,
    cut: 'the answer was cut off',
    status: (status: number) => `the answer was status ${status}`,
    redirect: 'the answer was a redirect, which is not followed',
    foreign: (status: number, kind: string) => `the answer, status ${status}, was not one of ${kind}`,
    wait: (seconds: number) => `, to wait for ${seconds} s`,
    said: (text: string) => `, “${text}”`,
    attempts: (count: number) => ` (${count} attempts)`,
  },

  /** What an incident is told of its page. Names of notifiers come ready to stand in Markdown. */
  told: {
    sent: (notifier: string) => `Paged by ${notifier}.`,
    failed: (notifier: string, why: string) => `The page did not go out through ${notifier}: ${why}.`,
    nobody: 'The page reached nobody: no notifier took it.',
    none: (priority: Priority) => `The policy has no notifier for ${priority}.`,
    unvouched: (priority: Priority) =>
      `🔕 No page went out: nobody with a say here stands for this ${priority} yet. \`/priority ${priority}\` sends it.`,
  },

  /** What the terminal prints. */
  report: {
    sent: (notifier: string, kind: string) => `${notifier} (${kind}): sent`,
    failed: (notifier: string, kind: string, why: string) => `${notifier} (${kind}): failed: ${why}`,
    none: 'The policy has no notifiers: nobody would be paged.',
    nonFor: (priority: Priority) => `The policy has no notifier for ${priority}: nobody would be paged.`,
  },
};

/** The texts about pages in one language. */
type PageWords = typeof en;

/** The same in French, with the spaces that French typography asks. */
const fr: PageWords = {
  colon: ' : ',
  headline: {
    trigger: (priority, place, title) => `${priority} ${place} : ${title}`,
    acknowledge: (priority, place, title) => `Pris en compte : ${priority} ${place} : ${title}`,
    resolve: (priority, place, title) => `Résolu : ${priority} ${place} : ${title}`,
    test: (priority, place, title) => `Appel d’essai, comme pour ${priority} ${place} : ${title}`,
  },
  untitled: 'l’incident en dit plus',
  summary: 'Résumé',
  open: 'Ouvrir l’incident',
  runbook: 'Procédure',

  test: {
    title: 'tout va bien',
    summary:
      'Quelqu’un a voulu savoir si les appels arrivent : celui-ci est arrivé. Il n’y a rien à faire, sinon clore l’alerte s’il y en a une.',
  },

  why: {
    missing: (names) => `la variable d’environnement ${names} n’est pas définie`,
    unfit: (name, what) => `la variable d’environnement ${name} ne contient pas ${what}`,
    what: { key: 'de clé', url: 'l’adresse attendue, en https', token: 'de jeton', secret: 'de secret' },
    silent: 'il ne prend pas de messages de cette sorte',
    failed: 'le message n’a pas pu être rédigé',
    refused: 'la connexion a été refusée',
    reset: 'la connexion a été rompue',
    protocol: 'ce qui a répondu n’est pas un serveur du web',
    unknown: 'aucun serveur ne porte ce nom',
    certificate: 'le certificat du serveur n’est pas reconnu',
    unreachable: 'le serveur n’a pas pu être joint',
    timeout: (seconds) => `aucune réponse n’est venue en ${seconds} s`,
    cut: 'la réponse a été coupée',
    status: (status) => `la réponse était l’état ${status}`,
    redirect: 'la réponse était une redirection, qui n’est pas suivie',
    foreign: (status, kind) => `la réponse, d’état ${status}, n’était pas de ${kind}`,
    wait: (seconds) => `, d’attendre ${seconds} s`,
    said: (text) => `, « ${text} »`,
    attempts: (count) => ` (${count} tentatives)`,
  },

  told: {
    sent: (notifier) => `Appel par ${notifier}.`,
    failed: (notifier, why) => `L’appel n’est pas parti par ${notifier} : ${why}.`,
    nobody: 'L’appel n’a atteint personne : aucun moyen d’appel ne l’a pris.',
    none: (priority) => `La politique n’a pas de moyen d’appel pour ${priority}.`,
    unvouched: (priority) =>
      `🔕 Aucun appel n’est parti : aucune personne habilitée ne se porte encore garante de ce ${priority}. \`/priority ${priority}\` l’envoie.`,
  },

  report: {
    sent: (notifier, kind) => `${notifier} (${kind}) : envoyé`,
    failed: (notifier, kind, why) => `${notifier} (${kind}) : échec : ${why}`,
    none: 'La politique n’a pas de moyens d’appel : personne ne serait appelé.',
    nonFor: (priority) => `La politique n’a pas de moyen d’appel pour ${priority} : personne ne serait appelé.`,
  },
};

const CATALOGUES: Readonly<Record<Language, PageWords>> = { en, fr };

/** What pages say in a language. */
export function pageWords(language: Language): PageWords {
  return CATALOGUES[language];
}

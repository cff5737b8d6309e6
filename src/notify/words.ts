import type { Language } from '../model/language.ts';
import type { Priority } from '../model/priority.ts';

/** What pages say, and what is said of them, in English. Plain text: each kind of notifier makes it safe for itself. */
const en = {
  colon: ': ',
  /** What a page is about, in one line: for a lock screen. */
  headline: {
    trigger: (priority: Priority, title: string) => `${priority}: ${title}`,
    acknowledge: (priority: Priority, title: string) => `Acknowledged (${priority}): ${title}`,
    resolve: (priority: Priority, title: string) => `Resolved (${priority}): ${title}`,
    announce: (_: Priority, title: string) => title,
    test: (priority: Priority, title: string) => `Test page, as for ${priority}: ${title}`,
  },
  /** In the place of a title that must not be repeated. */
  untitled: (place: string) => `incident ${place}, details in the issue`,
  /** When what is asked is due. */
  until: {
    by: (at: string) => `by ${at}`,
    late: (at: string, lag: string) => `was due ${at}, ${lag} ago`,
  },
  todo: 'To do',
  open: (place: string) => `Open ${place}`,
  runbook: 'Runbook',
  source: 'Issue',
  acknowledge: 'Acknowledge',
  react: 'React with ✅ to acknowledge.',

  /** One page for all that are more than can be paged one by one. */
  crowd: {
    trigger: {
      title: 'more incidents need you',
      summary: 'There are more than are paged one by one. Open the list: the last changed come first.',
    },
    resolve: { title: 'more incidents are over', summary: 'There are more than are told one by one.' },
  },

  test: {
    title: 'nothing is wrong',
    summary:
      'Somebody wanted to know whether pages arrive: this one did. Nothing is to be done but to close the alert, if there is one.',
  },

  /** Why a page did not arrive; the end of a sentence. */
  why: {
    missing: (names: string) => `the environment variable ${names} is not set`,
    unfit: (name: string, what: string) => `the environment variable ${name} does not hold ${what}`,
    address: 'an address of https',
    silent: 'it does not take messages of this kind',
    failed: 'the message could not be written',
    refused: 'the connection was refused',
    reset: 'the connection broke off',
    protocol: 'what answered speaks another protocol',
    unencrypted: 'the server offers no encryption',
    unknown: 'there is no server of that name',
    certificate: 'the certificate of the server is not trusted',
    unreachable: 'the server could not be reached',
    timeout: (seconds: number) => `no answer came within ${seconds} s`,
    cut: 'the answer was cut off',
    status: (status: number) => `the answer was status ${status}`,
    redirect: 'the answer was a redirect, which is not followed',
    foreign: (status: number, kind: string) => `the answer, status ${status}, was not one of ${kind}`,
    unasked: (pages: number) =>
      `it allows only so many questions, and about ${pages} ${pages === 1 ? 'page' : 'pages'} it was not asked this time`,
    strange: (kind: string) => `the answer was not as ${kind} answers`,
    refusal: (kind: string, text: string) => `${kind} refused it, “${text}”`,
    wait: (seconds: number) => `, to wait for ${seconds} s`,
    said: (text: string) => `, “${text}”`,
    attempts: (count: number) => ` (${count} attempts)`,
  },

  /** What is said of a handshake that wakes nobody. */
  probe: {
    failed: (why: string) => `No page would arrive: ${why}.`,
    none: (kind: string, notifier: string) =>
      `The secrets are there. Whether a page arrives, ${kind} tells only when one is sent: \`npx . page --test --notifier '${notifier}'\`.`,
  },

  /** What an incident is told of its page. Names of notifiers come ready to stand in Markdown. */
  told: {
    sent: (notifier: string) => `Paged by ${notifier}.`,
    sentTogether: (notifier: string) => `Paged by ${notifier}, in one message for many incidents.`,
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
    trigger: (priority, title) => `${priority} : ${title}`,
    acknowledge: (priority, title) => `Pris en charge (${priority}) : ${title}`,
    resolve: (priority, title) => `Résolu (${priority}) : ${title}`,
    announce: (_, title) => title,
    test: (priority, title) => `Appel d’essai, comme pour ${priority} : ${title}`,
  },
  untitled: (place) => `incident ${place}, détails dans le ticket`,
  until: {
    by: (at) => `avant ${at}`,
    late: (at, lag) => `échéance ${at}, dépassée de ${lag}`,
  },
  todo: 'À faire',
  open: (place) => `Ouvrir ${place}`,
  runbook: 'Procédure',
  source: 'Ticket',
  acknowledge: 'Prendre en charge',
  react: 'Réagissez avec ✅ pour prendre l’incident en charge.',

  crowd: {
    trigger: {
      title: 'd’autres incidents vous attendent',
      summary:
        'Ils sont trop nombreux pour un appel chacun. Ouvrez la liste : les derniers modifiés viennent en premier.',
    },
    resolve: { title: 'd’autres incidents sont terminés', summary: 'Ils sont trop nombreux pour un message chacun.' },
  },

  test: {
    title: 'tout va bien',
    summary:
      'Quelqu’un a voulu savoir si les appels arrivent : celui-ci est arrivé. Il n’y a rien à faire, sinon clore l’alerte s’il y en a une.',
  },

  why: {
    missing: (names) => `la variable d’environnement ${names} n’est pas définie`,
    unfit: (name, what) => `la variable d’environnement ${name} ne contient pas ${what}`,
    address: 'd’adresse en https',
    silent: 'il ne prend pas de messages de cette sorte',
    failed: 'le message n’a pas pu être rédigé',
    refused: 'la connexion a été refusée',
    reset: 'la connexion a été rompue',
    protocol: 'ce qui a répondu parle un autre protocole',
    unencrypted: 'le serveur ne propose pas de chiffrement',
    unknown: 'aucun serveur ne porte ce nom',
    certificate: 'le certificat du serveur n’est pas reconnu',
    unreachable: 'le serveur n’a pas pu être joint',
    timeout: (seconds) => `aucune réponse n’est venue en ${seconds} s`,
    cut: 'la réponse a été coupée',
    status: (status) => `la réponse était l’état ${status}`,
    redirect: 'la réponse était une redirection, qui n’est pas suivie',
    foreign: (status, kind) => `la réponse, d’état ${status}, n’était pas de ${kind}`,
    unasked: (pages) =>
      `il limite le nombre de requêtes, et ${pages} ${pages > 1 ? 'appels n’ont pas été vérifiés' : 'appel n’a pas été vérifié'} cette fois`,
    strange: (kind) => `la réponse n’avait pas la forme de celles de ${kind}`,
    refusal: (kind, text) => `${kind} a refusé la requête, « ${text} »`,
    wait: (seconds) => `, d’attendre ${seconds} s`,
    said: (text) => `, « ${text} »`,
    attempts: (count) => ` (${count} tentatives)`,
  },

  probe: {
    failed: (why) => `Aucun appel n’arriverait : ${why}.`,
    none: (kind, notifier) =>
      `Les secrets sont là. Qu’un appel arrive, ${kind} ne le dit que si l’on en envoie un : \`npx . page --test --notifier '${notifier}'\`.`,
  },

  told: {
    sent: (notifier) => `Appel par ${notifier}.`,
    sentTogether: (notifier) => `Appel par ${notifier}, dans un seul message pour de nombreux incidents.`,
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

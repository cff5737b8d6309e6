import type { Language } from '../../model/language.ts';
import type { Priority } from '../../model/priority.ts';

const en = {
  unanswered: 'nobody answers',
  wellRun: 'all goes well',
  acts: {
    update: 'We are looking into it.',
    workaround: 'Use the other entrance.',
    resolve: 'The last change was taken back.',
    close: 'closes the issue',
  },
  issue: { title: 'Rehearsal', answer: 'Rehearsal, not a real incident', none: 'No' },
  heading: (priority: string, story: string, from: string, to: string) => `${priority}, ${story}: ${from} to ${to}`,
  kinds: { opens: 'opens', acts: 'acts', page: 'page', mention: 'mention', assignment: 'assign' },
  reply: 'a reply to the command',
  assigned: 'the incident',
  unpaged: (what: string) => `no notifier took it: ${what}`,
  again: (times: number, every: string, until: string) =>
    times === 1 ? `the same once more, ${until}` : `the same ${times} more times, ${every}, until ${until}`,
  againUneven: (times: number, until: string) => `the same ${times} more times until ${until}`,
  nobody: 'nobody',
  people: {
    heading: 'Notifications per person',
    mentions: (n: number) => `${n} ${n === 1 ? 'mention' : 'mentions'}`,
    assignments: (n: number) => `${n} ${n === 1 ? 'assignment' : 'assignments'}`,
    mails: (n: number) => `${n} other ${n === 1 ? 'mail' : 'mails'}`,
    none: 'Nobody was notified.',
  },
  notifiers: {
    heading: 'Pages per notifier: whom it wakes is set there, not here',
    pages: (n: number) => `${n} ${n === 1 ? 'page' : 'pages'}`,
  },
  unreached: {
    heading: 'Reached nobody',
    none: 'Reached nobody: nothing. Every notification had somebody to go to.',
    step: (what: string) => `${what}: its people are nobody, and so is the fallback`,
    notice: (what: string) => `${what}: it is for nobody`,
    page: (what: string) => `page (${what}): no notifier took it`,
    secret: (notifier: string, secret: string, file: string) =>
      `notifier ${notifier}: ${file} does not pass on its secret ${secret}, so it wakes nobody`,
    secretMissing: (secret: string) => `the secret ${secret} is not passed on`,
    silent: (priority: Priority) => `${priority}: nobody but whoever reported it heard of it`,
    times: (n: number) => ` (${n} times)`,
    owner: (account: string, command: string) =>
      `fallback: owner. If ${account} is a person, ${account} is told of all this: \`${command} --owner ${account}\` shows it. If it is an organisation, only whoever last changed the workflow can be: name a login or a role.`,
    someOwner: (command: string) =>
      `fallback: owner. If a person owns this repository, they are told of all this: \`${command} --owner LOGIN\` shows it. If an organisation does, only whoever last changed the workflow can be: name a login or a role.`,
    named: (place: string, account: string, command: string) =>
      `${place}: ${account} owns this repository. If it is an organisation, as taken here, it cannot be notified: name a person. If ${account} is a person, \`${command} --owner ${account}\` shows it.`,
  },
  remarks: {
    heading: 'Worth a look',
    passedOn: (step: string, roles: string, people: string) =>
      `${step}: its people (${roles}) are nobody then; told instead: ${people}`,
    gap: (schedule: string, from: string, to: string) =>
      `schedule ${schedule}: nobody is on call from ${from} to ${to}`,
    gaps: (n: number) => `, the first of ${n} gaps within a week`,
    noNotifier: (priority: Priority) =>
      `${priority}: no notifier is for it, so nobody is woken; a mention is only mail`,
  },
  notTaken: 'the policy takes no such incident in: look at enforce-from and taken-in-by',
};

/** What a rehearsal says besides the words of the incidents. */
export type RehearsalWords = typeof en;

const fr: RehearsalWords = {
  unanswered: 'personne ne répond',
  wellRun: 'tout se passe bien',
  acts: {
    update: 'Nous cherchons la cause.',
    workaround: 'Passez par l’autre entrée.',
    resolve: 'La dernière modification a été annulée.',
    close: 'ferme le ticket',
  },
  issue: { title: 'Répétition', answer: 'Répétition, pas un vrai incident', none: 'Non' },
  heading: (priority, story, from, to) => `${priority}, ${story} : du ${from} au ${to}`,
  kinds: { opens: 'ouverture', acts: 'action', page: 'appel', mention: 'mention', assignment: 'affecté' },
  reply: 'réponse à la commande',
  assigned: 'l’incident',
  unpaged: (what) => `aucun moyen d’appel ne l’a pris : ${what}`,
  again: (times, every, until) =>
    times === 1 ? `de même une fois encore, ${until}` : `de même ${times} fois encore, ${every}, jusqu’à ${until}`,
  againUneven: (times, until) => `de même ${times} fois encore, jusqu’à ${until}`,
  nobody: 'personne',
  people: {
    heading: 'Notifications par personne',
    mentions: (n) => `${n} ${n === 1 ? 'mention' : 'mentions'}`,
    assignments: (n) => `${n} ${n === 1 ? 'affectation' : 'affectations'}`,
    mails: (n) => `${n} ${n === 1 ? 'autre courriel' : 'autres courriels'}`,
    none: 'Personne n’a été prévenu.',
  },
  notifiers: {
    heading: 'Appels par moyen d’appel : qui il réveille se règle dans ce service, pas ici',
    pages: (n) => `${n} ${n === 1 ? 'appel' : 'appels'}`,
  },
  unreached: {
    heading: 'N’a joint personne',
    none: 'Personne n’a été oublié : chaque notification avait un destinataire.',
    step: (what) => `${what} : ses destinataires sont vides, et le recours aussi`,
    notice: (what) => `${what} : n’est destiné à personne`,
    page: (what) => `appel (${what}) : aucun moyen d’appel ne l’a pris`,
    secret: (notifier, secret, file) =>
      `moyen d’appel ${notifier} : ${file} ne transmet pas son secret ${secret}, il ne réveille donc personne`,
    secretMissing: (secret) => `le secret ${secret} n’est pas transmis`,
    silent: (priority) => `${priority} : hormis l’auteur du signalement, personne n’en a rien su`,
    times: (n) => ` (${n} fois)`,
    owner: (account, command) =>
      `fallback : owner. Si ${account} est une personne, c’est elle qui est prévenue de tout ceci : \`${command} --owner ${account}\` le montre. Si c’est une organisation, seule la dernière personne à avoir modifié le workflow peut l’être : indiquez un compte ou un rôle.`,
    someOwner: (command) =>
      `fallback : owner. Si ce dépôt appartient à une personne, c’est elle qui est prévenue de tout ceci : \`${command} --owner COMPTE\` le montre. S’il appartient à une organisation, seule la dernière personne à avoir modifié le workflow peut l’être : indiquez un compte ou un rôle.`,
    named: (place, account, command) =>
      `${place} : ${account} possède ce dépôt. Si c’est une organisation, comme supposé ici, rien ne peut la prévenir : indiquez une personne. Si ${account} est une personne, \`${command} --owner ${account}\` le montre.`,
  },
  remarks: {
    heading: 'À regarder',
    passedOn: (step, roles, people) =>
      `${step} : ses destinataires (${roles}) ne sont alors personne ; prévenu à la place : ${people}`,
    gap: (schedule, from, to) => `planning ${schedule} : personne n’est d’astreinte de ${from} à ${to}`,
    gaps: (n) => `, première de ${n} lacunes en une semaine`,
    noNotifier: (priority) =>
      `${priority} : aucun moyen d’appel prévu, personne n’est donc réveillé ; une mention n’est qu’un courriel`,
  },
  notTaken: 'la politique ne retient pas un tel incident : voyez enforce-from et taken-in-by',
};

const WORDS: Readonly<Record<Language, RehearsalWords>> = { en, fr };

/** The words of a rehearsal in the language of its policy. */
export function rehearsalWords(language: Language): RehearsalWords {
  return WORDS[language];
}

import { atHour, written } from '../../text/time.ts';

const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    escalated: 'called by command',
    late: 'told that no run came in time',
    step: (step: string, policy: string) => `step \`${step}\` of \`${policy}\``,
  },
  step: {
    /** The last line of a notice, small: why it went to whom. */
    place: (nth: number, count: number, policy: string) => `Step ${nth} of ${count} of ${policy}`,
    builtIn: 'Built-in step',
    postMortemOwner: 'whoever has to write the post-mortem',
    why: (place: string, step: string, roles: string) => `${place} (${step}) notifies ${roles}`,
    next: (at: string) => `; next ${at}`,
    again: (times: number) => `; reminder ${times}`,
    late: (lag: string) => `No run came for ${lag}: \`command: doctor\` says what would be on time.`,
    collapsed: (steps: string) => `Also due since the last run: ${steps}.`,
    together: (steps: string) => `Due at the same time: ${steps}.`,
    fellDue: (step: string, due: string) => `${step} (${due})`,
    openSince: (at: string) => `Open since ${at}.`,
    resolvedAt: (at: string) => `Resolved ${at}.`,
    assigned: (people: string) => `Assigned: ${people}.`,
    unreachable: (people: string) => `Could not be reached: ${people} (unknown here, or no access to the repository).`,
    unacknowledged: 'Nobody has it yet: comment `/ack`.',
    cannot: 'Cannot take it? `/escalate` calls the next person.',
    fallback: (step: string, roles: string, people: string) =>
      `⚠️ Step \`${step}\` notifies ${roles}, which is nobody at present; so this goes to the fallback, ${people}.`,
    nobody: (step: string, roles: string) =>
      `🚨 Step \`${step}\` notifies ${roles}, which is nobody at present, and the fallback reaches nobody either. Put the login of somebody who can read this repository under \`fallback\` in the policy.`,
    runbook: (link: string) => `Runbook: ${link}`,
    passedOn: (step: string, roles: string, next: string, people: string) =>
      `⚠️ Step \`${step}\` notifies ${roles}, which is nobody at present; so this goes to the next step, \`${next}\`: ${people}.`,
    send: (text: string) => `Send this to those outside:\n\n${text}`,
    raised: (priority: string) => `Priority raised to **${priority}**.`,
    labelled: (labels: string) => `Labels: ${labels}.`,
    act: (priority: string) => `${priority}: a step of the escalation is due.`,
    reason: (step: string) => `the step "${step}" is due`,
  },
  escalated: {
    ask: (priority: string, by: string) => `${priority}: ${by} needs you on this incident.`,
    line: (reason: string) => `Why: ${reason}`,
    withheld: 'Why is not repeated here.',
    next: (step: string) => `You would have been notified at the step \`${step}\`.`,
    why: 'somebody asked for more people',
  },
  /** What is odd about a policy: told to whoever looks after it. */
  reach: {
    noFallback:
      'fallback: `owner` is an organisation here, which cannot be notified, and nobody is known to have changed the workflow; name a person or a role, for when a step reaches nobody',
    onlyOutside:
      'inform-public: names every notifier, so no notifier calls the people who mend; name one that it does not, or they are told by mentions on GitHub alone',
    noClock: (priority: string) => `priorities.${priority}: has no clock, so nothing is ever due`,
    noEscalation: (priority: string) => `priorities.${priority}: has no escalation, so nobody is notified of it`,
    nobody: (priority: string, name: string) =>
      `escalation-policies.${name}: notifies nobody of a ${priority} to which nobody is assigned`,
    tooLong: (priority: string, acknowledge: string, resolve: string) =>
      `priorities.${priority}: acknowledge (${acknowledge}) is longer than resolve (${resolve})`,
    noRole: (place: string, role: string) =>
      `${place}: takes roles of the repository, such as write or triage; \`${role}\` is a role of the policy, not of the repository`,
    slip: (place: string, role: string, meant: string) =>
      `${place}: \`${role}\` is no role of GitHub's own; taken as a custom role of the repository; did you mean \`${meant}\`?`,
  },
  escalationCard: {
    row: 'If nothing happens',
    unacknowledged: 'If nobody acks',
    next: (at: string, whom: string) => `${at} → ${whom}`,
  },
};

/** "de normal", "d’urgent": before a vowel, with or without the marks of code. */
const of = (name: string): string => (/^`?[aeiouœàâéèêëîïôû]/i.test(name) ? 'd’' : 'de ');

const fr: typeof en = {
  told: {
    escalated: 'appelé par commande',
    late: 'avis qu’aucune exécution n’est venue à temps',
    step: (step, policy) => `étape \`${step}\` ${of(policy)}\`${policy}\``,
  },
  step: {
    place: (nth, count, policy) => `Étape ${nth}/${count} ${of(policy)}${policy}`,
    builtIn: 'Étape intégrée',
    postMortemOwner: 'la personne qui rédige le post-mortem',
    why: (place, step, roles) => `${place} (${step}) pour ${roles}`,
    next: (at) => ` ; suite : ${at}`,
    again: (times) => ` ; rappel n° ${times}`,
    late: (lag) => `Aucune exécution pendant ${lag} : \`command: doctor\` dit ce qui serait ponctuel.`,
    collapsed: (steps) => `Également échu depuis la dernière exécution : ${steps}.`,
    together: (steps) => `Échu au même moment : ${steps}.`,
    fellDue: (step, due) => `${step} (${due})`,
    openSince: (at) => `Ouvert ${atHour(at)}.`,
    resolvedAt: (at) => `Résolu ${atHour(at)}.`,
    assigned: (people) => `Affecté à : ${people}.`,
    unreachable: (people) => `Injoignables : ${people} (inconnus ici, ou sans accès au dépôt).`,
    unacknowledged: 'Personne ne l’a encore pris en charge : écrivez `/ack`.',
    cannot: 'Pas disponible ? `/escalate` appelle la personne suivante.',
    fallback: (step, roles, people) =>
      `⚠️ L’étape \`${step}\` prévient ${roles}, c’est-à-dire personne à présent ; c’est donc la personne de recours qui est prévenue, ${people}.`,
    nobody: (step, roles) =>
      `🚨 L’étape \`${step}\` prévient ${roles}, c’est-à-dire personne à présent, et le recours ne joint personne non plus. Mettez sous \`fallback\` le compte de quelqu’un qui peut lire ce dépôt.`,
    runbook: (link) => `Procédure : ${link}`,
    passedOn: (step, roles, next, people) =>
      `⚠️ L’étape \`${step}\` prévient ${roles}, c’est-à-dire personne à présent ; ceci va donc à l’étape suivante, \`${next}\` : ${people}.`,
    send: (text) => `À transmettre à l’extérieur :\n\n${text}`,
    raised: (priority) => `Priorité portée à **${priority}**.`,
    labelled: (labels) => `Étiquettes : ${labels}.`,
    act: (priority) => `${priority} : une étape de l’escalade est échue.`,
    reason: (step) => `l’étape « ${step} » est échue`,
  },
  escalated: {
    ask: (priority, by) => `${priority} : ${by} a besoin de vous sur cet incident.`,
    line: (reason) => `Motif : ${reason}`,
    withheld: 'Le motif n’est pas répété ici.',
    next: (step) => `Vous auriez été prévenu à l’étape \`${step}\`.`,
    why: 'quelqu’un a demandé du renfort',
  },
  reach: {
    noFallback:
      'fallback : `owner` est ici une organisation, qui ne peut être prévenue ; indiquez une personne ou un rôle à prévenir quand une étape n’atteint personne',
    onlyOutside:
      'inform-public : cite tous les canaux, aucun n’appelle donc les équipes ; prévoyez-en un qui n’y figure pas, sinon seules les mentions GitHub les préviennent',
    noClock: (priority) => `priorities.${priority} : aucun délai, donc aucune échéance`,
    noEscalation: (priority) => `priorities.${priority} : aucune escalade, personne n’est donc prévenu`,
    nobody: (priority, name) =>
      `escalation-policies.${name} : ne prévient personne d’un ${priority} auquel personne n’est affecté`,
    tooLong: (priority, acknowledge, resolve) =>
      `priorities.${priority} : la prise en charge (${written('fr', acknowledge)}) est plus longue que la résolution (${written('fr', resolve)})`,
    noRole: (place, role) =>
      `${place} : attend des rôles du dépôt, comme write ou triage ; \`${role}\` est un rôle de la politique, pas du dépôt`,
    slip: (place, role, meant) =>
      `${place} : \`${role}\` n’est pas un rôle prédéfini de GitHub ; il est traité comme un rôle personnalisé du dépôt. Vouliez-vous dire \`${meant}\` ?`,
  },
  escalationCard: {
    row: 'Sans réaction',
    unacknowledged: 'Sans prise en charge',
    next: (at, whom) => `${at} → ${whom}`,
  },
};

export const escalationWords = { en, fr };

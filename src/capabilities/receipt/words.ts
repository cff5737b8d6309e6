const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    receipt: 'given the receipt',
    corrected: 'told of a more urgent priority',
  },
  receipt: {
    ask: { incident: 'Thank you, we have your report.', assistance: 'Thank you, we have your request.' },
    /** For those who look after reports, where no person reported it. */
    arrived: { incident: 'A report has come in.', assistance: 'A request has come in.' },
    understood: 'What we understood',
    because: (conditions: string) => `because ${conditions}`,
    condition: (fact: string, texts: string) => `“${fact}” says ${texts}`,
    and: ' and ',
    assessed: (priority: string) => `It is a **${priority}**.`,
    proposed: (priority: string, because: string) =>
      `We read it as a **${priority}**, ${because}. Until somebody confirms that, it is handled as a P3.`,
    unassessed: 'Until somebody sets a priority, it is handled as a P3.',
    proposal: (priority: string, because: string) => `Proposed: **${priority}**, ${because}.`,
    proposedCategory: (category: string) => `Proposed: ${category}.`,
    aims: (aims: readonly string[]) => `We aim ${list(aims, 'and')}.`,
    unreached: 'Nobody has been notified of it yet, so we cannot promise a time.',
    onIt: (people: string) => `On it: ${people}.`,
    told: (people: string) => `Notified: ${people}.`,
    idle: 'You need not do anything.',
    missing: (facts: string) =>
      `**Please add** ${facts}: edit your report and answer each under a heading \`### …\` of that name. Leave out what you do not know.`,
    complete: 'What we still needed is there now. Thank you.',
    similar: (issues: string) => `May be the same as ${issues}.`,
    same: { category: 'same category', system: 'same system', alert: 'same alert' },
    confidential: (url: string | null) =>
      `It is handled confidentially, by its own responders. Add no details here; send them ${url === null ? 'in private' : `[in private](${url})`}.`,
    corrected: (priority: string) => `Your report is a ${priority} now.`,
    correctedOf: (priority: string) => `This report is a ${priority} now.`,
    whyCorrected: 'it has become more urgent',
    why: 'it is new',
    whyComplete: 'what was asked for has changed',
  },
};

const fr: typeof en = {
  told: {
    receipt: 'accusé de réception',
    corrected: 'annonce d’une priorité plus urgente',
  },
  receipt: {
    ask: {
      incident: 'Nous avons bien reçu votre signalement.',
      assistance: 'Nous avons bien reçu votre demande.',
    },
    arrived: { incident: 'Un signalement est arrivé.', assistance: 'Une demande est arrivée.' },
    understood: 'Ce que nous avons compris',
    because: (conditions) => `d’après ${conditions}`,
    condition: (fact, texts) => `la réponse à « ${fact} » (${texts})`,
    and: ' et ',
    assessed: (priority) => `Il s’agit d’un **${priority}**.`,
    proposed: (priority, because) =>
      `Priorité pressentie : **${priority}**, ${because}. En attendant confirmation, l’incident est traité en P3.`,
    unassessed: 'En attendant qu’une priorité soit fixée, l’incident est traité en P3.',
    proposal: (priority, because) => `Proposition : **${priority}**, ${because}.`,
    proposedCategory: (category) => `Proposition : ${category}.`,
    aims: (aims) => `Nous visons : ${list(aims, 'et')}.`,
    unreached: 'Personne n’a encore été prévenu ; nous ne pouvons donc pas promettre de délai.',
    onIt: (people) => `S’en occupe : ${people}.`,
    told: (people) => `Personnes prévenues : ${people}.`,
    idle: 'Vous n’avez rien à faire.',
    missing: (facts) =>
      `**Merci d’ajouter** ${facts} : modifiez votre signalement et répondez à chaque point sous un titre \`### …\` de ce nom. Laissez de côté ce que vous ne savez pas.`,
    complete: 'Ce qui manquait y est maintenant. Merci.',
    similar: (issues) => `Peut-être le même incident que ${issues}.`,
    same: { category: 'même catégorie', system: 'même système', alert: 'même alerte' },
    confidential: (url) =>
      `Il est traité de façon confidentielle, par ses propres intervenants. N’ajoutez aucun détail ici ; transmettez-les ${url === null ? 'en privé' : `[en privé](${url})`}.`,
    corrected: (priority) => `Votre signalement est désormais traité en ${priority}.`,
    correctedOf: (priority) => `Ce signalement est désormais traité en ${priority}.`,
    whyCorrected: 'il est devenu plus urgent',
    why: 'il est nouveau',
    whyComplete: 'ce qui était demandé a changé',
  },
};

/** Some things in a row: "a, b and c". */
function list(items: readonly string[], and: string): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${and} ${items.at(-1)!}`;
}

export const receiptWords = { en, fr };

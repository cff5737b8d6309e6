const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    receipt: 'given the receipt',
    corrected: 'told of a more urgent priority',
  },
  receipt: {
    ask: { incident: 'We have received this report.', assistance: 'We have received this request.' },
    understood: 'This is what we understood:',
    because: (conditions: string) => `because ${conditions}`,
    condition: (fact: string, texts: string) => `“${fact}” says ${texts}`,
    and: ' and ',
    assessed: (priority: string) => `Priority: **${priority}**.`,
    proposed: (priority: string, because: string) =>
      `Proposed priority: **${priority}**, ${because}. Until somebody entitled sets one, it counts as P3.`,
    unassessed: 'It counts as P3 until somebody entitled sets a priority.',
    proposal: (priority: string, because: string) =>
      `Proposed: **${priority}**, ${because}. To set it, write \`/priority ${priority}\`.`,
    proposedCategory: (category: string) => `Proposed category: ${category}.`,
    onIt: (people: string) => `On it: ${people}.`,
    told: (people: string) => `Who has been told: ${people}.`,
    missing: (facts: string) =>
      `**Still needed**: ${facts}. Please edit your report and answer each under a heading \`### …\` of that name; leave out what you do not know.`,
    complete: 'What we still needed is there now. Thank you.',
    similar: (issues: string) => `May be the same as: ${issues}.`,
    same: { category: 'same category', system: 'same system', alert: 'same alert' },
    confidential: (url: string | null) =>
      `It is handled confidentially, by its own responders. Add no details here; send them ${url === null ? 'in private' : `[in private](${url})`}.`,
    corrected: (priority: string) => `This report is a ${priority} now.`,
    whyCorrected: 'it has become more urgent',
    why: 'it is new',
    whyComplete: 'what was asked for has changed',
  },
};

const fr: typeof en = {
  told: {
    receipt: 'avis de réception',
    corrected: 'annonce d’une priorité plus urgente',
  },
  receipt: {
    ask: {
      incident: 'Nous avons bien reçu ce signalement.',
      assistance: 'Nous avons bien reçu cette demande.',
    },
    understood: 'Voici ce que nous avons compris :',
    because: (conditions) => `parce que ${conditions}`,
    condition: (fact, texts) => `« ${fact} » dit ${texts}`,
    and: ' et ',
    assessed: (priority) => `Priorité : **${priority}**.`,
    proposed: (priority, because) =>
      `Priorité proposée : **${priority}**, ${because}. Tant que personne d’habilité n’en fixe une, il compte comme P3.`,
    unassessed: 'Il compte comme P3 tant que personne d’habilité ne fixe de priorité.',
    proposal: (priority, because) =>
      `Proposition : **${priority}**, ${because}. Pour la fixer, écrivez \`/priority ${priority}\`.`,
    proposedCategory: (category) => `Catégorie proposée : ${category}.`,
    onIt: (people) => `S’en occupe : ${people}.`,
    told: (people) => `Ont été prévenus : ${people}.`,
    missing: (facts) =>
      `**Il manque encore** : ${facts}. Modifiez votre signalement et répondez à chaque point sous un titre \`### …\` de ce nom ; laissez de côté ce que vous ne savez pas.`,
    complete: 'Ce qui manquait y est maintenant. Merci.',
    similar: (issues) => `Peut-être le même incident que : ${issues}.`,
    same: { category: 'même catégorie', system: 'même système', alert: 'même alerte' },
    confidential: (url) =>
      `Il est traité de façon confidentielle, par ses propres intervenants. N’ajoutez aucun détail ici ; transmettez-les ${url === null ? 'en privé' : `[en privé](${url})`}.`,
    corrected: (priority) => `Ce signalement est désormais ${priority}.`,
    whyCorrected: 'il est devenu plus urgent',
    why: 'il est nouveau',
    whyComplete: 'ce qui était demandé a changé',
  },
};

export const receiptWords = { en, fr };

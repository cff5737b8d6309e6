const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    assign: 'told who was not assigned',
  },
  assigned: {
    why: 'somebody was assigned by command',
    ask: (login: string) => `${login} was not assigned.`,
    line: 'GitHub assigns at most ten people, and only those with access to the repository. No team and no bot can be assigned.',
    whyNot: 'somebody could not be assigned',
  },
  assignmentCard: {
    row: 'Responder',
    notified: 'Notified',
  },
};

const fr: typeof en = {
  told: {
    assign: 'avis de non-affectation',
  },
  assigned: {
    why: 'quelqu’un a été affecté par commande',
    ask: (login) => `${login} n’a pas été affecté.`,
    line: 'GitHub affecte dix personnes au plus, et seulement celles qui ont accès au dépôt. Ni équipe ni robot ne peut être affecté.',
    whyNot: 'quelqu’un n’a pas pu être affecté',
  },
  assignmentCard: {
    row: 'Intervenant',
    notified: 'Personnes prévenues',
  },
};

export const assignmentWords = { en, fr };

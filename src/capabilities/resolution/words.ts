const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    withdrawn: 'asked to confirm a closing',
    reopened: 'told of the reopening',
    resolved: 'told of the resolution',
    explain: 'asked what resolved it',
  },
  dismissed: { why: 'it was dismissed by command' },
  withdrawn: {
    ask: (by: string, priority: string) => `${by} closed this ${priority} without the right to. Is it over?`,
    line: 'Write `/resolve TEXT` if it is over, and reopen it if it is not.',
    goesOn: 'Until then it goes on: the deadlines run, and the steps of the escalation follow.',
    why: 'it was closed without the right to judge that',
  },
  reopened: {
    ask: (priority: string) => `${priority}: this incident was reopened.`,
    askAnew: (priority: string) => `${priority}: it is back: take it on again. Write \`/ack\`.`,
    line: (at: string) => `Reopened ${at}. The deadlines go on; the time in between does not count.`,
    why: 'the incident was reopened',
  },
  resolvedNotice: {
    ask: { incident: 'Your report is resolved.', assistance: 'Your request is dealt with.' },
    line: (at: string, by: string, text: string | null) => `By ${by}, ${at}${text === null ? '.' : `: ${text}`}`,
    otherwise: 'If it is not so for you, say it here, or reopen the issue.',
    why: 'it is resolved',
  },
  explain: {
    ask: (priority: string) => `What resolved this ${priority}? Write \`/resolve TEXT\`.`,
    line: 'It was resolved without a word; the post-mortem, and whoever has the same trouble next, need to know.',
    why: 'it was resolved without a word',
  },
  resolutionCard: {
    waits: 'Nothing is due. The incident waits to be resolved.',
    close: 'It is resolved. Close the issue when the reporter accepts that; reopen or take the label off if not.',
    confirm: 'A responder confirms that it is over: `/resolve TEXT`. Reopen it if it is not.',
  },
};

const fr: typeof en = {
  told: {
    withdrawn: 'demande de confirmation d’une clôture',
    reopened: 'annonce de la réouverture',
    resolved: 'annonce de la résolution',
    explain: 'demande d’explication de la résolution',
  },
  dismissed: { why: 'il a été écarté par commande' },
  withdrawn: {
    ask: (by, priority) => `${by} a fermé ce ${priority} sans y être habilité. Est-il terminé ?`,
    line: 'Écrivez `/resolve TEXTE` s’il est terminé, et rouvrez-le s’il ne l’est pas.',
    goesOn: 'D’ici là il continue : les délais courent, et les étapes de l’escalade suivent.',
    why: 'il a été fermé par qui ne pouvait en juger',
  },
  reopened: {
    ask: (priority) => `${priority} : cet incident est rouvert.`,
    askAnew: (priority) => `${priority} : il est de retour : reprenez-le. Écrivez \`/ack\`.`,
    line: (at) => `Rouvert ${at}. Les délais reprennent ; le temps écoulé entre-temps ne compte pas.`,
    why: 'l’incident est rouvert',
  },
  resolvedNotice: {
    ask: { incident: 'Votre signalement est résolu.', assistance: 'Votre demande est traitée.' },
    line: (at, by, text) => `Par ${by}, ${at}${text === null ? '.' : ` : ${text}`}`,
    otherwise: 'Si ce n’est pas le cas pour vous, dites-le ici ou rouvrez le ticket.',
    why: 'il est résolu',
  },
  explain: {
    ask: (priority) => `Qu’est-ce qui a résolu ce ${priority} ? Écrivez \`/resolve TEXTE\`.`,
    line: 'Il a été résolu sans un mot ; le post-mortem, et qui aura le même problème demain, ont besoin de le savoir.',
    why: 'il a été résolu sans un mot',
  },
  resolutionCard: {
    waits: 'Aucune échéance à venir. L’incident attend sa résolution.',
    close: 'Il est résolu. Fermer le ticket quand son auteur l’accepte ; sinon, le rouvrir ou retirer l’étiquette.',
    confirm: 'Un intervenant confirme qu’il est terminé : `/resolve TEXTE`. Le rouvrir s’il ne l’est pas.',
  },
};

export const resolutionWords = { en, fr };

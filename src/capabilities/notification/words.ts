const en = {
  /** What people were told, by the key under which the record keeps it. */
  told: {
    assess: 'asked for a priority',
    several: 'told that one priority stands',
    lowered: 'asked for the reason of a lowering',
    withdrawn: 'asked to confirm a closing',
    reopened: 'told of the reopening',
    receipt: 'given the receipt',
    category: 'asked for a category',
    owner: 'told that it is theirs',
    cause: 'asked for the cause',
    level: 'given the incident on their level',
    quick: 'told of the resolution',
    public: 'warned that the issue can be read',
    manager: 'made the incident manager',
    role: 'given a role',
    assign: 'told who was not assigned',
    escalated: 'called by command',
    reminded: 'reminded of an update',
    ignored: 'told that an update is overdue',
    moving: 'reminded that nothing moves',
    stuck: 'told that nothing moves',
    informed: 'told of the status',
    step: (step: string, policy: string) => `step \`${step}\` of \`${policy}\``,
  },
  notificationCard: {
    heading: 'Who was told',
    columns: ['When', 'What', 'Whom'],
    skipped: {
      acknowledged: 'not sent: acknowledged first',
      resolved: 'not sent: resolved first',
      stopped: 'not sent: its clock was stopped first',
    },
  },
};

const fr: typeof en = {
  told: {
    assess: 'demande de priorité',
    several: 'avertissement : une seule priorité reste',
    lowered: 'demande de motif d’un abaissement',
    withdrawn: 'demande de confirmation d’une clôture',
    reopened: 'annonce de la réouverture',
    receipt: 'avis de réception',
    category: 'demande de catégorie',
    owner: 'attribution selon la catégorie',
    cause: 'demande de cause',
    level: 'transmission à ce niveau',
    quick: 'annonce de la résolution',
    public: 'avertissement : le ticket est lisible',
    manager: 'désignation comme gestionnaire d’incident',
    role: 'attribution d’un rôle',
    assign: 'avis de non-affectation',
    escalated: 'appelé par commande',
    reminded: 'rappel d’un point public',
    ignored: 'avertissement : un point public manque',
    moving: 'rappel : rien n’avance',
    stuck: 'avertissement : rien n’avance',
    informed: 'annonce de l’état',
    step: (step, policy) => `étape \`${step}\` de \`${policy}\``,
  },
  notificationCard: {
    heading: 'Qui a été prévenu',
    columns: ['Quand', 'Quoi', 'Qui'],
    skipped: {
      acknowledged: 'non envoyé : pris en compte avant',
      resolved: 'non envoyé : résolu avant',
      stopped: 'non envoyé : délai arrêté avant',
    },
  },
};

export const notificationWords = { en, fr };

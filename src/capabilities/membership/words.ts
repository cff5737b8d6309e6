const en = {
  crowd: {
    title: (count: number) => `${count === 1 ? '1 issue waits' : `${count} issues wait`} to become incidents`,
    ask: 'Are these incidents?',
    line: (most: number, label: string) =>
      `None of them has been started yet: they are more than the ${most} that the policy lets begin in one run, or than the quarter of that which one author may begin. If they are incidents, raise \`most-new\` in the policy. If they are not, take the label \`${label}\` or the priority off, or say \`taken-in-by: incident-label\` or \`enforce-from\` in the policy. Then close this issue.`,
  },
  label: {
    incident: 'it has a priority label, or reads like the incident form',
    breached: (clock: string) => `the clock ${clock} was missed`,
    resolved: 'the incident is resolved',
    notResolved: 'the incident is not resolved any more',
    mitigated: 'users are no longer harmed',
    notMitigated: 'users are harmed again',
    descriptions: {
      incident: 'An incident, followed by Tocsin',
      priority: 'Priority of an incident',
      needsAssessment: 'Nobody has set a priority yet; counts as P3',
      mitigated: 'Users are no longer harmed',
      resolved: 'The incident is over; its clocks have stopped',
      breached: 'A deadline of this incident was missed',
      postMortem: 'The report that follows a serious incident',
      inReview: 'A post-mortem that is in review',
      approved: 'A post-mortem that has all approvals',
      published: 'A post-mortem that is published',
      actionItem: 'What a post-mortem has led to',
      needsInformation: 'The report lacks a fact that every report must have',
      assistance: 'A request for assistance, followed by Tocsin',
      category: 'Category of an incident',
      subcategory: 'Subcategory of an incident',
      pause: 'While this is on, clocks of the incident stand still',
      service: 'The service that an incident is about',
      watched: 'Something is due soon: a watch looks after it',
      onCall: 'Says who is on call',
      step: 'Set by an escalation',
    },
  },
};

const fr: typeof en = {
  crowd: {
    title: (count) => `${count === 1 ? '1 ticket attend' : `${count} tickets attendent`} de devenir des incidents`,
    ask: 'Sont-ce des incidents ?',
    line: (most, label) =>
      `Aucun n’est encore ouvert comme tel : ils sont plus que les ${most} que la politique laisse commencer en une exécution, ou que le quart qu’un seul auteur peut commencer. Si ce sont des incidents, relevez \`most-new\` dans la politique. Sinon, retirez l’étiquette \`${label}\` ou la priorité, ou indiquez \`taken-in-by: incident-label\` ou \`enforce-from\` dans la politique. Fermez ensuite ce ticket.`,
  },
  label: {
    incident: 'il porte une étiquette de priorité, ou suit le formulaire d’incident',
    breached: (clock) => `le délai ${clock} est dépassé`,
    resolved: 'l’incident est résolu',
    notResolved: 'l’incident n’est plus résolu',
    mitigated: 'les utilisateurs ne subissent plus l’incident',
    notMitigated: 'les utilisateurs le subissent à nouveau',
    descriptions: {
      incident: 'Un incident, suivi par Tocsin',
      priority: 'Priorité d’un incident',
      needsAssessment: 'Personne n’a fixé de priorité ; compte comme P3',
      mitigated: 'Les utilisateurs ne subissent plus l’incident',
      resolved: 'L’incident est terminé ; ses délais sont arrêtés',
      breached: 'Une échéance de cet incident a été dépassée',
      postMortem: 'Le rapport qui suit un incident grave',
      inReview: 'Un post-mortem en revue',
      approved: 'Un post-mortem approuvé',
      published: 'Un post-mortem publié',
      actionItem: 'Une action issue d’un post-mortem',
      needsInformation: 'Il manque au signalement une information que tout signalement doit avoir',
      assistance: 'Une demande d’assistance, suivie par Tocsin',
      category: 'Catégorie d’un incident',
      subcategory: 'Sous-catégorie d’un incident',
      pause: 'Tant qu’elle est là, des délais de l’incident sont suspendus',
      service: 'Le service que touche un incident',
      watched: 'Une échéance approche : une surveillance est en cours',
      onCall: 'Dit qui est d’astreinte',
      step: 'Posée par une escalade',
    },
  },
};

export const membershipWords = { en, fr };

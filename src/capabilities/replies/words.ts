const en = {
  command: {
    notEntitled: (commands: string, rights: string) =>
      `${commands} was not carried out: it takes one of these roles in the repository: ${rights}.`,
    edited: (commands: string) =>
      `${commands} was not carried out: the comment was edited before it was first read. Write it again in a new comment.`,
    unknown: (command: string, near: string | null) =>
      `${command} is not a command.${near === null ? '' : ` Did you mean \`/${near}\`?`} \`/help\` names all of them.`,
    'no-priority': (command: string) => `${command} needs a priority: \`/priority P1 REASON\`, with P0, P1, P2 or P3.`,
    'no-text': (command: string) => `${command} needs a text after it.`,
    'no-category': (command: string) =>
      `${command} needs a category of the policy, such as \`/category NAME\` or \`/category NAME/PART\`.`,
    'no-cause': (command: string) => `${command} needs a cause of the policy: \`/cause NAME\`.`,
    'no-level': (command: string) => `${command} needs a level of support, 1 to 3: \`/level 3 REASON\`.`,
    'no-quick': (command: string) => `${command} does nothing here: the policy has no \`quick-path\`.`,
    'no-dismissal': (command: string) => `${command} needs a reason: \`/dismiss REASON\`.`,
    'too-late': (command: string) => `${command} comes too late: the incident is over. Reopen it first.`,
    notAllowed: (command: string, roles: string) =>
      `${command} was not carried out: it takes one of these roles in the repository: ${roles}.`,
    'no-login': (command: string) => `${command} needs logins: \`/assign @LOGIN\`.`,
    'no-access': (command: string, said: string) =>
      `${command}: whoever is unknown here, or cannot read this repository, was left out of ${said}.`,
    cut: () =>
      'Not all of this comment was read: only its first 8,000 characters, and 40 commands in them. Write the rest in a new comment.',
    'no-role': (command: string) =>
      `${command} needs a role of the policy and a login: \`/role incident-manager @LOGIN\`.`,
    'no-pause': (command: string) => `${command} needs a pause of the policy: \`/pause LABEL REASON\`.`,
    'not-paused': (command: string) => `${command} changes nothing: no clock is paused.`,
    'no-silence': (command: string) => `${command} needs a time of at most a day and a reason: \`/silence 2h REASON\`.`,
    'no-number': (command: string) => `${command} needs the number of another incident: \`/duplicate #12\`.`,
    unknownIncident: (command: string, number: number) =>
      `${command}: #${number} is not an incident that this one can be a duplicate of.`,
    'no-link': (command: string) => `${command} needs an address: \`/link https://…\`.`,
    'no-time': (command: string) =>
      `${command} needs a time of the past and a text: \`/timeline 14:05 TEXT\`, or \`/timeline 2026-11-20T14:05 TEXT\`.`,
    help: 'What can be commanded here',
    helpLine: (commands: string, rights: string) =>
      `${commands}. Each is a line of a comment of its own, and takes one of these roles in the repository: ${rights}.`,
    helpRight: (command: string, roles: string) => `${command} takes ${roles}.`,
    helpWhy: 'somebody asked for help',
    tested: 'The test page',
    'no-times': (command: string) =>
      `${command} needs when the impact began, and if it is over when it ended: \`/impact 2026-11-20T18:30 2026-11-20T19:10\`, neither in the future, the first not after the end of the incident.`,
    dismissed: (command: string) => `${command} changes nothing: this incident was dismissed. Reopen it first.`,
    'not-resolved': (command: string) =>
      `${command} is for the post-mortem of a resolved incident, and this one is not resolved.`,
    'no-reason': (command: string) => `${command} lowers the priority, which needs a reason: \`/priority P2 REASON\`.`,
    ask: 'A command was not carried out.',
    why: 'a command could not be carried out',
    whyReact: 'the command was carried out',
  },
};

const fr: typeof en = {
  command: {
    notEntitled: (commands, rights) =>
      `${commands} n’a pas été exécuté : il faut l’un de ces rôles dans le dépôt : ${rights}.`,
    edited: (commands) =>
      `${commands} n’a pas été exécuté : le commentaire a été modifié avant sa première lecture. Réécrivez-le dans un nouveau commentaire.`,
    unknown: (command, near) =>
      `${command} n’est pas une commande.${near === null ? '' : ` Vouliez-vous dire \`/${near}\` ?`} \`/help\` les donne toutes.`,
    'no-priority': (command) => `${command} demande une priorité : \`/priority P1 MOTIF\`, avec P0, P1, P2 ou P3.`,
    'no-text': (command) => `${command} demande un texte à sa suite.`,
    'no-category': (command) =>
      `${command} demande une catégorie de la politique, comme \`/category NOM\` ou \`/category NOM/PARTIE\`.`,
    'no-cause': (command) => `${command} demande une cause de la politique : \`/cause NOM\`.`,
    'no-level': (command) => `${command} demande un niveau d’assistance, de 1 à 3 : \`/level 3 MOTIF\`.`,
    'no-quick': (command) => `${command} ne fait rien ici : la politique n’a pas de \`quick-path\`.`,
    'no-dismissal': (command) => `${command} demande un motif : \`/dismiss MOTIF\`.`,
    'too-late': (command) => `${command} vient trop tard : l’incident est terminé. Rouvrez-le d’abord.`,
    notAllowed: (command, roles) =>
      `${command} n’a pas été exécutée : il faut l’un de ces rôles dans le dépôt : ${roles}.`,
    'no-login': (command) => `${command} demande des comptes : \`/assign @COMPTE\`.`,
    'no-access': (command, said) =>
      `${command} : qui est inconnu ici, ou ne peut pas lire ce dépôt, a été laissé de côté dans ${said}.`,
    cut: () =>
      'Ce commentaire n’a pas été lu en entier : seulement ses 8 000 premiers caractères, et 40 commandes. Écrivez la suite dans un nouveau commentaire.',
    'no-role': (command) =>
      `${command} demande un rôle de la politique et un compte : \`/role incident-manager @COMPTE\`.`,
    'no-pause': (command) => `${command} demande une suspension de la politique : \`/pause ÉTIQUETTE MOTIF\`.`,
    'not-paused': (command) => `${command} ne change rien : aucun délai n’est suspendu.`,
    'no-silence': (command) => `${command} demande une durée d’un jour au plus et un motif : \`/silence 2h MOTIF\`.`,
    'no-number': (command) => `${command} demande le numéro d’un autre incident : \`/duplicate #12\`.`,
    unknownIncident: (command, number) =>
      `${command} : #${number} n’est pas un incident dont celui-ci puisse être le doublon.`,
    'no-link': (command) => `${command} demande une adresse : \`/link https://…\`.`,
    'no-time': (command) =>
      `${command} demande un moment passé et un texte : \`/timeline 14:05 TEXTE\`, ou \`/timeline 2026-11-20T14:05 TEXTE\`.`,
    help: 'Ce qui peut être commandé ici',
    helpLine: (commands, rights) =>
      `${commands}. Chacune tient sur une ligne de commentaire, et demande l’un de ces rôles dans le dépôt : ${rights}.`,
    helpRight: (command, roles) => `${command} demande ${roles}.`,
    helpWhy: 'quelqu’un a demandé de l’aide',
    tested: 'L’appel d’essai',
    'no-times': (command) =>
      `${command} demande le début de l’impact, et sa fin s’il est terminé : \`/impact 2026-11-20T18:30 2026-11-20T19:10\`, ni l’un ni l’autre dans le futur, le premier pas après la fin de l’incident.`,
    dismissed: (command) => `${command} ne change rien : cet incident a été écarté. Rouvrez-le d’abord.`,
    'not-resolved': (command) => `${command} concerne le post-mortem d’un incident résolu, et celui-ci ne l’est pas.`,
    'no-reason': (command) => `${command} abaisse la priorité, ce qui demande un motif : \`/priority P2 MOTIF\`.`,
    ask: 'Une commande n’a pas été exécutée.',
    why: 'une commande n’a pas pu être exécutée',
    whyReact: 'la commande a été exécutée',
  },
};

export const replies = { en, fr };

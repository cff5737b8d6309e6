const en = {
  command: {
    notEntitled: (commands: string, rights: string) =>
      `${commands} was rejected: it takes one of these roles in the repository: ${rights}.`,
    edited: (commands: string) =>
      `${commands} was rejected: the comment was edited before it was first read. Write it again in a new comment.`,
    unknown: (command: string, near: string | null) =>
      `${command} is not a command.${near === null ? '' : ` Did you mean \`/${near}\`?`} \`/help\` names all of them.`,
    notAllowed: (command: string, roles: string) =>
      `${command} was rejected: it takes one of these roles in the repository: ${roles}.`,
    cut: () =>
      'Not all of this comment was read: only its first 8,000 characters, and 40 commands in them. Write the rest in a new comment.',
    unknownIncident: (command: string, number: number) =>
      `${command}: #${number} is not an incident that this one can be a duplicate of.`,
    help: 'Commands',
    explained: 'How the deadlines came about',
    helpLine: (rights: string) =>
      `Each is a line of its own in a comment, and takes one of these roles in the repository: ${rights}.`,
    editedLater: (commands: string) =>
      `${commands} does not count as it reads now: the comment had been read before it was edited. Write it in a new comment.`,
    helpRight: (command: string, roles: string) => `${command} takes ${roles}.`,
    helpWhy: 'somebody asked for help',
    tested: 'The test page',
    ask: 'A command was rejected.',
    why: 'a command could not be carried out',
    whyReact: 'the command was carried out',
  },
};

const fr: typeof en = {
  command: {
    notEntitled: (commands, rights) => `${commands} : refusé, il faut l’un de ces rôles dans le dépôt : ${rights}.`,
    edited: (commands) =>
      `${commands} : refusé, le commentaire a été modifié avant sa première lecture. Réécrivez cela dans un nouveau commentaire.`,
    unknown: (command, near) =>
      `${command} n’est pas une commande.${near === null ? '' : ` Vouliez-vous dire \`/${near}\` ?`} \`/help\` les donne toutes.`,
    notAllowed: (command, roles) => `${command} : refusé, il faut l’un de ces rôles dans le dépôt : ${roles}.`,
    cut: () =>
      'Ce commentaire n’a pas été lu en entier : seulement ses 8 000 premiers caractères, et 40 commandes. Écrivez la suite dans un nouveau commentaire.',
    unknownIncident: (command, number) =>
      `${command} : #${number} n’est pas un incident dont celui-ci puisse être le doublon.`,
    help: 'Commandes',
    explained: 'Calcul des échéances',
    helpLine: (rights) =>
      `Chaque commande s’écrit sur sa propre ligne dans un commentaire, et demande l’un de ces rôles dans le dépôt : ${rights}.`,
    editedLater: (commands) =>
      `${commands} : la nouvelle version ne compte pas, le commentaire avait déjà été lu quand il a été modifié. Réécrivez cela dans un nouveau commentaire.`,
    helpRight: (command, roles) => `${command} demande ${roles}.`,
    helpWhy: 'quelqu’un a demandé de l’aide',
    tested: 'L’appel d’essai',
    ask: 'Une commande a été refusée.',
    why: 'une commande n’a pas pu être exécutée',
    whyReact: 'la commande a été exécutée',
  },
};

export const replies = { en, fr };

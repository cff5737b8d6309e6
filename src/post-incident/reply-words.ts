const en = {
  ask: 'A command was rejected.',
  help: 'Commands',
  why: 'a command could not be carried out',
  helpWhy: 'somebody asked for help',
  react: 'the command was carried out',
  unknown: (command: string, near: string | null) =>
    `${command} is not a command here.${near === null ? '' : ` Did you mean \`/${near}\`?`} \`/help\` names all of them.`,
  onIncident: (command: string, incident: number) =>
    `${command} is a command of the incident: write it on #${incident}.`,
};

const fr: typeof en = {
  ask: 'Une commande a été refusée.',
  help: 'Commandes',
  why: 'une commande n’a pas pu être exécutée',
  helpWhy: 'quelqu’un a demandé de l’aide',
  react: 'la commande a été exécutée',
  unknown: (command, near) =>
    `${command} n’est pas une commande ici.${near === null ? '' : ` Vouliez-vous dire \`/${near}\` ?`} \`/help\` les donne toutes.`,
  onIncident: (command, incident) => `${command} est une commande de l’incident : écrivez-la sur #${incident}.`,
};

/** How commands are answered on what follows incidents. */
export const replyWords = { en, fr };

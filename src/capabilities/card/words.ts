const en = {
  card: {
    open: 'nobody has it yet',
    taken: (login: string) => `\`${login}\` has it`,
    next: 'Do now',
    since: (at: string) => `since ${at}`,
    details: 'Report, notifications, all commands',
    links: 'Links',
    commands: (commands: string) => `Commands: ${commands}. This comment is kept up to date; it mentions nobody.`,
  },
  cardWhy: { written: 'the incident is new', edited: 'the incident has changed' },
};

const fr: typeof en = {
  card: {
    open: 'personne ne l’a pris en charge',
    taken: (login) => `pris en charge par \`${login}\``,
    next: 'À faire',
    since: (at) => `depuis ${at}`,
    details: 'Signalement, notifications, commandes',
    links: 'Liens',
    commands: (commands) => `Commandes : ${commands}. Ce commentaire est tenu à jour ; il ne prévient personne.`,
  },
  cardWhy: { written: 'l’incident est nouveau', edited: 'l’incident a changé' },
};

export const cardWords = { en, fr };

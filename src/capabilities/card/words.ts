const en = {
  card: {
    title: (priority: string, name: string, status: string) =>
      `${priority}${name === priority ? '' : ` · ${name}`} · ${status}`,
    next: 'Next',
    nextNone: 'Nothing.',
    links: 'Links',
    commands: (commands: string) => `Commands: ${commands}. This comment is kept up to date; it mentions nobody.`,
  },
  cardWhy: { written: 'the incident is new', edited: 'the incident has changed' },
};

const fr: typeof en = {
  card: {
    title: (priority, name, status) => `${priority}${name === priority ? '' : ` · ${name}`} · ${status}`,
    next: 'Ensuite',
    nextNone: 'Rien.',
    links: 'Liens',
    commands: (commands) => `Commandes : ${commands}. Ce commentaire est tenu à jour ; il ne prévient personne.`,
  },
  cardWhy: { written: 'l’incident est nouveau', edited: 'l’incident a changé' },
};

export const cardWords = { en, fr };

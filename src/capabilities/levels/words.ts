const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    level: 'given the incident on their level',
  },
  level: {
    ask: (priority: string, level: number) => `${priority} escalated to level ${level}. Comment \`/ack\`.`,
    line: (by: string, at: string, reason: string | null) =>
      `Escalated by ${by}, ${at}${reason === null ? '.' : `: ${reason}`}`,
    landed: (source: string) => `Reports by ${source} land there.`,
    nobody: (level: number) =>
      `The policy names nobody for level ${level}: put logins under \`level-${level}\` in its roles. So this goes to the fallback.`,
    why: (level: number) => `it was escalated to level ${level}`,
  },
  levelCard: {
    row: 'Level',
    level: (level: number) => `level ${level}`,
    cascaded: (level: number, at: string, by: string) => `level ${level} since ${at}, escalated by ${by}`,
  },
};

const fr: typeof en = {
  told: {
    level: 'transmission à ce niveau',
  },
  level: {
    ask: (priority, level) => `${priority} transmis au niveau ${level} : à vous de jouer. Écrivez \`/ack\`.`,
    line: (by, at, reason) => `Transmis par ${by}, ${at}${reason === null ? '.' : ` : ${reason}`}`,
    landed: (source) => `C’est là qu’arrive ce qui vient par ${source}.`,
    nobody: (level) =>
      `La politique ne nomme personne au niveau ${level} : mettez des comptes sous \`level-${level}\` dans ses rôles. C’est donc la personne de recours qui est prévenue.`,
    why: (level) => `il a été transmis au niveau ${level}`,
  },
  levelCard: {
    row: 'Niveau',
    level: (level) => `niveau ${level}`,
    cascaded: (level, at, by) => `niveau ${level} depuis ${at}, transmis par ${by}`,
  },
};

export const levelsWords = { en, fr };

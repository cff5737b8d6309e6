const en = {
  impactCard: {
    row: 'Impact',
    statedBy: (login: string) => `as stated by ${login}`,
    since: (from: string) => `since ${from}`,
    span: (from: string, to: string, length: string) => `${from} to ${to}: ${length} of downtime`,
    objective: (service: string, objective: string, kept: boolean) =>
      `${kept ? '✅' : '❌'} objective of ${service}: ${objective}`,
  },
};

const fr: typeof en = {
  impactCard: {
    row: 'Impact',
    statedBy: (login) => `selon ${login}`,
    since: (from) => `depuis ${from}`,
    span: (from, to, length) => `de ${from} ${/^\d/.test(to) ? 'à' : 'jusqu’à'} ${to} : ${length} d’indisponibilité`,
    objective: (service, objective, kept) => `${kept ? '✅' : '❌'} objectif de ${service} : ${objective}`,
  },
};

export const impactWords = { en, fr };

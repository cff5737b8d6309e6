const en = {
  told: { workload: 'word of a night with too many pages' },
  workload: {
    ask: (login: string, pages: number, most: number) =>
      `${login} has been paged ${pages} times tonight, more than ${most}: see to relief.`,
    pages: (list: string) => `Paged for ${list}.`,
    page: (issue: number, at: string) => `#${issue} (${at})`,
    relief: 'Take an incident off them with `/assign LOGIN`, or put somebody else on call.',
    why: 'somebody has been paged more often in a night than the policy allows',
  },
};

const fr: typeof en = {
  told: { workload: 'avis d’une nuit trop chargée' },
  workload: {
    ask: (login, pages, most) =>
      `${login} : ${pages} appels cette nuit, la politique en admet ${most}. Prévoyez une relève.`,
    pages: (list) => `Appels : ${list}.`,
    page: (issue, at) => `#${issue} (${at})`,
    relief: 'Confiez un incident à quelqu’un d’autre par `/assign COMPTE`, ou changez l’astreinte.',
    why: 'une personne a été appelée plus souvent dans la nuit que la politique ne l’admet',
  },
};

export const workloadWords = { en, fr };

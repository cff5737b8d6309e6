const en = {
  alarm: (number: number) =>
    `Incident #${number}: what must be told reaches nobody. Put the login of somebody who can read the repository under "fallback" in the policy.`,
};

const fr: typeof en = {
  alarm: (number) =>
    `Incident n° ${number} : ce qu’il faut dire ne joint personne. Mettez sous « fallback » le compte de quelqu’un qui peut lire le dépôt.`,
};

export const peopleWords = { en, fr };

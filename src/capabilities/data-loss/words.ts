const en = {
  dataLossCard: {
    row: 'Data lost or altered',
    yes: (by: string, at: string) => `yes, says ${by}, ${at}`,
    no: (by: string, at: string) => `no, says ${by}, ${at}`,
  },
};

const fr: typeof en = {
  dataLossCard: {
    row: 'Données perdues ou altérées',
    yes: (by, at) => `oui, selon ${by}, ${at}`,
    no: (by, at) => `non, selon ${by}, ${at}`,
  },
};

export const dataLossWords = { en, fr };

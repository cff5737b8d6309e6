const en = {
  dataLossCard: {
    row: 'Data lost or altered',
    yes: (by: string, at: string) => `yes, says ${by}, ${at}`,
    edited: (isLost: boolean) =>
      `the report says ${isLost ? 'yes' : 'no'} since it was edited; \`/data-loss ${isLost ? 'yes' : 'no'}\` makes it count`,
    no: (by: string, at: string) => `no, says ${by}, ${at}`,
  },
};

const fr: typeof en = {
  dataLossCard: {
    row: 'Données perdues ou altérées',
    yes: (by, at) => `oui, selon ${by}, ${at}`,
    edited: (isLost) =>
      `le signalement dit ${isLost ? 'oui' : 'non'} depuis sa modification ; \`/data-loss ${isLost ? 'yes' : 'no'}\` le fait compter`,
    no: (by, at) => `non, selon ${by}, ${at}`,
  },
};

export const dataLossWords = { en, fr };

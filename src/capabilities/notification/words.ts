const en = {
  digest: {
    ask: (count: number) =>
      `Many incidents are due at once: ${count} more call for you. This message is the only one about them.`,
    line: 'The details of each are on its card.',
  },
  told: { vouched: 'called, once somebody stood for it' },
  vouched: {
    line: (by: string, at: string) => `A stranger reported it; ${by} stands for it, ${at}.`,
    reporter: (by: string) => `No page went out before: whether ${by} has a say here was not known.`,
    why: 'somebody with a say stands for it',
  },
  renewal: { why: 'its mark has the form of an earlier version' },
  notificationCard: {
    heading: 'Notifications',
    skipped: {
      acknowledged: 'not sent: acknowledged first',
      resolved: 'not sent: resolved first',
      stopped: 'not sent: its clock was stopped first',
    },
  },
};

const fr: typeof en = {
  digest: {
    ask: (count) =>
      `De nombreuses échéances tombent en même temps : ${count} autres incidents vous attendent. Ce message est le seul à leur sujet.`,
    line: 'Le détail de chaque incident figure sur sa fiche.',
  },
  told: { vouched: 'appel, une fois l’incident confirmé' },
  vouched: {
    line: (by, at) => `Le signalement venait d’un inconnu ; ${by} s’en porte garant, ${at}.`,
    reporter: (by) => `Aucun appel n’était parti : on ignorait si ${by} est habilité ici.`,
    why: 'une personne habilitée s’en porte garante',
  },
  renewal: { why: 'sa marque a la forme d’une version antérieure' },
  notificationCard: {
    heading: 'Notifications',
    skipped: {
      acknowledged: 'non envoyé : pris en charge avant',
      resolved: 'non envoyé : résolu avant',
      stopped: 'non envoyé : délai arrêté avant',
    },
  },
};

export const notificationWords = { en, fr };

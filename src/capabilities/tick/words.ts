const en = {
  tick: {
    /** What became of a payload that holds nothing else. */
    came: (names: string) => `a tick of ${names}: nothing is filed`,
    silent: {
      title: 'Monitoring is silent',
      body: (names: string, last: string | null) =>
        `${last === null ? 'No alert has ever come.' : `The last alert came ${last}.`} One that always fires (${names}) should have come since. Nobody is told of what breaks meanwhile: look whether the monitoring system runs, and whether it can reach GitHub.`,
      source: 'Tocsin',
    },
    unseen: (why: string) =>
      `Whether the monitoring is silent cannot be told: ${why} It takes \`actions: read\` in the job's permissions.`,
  },
};

const fr: typeof en = {
  tick: {
    came: (names) => `un battement de ${names} : rien n’est enregistré`,
    silent: {
      title: 'La supervision est muette',
      body: (names, last) =>
        `${last === null ? 'Aucune alerte n’est jamais arrivée.' : `La dernière alerte est arrivée ${last}.`} Celle qui se déclenche toujours (${names}) aurait dû arriver depuis. Personne n’est prévenu de ce qui tombe en panne entre-temps : vérifiez que la supervision fonctionne et qu’elle atteint GitHub.`,
      source: 'Tocsin',
    },
    unseen: (why) =>
      `On ne peut savoir si la supervision est muette : ${why} Il faut \`actions: read\` dans les permissions du job.`,
  },
};

export const tickWords = { en, fr };

const en = {
  status: {
    open: 'open',
    acknowledged: 'acknowledged',
    mitigated: 'mitigated',
    resolved: 'resolved',
    dismissed: 'dismissed',
    withdrawn: 'closed, to be confirmed',
  },
  how: {
    command: 'by command',
    comment: 'by a comment',
    assigned: 'by assignment',
    label: 'by label',
    closed: 'by closing',
    recovered: 'because the alert went away',
  },
  statusCard: {
    row: 'Status',
    since: (status: string, at: string, by: string, how: string) => `${status}: ${at}, ${by} ${how}`,
    reopened: (times: number) => (times === 1 ? 'reopened once' : `reopened ${times} times`),
  },
};

const fr: typeof en = {
  status: {
    open: 'ouvert',
    acknowledged: 'pris en compte',
    mitigated: 'contourné',
    resolved: 'résolu',
    dismissed: 'écarté',
    withdrawn: 'fermé, à confirmer',
  },
  how: {
    command: 'par commande',
    comment: 'par un commentaire',
    assigned: 'par affectation',
    label: 'par étiquette',
    closed: 'par clôture',
    recovered: 'parce que l’alerte a cessé',
  },
  statusCard: {
    row: 'État',
    since: (status, at, by, how) => `${status} : ${at}, ${by} ${how}`,
    reopened: (times) => (times === 1 ? 'rouvert une fois' : `rouvert ${times} fois`),
  },
};

export const statusWords = { en, fr };

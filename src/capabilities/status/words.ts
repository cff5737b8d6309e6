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
    command: '',
    comment: 'by a comment',
    assigned: 'by assignment',
    label: 'by label',
    closed: 'by closing the issue',
    recovered: 'because the alert went away',
    pager: 'in the pager',
  },
  statusCard: {
    row: 'Status',
    status: {
      open: 'Open',
      acknowledged: 'Acknowledged',
      mitigated: 'Mitigated',
      resolved: 'Resolved',
      dismissed: 'Dismissed',
      withdrawn: 'Closed, to be confirmed',
    },
    since: (at: string, by: string, how: string) => `${at} by ${by}${how === '' ? '' : `, ${how}`}`,
    reopened: (times: number) => (times === 1 ? 'reopened once' : `reopened ${times} times`),
  },
};

const fr: typeof en = {
  status: {
    open: 'ouvert',
    acknowledged: 'pris en charge',
    mitigated: 'contourné',
    resolved: 'résolu',
    dismissed: 'écarté',
    withdrawn: 'fermé, à confirmer',
  },
  how: {
    command: '',
    comment: 'par un commentaire',
    assigned: 'par affectation',
    label: 'par étiquette',
    closed: 'en fermant le ticket',
    recovered: 'parce que l’alerte a cessé',
    pager: 'depuis le moyen d’appel',
  },
  statusCard: {
    row: 'État',
    status: {
      open: 'Ouvert',
      acknowledged: 'Pris en charge',
      mitigated: 'Contourné',
      resolved: 'Résolu',
      dismissed: 'Écarté',
      withdrawn: 'Fermé, à confirmer',
    },
    since: (at, by, how) => `${at}, par ${by}${how === '' ? '' : `, ${how}`}`,
    reopened: (times) => (times === 1 ? 'rouvert une fois' : `rouvert ${times} fois`),
  },
};

export const statusWords = { en, fr };

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
};

export const status = { en, fr };

const en = {
  /** From the least to the most that it can turn out to be (seed document B). */
  stages: {
    event: 'event',
    alert: 'alert',
    incident: 'incident',
    problem: 'problem',
    'major-problem': 'major problem',
  },
  stageCard: {
    row: 'Stage',
  },
};

const fr: typeof en = {
  stages: {
    event: 'événement',
    alert: 'alerte',
    incident: 'incident',
    problem: 'problème',
    'major-problem': 'problème majeur',
  },
  stageCard: {
    row: 'Stade',
  },
};

export const stageWords = { en, fr };

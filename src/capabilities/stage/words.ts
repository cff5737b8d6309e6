const en = {
  /** From the least to the most that it can turn out to be (seed document B). */
  stages: {
    event: 'event',
    alert: 'alert',
    incident: 'incident',
    problem: 'problem',
    major: 'major problem',
  },
};

const fr: typeof en = {
  stages: {
    event: 'événement',
    alert: 'alerte',
    incident: 'incident',
    problem: 'problème',
    major: 'problème majeur',
  },
};

export const stage = { en, fr };

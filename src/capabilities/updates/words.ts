import { atHour } from '../../text/time.ts';

const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    reminded: 'reminded of an update',
    ignored: 'told that an update is overdue',
    moving: 'reminded: no activity',
    stuck: 'no activity',
    informed: 'told of the status',
  },
  inform: {
    ask: (priority: string, status: string, at: string, by: string) => `${priority} ${status} ${at} by ${by}.`,
    next: (at: string) => `Next update by ${at}.`,
    outside: 'Please tell affected customers.',
    why: 'its status has changed',
  },
};

const fr: typeof en = {
  told: {
    reminded: 'rappel d’un point de situation',
    ignored: 'avertissement : un point de situation manque',
    moving: 'rappel : rien n’avance',
    stuck: 'avertissement : rien n’avance',
    informed: 'annonce de l’état',
  },
  inform: {
    ask: (priority, status, at, by) => `${priority} ${status} ${atHour(at)} par ${by}.`,
    next: (at) => `Prochain point de situation au plus tard ${atHour(at)}.`,
    outside: 'Merci de prévenir les clients concernés.',
    why: 'son état a changé',
  },
};

export const updatesWords = { en, fr };

import { capital } from '../../text/sentence.ts';
import { atHour } from '../../text/time.ts';

const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    withdrawn: 'asked to confirm a closing',
    reopened: 'told of the reopening',
    resolved: 'told of the resolution',
    explain: 'asked what resolved it',
  },
  dismissed: { why: 'it was dismissed by command' },
  withdrawn: {
    ask: (by: string, priority: string) => `${by} closed this ${priority}. Can somebody confirm that it is over?`,
    line: 'Comment `/resolve what fixed it` if it is over; reopen it if it is not.',
    goesOn: 'Until then the deadlines run and the escalation goes on.',
    why: 'it was closed without the right to judge that',
  },
  reopened: {
    ask: (priority: string) => `${priority} is open again.`,
    askAnew: (priority: string) => `${priority} is open again. Comment \`/ack\`.`,
    reason: (text: string) => `Why: ${text}`,
    line: (at: string) => `Reopened ${at}. The deadlines go on; the time in between does not count.`,
    why: 'the incident was reopened',
  },
  resolvedNotice: {
    ask: { incident: 'Your report is resolved.', assistance: 'Your request is dealt with.' },
    line: (at: string, by: string, text: string | null) => `${at} by ${by}${text === null ? '.' : `: ${text}`}`,
    otherwise: 'Please close this issue if it works for you again. If not, reopen it, or say here what is wrong.',
    why: 'it is resolved',
  },
  explain: {
    ask: (priority: string) => `What resolved this ${priority}? Comment \`/resolve what fixed it\`.`,
    line: 'Whoever has the same trouble next needs to know.',
    why: 'it was resolved without a word',
  },
  resolutionCard: {
    close: 'close the issue once the reporter agrees; reopen it, or take the label off, if not.',
    confirm: 'comment `/resolve what fixed it` if it is over; reopen it if it is not.',
  },
};

const fr: typeof en = {
  told: {
    withdrawn: 'demande de confirmation d’une clôture',
    reopened: 'annonce de la réouverture',
    resolved: 'annonce de la résolution',
    explain: 'demande d’explication de la résolution',
  },
  dismissed: { why: 'il a été écarté par commande' },
  withdrawn: {
    ask: (by, priority) => `${by} a fermé ce ${priority}. Quelqu’un peut-il confirmer qu’il est terminé ?`,
    line: 'Écrivez `/resolve la solution` s’il est terminé ; rouvrez-le sinon.',
    goesOn: 'D’ici là, les délais courent et l’escalade continue.',
    why: 'il a été fermé par qui ne pouvait en juger',
  },
  reopened: {
    ask: (priority) => `${priority} rouvert.`,
    askAnew: (priority) => `${priority} rouvert : à reprendre en charge. Écrivez \`/ack\`.`,
    reason: (text) => `Motif : ${text}`,
    line: (at) => `Rouvert ${atHour(at)}. Les délais reprennent ; le temps écoulé entre-temps ne compte pas.`,
    why: 'l’incident est rouvert',
  },
  resolvedNotice: {
    ask: { incident: 'Votre signalement est résolu.', assistance: 'Votre demande est traitée.' },
    line: (at, by, text) => `${capital(atHour(at))}, par ${by}${text === null ? '.' : ` : ${text}`}`,
    otherwise:
      'Si tout fonctionne de nouveau pour vous, fermez ce ticket. Sinon, rouvrez-le ou dites ici ce qui ne va pas.',
    why: 'il est résolu',
  },
  explain: {
    ask: (priority) => `Qu’est-ce qui a résolu ce ${priority} ? Écrivez \`/resolve la solution\`.`,
    line: 'Qui aura le même problème demain a besoin de le savoir.',
    why: 'il a été résolu sans un mot',
  },
  resolutionCard: {
    close: 'fermez le ticket une fois que son auteur l’accepte ; sinon, rouvrez-le ou retirez l’étiquette.',
    confirm: 'écrivez `/resolve la solution` s’il est terminé ; rouvrez-le sinon.',
  },
};

export const resolutionWords = { en, fr };

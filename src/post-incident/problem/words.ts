import type { Language } from '../../model/language.ts';

const en = {
  state: { open: 'root cause wanted', known: 'plan wanted', planned: 'planned', closed: 'closed' },
  card: {
    title: (state: string) => `Problem ticket · ${state}`,
    do: {
      open: (by: string) =>
        `**Do now:** find the root cause, write it below its heading, then comment \`/root-cause\` before **${by}**.`,
      known: (by: string) =>
        `**Do now:** write the plan and its action items, then comment \`/plan\` before **${by}**.`,
      waiting: '**Waiting:** its clocks are paused.',
    },
    incidents: (count: number, list: string) => `${count === 1 ? 'Incident' : `${count} incidents`}: ${list}`,
    rootCause: (text: string, by: string, at: string) => `Root cause: ${text} (${by}, ${at})`,
    plan: (text: string, by: string, at: string) => `Plan: ${text} (${by}, ${at})`,
    below: 'as written above',
    analysis: (text: string, by: string, at: string) => `Analysis of a third party: ${text} (${by}, ${at})`,
  },
  tell: {
    due: {
      rootCause: 'The root cause is overdue. Comment `/root-cause` once it is known.',
      plan: 'The plan is overdue. Comment `/plan` once there is one.',
    },
    was: (at: string) => `Due ${at}.`,
    waits: 'While somebody else is waited for, a label of the pauses stops the clock.',
    gate: 'This problem is not solved, so it is open again.',
    missing: {
      rootCause: 'The root cause: `/root-cause`',
      plan: 'The plan: `/plan`',
    },
  },
  why: {
    due: 'a deadline of the problem ticket has passed',
    gate: 'it was closed before it was solved',
    owner: 'somebody has to see to it',
    done: 'it is planned, and no action item is open',
    written: 'the problem ticket got its card',
    edited: 'the problem ticket has moved',
  },
};

const fr: typeof en = {
  state: { open: 'cause à trouver', known: 'plan à établir', planned: 'planifié', closed: 'fermé' },
  card: {
    title: (state) => `Ticket de problème · ${state}`,
    do: {
      open: (by) =>
        `**À faire :** trouvez la cause profonde, rédigez-la sous son titre, puis écrivez \`/root-cause\` avant **${by}**.`,
      known: (by) => `**À faire :** rédigez le plan et ses actions, puis écrivez \`/plan\` avant **${by}**.`,
      waiting: '**En attente :** ses délais sont suspendus.',
    },
    incidents: (count, list) => `${count === 1 ? 'Incident' : `${count} incidents`} : ${list}`,
    rootCause: (text, by, at) => `Cause profonde : ${text} (${by}, ${at})`,
    plan: (text, by, at) => `Plan : ${text} (${by}, ${at})`,
    below: 'rédigé ci-dessus',
    analysis: (text, by, at) => `Analyse d’un tiers : ${text} (${by}, ${at})`,
  },
  tell: {
    due: {
      rootCause: 'La cause profonde se fait attendre. Écrivez `/root-cause` dès qu’elle est connue.',
      plan: 'Le plan se fait attendre. Écrivez `/plan` dès qu’il est prêt.',
    },
    was: (at) => `Échéance : ${at}.`,
    waits: 'Tant qu’un tiers est attendu, une étiquette de pause suspend le délai.',
    gate: 'Ce problème n’est pas réglé : le ticket est rouvert.',
    missing: {
      rootCause: 'La cause profonde : `/root-cause`',
      plan: 'Le plan : `/plan`',
    },
  },
  why: {
    due: 'un délai du ticket de problème est dépassé',
    gate: 'il a été fermé avant d’être réglé',
    owner: 'quelqu’un doit s’en occuper',
    done: 'il est planifié, et aucune action n’est ouverte',
    written: 'le ticket de problème a reçu sa fiche',
    edited: 'le ticket de problème a avancé',
  },
};

export type ProblemWords = typeof en;

/** What people read about problem tickets, on their own issue. */
export function problemWordsOf(language: Language): ProblemWords {
  return language === 'fr' ? fr : en;
}

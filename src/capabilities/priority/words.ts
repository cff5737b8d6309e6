import { atHour } from '../../text/time.ts';

/** A lowering of the priority, its parts ready to stand in a text. */
interface LoweredText {
  readonly from: string;
  readonly to: string;
  readonly by: string;
  readonly at: string;
  readonly reason: string | null;
}

const en = {
  /** What people were told, by the name of the notice on record. */
  told: {
    assess: 'asked for a priority',
    several: 'told that one priority stands',
    unassessed: 'asked again for a priority',
    lowered: 'asked for the reason of a lowering',
  },
  assess: {
    ask: (priority: string) => `Set a priority: comment \`/priority ${priority} why\`.`,
    line: (label: string) =>
      `Nobody has assessed it yet; until then it counts as P3. To leave it at P3, take the label \`${label}\` off.`,
    criteria: 'What makes an incident one of each priority',
    why: 'no priority label is set',
    whyNot: 'a priority is set',
    whyNone: 'a request for assistance has no priority',
  },
  unassessed: {
    ask: (priority: string) =>
      `Reads like a ${priority}, and nobody has assessed it: comment \`/priority ${priority}\`.`,
    due: (priority: string, at: string) => `As a ${priority} it had to be acknowledged by ${at}.`,
    line: (label: string) => `If it is none, take the label \`${label}\` off to leave it at P3.`,
    why: 'a report that may be urgent has no priority',
  },
  severalPriorities: {
    ask: (stands: string, goes: string) => `Kept ${stands}, removed ${goes}.`,
    line: 'Of several priorities the most urgent counts. To lower it, comment `/priority P2 why`.',
    why: (stands: string) => `only one priority can stand, and ${stands} is the most urgent`,
    whyCommand: (priority: string) => `the priority was set to ${priority}`,
  },
  lowered: {
    ask: (from: string, to: string) => `Why did you lower this from ${from} to ${to}?`,
    line: 'A comment is enough. Those who rely on the deadlines need to know.',
    why: (from: string, to: string) => `the priority went from ${from} to ${to} without a reason`,
  },
  priorityCard: {
    row: 'Priority',
    notAssessed: 'nobody has assessed it yet',
    lowered: ({ from, to, by, at, reason }: LoweredText) =>
      `lowered from ${from} to ${to} by ${by}, ${at}: ${reason ?? 'no reason given yet'}`,
    next: (priority: string) => `set a priority: comment \`/priority ${priority} why\`.`,
  },
};

const fr: typeof en = {
  told: {
    assess: 'demande de priorité',
    several: 'avertissement : une seule priorité reste',
    unassessed: 'nouvelle demande de priorité',
    lowered: 'demande de motif d’un abaissement',
  },
  assess: {
    ask: (priority) => `Fixez une priorité : écrivez \`/priority ${priority} motif\`.`,
    line: (label) =>
      `Personne n’a encore évalué l’incident ; en attendant, il est traité en P3. Pour le laisser en P3, retirez l’étiquette \`${label}\`.`,
    criteria: 'Ce qui fait qu’un incident a telle priorité',
    why: 'aucune étiquette de priorité n’est posée',
    whyNot: 'une priorité est fixée',
    whyNone: 'une demande d’assistance n’a pas de priorité',
  },
  unassessed: {
    ask: (priority) =>
      `Ce signalement ressemble à un ${priority}, et personne ne l’a évalué : écrivez \`/priority ${priority}\`.`,
    due: (priority, at) => `En ${priority}, la prise en charge était due ${atHour(at)}.`,
    line: (label) => `Sinon, retirez l’étiquette \`${label}\` pour le laisser en P3.`,
    why: 'un signalement peut-être urgent n’a pas de priorité',
  },
  severalPriorities: {
    ask: (stands, goes) => `${stands} conservée, ${goes} retirée.`,
    line: 'De plusieurs priorités, la plus urgente compte. Pour l’abaisser, écrivez `/priority P2 motif`.',
    why: (stands) => `une seule priorité peut rester, et ${stands} est la plus urgente`,
    whyCommand: (priority) => `la priorité a été fixée à ${priority}`,
  },
  lowered: {
    ask: (from, to) => `Pourquoi avez-vous abaissé cet incident de ${from} à ${to} ?`,
    line: 'Un commentaire suffit. Ceux qui comptent sur les délais ont besoin de le savoir.',
    why: (from, to) => `la priorité est passée de ${from} à ${to} sans motif`,
  },
  priorityCard: {
    row: 'Priorité',
    notAssessed: 'pas encore évalué',
    lowered: ({ from, to, by, at, reason }) =>
      `abaissée de ${from} à ${to} par ${by}, ${at} : ${reason ?? 'aucun motif donné pour l’instant'}`,
    next: (priority) => `fixez une priorité : écrivez \`/priority ${priority} motif\`.`,
  },
};

export const priorityWords = { en, fr };

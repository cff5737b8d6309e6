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
    ask: 'Set a priority: nobody has assessed this incident yet.',
    line: (label: string) =>
      `Until then it counts as P3. Add a priority label, write \`/priority P1 REASON\`, or take the label \`${label}\` off to leave it at P3.`,
    criteria: 'What makes an incident one of each priority',
    why: 'no priority label is set',
    whyNot: 'a priority is set',
    whyNone: 'a request for assistance has no priority',
  },
  unassessed: {
    ask: (priority: string) => `Set a priority: this report reads like a ${priority}, and nobody has assessed it.`,
    due: (priority: string, at: string) => `As a ${priority} it had to be acknowledged by ${at}.`,
    why: 'a report that may be urgent has no priority',
  },
  severalPriorities: {
    ask: (stands: string, goes: string) => `${stands} stands, and ${goes} was taken off.`,
    line: 'An incident has one priority; of several the most urgent counts. To lower it, write `/priority P2 REASON`.',
    why: (stands: string) => `only one priority can stand, and ${stands} is the most urgent`,
    whyCommand: (priority: string) => `the priority was set to ${priority}`,
  },
  lowered: {
    ask: (from: string, to: string) => `Say why you lowered this incident from ${from} to ${to}.`,
    line: 'A comment of yours is enough. Raising needs no reason; lowering does, for those who rely on the deadlines.',
    why: (from: string, to: string) => `the priority went from ${from} to ${to} without a reason`,
  },
  priorityCard: {
    row: 'Priority',
    notAssessed: 'until somebody sets a priority',
    lowered: ({ from, to, by, at, reason }: LoweredText) =>
      `lowered from ${from} to ${to} by ${by}, ${at}: ${reason ?? 'no reason given yet'}`,
    next: 'Somebody sets a priority: add a label, or write `/priority P1 REASON`.',
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
    ask: 'Fixez une priorité : personne n’a encore évalué cet incident.',
    line: (label) =>
      `D’ici là il compte comme P3. Posez une étiquette de priorité, écrivez \`/priority P1 MOTIF\`, ou retirez l’étiquette \`${label}\` pour le laisser en P3.`,
    criteria: 'Ce qui fait qu’un incident a telle priorité',
    why: 'aucune étiquette de priorité n’est posée',
    whyNot: 'une priorité est fixée',
    whyNone: 'une demande d’assistance n’a pas de priorité',
  },
  unassessed: {
    ask: (priority) =>
      `Fixez une priorité : d’après le signalement ce serait ${priority}, et personne ne l’a encore évalué.`,
    due: (priority, at) => `En ${priority}, la prise en compte était due ${at}.`,
    why: 'un signalement peut-être urgent n’a pas de priorité',
  },
  severalPriorities: {
    ask: (stands, goes) => `${stands} reste, et ${goes} a été retirée.`,
    line: 'Un incident a une seule priorité ; de plusieurs, la plus urgente compte. Pour l’abaisser, écrivez `/priority P2 MOTIF`.',
    why: (stands) => `une seule priorité peut rester, et ${stands} est la plus urgente`,
    whyCommand: (priority) => `la priorité a été fixée à ${priority}`,
  },
  lowered: {
    ask: (from, to) => `Dites pourquoi vous avez abaissé cet incident de ${from} à ${to}.`,
    line: 'Un commentaire de votre part suffit. Relever ne demande pas de motif ; abaisser, si, pour ceux qui comptent sur les délais.',
    why: (from, to) => `la priorité est passée de ${from} à ${to} sans motif`,
  },
  priorityCard: {
    row: 'Priorité',
    notAssessed: 'tant que personne n’a fixé de priorité',
    lowered: ({ from, to, by, at, reason }) =>
      `abaissée de ${from} à ${to} par ${by}, ${at} : ${reason ?? 'aucun motif donné pour l’instant'}`,
    next: 'Quelqu’un fixe une priorité : poser une étiquette, ou écrire `/priority P1 MOTIF`.',
  },
};

export const priorityWords = { en, fr };

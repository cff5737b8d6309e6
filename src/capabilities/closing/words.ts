import { atHour } from '../../text/time.ts';

const en = {
  told: {
    closing: 'asked for what is missing before closing',
    gate: 'told why it was opened again',
    silence: 'told that silence counts as acceptance',
  },
  closing: {
    ask: (priority: string | null) => `Before this ${priority ?? 'request'} is closed, it needs:`,
    again: 'The issue is open again for that, this once. The incident stays resolved, and its deadlines stand.',
    how: {
      explanation: 'what fixed it: `/resolve what fixed it`',
      cause: 'the cause: `/cause NAME`',
      category: 'the category: `/category NAME`',
      workaround: 'the workaround, or that there was none: `/workaround TEXT`',
      acceptance: (reporter: string) => `the word of ${reporter}: \`/accept\`, or \`/reopen REASON\``,
    },
    why: 'it lacks what the policy requires before closing',
    silence: (after: string) => `Closed: nobody has objected for ${after}.`,
    objection: 'If it is not over, comment `/reopen` with what is wrong.',
    silent: 'the reporter has said nothing for as long as the policy says',
    accepted: 'the resolution is accepted',
    request: 'Does it work for you again? Comment `/accept`, or `/reopen` with what is wrong.',
    until: (at: string) => `Without a word from you it counts as accepted ${at}.`,
  },
  closingCard: {
    accepted: 'Accepted',
    by: (by: string, at: string) => `${at} by ${by}`,
    silent: (at: string) => `${at}, by silence`,
    without: 'Closed without',
    exception: (what: string, by: string, at: string) => `${what}: an exception of ${by}, ${at}`,
    names: {
      explanation: 'an explanation',
      cause: 'a cause',
      category: 'a category',
      workaround: 'a word about a workaround',
      acceptance: 'acceptance',
    },
    next: (ways: string) => `before closing, it needs ${ways}.`,
    otherwise: (at: string) => `Silence counts as acceptance from ${at}.`,
  },
};

const fr: typeof en = {
  told: {
    closing: 'demande de ce qui manque avant la clôture',
    gate: 'motif de la réouverture du ticket',
    silence: 'avis d’acceptation tacite',
  },
  closing: {
    ask: (priority) => `Pour fermer ${priority === null ? 'cette demande' : `ce ${priority}`}, il faut :`,
    again: 'Le ticket est rouvert pour cela, une seule fois. L’incident reste résolu, et ses délais restent arrêtés.',
    how: {
      explanation: 'ce qui l’a résolu : `/resolve la solution`',
      cause: 'la cause : `/cause NOM`',
      category: 'la catégorie : `/category NOM`',
      workaround: 'le contournement, ou la mention qu’il n’y en a pas eu : `/workaround TEXTE`',
      acceptance: (reporter) => `l’accord de ${reporter} : \`/accept\`, ou \`/reopen MOTIF\``,
    },
    why: 'il lui manque ce que la politique exige avant la clôture',
    silence: (after) => `Ticket fermé : aucune objection depuis ${after}.`,
    objection: 'Si ce n’est pas terminé, écrivez `/reopen` suivi de ce qui ne va pas.',
    silent: 'l’auteur du signalement n’a rien dit pendant le délai que fixe la politique',
    accepted: 'la résolution est acceptée',
    request: 'Tout fonctionne-t-il de nouveau pour vous ? Écrivez `/accept`, ou `/reopen` suivi de ce qui ne va pas.',
    until: (at) => `Sans réponse de votre part, la résolution sera réputée acceptée ${atHour(at)}.`,
  },
  closingCard: {
    accepted: 'Accepté',
    by: (by, at) => `${at}, par ${by}`,
    silent: (at) => `${at}, tacitement`,
    without: 'Fermé sans',
    exception: (what, by, at) => `${what} : exception faite par ${by}, ${at}`,
    names: {
      explanation: 'explication',
      cause: 'cause',
      category: 'catégorie',
      workaround: 'mention d’un contournement',
      acceptance: 'accord de l’auteur du signalement',
    },
    next: (ways) => `avant la clôture, il faut ${ways}.`,
    otherwise: (at) => `Sans réponse, la résolution sera réputée acceptée ${atHour(at)}.`,
  },
};

export const closingWords = { en, fr };

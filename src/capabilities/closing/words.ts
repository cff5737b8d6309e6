import { atHour } from '../../text/time.ts';

const en = {
  told: {
    closing: 'asked for what is missing before closing',
    gate: 'told why it was opened again',
    silence: 'told that silence counts as acceptance',
  },
  closing: {
    ask: (priority: string | null) => `Before this ${priority ?? 'request'} is closed, it needs:`,
    early: (priority: string | null) => `This ${priority ?? 'request'} was closed too early. It still needs:`,
    again: 'The issue is open again for that, this once. It stays resolved, and no deadline runs again.',
    how: {
      explanation: '`/resolve what fixed it`',
      cause: (example: string, others: string) => `\`/cause ${example}\`${others === '' ? '' : `, or ${others}`}`,
      category: (example: string, others: string) => `\`/category ${example}\`${others === '' ? '' : `, or ${others}`}`,
      workaround: '`/workaround TEXT`, or `/workaround none`',
      acceptance: (reporter: string) => `\`/accept\` from ${reporter}, or \`/reopen REASON\``,
    },
    why: 'it lacks what the policy requires before closing',
    silence: (since: string) => `No word from you since ${since}: we take it that all works again.`,
    objection: 'If not, comment `/reopen` with what is wrong.',
    silent: 'the reporter has said nothing for as long as the policy says',
    accepted: 'the resolution is accepted',
    request: 'Does it work for you again? Comment `/accept`, or `/reopen` with what is wrong.',
    until: (at: string) => `Without a word from you by ${at}, it counts as accepted.`,
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
    commands: {
      explanation: '`/resolve what fixed it`',
      cause: '`/cause NAME`',
      category: '`/category NAME`',
      workaround: '`/workaround TEXT`',
    },
    next: (commands: string) => `comment ${commands} before closing.`,
    wait: (reporter: string) => `wait for ${reporter}: \`/accept\`, or \`/reopen REASON\`.`,
    otherwise: (at: string) => `Without a word by ${at}, it counts as accepted.`,
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
    early: (priority) =>
      `${priority === null ? 'Cette demande a été fermée' : `Ce ${priority} a été fermé`} trop tôt. Il lui manque :`,
    again: 'Le ticket est rouvert pour cela, une seule fois. Il reste résolu, et aucun délai ne reprend.',
    how: {
      explanation: '`/resolve la solution`',
      cause: (example, others) => `\`/cause ${example}\`${others === '' ? '' : `, ou ${others}`}`,
      category: (example, others) => `\`/category ${example}\`${others === '' ? '' : `, ou ${others}`}`,
      workaround: '`/workaround TEXTE`, ou `/workaround aucun`',
      acceptance: (reporter) => `\`/accept\` de la part de ${reporter}, ou \`/reopen MOTIF\``,
    },
    why: 'il lui manque ce que la politique exige avant la clôture',
    silence: (since) =>
      `Sans nouvelles de votre part depuis ${since}, nous considérons que tout fonctionne de nouveau.`,
    objection: 'Sinon, écrivez `/reopen` suivi de ce qui ne va pas.',
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
    commands: {
      explanation: '`/resolve la solution`',
      cause: '`/cause NOM`',
      category: '`/category NOM`',
      workaround: '`/workaround TEXTE`',
    },
    next: (commands) => `avant la clôture, écrivez ${commands}.`,
    wait: (reporter) => `attendez la réponse de ${reporter} : \`/accept\`, ou \`/reopen MOTIF\`.`,
    otherwise: (at) => `Sans réponse, la résolution sera réputée acceptée ${atHour(at)}.`,
  },
};

export const closingWords = { en, fr };

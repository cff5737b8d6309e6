const en = {
  told: {
    recurrence: 'asked whether several incidents have one problem behind them',
    'no-problem': 'told that there is no such problem ticket',
    'has-problem': 'told that it has a problem ticket',
    'hidden-problem': 'told that nothing confidential gets a problem ticket',
  },
  problem: {
    title: (title: string) => `Problem: ${title}`,
    why: (priority: string) => `a resolved ${priority} gets a problem ticket`,
    asked: 'somebody asked for a problem ticket',
    intro: (number: number) =>
      `Problem ticket of #${number}: why it happens, and what is done so that it does not happen again. Please write below each heading; this text is yours. The card below says what comes next.`,
    rootCause: 'Root cause',
    rootCauseHint: 'To be written: why it could happen, and why again, down to what we can change.',
    plan: 'Plan',
    planHint: 'To be written: what is done about it, in which order, and how we will see that it works.',
    link: (number: number) => `problem ticket #${number}`,
    double: 'another run has opened it as well',
    unknown: (number: number) => `#${number} is no open problem ticket.`,
    how: 'Comment `/problem #12` with the number of one, or `/problem TITLE` for a new one.',
    whyUnknown: 'it was to join what is no problem ticket',
    there: (number: number) => `It has a problem ticket already: #${number}. Another title opens no second one.`,
    join: 'Comment `/problem #12` with the number of another one to join that.',
    whyThere: 'it has a problem ticket already',
    hidden: 'What is confidential has no problem ticket: it would be told there.',
    whyHidden: 'a problem ticket was asked for, and it is confidential',
    recurs: (times: number, what: string) => `${times} incidents of ${what}: is there one problem behind them?`,
    list: (numbers: string) => `They are ${numbers}.`,
    propose: 'Comment `/problem TITLE` here to open a problem ticket, or `/problem #12` to join one.',
    whyRecurs: 'incidents recur',
  },
};

const fr: typeof en = {
  told: {
    recurrence: 'question : un même problème derrière plusieurs incidents',
    'no-problem': 'avis : aucun ticket de problème ouvert de ce numéro',
    'has-problem': 'avis : il a déjà un ticket de problème',
    'hidden-problem': 'avis : pas de ticket de problème pour un incident confidentiel',
  },
  problem: {
    title: (title) => `Problème : ${title}`,
    why: (priority) => `un ${priority} résolu reçoit un ticket de problème`,
    asked: 'quelqu’un a demandé un ticket de problème',
    intro: (number) =>
      `Ticket de problème de #${number} : pourquoi cela arrive, et ce qui est fait pour que cela n’arrive plus. Rédigez sous chaque titre ; ce texte est le vôtre. La fiche ci-dessous dit ce qui vient ensuite.`,
    rootCause: 'Cause profonde',
    rootCauseHint: 'À rédiger : pourquoi c’était possible, et pourquoi encore, jusqu’à ce sur quoi nous pouvons agir.',
    plan: 'Plan',
    planHint: 'À rédiger : ce qui est fait, dans quel ordre, et comment nous verrons que cela fonctionne.',
    link: (number) => `ticket de problème #${number}`,
    double: 'une autre exécution l’a ouvert aussi',
    unknown: (number) => `#${number} n’est pas un ticket de problème ouvert.`,
    how: 'Écrivez `/problem #12` avec le numéro de l’un d’eux, ou `/problem TITRE` pour un nouveau.',
    whyUnknown: 'il devait rejoindre ce qui n’est pas un ticket de problème',
    there: (number) => `Il a déjà un ticket de problème : #${number}. Un autre titre n’en ouvre pas de second.`,
    join: 'Écrivez `/problem #12` avec le numéro d’un autre pour le rejoindre.',
    whyThere: 'il a déjà un ticket de problème',
    hidden: 'Ce qui est confidentiel n’a pas de ticket de problème : il y serait raconté.',
    whyHidden: 'un ticket de problème est demandé pour un incident confidentiel',
    recurs: (times, what) => `${times} incidents de ${what} : un même problème derrière ?`,
    list: (numbers) => `Ce sont ${numbers}.`,
    propose: 'Écrivez ici `/problem TITRE` pour ouvrir un ticket de problème, ou `/problem #12` pour en rejoindre un.',
    whyRecurs: 'des incidents se répètent',
  },
};

export const problemWords = { en, fr };

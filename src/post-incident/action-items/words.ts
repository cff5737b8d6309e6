import type { Language } from '../../model/language.ts';
import type { ItemType } from '../../capabilities/action-items/policy.ts';
import type { LineTrouble } from './lines.ts';

const en = {
  type: {
    prevent: 'prevent',
    detect: 'detect',
    mitigate: 'mitigate',
    respond: 'respond',
    process: 'process',
  } satisfies Readonly<Record<ItemType, string>>,
  card: {
    heading: 'Action items',
    noList: 'The heading **Action items** is gone: put `## Action items` back, and its lines become issues.',
    unclear: (line: string, like: number) =>
      `Is ${line} the same as #${like}? Write \`#${like}\` into its line if so, and \`#new\` if not.`,
    troubles: {
      due: (value: string) => `${value} is no day; expected one such as \`due:2026-12-01\``,
      type: (value: string) => `${value} is no type; expected prevent, detect, mitigate, respond or process`,
      repo: (value: string) => `${value} is no repository; expected one such as \`repo:acme/api\``,
      owner: (value: string) => `${value} is no login`,
      rejected: () => 'say why it is rejected: `rejected: why`',
    } satisfies Readonly<Record<LineTrouble['kind'], (value: string) => string>>,
    states: {
      planned: (why: string) => `no issue yet${why}`,
      open: 'open',
      done: (by: string | null) => (by === null ? 'done' : `done by ${by}`),
      dropped: 'closed without being done',
      rejected: (why: string) => `rejected: ${why}`,
      waived: (login: string, why: string) => `waived by ${login}: ${why}`,
    },
    waits: { 'post-mortem': ', it comes with the review', problem: ', it comes with the plan' },
    elsewhere: (repo: string) => `for ${repo}`,
    due: (day: string) => `due ${day}`,
    overdue: (day: string) => `**overdue** since ${day}`,
    lineGone: 'its line is gone',
  },
  missing: {
    item: (number: number) => `#${number}: close it, or \`/waive #${number} why\``,
    planned: (text: string) => `${text}: give it an owner, or \`rejected: why\``,
  },
  ask: {
    unclear: 'Which action item is this?',
  },
  why: {
    unclear: 'a line of an action item cannot be matched',
    item: 'an action item was written',
    rejected: 'its line says that it is rejected',
    owner: 'its line names another owner',
  },
  item: {
    from: {
      'post-mortem': (number: number, incident: number) => `From the post-mortem #${number} of #${incident}.`,
      problem: (number: number, incident: number) => `From the problem ticket #${number} of #${incident}.`,
    },
    due: (day: string) => `Due: **${day}**`,
    type: (type: string) => `To ${type}`,
    typeProcess: 'For a better process',
    elsewhere: (repo: string) => `For the repository ${repo}.`,
  },
  chase: {
    ask: (items: number) => (items === 1 ? 'An action item is overdue.' : `${items} action items are overdue.`),
    line: (number: number, text: string, day: string, owner: string | null, postMortem: number) =>
      `#${number} ${text}: due ${day}${owner === null ? '' : `, ${owner}`} (from #${postMortem})`,
    how: (number: number) =>
      `Close it once it is done. Where it comes from, another \`due:\` in its line gives it more time, and \`/waive #${number} why\` lets it be.`,
    why: 'action items are overdue',
  },
};

const fr: typeof en = {
  type: {
    prevent: 'prévenir',
    detect: 'détecter',
    mitigate: 'atténuer',
    respond: 'réagir',
    process: 'procédure',
  },
  card: {
    heading: 'Actions',
    noList: 'Le titre **Actions** a disparu : remettez `## Actions`, et ses lignes deviendront des tickets.',
    unclear: (line, like) =>
      `${line} : est-ce la même action que #${like} ? Ajoutez \`#${like}\` à la ligne si oui, \`#new\` sinon.`,
    troubles: {
      due: (value) => `${value} n’est pas une date ; écrivez par exemple \`due:2026-12-01\``,
      type: (value) => `${value} n’est pas un type ; choisissez prevent, detect, mitigate, respond ou process`,
      repo: (value) => `${value} n’est pas un dépôt ; écrivez par exemple \`repo:acme/api\``,
      owner: (value) => `${value} n’est pas un compte`,
      rejected: () => 'dites pourquoi elle est écartée : `écarté : motif`',
    },
    states: {
      planned: (why) => `pas encore de ticket${why}`,
      open: 'ouverte',
      done: (by) => (by === null ? 'faite' : `faite par ${by}`),
      dropped: 'fermée sans être faite',
      rejected: (why) => `écartée : ${why}`,
      waived: (login, why) => `dispense de ${login} : ${why}`,
    },
    waits: { 'post-mortem': ', il s’ouvrira à la revue', problem: ', il s’ouvrira avec le plan' },
    elsewhere: (repo) => `pour ${repo}`,
    due: (day) => `échéance ${day}`,
    overdue: (day) => `**en retard** depuis ${day}`,
    lineGone: 'sa ligne a disparu',
  },
  missing: {
    item: (number) => `#${number} : à fermer, ou \`/waive #${number} motif\``,
    planned: (text) => `${text} : donnez-lui un responsable, ou \`écarté : motif\``,
  },
  ask: {
    unclear: 'De quelle action s’agit-il ?',
  },
  why: {
    unclear: 'une ligne d’action ne se laisse pas rapprocher',
    item: 'une action a été rédigée',
    rejected: 'sa ligne dit qu’elle est écartée',
    owner: 'sa ligne désigne quelqu’un d’autre',
  },
  item: {
    from: {
      'post-mortem': (number, incident) => `Issue du post-mortem #${number} de #${incident}.`,
      problem: (number, incident) => `Issue du ticket de problème #${number} de #${incident}.`,
    },
    due: (day) => `Échéance : **${day}**`,
    type: (type) => `Pour ${type}`,
    typeProcess: 'Pour une meilleure procédure',
    elsewhere: (repo) => `Pour le dépôt ${repo}.`,
  },
  chase: {
    ask: (items) => (items === 1 ? 'Une action est en retard.' : `${items} actions sont en retard.`),
    line: (number, text, day, owner, postMortem) =>
      `#${number} ${text} : échéance ${day}${owner === null ? '' : `, ${owner}`} (issue de #${postMortem})`,
    how: (number) =>
      `À fermer une fois faite. Là d’où elle vient, un autre \`due:\` sur sa ligne donne plus de temps, et \`/waive #${number} motif\` en dispense.`,
    why: 'des actions sont en retard',
  },
};

/** What people read about action items: on the card of what they belong to, on their own issue, and when they are overdue. */
export function itemWordsOf(language: Language): typeof en {
  return language === 'fr' ? fr : en;
}

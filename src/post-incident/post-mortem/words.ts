import type { Language } from '../../model/language.ts';
import type { ItemType } from '../../capabilities/action-items/policy.ts';
import type { LineTrouble } from '../action-items/lines.ts';
import type { Stage } from './stage.ts';

const en = {
  stage: {
    draft: 'draft',
    'in-review': 'in review',
    approved: 'approved',
    published: 'published',
  } satisfies Readonly<Record<Stage, string>>,
  type: {
    prevent: 'prevent',
    detect: 'detect',
    mitigate: 'mitigate',
    respond: 'respond',
    process: 'process',
  } satisfies Readonly<Record<ItemType, string>>,
  card: {
    title: (incident: number, stage: string) => `Post-mortem of #${incident} · ${stage}`,
    closed: 'closed',
    do: {
      draft: (by: string) => `**Do now:** write below each heading, then comment \`/review\` before **${by}**.`,
      review: (role: string | null, by: string) =>
        role === null
          ? `**Do now:** \`/publish\`, or \`/changes what is missing\`, before **${by}**.`
          : `**Do now, ${role}:** comment \`/approve\`, or \`/changes what is missing\`, before **${by}**.`,
      publish: (by: string | null) =>
        `**Do now:** comment \`/publish\`${by === null ? '' : ` before **${by}**`}, or close the issue.`,
      items: (open: number) =>
        `**Left:** ${open === 1 ? '1 action item' : `${open} action items`}. The issue closes with the last of them.`,
      nothing: 'Nothing is left to do.',
    },
    owner: (login: string) => `Owner: ${login}`,
    noOwner: 'Owner: nobody yet; please assign somebody',
    approval: (has: number, needs: number, role: string) => `Approvals: ${has} of ${needs}, by ${role}`,
    approvedBy: (login: string, at: string) => `Approved by ${login}, ${at}`,
    changedSince: (login: string, sections: string) =>
      `Changed since the approval of ${login}${sections === '' ? '' : `: ${sections}`}`,
    unbound: (login: string) => `The approval of ${login} does not count: the text was edited right after it`,
    publishedBy: (login: string, at: string) => `Published by ${login}, ${at}`,
    anyway: (reason: string) => `with what is internal in it: ${reason}`,
    exception: (login: string, at: string) => `Closed by ${login}, ${at}, although it was not done`,
    unwritten: (headings: string, more: number) => `Still to write: ${headings}${more > 0 ? ` and ${more} more` : ''}`,
    noList: 'The heading **Action items** is gone: put `## Action items` back, and its lines become issues.',
    items: 'Action items',
    unclear: (line: string, like: number) =>
      `Is ${line} the same as #${like}? Write \`#${like}\` into its line if so, and \`#new\` if not.`,
    trouble: (line: string, what: string) => `${line}: ${what}`,
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
    byReview: ', it comes with the review',
    elsewhere: (repo: string) => `for ${repo}`,
    due: (day: string) => `due ${day}`,
    overdue: (day: string) => `**overdue** since ${day}`,
    lineGone: 'its line is gone',
    commands: 'Commands',
    note: 'The text above is yours; this comment is kept by Tocsin.',
    hidden: 'The incident is confidential, so nothing is followed up here.',
    written: 'the post-mortem got its card',
    edited: 'the post-mortem has moved',
  },
  lint: {
    heading: 'What it still lacks',
    empty: (headings: string) => `Nothing written yet: ${headings}`,
    noOwner: (item: string) => `No owner: ${item}`,
    noDue: (item: string, day: string) => `No day, so it is due ${day}: ${item}`,
    hole: (from: string, to: string) =>
      `Nothing on record from ${from} to ${to}: what was done then? \`/timeline\` on the incident adds it`,
    noItems: 'No action items',
    blame: (words: string) => `Reads like blame, which hides causes: ${words}`,
    leaks: 'Internal in the section for customers',
    nobody: (role: string) =>
      `Too few of ${role} may approve it: its owner and whoever wrote in it may not. Assign somebody else, or add people to the role.`,
  },
  tell: {
    review: (incident: number) => `Post-mortem of #${incident}: \`/approve\`, or \`/changes what is missing\`.`,
    reviewOpen: (incident: number) =>
      `Post-mortem of #${incident}: please read it. \`/changes what is missing\` sends it back.`,
    by: (login: string, due: string) => `Written, says ${login}. Review due ${due}.`,
    note: (text: string) => text,
    changes: (login: string) => `Changes asked for by ${login}.`,
    again: 'Comment `/review` once they are made.',
    approved: 'Approved. Comment `/publish` to give it out.',
    revised: 'The text has changed since it was approved: `/approve` again.',
    sections: (headings: string) => `Changed: ${headings}.`,
    published: 'Published. Please send this to the customers:',
    publishedOnly: 'Published.',
    gate: (incident: number) => `The post-mortem of #${incident} is not done, so it is open again.`,
    gateHow: 'Closed once more, it stays closed, and that is noted.',
    missing: {
      approval: (has: number, needs: number, role: string) => `Approvals: ${has} of ${needs}, by ${role}: \`/approve\``,
      item: (number: number) => `#${number}: close it, or \`/waive #${number} why\``,
      planned: (text: string) => `${text}: give it an owner, or \`rejected: why\``,
      draft: 'Nobody has written it: `/review` once somebody has',
    },
    label: (label: string) => `The label ${label} was taken off.`,
    labelRight: 'It takes the right to the command that it stands for.',
    unassigned: (login: string) => `GitHub does not assign ${login}. Please assign somebody else.`,
    unclear: 'Which action item is this?',
    done: 'It is done, and closes.',
  },
  why: {
    review: 'its review was asked for',
    changes: 'changes were asked for',
    approved: 'it has its approvals',
    revised: 'its text was edited after the approval',
    published: 'it was published',
    gate: 'it was closed before it was done',
    label: 'a label says what is not so',
    unclear: 'a line of an action item cannot be matched',
    item: 'an action item was written',
    rejected: 'its line says that it is rejected',
    owner: 'somebody has to write it',
    unassigned: 'whoever should see to it cannot be assigned',
    mirror: 'the labels follow the post-mortem',
    done: 'it is published, and no action item is open',
    hidden: 'its incident is confidential',
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
  stage: { draft: 'brouillon', 'in-review': 'en revue', approved: 'approuvé', published: 'publié' },
  type: {
    prevent: 'prévenir',
    detect: 'détecter',
    mitigate: 'atténuer',
    respond: 'réagir',
    process: 'procédure',
  },
  card: {
    title: (incident, stage) => `Post-mortem de #${incident} · ${stage}`,
    closed: 'fermé',
    do: {
      draft: (by) => `**À faire :** rédigez sous chaque titre, puis écrivez \`/review\` avant **${by}**.`,
      review: (role, by) =>
        role === null
          ? `**À faire :** \`/publish\`, ou \`/changes ce qui manque\`, avant **${by}**.`
          : `**À faire, ${role} :** écrivez \`/approve\`, ou \`/changes ce qui manque\`, avant **${by}**.`,
      publish: (by) =>
        `**À faire :** écrivez \`/publish\`${by === null ? '' : ` avant **${by}**`}, ou fermez le ticket.`,
      items: (open) =>
        `**Reste :** ${open === 1 ? '1 action' : `${open} actions`}. Le ticket se ferme avec la dernière.`,
      nothing: 'Il ne reste rien à faire.',
    },
    owner: (login) => `Responsable : ${login}`,
    noOwner: 'Responsable : personne encore ; affectez quelqu’un',
    approval: (has, needs, role) => `Approbations : ${has} sur ${needs}, par ${role}`,
    approvedBy: (login, at) => `Approuvé par ${login}, ${at}`,
    changedSince: (login, sections) =>
      `Modifié depuis l’approbation de ${login}${sections === '' ? '' : ` : ${sections}`}`,
    unbound: (login) => `L’approbation de ${login} ne compte pas : le texte a été modifié juste après`,
    publishedBy: (login, at) => `Publié par ${login}, ${at}`,
    anyway: (reason) => `avec des éléments internes : ${reason}`,
    exception: (login, at) => `Fermé par ${login}, ${at}, sans être terminé`,
    unwritten: (headings, more) => `Reste à rédiger : ${headings}${more > 0 ? ` et ${more} autres` : ''}`,
    noList: 'Le titre **Actions** a disparu : remettez `## Actions`, et ses lignes deviennent des tickets.',
    items: 'Actions',
    unclear: (line, like) =>
      `${line} : est-ce la même chose que #${like} ? Ajoutez \`#${like}\` à la ligne si oui, \`#new\` sinon.`,
    trouble: (line, what) => `${line} : ${what}`,
    troubles: {
      due: (value) => `${value} n’est pas un jour ; attendu par exemple \`due:2026-12-01\``,
      type: (value) => `${value} n’est pas un type ; attendu prevent, detect, mitigate, respond ou process`,
      repo: (value) => `${value} n’est pas un dépôt ; attendu par exemple \`repo:acme/api\``,
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
    byReview: ', il s’ouvrira à la revue',
    elsewhere: (repo) => `pour ${repo}`,
    due: (day) => `échéance ${day}`,
    overdue: (day) => `**en retard** depuis ${day}`,
    lineGone: 'sa ligne a disparu',
    commands: 'Commandes',
    note: 'Le texte ci-dessus est le vôtre ; ce commentaire est tenu par Tocsin.',
    hidden: 'L’incident est confidentiel : rien n’est suivi ici.',
    written: 'le post-mortem a reçu sa fiche',
    edited: 'le post-mortem a avancé',
  },
  lint: {
    heading: 'Ce qui manque encore',
    empty: (headings) => `Rien d’écrit : ${headings}`,
    noOwner: (item) => `Sans responsable : ${item}`,
    noDue: (item, day) => `Sans date, donc échéance ${day} : ${item}`,
    hole: (from, to) => `Rien au dossier de ${from} à ${to} : qu’a-t-on fait ? \`/timeline\` sur l’incident l’ajoute`,
    noItems: 'Aucune action',
    blame: (words) => `Semble accuser, ce qui cache les causes : ${words}`,
    leaks: 'Éléments internes dans la partie pour les clients',
    nobody: (role) =>
      `Trop peu de membres de ${role} peuvent approuver : ni le responsable ni les auteurs ne le peuvent. Affectez quelqu’un d’autre, ou complétez le rôle.`,
  },
  tell: {
    review: (incident) => `Post-mortem de #${incident} : \`/approve\`, ou \`/changes ce qui manque\`.`,
    reviewOpen: (incident) => `Post-mortem de #${incident} : à relire. \`/changes ce qui manque\` le renvoie.`,
    by: (login, due) => `Rédigé, dit ${login}. Revue attendue ${due}.`,
    note: (text) => text,
    changes: (login) => `${login} demande des modifications.`,
    again: 'Écrivez `/review` une fois faites.',
    approved: 'Approuvé. Écrivez `/publish` pour le diffuser.',
    revised: 'Le texte a changé depuis son approbation : à approuver de nouveau avec `/approve`.',
    sections: (headings) => `Modifié : ${headings}.`,
    published: 'Publié. À envoyer aux clients :',
    publishedOnly: 'Publié.',
    gate: (incident) => `Le post-mortem de #${incident} n’est pas terminé : il est rouvert.`,
    gateHow: 'Fermé une nouvelle fois, il le restera, et ce sera noté.',
    missing: {
      approval: (has, needs, role) => `Approbations : ${has} sur ${needs}, par ${role} : \`/approve\``,
      item: (number) => `#${number} : à fermer, ou \`/waive #${number} motif\``,
      planned: (text) => `${text} : donnez-lui un responsable, ou \`écarté : motif\``,
      draft: 'Personne ne l’a rédigé : `/review` une fois que c’est fait',
    },
    label: (label) => `L’étiquette ${label} a été retirée.`,
    labelRight: 'Elle demande le droit à la commande qu’elle remplace.',
    unassigned: (login) => `GitHub n’affecte pas ${login}. Affectez quelqu’un d’autre.`,
    unclear: 'De quelle action s’agit-il ?',
    done: 'Il est terminé, et se ferme.',
  },
  why: {
    review: 'sa revue a été demandée',
    changes: 'des modifications sont demandées',
    approved: 'il a ses approbations',
    revised: 'son texte a changé après l’approbation',
    published: 'il a été publié',
    gate: 'il a été fermé avant d’être terminé',
    label: 'une étiquette dit ce qui n’est pas',
    unclear: 'une ligne d’action ne se laisse pas rapprocher',
    item: 'une action a été rédigée',
    rejected: 'sa ligne dit qu’elle est écartée',
    owner: 'quelqu’un doit le rédiger',
    unassigned: 'qui devait s’en occuper ne peut pas être affecté',
    mirror: 'les étiquettes suivent le post-mortem',
    done: 'il est publié, et aucune action n’est ouverte',
    hidden: 'son incident est confidentiel',
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

export type PostMortemWords = typeof en;

/** What people read about post-mortems, on their own issue. */
export function postMortemWordsOf(language: Language): PostMortemWords {
  return language === 'fr' ? fr : en;
}

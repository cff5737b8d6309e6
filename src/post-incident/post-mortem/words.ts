import type { Language } from '../../model/language.ts';
import type { PostMortemStage } from './stage.ts';

const en = {
  stage: {
    draft: 'draft',
    'in-review': 'in review',
    approved: 'approved',
    published: 'published',
  } satisfies Readonly<Record<PostMortemStage, string>>,
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
    },
    approval: (has: number, needs: number, role: string) => `Approvals: ${has} of ${needs}, by ${role}`,
    approvedBy: (login: string, at: string) => `Approved by ${login}, ${at}`,
    changedSince: (login: string, sections: string) =>
      `Changed since the approval of ${login}${sections === '' ? '' : `: ${sections}`}`,
    unbound: (login: string) => `The approval of ${login} does not count: the text was edited right after it`,
    publishedBy: (login: string, at: string) => `Published by ${login}, ${at}`,
    anyway: (reason: string) => `with what is internal in it: ${reason}`,
    unwritten: (headings: string, more: number) => `Still to write: ${headings}${more > 0 ? ` and ${more} more` : ''}`,
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
    missing: {
      approval: (has: number, needs: number, role: string) => `Approvals: ${has} of ${needs}, by ${role}: \`/approve\``,
      draft: 'Nobody has written it: `/review` once somebody has',
    },
    label: (label: string) => `The label ${label} was taken off.`,
    labelRight: 'It takes the right to the command that it stands for.',
  },
  why: {
    review: 'its review was asked for',
    changes: 'changes were asked for',
    approved: 'it has its approvals',
    revised: 'its text was edited after the approval',
    published: 'it was published',
    gate: 'it was closed before it was done',
    label: 'a label says what is not so',
    owner: 'somebody has to write it',
    mirror: 'the labels follow the post-mortem',
    done: 'it is published, and no action item is open',
  },
};

const fr: typeof en = {
  stage: { draft: 'brouillon', 'in-review': 'en revue', approved: 'approuvé', published: 'publié' },
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
    },
    approval: (has, needs, role) => `Approbations : ${has} sur ${needs}, par ${role}`,
    approvedBy: (login, at) => `Approuvé par ${login}, ${at}`,
    changedSince: (login, sections) =>
      `Modifié depuis l’approbation de ${login}${sections === '' ? '' : ` : ${sections}`}`,
    unbound: (login) => `L’approbation de ${login} ne compte pas : le texte a été modifié juste après`,
    publishedBy: (login, at) => `Publié par ${login}, ${at}`,
    anyway: (reason) => `avec des éléments internes : ${reason}`,
    unwritten: (headings, more) => `Reste à rédiger : ${headings}${more > 0 ? ` et ${more} autres` : ''}`,
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
    missing: {
      approval: (has, needs, role) => `Approbations : ${has} sur ${needs}, par ${role} : \`/approve\``,
      draft: 'Personne ne l’a rédigé : `/review` une fois que c’est fait',
    },
    label: (label) => `L’étiquette ${label} a été retirée.`,
    labelRight: 'Elle demande le droit à la commande qu’elle remplace.',
  },
  why: {
    review: 'sa revue a été demandée',
    changes: 'des modifications sont demandées',
    approved: 'il a ses approbations',
    revised: 'son texte a changé après l’approbation',
    published: 'il a été publié',
    gate: 'il a été fermé avant d’être terminé',
    label: 'une étiquette dit ce qui n’est pas',
    owner: 'quelqu’un doit le rédiger',
    mirror: 'les étiquettes suivent le post-mortem',
    done: 'il est publié, et aucune action n’est ouverte',
  },
};

export type PostMortemWords = typeof en;

/** What people read about post-mortems, on their own issue. */
export function postMortemWordsOf(language: Language): PostMortemWords {
  return language === 'fr' ? fr : en;
}

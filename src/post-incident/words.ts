import type { Language } from '../model/language.ts';

const en = {
  do: {
    items: (open: number) =>
      `**Left:** ${open === 1 ? '1 action item' : `${open} action items`}. It closes with the last of them.`,
    reopened: '**Open again:** please close it once it is done.',
    nothing: 'Nothing is left to do.',
  },
  card: {
    owner: (login: string) => `Owner: ${login}`,
    noOwner: 'Owner: nobody yet; please assign somebody',
    exception: (login: string, at: string) => `Closed by ${login}, ${at}, although it was not done`,
    commands: 'Commands',
    note: 'The text above is yours; this comment is kept by Tocsin.',
    hidden: 'The incident is confidential, so nothing is followed up here.',
  },
  tell: {
    gateHow: 'Closed once more, it stays closed, and that is noted.',
    unassigned: (login: string) => `GitHub does not assign ${login}. Please assign somebody else.`,
  },
  why: {
    unassigned: 'whoever should see to it cannot be assigned',
    hidden: 'its incident is confidential',
  },
};

const fr: typeof en = {
  do: {
    items: (open) => `**Reste :** ${open === 1 ? '1 action' : `${open} actions`}. Le ticket se ferme avec la dernière.`,
    reopened: '**Rouvert :** fermez le ticket dès que tout est fait.',
    nothing: 'Il ne reste rien à faire.',
  },
  card: {
    owner: (login) => `Responsable : ${login}`,
    noOwner: 'Responsable : personne pour l’instant ; affectez quelqu’un',
    exception: (login, at) => `Fermé par ${login}, ${at}, sans être terminé`,
    commands: 'Commandes',
    note: 'Le texte ci-dessus est le vôtre ; ce commentaire est tenu par Tocsin.',
    hidden: 'L’incident est confidentiel : rien n’est suivi ici.',
  },
  tell: {
    gateHow: 'Fermé une nouvelle fois, il le restera, et ce sera noté.',
    unassigned: (login) => `GitHub n’affecte pas ${login}. Affectez quelqu’un d’autre.`,
  },
  why: {
    unassigned: 'qui devait s’en occuper ne peut pas être affecté',
    hidden: 'son incident est confidentiel',
  },
};

/** What people read on all that follows incidents: on post-mortems as on problem tickets. */
export function subjectWordsOf(language: Language): typeof en {
  return language === 'fr' ? fr : en;
}

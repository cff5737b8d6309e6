import type { Language } from '../model/language.ts';

const en = {
  incident: {
    name: 'Incident',
    description: 'Something is broken, or about to be. Starts the clocks.',
    intro:
      'Answer what you know; a short answer now is better than a full one later. Do not write passwords, keys or personal data here.',
    guide: 'What makes an incident one of each priority:',
    privately:
      'Weaknesses and attacks are not for this form: report them privately, with **Report a vulnerability** in the **Security** tab.',
    originator: { description: 'A person, a customer, a monitoring system.' },
    customers: { description: 'Which, or how many; "none yet" is an answer too.' },
    system: { placeholder: 'checkout, eu-west-1' },
    time: { description: 'With the time zone.', placeholder: '2026-11-20 18:30 CET' },
    scope: { description: 'How many systems, users or regions.' },
    impacts: [
      'All access lost',
      'Data lost or corrupted',
      'Data or access exposed',
      'Important function lost',
      'Performance degraded',
      'Dependent applications affected',
      'Nothing that customers notice yet',
    ],
    otherImpact: 'Other, see the scope',
    category: { description: 'Leave it out if in doubt.' },
    data: ['No', 'Yes', 'Not known'],
  },
  assistance: {
    description: 'Nothing is broken; a question, or something to be done.',
    intro: 'If something is broken, report an incident instead. Do not write passwords, keys or personal data here.',
    wanted: 'What is wanted',
    wantedHint: 'What is to be different afterwards, and by when.',
  },
};

const fr: typeof en = {
  incident: {
    name: 'Incident',
    description: 'Quelque chose est en panne, ou va l’être. Démarre les délais.',
    intro:
      'Répondez ce que vous savez : une réponse courte maintenant vaut mieux qu’une réponse complète plus tard. N’écrivez ici ni mot de passe, ni clé, ni donnée personnelle.',
    guide: 'Ce qui fait qu’un incident a telle priorité :',
    privately:
      'Les failles et les attaques n’ont pas leur place dans ce formulaire : signalez-les en privé, par **Report a vulnerability** dans l’onglet **Security**.',
    originator: { description: 'Une personne, un client, un système de surveillance.' },
    customers: { description: 'Lesquels, ou combien ; « aucun pour l’instant » est aussi une réponse.' },
    system: { placeholder: 'paiement, eu-west-1' },
    time: { description: 'Avec le fuseau horaire.', placeholder: '20/11/2026 18 h 30 (Paris)' },
    scope: { description: 'Combien de systèmes, d’utilisateurs ou de régions.' },
    impacts: [
      'Perte de tous les accès',
      'Perte ou corruption de données',
      'Exposition de données ou d’accès',
      'Perte d’une fonction importante',
      'Performance dégradée',
      'Applications dépendantes touchées',
      'Rien que les clients remarquent encore',
    ],
    otherImpact: 'Autre, voir l’étendue',
    category: { description: 'Laissez vide en cas de doute.' },
    data: ['Non', 'Oui', 'Inconnu'],
  },
  assistance: {
    description: 'Rien n’est en panne ; une question, ou quelque chose à faire.',
    intro:
      'Si quelque chose est en panne, signalez plutôt un incident. N’écrivez ici ni mot de passe, ni clé, ni donnée personnelle.',
    wanted: 'Ce qui est demandé',
    wantedHint: 'Ce qui doit être différent ensuite, et pour quand.',
  },
};

/** What the forms say besides the headings, by language. */
export const FORM_WORDS: Readonly<Record<Language, typeof en>> = { en, fr };

const syncEn = {
  create: (label: string, description: string) => `create "${label}": ${description}`,
  change: (label: string, what: string) => `change "${label}": ${what}`,
  colour: (from: string, to: string) => `colour ${from} to ${to}`,
  description: (from: string, to: string) => `description "${from}" to "${to}"`,
  upToDate: (repository: string) => `${repository} has all labels of the policy.`,
  planned: (count: number, repository: string) =>
    `${count === 1 ? '1 label' : `${count} labels`} of ${repository} would be written: add --yes.`,
  written: (count: number, repository: string) =>
    `${count === 1 ? '1 label' : `${count} labels`} of ${repository} written.`,
  unlike: (count: number) =>
    `${count === 1 ? '1 label that was there before looks' : `${count} labels that were there before look`} otherwise than in the policy; --recolour changes that.`,
};

const syncFr: typeof syncEn = {
  create: (label, description) => `créer « ${label} » : ${description}`,
  change: (label, what) => `modifier « ${label} » : ${what}`,
  colour: (from, to) => `couleur ${from} en ${to}`,
  description: (from, to) => `description « ${from} » en « ${to} »`,
  upToDate: (repository) => `${repository} a toutes les étiquettes de la politique.`,
  planned: (count, repository) =>
    `${count === 1 ? '1 étiquette' : `${count} étiquettes`} à écrire dans ${repository} : ajoutez --yes.`,
  written: (count, repository) =>
    `${count === 1 ? '1 étiquette écrite' : `${count} étiquettes écrites`} dans ${repository}.`,
  unlike: (count) =>
    `${count === 1 ? '1 étiquette qui existait déjà a' : `${count} étiquettes qui existaient déjà ont`} un autre aspect que dans la politique ; --recolour y remédie.`,
};

/** What `sync` says of labels, by language. */
export const SYNC_WORDS: Readonly<Record<Language, typeof syncEn>> = { en: syncEn, fr: syncFr };

/** The criteria of the built-in policy, for a policy in French that keeps them. */
export const FRENCH_CRITERIA: Readonly<Record<string, string>> = {
  'Everybody or a whole region is cut off': 'Tout le monde, ou toute une région, est coupé',
  'Data is being lost, or somebody has broken in': 'Des données se perdent, ou quelqu’un s’est introduit',
  'An important function is gone or hardly usable': 'Une fonction importante manque ou n’est guère utilisable',
  'An enterprise customer or a partner is hit': 'Un grand client ou un partenaire est touché',
  'Sporadic or local trouble, or one customer affected': 'Un trouble passager ou local, ou un seul client touché',
  'Little or no effect on users; handled as time allows':
    'Peu ou pas d’effet sur les utilisateurs ; traité quand le temps le permet',
};

import type { Language } from '../../../model/language.ts';

const en = {
  /** What subscribers read. */
  affects: ((names) => `Affects ${names}`) as (names: string, count: number) => string,
  planned: (from: string, to: string) => `Planned: ${from} to ${to}`,
  link: 'On the status page',
  subscribe: 'Each further update is a comment here. Subscribe to this discussion to get them.',
  withdrawnTitle: 'Withdrawn',
  withdrawn: 'This was withdrawn: it is not on the status page any more.',
  doubleTitle: 'Duplicate',
  double: (number: number) => `This was told twice: see #${number}.`,
  /** What a run says that it did. */
  did: {
    open: (title: string) => `told subscribers: opened the Discussion ${title}`,
    comment: (title: string) => `told subscribers of ${title}`,
    edit: (title: string) => `brought the Discussion ${title} up to date`,
    delete: 'took back a Discussion that is not on the status page any more',
    double: 'took back what subscribers were told twice',
  },
  /** What a run could not do, and what to change. */
  disabled:
    'Subscribers were not told: the repository has no Discussions. Switch them on in Settings → General → Features, or take `discussions` out of `status-page`.',
  noCategory: (name: string, names: readonly string[]) =>
    `Subscribers were not told: the repository has no category \`${name}\` of Discussions: it has ${names.join(', ') || 'none'}. Mend \`discussions\` under \`status-page\`, or make the category in Discussions → Edit categories.`,
  noRight:
    'Subscribers were not told: the token may not write Discussions. Give the job `page` of the workflow `discussions: write` under `permissions`.',
  locked: (number: number) =>
    `Subscribers were not told: Discussion #${number} is locked, so GitHub takes no comment there. Unlock it, or they hear nothing more.`,
  long: (number: number) =>
    `Subscribers were not told: Discussion #${number} has more comments than are read, so nobody knows what was told there.`,
  crowded: (name: string) =>
    `Subscribers were not told: the category \`${name}\` has more new Discussions than are read. Let only maintainers begin one: its format Announcement does.`,
  refused: (why: string) => `Subscribers were not told: ${why}`,
  failed: (why: string) => `Subscribers may not have been told: ${why} The next run goes on.`,
  left: 'Subscribers were not told everything: the next run goes on.',
};

const fr: typeof en = {
  affects: (names, count) => `${count === 1 ? 'Service concerné' : 'Services concernés'}\u00a0: ${names}`,
  planned: (from, to) => `Créneau prévu\u00a0: ${from} – ${to}`,
  link: 'Sur la page d’état',
  subscribe:
    'Chaque nouveau point de situation est un commentaire ici. Abonnez-vous à cette discussion pour les recevoir.',
  withdrawnTitle: 'Retiré',
  withdrawn: 'Ceci a été retiré\u00a0: la page d’état ne le montre plus.',
  doubleTitle: 'Doublon',
  double: (number) => `Ceci a été annoncé deux fois\u00a0: voir #${number}.`,
  did: {
    open: (title) => `abonnés prévenus\u00a0: ouverture de la discussion ${title}`,
    comment: (title) => `abonnés prévenus de ${title}`,
    edit: (title) => `mise à jour de la discussion ${title}`,
    delete: 'retrait d’une discussion que la page d’état ne montre plus',
    double: 'retrait de ce que les abonnés ont lu deux fois',
  },
  disabled:
    'Les abonnés n’ont pas été prévenus\u00a0: le dépôt n’a pas de discussions. Activez-les dans Settings → General → Features, ou retirez `discussions` de `status-page`.',
  noCategory: (name, names) =>
    `Les abonnés n’ont pas été prévenus\u00a0: le dépôt n’a pas de catégorie de discussions \`${name}\`\u00a0: il a ${names.join(', ') || 'aucune catégorie'}. Corrigez \`discussions\` sous \`status-page\`, ou créez la catégorie dans Discussions → Edit categories.`,
  noRight:
    'Les abonnés n’ont pas été prévenus\u00a0: le jeton ne peut pas écrire de discussions. Donnez au job `page` du workflow `discussions: write` sous `permissions`.',
  locked: (number) =>
    `Les abonnés n’ont pas été prévenus\u00a0: la discussion nº\u00a0${number} est verrouillée, et GitHub n’y accepte pas de commentaire. Déverrouillez-la, sinon ils n’apprendront plus rien.`,
  long: (number) =>
    `Les abonnés n’ont pas été prévenus\u00a0: la discussion nº\u00a0${number} a plus de commentaires qu’il n’en est lu, et nul ne sait ce qui y a été dit.`,
  crowded: (name) =>
    `Les abonnés n’ont pas été prévenus\u00a0: la catégorie \`${name}\` a plus de nouvelles discussions qu’il n’en est lu. Ne laissez que les mainteneurs en ouvrir\u00a0: c’est son format Announcement.`,
  refused: (why) => `Les abonnés n’ont pas été prévenus\u00a0: ${why}`,
  failed: (why) =>
    `Les abonnés n’ont peut-être pas été prévenus\u00a0: ${why} La prochaine exécution prendra la suite.`,
  left: 'Les abonnés n’ont pas tout appris\u00a0: la prochaine exécution prendra la suite.',
};

const CATALOGUES: Readonly<Record<Language, typeof en>> = { en, fr };

/** What subscribers and those who run Tocsin read about Discussions. */
export function discussionWords(language: Language): typeof en {
  return CATALOGUES[language];
}

import type { Language } from '../model/language.ts';
import { written } from '../text/time.ts';

const leftFor = (count: number): string =>
  count === 0
    ? 'The next run goes on.'
    : count === 1
      ? '1 incident is left for the next run.'
      : `${count} incidents are left for the next run.`;

const restant = (count: number): string =>
  count === 0
    ? 'La prochaine exécution prendra la suite.'
    : count === 1
      ? '1 incident reste pour la prochaine exécution.'
      : `${count} incidents restent pour la prochaine exécution.`;

const en = {
  heading: (dryRun: boolean): string => (dryRun ? 'Tocsin, dry run: what would be done' : 'Tocsin: what was done'),
  nothing: 'Nothing was due.',
  listed: (count: number, issues: string) =>
    `${count === 1 ? '1 incident is' : `${count} incidents are`} older than Tocsin here, or than \`enforce-from\`, and left alone: ${issues}. Whoever wants one taken in sets a label on it anew.`,
  crowd: (count: number, most: number) =>
    `${count === 1 ? '1 new incident was' : `${count} new incidents were`} not started: the policy lets ${most} begin in a run (\`most-new\`), and a quarter of that by one author. See the issue that asks about them.`,
  crowdAsked: 'ask about many new incidents',
  recordKept: 'keep the record of an incident true on its post-mortem',
  partial: (issues: string) =>
    `${issues}: so long that comments in the middle were not read again; what counted in them is on the card.`,
  incidents: (count: number) => (count === 1 ? '1 incident looked at.' : `${count} incidents looked at.`),
  failures: 'What failed',
  policy: 'What is wrong with the policy',
  advice: 'What to look at in the policy',
  /** Title of what is shown beside a line of the policy. */
  policyTitle: 'Policy',
  instead: (commit: string | null) =>
    `The policy file is broken. ${commit === null ? 'The built-in policy' : `Its last good version, of commit ${commit},`} applies until it is mended.`,
  noStatusPage: 'The policy has no `status-page`: there is nothing to build.',
  foreignPage: (address: string) =>
    `${address} tells of another status page than that of this repository. Put the address at which this one is served under \`status-page.url\`; until then it is built once a day, and when something is written.`,
  gateUnknown: 'The gate could not look',
  gateBlind: (why: string) => `The gate could not look, and the deployment goes on: ${why}`,
  gateRefused:
    'the token may not read what it takes. Give the job `contents: read` and `issues: read` under `permissions`.',
  siteBuilt: (files: number) => `Status page: ${files} files written.`,
  noHeartbeat: (why: string) => `Heartbeat failed: ${why}.`,
  neverSwept: (within: string) =>
    `This workflow has never run by its schedule; the policy wants it every ${within}. Deadlines are noticed by events only.`,
  staleSweep: (last: string, ago: string, within: string) =>
    `The last scheduled run was ${last}, ${ago} ago; the policy allows ${within}. GitHub delays schedules, and disables them in repositories without activity: see the Actions tab.`,
  sweepUnknown: (why: string) =>
    `When the schedule last ran cannot be told: ${why} It takes \`actions: read\` in the job's permissions.`,
  minutesSpent: (most: number) =>
    most === 0
      ? 'Nothing is watched: in a private repository each minute is billed. `private-minutes` under `watch` says how many may be.'
      : `No watch begins: the ${most} minutes of this month (\`private-minutes\`) are spent. What falls due is noticed by the schedule and by events.`,
  watchStarted: 'started a watch: something is due soon',
  watched: (from: string, to: string, looks: number, started: number) =>
    `Watched from ${from} to ${to}: ${looks} looks, ${started} ${started === 1 ? 'run' : 'runs'} started.`,
  watchEnd: {
    idle: 'It ended because nothing that is watched is due soon.',
    'handed-over': 'Another watch goes on.',
    spent: 'It ended because the minutes that the policy allows (`private-minutes`) are spent.',
  },
  leftOne: 'left for the next run',
  /** Why a run stopped, and how many incidents it left. */
  stopped: {
    asked: (count: number) => `GitHub asked to stop. ${leftFor(count)}`,
    allowance: (count: number) =>
      `This run has used what it may of the hour’s allowance of GitHub; the rest is kept for new incidents. ${leftFor(count)}`,
    time: (count: number) =>
      `GitHub or a notifier answers slowly: this run stopped before its job is cut off. ${leftFor(count)}`,
  },
  lostLabel: (label: string, issues: string) =>
    `The label \`${label}\` is gone from ${issues}, though nobody took it off: it was renamed or deleted in the repository. What it says stands, and it is set again. If it is to have another name, write that into the policy.`,
  unsettled: (number: number) => `Incident #${number} did not settle; the next run goes on with it.`,
  lost: (why: string) => `${why} What was asked for may or may not have happened; the next run finds out.`,
  /** Why there was nothing to do with incidents. */
  idle: {
    'pull-request': 'the comment is on a pull request',
    'own-act': 'the event is an act of Tocsin itself',
    'other-event': (event: string) => `the event "${event}" concerns no incident`,
    checked: (file: string) => `${file} was checked`,
    'no-policy': (file: string) => `there is no ${file}: the built-in policy applies`,
  },
  did: {
    'add-labels': (labels: string) => `add ${labels}`,
    'remove-labels': (labels: string) => `remove ${labels}`,
    assign: (logins: string) => `assign ${logins}`,
    unassign: (logins: string) => `unassign ${logins}`,
    comment: (logins: string) => `tell ${logins}`,
    'write-card': (fresh: boolean): string => (fresh ? 'write the card' : 'edit the card'),
    react: 'react to a command',
    'delete-comment': 'delete a double comment',
    'open-issue': (title: string) => `open ${title}`,
    page: 'page',
    'edit-comment': 'edit a comment',
    'edit-issue': 'edit the issue',
    close: 'close the issue',
    reopen: 'reopen the issue',
    'close-duplicate': 'close a double issue',
  },
};

export type RunWords = typeof en;

const fr: RunWords = {
  heading: (dryRun) => (dryRun ? 'Tocsin, à blanc : ce qui serait fait' : 'Tocsin : ce qui a été fait'),
  nothing: 'Rien n’était dû.',
  listed: (count, issues) =>
    `${count === 1 ? '1 incident est antérieur' : `${count} incidents sont antérieurs`} à Tocsin ici, ou au \`enforce-from\` de la politique, et laissé${count === 1 ? '' : 's'} de côté : ${issues}. Pour en prendre un en charge, on y repose une étiquette.`,
  crowd: (count, most) =>
    `${count === 1 ? '1 nouvel incident n’a' : `${count} nouveaux incidents n’ont`} pas été ouvert${count === 1 ? '' : 's'} : la politique en laisse commencer ${most} par exécution (\`most-new\`), dont le quart d’un même auteur. Voir le ticket qui pose la question.`,
  partial: (issues) =>
    `${issues} : trop long pour relire les commentaires du milieu ; ce qui y comptait figure sur la fiche.`,
  crowdAsked: 'demander ce que sont de nombreux incidents nouveaux',
  recordKept: 'tenir à jour le dossier d’un incident sur son post-mortem',
  incidents: (count) => (count === 1 ? '1 incident examiné.' : `${count} incidents examinés.`),
  failures: 'Ce qui a échoué',
  policy: 'Ce qui ne va pas dans la politique',
  advice: 'À regarder dans la politique',
  policyTitle: 'Politique',
  instead: (commit) =>
    `Le fichier de politique est fautif. ${commit === null ? 'La politique intégrée' : `Sa dernière bonne version, du commit ${commit},`} s’applique jusqu’à sa correction.`,
  noStatusPage: 'La politique ne prévoit pas de `status-page`\u00a0: il n’y a rien à construire.',
  foreignPage: (address) =>
    `${address} décrit une autre page d’état que celle de ce dépôt. Indiquez sous \`status-page.url\` l’adresse où celle-ci est servie ; d’ici là, elle est construite une fois par jour, et quand quelque chose est écrit.`,
  gateUnknown: 'La barrière n’a rien pu voir',
  gateBlind: (why) => `La barrière n’a rien pu voir, et le déploiement se poursuit\u00a0: ${why}`,
  gateRefused:
    'le jeton n’a pas le droit de lire ce qu’il faut. Donnez au job `contents: read` et `issues: read` sous `permissions`.',
  siteBuilt: (files) => `Page d’état\u00a0: ${files} fichiers écrits.`,
  noHeartbeat: (why) => `Le signal de vie de la politique n’a pas été entendu : ${why}.`,
  neverSwept: (within) =>
    `Ce workflow n’a jamais été lancé par son calendrier ; la politique admet ${written('fr', within)} entre deux lancements. Seuls les événements font voir les échéances.`,
  staleSweep: (last, ago, within) =>
    `Le dernier lancement par calendrier date de ${last}, il y a ${ago} ; la politique admet ${written('fr', within)}. GitHub retarde les calendriers, et les désactive dans les dépôts sans activité : voir l’onglet Actions.`,
  sweepUnknown: (why) =>
    `Impossible de savoir quand le calendrier a servi pour la dernière fois : ${why} Il faut \`actions: read\` dans les permissions du job.`,
  minutesSpent: (most) =>
    most === 0
      ? 'Rien n’est surveillé : dans un dépôt privé, chaque minute est facturée. `private-minutes`, sous `watch`, dit combien sont permises.'
      : `Aucune surveillance ne commence : les ${most} minutes de ce mois (\`private-minutes\`) sont épuisées. Les échéances sont relevées par le calendrier et par les événements.`,
  watchStarted: 'lancement d’une surveillance : une échéance approche',
  watched: (from, to, looks, started) =>
    `Surveillance de ${from} à ${to} : ${looks} coups d’œil, ${started} ${started < 2 ? 'exécution lancée' : 'exécutions lancées'}.`,
  watchEnd: {
    idle: 'Elle a pris fin parce que rien de ce qui est surveillé n’arrive bientôt à échéance.',
    'handed-over': 'Une autre prend la suite.',
    spent: 'Elle a pris fin parce que les minutes que permet la politique (`private-minutes`) sont épuisées.',
  },
  leftOne: 'laissé pour la prochaine exécution',
  stopped: {
    asked: (count) => `GitHub a demandé d’arrêter les requêtes. ${restant(count)}`,
    allowance: (count) =>
      `Cette exécution a consommé sa part du quota horaire de GitHub ; le reste est réservé aux nouveaux incidents. ${restant(count)}`,
    time: (count) =>
      `GitHub ou un moyen d’appel répond lentement : cette exécution s’est arrêtée avant que son job ne soit interrompu. ${restant(count)}`,
  },
  lostLabel: (label, issues) =>
    `L’étiquette \`${label}\` a disparu de ${issues} sans que personne ne l’ait retirée : elle a été renommée ou supprimée dans le dépôt. Ce qu’elle indique reste valable, et elle est posée de nouveau. Si elle doit porter un autre nom, inscrivez ce nom dans la politique.`,
  unsettled: (number) => `L’incident #${number} n’a pas abouti ; la prochaine exécution poursuit.`,
  lost: (why) => `${why} Ce qui était demandé a peut-être eu lieu ; la prochaine exécution le constatera.`,
  idle: {
    'pull-request': 'le commentaire porte sur une pull request',
    'own-act': 'l’événement vient de Tocsin lui-même',
    'other-event': (event) => `l’événement « ${event} » ne concerne aucun incident`,
    checked: (file) => `${file} a été vérifié`,
    'no-policy': (file) => `il n’y a pas de ${file} : la politique intégrée s’applique`,
  },
  did: {
    'add-labels': (labels) => `poser ${labels}`,
    'remove-labels': (labels) => `retirer ${labels}`,
    assign: (logins) => `affecter ${logins}`,
    unassign: (logins) => `retirer l’affectation de ${logins}`,
    comment: (logins) => `prévenir ${logins}`,
    'write-card': (fresh) => (fresh ? 'écrire la fiche' : 'mettre la fiche à jour'),
    react: 'réagir à une commande',
    'delete-comment': 'supprimer un commentaire en double',
    'open-issue': (title) => `ouvrir ${title}`,
    page: 'appeler',
    'edit-comment': 'modifier un commentaire',
    'edit-issue': 'modifier le ticket',
    close: 'fermer le ticket',
    reopen: 'rouvrir le ticket',
    'close-duplicate': 'fermer un ticket en double',
  },
};

const CATALOGUES: Readonly<Record<Language, RunWords>> = { en, fr };

/** In both languages, on one line. */
const BOTH = joined(en, fr);

/** What people read about a run, in the policy's language; null where no policy could be read, and then in both. */
export function runWords(language: Language | null): RunWords {
  return language === null ? BOTH : CATALOGUES[language];
}

function joined<T>(one: T, other: T): T;
function joined(one: unknown, other: unknown): unknown {
  if (isFunction(one) && isFunction(other))
    return (...args: readonly unknown[]): unknown => joined(one(...args), other(...args));
  if (Array.isArray(one) && Array.isArray(other)) return one.map((it, i) => joined<unknown>(it, other[i]));
  if (typeof one === 'object' && one !== null) {
    const others = other as Readonly<Record<string, unknown>>;
    return Object.fromEntries(Object.entries(one).map(([key, value]) => [key, joined<unknown>(value, others[key])]));
  }
  return `${String(one)} / ${String(other)}`;
}

function isFunction(value: unknown): value is (...args: readonly unknown[]) => unknown {
  return typeof value === 'function';
}

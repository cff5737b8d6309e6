import type { Change, Reason } from './seen.ts';

type State = NonNullable<Change['state']>;

const files = (count: number): string => `${count} file${count === 1 ? '' : 's'}`;

const en = {
  /** What people were told, by the name of the notice on record. */
  told: { rollback: 'told what became of the rollback' },
  rollback: {
    nowhere:
      'Nothing is known to go back to, or to which environment. Name the commit: `/rollback SHA`; `changes.environments` in the policy names the environment.',
    started: (workflow: string, sha: string) => `Rollback to ${sha} started: ${workflow}.`,
    late: 'No rollback was started: the incident is closed, or it was asked for too long ago. Ask again if it is still wanted.',
    unknown: (workflow: string) =>
      `Nobody knows whether the rollback has started: look under Actions for ${workflow}, and ask again if it has not.`,
    failed: (workflow: string) => `The rollback was not started: GitHub did not take ${workflow}.`,
    noRight: 'The job lacks the right: add `actions: write` to `permissions` in the workflow of Tocsin.',
    by: (who: string) => `Asked for by ${who}. Its run is under Actions.`,
    why: 'somebody asked for a rollback',
  },
  changes: {
    heading: (length: string, count: number) =>
      `What changed in the ${length} before: ${count === 0 ? 'nothing that GitHub knows of' : String(count)}`,
    first: 'Changes before, as first seen',
    short: 'Changes before',
    impact: (from: string) => `Impact since ${from}. What came before is not always why.`,
    when: (moment: string, length: string) => `${moment}, ${length} before`,
    atOnce: (moment: string) => `${moment}, just before`,
    did: {
      deployment: {
        success: (place: string) => `deployed to ${place}`,
        failure: (place: string) => `deployment to ${place} failed`,
        running: (place: string) => `being deployed to ${place}`,
        pending: (place: string) => `deployment to ${place} asked for`,
      } satisfies Record<State, (place: string) => string>,
      back: (place: string) => `rolled back on ${place}`,
      release: 'released',
      merge: 'merged',
      commit: 'pushed',
    },
    nowhere: 'an environment without a name',
    by: (who: string) => `by ${who}`,
    size: (added: number, removed: number, count: number) =>
      `+${added} −${removed}${count === 0 ? '' : ` in ${files(count)}`}`,
    touches: (places: string) => `touches ${places}`,
    owners: (names: string) => `owned by ${names}`,
    more: (count: number) => `and ${count} more`,
    reasons: {
      owned: (what: string) => `belongs to ${what}`,
      risky: (what: string) => `risky: ${what}`,
      words: (what: string) => `as in the report: ${what}`,
      lock: () => 'versions of packages only',
      failed: () => '',
      waiting: () => 'not deployed yet, as far as GitHub knows',
      aside: () => 'not what customers use, by its name',
    } satisfies Record<Reason['why'], (what: string) => string>,
    diff: 'diff',
    rerun: (sha: string) => `re-run ${sha} to roll back`,
    log: 'its run',
    rest: (count: number) => `${count} more ${count === 1 ? 'is' : 'are'} not shown.`,
    lacks: (rights: string) =>
      `Not everything could be read: add ${rights} to \`permissions\` in the workflow of Tocsin.`,
    unseen: (names: string) =>
      `Nothing is shown of ${names}: the token cannot read it, or it is private and this repository is not.`,
    now: (environment: string, sha: string, since: string) => `${environment} runs ${sha} since ${since}`,
    isBack: (environment: string, sha: string, since: string) => `${environment} is back on ${sha} since ${since}`,
    row: 'After it',
    reverted: (what: string, by: string) => `${what} was reverted by ${by}`,
    culprit: 'Change behind it',
    said: (what: string, who: string) => `${what}, named by ${who}`,
    byRevert: (what: string) => `${what}, which was reverted`,
  },
};

const fichiers = (count: number): string => `${count} fichier${count > 1 ? 's' : ''}`;

const fr: typeof en = {
  told: { rollback: 'suite donnée au retour arrière' },
  rollback: {
    nowhere:
      'Ni version antérieure ni environnement connus. Indiquer le commit : `/rollback SHA` ; `changes.environments` dans la politique désigne l’environnement.',
    started: (workflow, sha) => `Retour arrière vers ${sha} démarré : ${workflow}.`,
    late: 'Aucun retour arrière n’a démarré : l’incident est clos, ou la demande est trop ancienne. À redemander si c’est encore voulu.',
    unknown: (workflow) =>
      `On ne sait pas si le retour arrière a démarré : voir ${workflow} sous Actions, et redemander sinon.`,
    failed: (workflow) => `Le retour arrière n’a pas démarré : GitHub n’a pas accepté ${workflow}.`,
    noRight: 'Le droit manque : ajouter `actions: write` à `permissions` dans le workflow de Tocsin.',
    by: (who) => `Demandé par ${who}. Son exécution se trouve sous Actions.`,
    why: 'quelqu’un a demandé un retour arrière',
  },
  changes: {
    heading: (length, count) =>
      `Changements dans les ${length} précédentes : ${count === 0 ? 'aucun que GitHub connaisse' : String(count)}`,
    first: 'Changements précédents, tels que vus d’abord',
    short: 'Changements précédents',
    impact: (from) => `Impact depuis ${from}. Ce qui précède n’est pas toujours la cause.`,
    when: (moment, length) => `${moment}, ${length} avant`,
    atOnce: (moment) => `${moment}, juste avant`,
    did: {
      deployment: {
        success: (place) => `déploiement vers ${place}`,
        failure: (place) => `échec du déploiement vers ${place}`,
        running: (place) => `déploiement en cours vers ${place}`,
        pending: (place) => `déploiement demandé vers ${place}`,
      },
      back: (place) => `retour arrière sur ${place}`,
      release: 'publication',
      merge: 'fusion',
      commit: 'commit poussé',
    },
    nowhere: 'un environnement sans nom',
    by: (who) => `par ${who}`,
    size: (added, removed, count) => `+${added} −${removed}${count === 0 ? '' : ` dans ${fichiers(count)}`}`,
    touches: (places) => `touche ${places}`,
    owners: (names) => `responsables : ${names}`,
    more: (count) => `et ${count} de plus`,
    reasons: {
      owned: (what) => `relève de ${what}`,
      risky: (what) => `à risque : ${what}`,
      words: (what) => `comme dans le signalement : ${what}`,
      lock: () => 'versions de paquets seulement',
      failed: () => '',
      waiting: () => 'pas encore déployé, à la connaissance de GitHub',
      aside: () => 'hors de portée des clients, d’après son nom',
    },
    diff: 'diff',
    rerun: (sha) => `relancer ${sha} pour revenir en arrière`,
    log: 'son exécution',
    rest: (count) => `${count} ${count === 1 ? 'autre n’est pas montré' : 'autres ne sont pas montrés'}.`,
    lacks: (rights) => `Tout n’a pas pu être lu : ajouter ${rights} à \`permissions\` dans le workflow de Tocsin.`,
    unseen: (names) =>
      `Rien n’est montré de ${names} : le jeton ne peut pas le lire, ou il est privé alors que ce dépôt ne l’est pas.`,
    now: (environment, sha, since) => `${environment} exécute ${sha} depuis ${since}`,
    isBack: (environment, sha, since) => `${environment} est revenu à ${sha} depuis ${since}`,
    row: 'Après',
    reverted: (what, by) => `${what} a été annulé par ${by}`,
    culprit: 'Changement en cause',
    said: (what, who) => `${what}, désigné par ${who}`,
    byRevert: (what) => `${what}, annulé depuis`,
  },
};

export const changesWords = { en, fr };

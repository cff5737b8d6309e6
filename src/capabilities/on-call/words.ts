import type { Language } from '../../model/language.ts';

/* What people read about on-call schedules. Markdown or plain text; instants come as words, logins as they are to stand. */

const en = {
  /** Title of the calendar to subscribe to. */
  title: (schedules: string) => `On call: ${schedules}`,
  /** A meeting in that calendar. */
  meeting: 'Incident review',
  shift: (schedule: string, who: string, override: boolean) => `${schedule}: ${who}${override ? ' (override)' : ''}`,
  columns: ['From', 'To', 'On call'],
  zone: (zone: string) => `Times are those of ${zone}.`,
  nobody: 'nobody',
  overridden: (who: string) => `${who} (override)`,
  empty: 'Nobody is on call in this time.',
  until: (who: string, at: string) => `${who} until ${at}`,
  /** Longer than anybody looks ahead. */
  endless: (who: string) => `${who}, for more than a year`,
  then: (first: string, next: string) => `${first}, then ${next}`,
  schedule: (name: string, state: string) => `${name}: ${state}`,
  list: (name: string, zone: string) => `${name} (${zone}):`,

  /** The issue that publishes who is on call, and its comments. */
  publication: {
    title: 'Who is on call',
    now: (schedule: string, who: string, span: string) => `- ${schedule}: **${who}** ${span}`,
    intro:
      '<sub>The next four weeks. This text is written anew every day and when the policy changes: what is added to it is lost. A comment below tells each person when their shift begins. For a calendar file, run `npx . oncall --ics`.</sub>',
    /** Not the bare name, which may be that of a question of the incident form. */
    heading: (schedule: string) => `On call: ${schedule}`,
    tooLong: (schedules: string) =>
      `Left out, because GitHub takes no longer text: ${schedules}. \`tocsin oncall --markdown\` prints them.`,
    /** An end further away than a year is none that anybody knows. */
    span: (until: string | null, next: string) =>
      until === null ? 'for more than a year' : `until ${until}, then ${next}`,
    begun: (schedule: string, span: string) => `Your shift on ${schedule} has begun: ${span}.`,
    notTold: (who: string, schedule: string, span: string) =>
      `The shift of ${who} on ${schedule} has begun: ${span}. ${who} has no role in this repository, so that no mention reaches them.`,
    fallback: (name: string) =>
      `As the fallback of the policy, ${name}, you are asked to tell them or to change the schedule.`,
    noFallback: (name: string) => `The fallback of the policy, ${name}, reaches nobody either.`,
  },
  /** What the run lists: what it did, or in a dry run would do. */
  did: {
    opened: 'open the issue that says who is on call',
    rewritten: 'rewrite who is on call',
    told: (who: string, schedule: string) => `say that the shift of ${who} on ${schedule} has begun`,
    double: 'delete a double comment',
    over: (schedule: string) => `delete the comment on a shift on ${schedule} that ended more than 30 days ago`,
    duplicate: (number: number) => `close #${number}, which says who is on call too`,
    failed: (why: string) => `Who is on call could not be published as it should be: ${why}`,
  },
};

export type OncallWords = typeof en;

const fr: OncallWords = {
  title: (schedules) => `Astreintes : ${schedules}`,
  meeting: 'Revue des incidents',
  shift: (schedule, who, override) => `${schedule} : ${who}${override ? ' (remplacement)' : ''}`,
  columns: ['Début', 'Fin', 'D’astreinte'],
  zone: (zone) => `Les heures sont celles de ${zone}.`,
  nobody: 'personne',
  overridden: (who) => `${who} (remplacement)`,
  empty: 'Personne n’est d’astreinte pendant ce temps.',
  until: (who, at) => `${who} jusqu’au ${at}`,
  endless: (who) => `${who}, pour plus d’un an`,
  then: (first, next) => `${first}, puis ${next}`,
  schedule: (name, state) => `${name} : ${state}`,
  list: (name, zone) => `${name} (${zone}) :`,

  publication: {
    title: 'Qui est d’astreinte',
    now: (schedule, who, span) => `- ${schedule} : **${who}** ${span}`,
    intro:
      '<sub>Les quatre semaines à venir. Ce texte est réécrit chaque jour et quand la politique change ; ce qui y est ajouté est perdu. Un commentaire ci-dessous prévient chacun quand son astreinte commence. Pour un fichier de calendrier, lancez `npx . oncall --ics`.</sub>',
    heading: (schedule) => `Astreinte : ${schedule}`,
    tooLong: (schedules) =>
      `Laissés de côté, car GitHub n’accepte pas de texte plus long : ${schedules}. \`tocsin oncall --markdown\` les affiche.`,
    span: (until, next) => (until === null ? 'pour plus d’un an' : `jusqu’à ${until}, puis ${next}`),
    begun: (schedule, span) => `Votre astreinte sur ${schedule} a commencé : ${span}.`,
    notTold: (who, schedule, span) =>
      `L’astreinte de ${who} sur ${schedule} a commencé : ${span}. ${who} n’a aucun rôle dans ce dépôt : aucune mention ne l’atteint.`,
    fallback: (name) =>
      `Vous êtes le recours de la politique, ${name} : prévenez cette personne ou changez le planning.`,
    noFallback: (name) => `Le recours de la politique, ${name}, ne joint personne non plus.`,
  },
  did: {
    opened: 'ouvrir le ticket qui dit qui est d’astreinte',
    rewritten: 'réécrire qui est d’astreinte',
    told: (who, schedule) => `annoncer que l’astreinte de ${who} sur ${schedule} a commencé`,
    double: 'supprimer un commentaire en double',
    over: (schedule) => `supprimer le commentaire d’une astreinte sur ${schedule} finie depuis plus de 30 jours`,
    duplicate: (number) => `fermer #${number}, qui dit aussi qui est d’astreinte`,
    failed: (why) => `Qui est d’astreinte n’a pas pu être publié comme il faut : ${why}`,
  },
};

const CATALOGUES: Readonly<Record<Language, OncallWords>> = { en, fr };

/** What people read about on-call schedules, in the policy's language. */
export function oncallWordsOf(language: Language): OncallWords {
  return CATALOGUES[language];
}

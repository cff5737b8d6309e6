import type { Language } from '../../model/language.ts';

const en = {
  title: (day: string) => `Incident review: ${day}`,
  /** The text of the issue, which is people's. */
  intro: (at: string) => `Incident review on **${at}**. What there is to look at is in the comment below.`,
  decisions: 'Decisions',
  carried: (number: number) => `Carried over from #${number}:`,
  more: (count: number) => `and ${count} more`,
  moreIn: (count: number, number: number) => `${count} more are in #${number}`,
  how: 'Write each decision as a line of its own, `- [ ] what, who, by when`, and tick it once it is done. What is not ticked goes on the next agenda. This text is yours.',
  /** The comment with the facts. */
  ask: (at: string) => `**Incident review on ${at}.** What to look at:`,
  parts: {
    open: 'Open P0 and P1',
    missed: 'Clocks missed since the last meeting',
    overdue: 'Overdue action items',
    postMortems: 'Post-mortems',
    recurring: 'Incidents that recur',
    exceptions: 'Closed without what the policy requires',
  },
  nothing: (parts: string) => `Nothing under: ${parts}.`,
  kept: 'This comment is kept by Tocsin until the meeting begins, and brought up to date once a day.',
  since: (at: string) => `since ${at}`,
  resolved: 'resolved, not closed',
  nobody: 'nobody has it',
  late: (clock: string, priority: string, due: string, by: string) => `${clock} (${priority}), due ${due}, ${by}`,
  by: (length: string) => `${length} late`,
  notYet: 'still not met',
  times: (count: number) => `missed ${count} times`,
  missed: 'missed',
  item: (item: string, due: string, host: number) => `${item}, due ${due} (from #${host})`,
  noOwner: 'without an owner',
  postMortem: (number: number, incident: number) => `#${number} of #${incident}`,
  due: (day: string) => `due ${day}`,
  overdue: (day: string) => `**overdue** since ${day}`,
  itemsLeft: (count: number) => (count === 1 ? '1 action item open' : `${count} action items open`),
  closedBy: (login: string, at: string) => `by ${login}, ${at}`,
  /** What the run lists. */
  did: {
    opened: (day: string) => `open the agenda of the review on ${day}`,
    told: 'say what there is to review',
    edited: 'bring what there is to review up to date',
    closed: (number: number) => `close #${number}: the next agenda is open`,
    double: 'delete a double comment',
    duplicate: (number: number) => `close #${number}, an agenda of the same meeting`,
    failed: (why: string) => `The agenda of the review could not be made as it should be: ${why}`,
  },
};

export type AgendaWords = typeof en;

const fr: AgendaWords = {
  title: (day) => `Revue des incidents : ${day}`,
  intro: (at) => `Revue des incidents : **${at}**. Les points à examiner sont dans le commentaire ci-dessous.`,
  decisions: 'Décisions',
  carried: (number) => `Reprises de #${number} :`,
  more: (count) => `et ${count} de plus`,
  moreIn: (count, number) => `${count} de plus dans #${number}`,
  how: 'Une ligne par décision, `- [ ] quoi, qui, pour quand`, à cocher une fois la décision exécutée. Ce qui n’est pas coché passe à l’ordre du jour suivant. Ce texte est le vôtre.',
  ask: (at) => `**Revue des incidents : ${at}.** À examiner :`,
  parts: {
    open: 'P0 et P1 ouverts',
    missed: 'Délais dépassés depuis la dernière réunion',
    overdue: 'Actions en retard',
    postMortems: 'Post-mortems',
    recurring: 'Incidents récurrents',
    exceptions: 'Fermés sans ce que la politique exige',
  },
  nothing: (parts) => `Rien à signaler : ${parts}.`,
  kept: 'Ce commentaire est tenu par Tocsin jusqu’au début de la réunion, avec une mise à jour par jour.',
  since: (at) => `depuis le ${at}`,
  resolved: 'résolu, pas encore fermé',
  nobody: 'pris en charge par personne',
  late: (clock, priority, due, by) => `${clock} (${priority}), échéance ${due}, ${by}`,
  by: (length) => `${length} de retard`,
  notYet: 'toujours pas respecté',
  times: (count) => `dépassé ${count} fois`,
  missed: 'dépassé',
  item: (item, due, host) => `${item}, échéance ${due} (de #${host})`,
  noOwner: 'sans responsable',
  postMortem: (number, incident) => `#${number} de #${incident}`,
  due: (day) => `échéance ${day}`,
  overdue: (day) => `**en retard** depuis ${day}`,
  itemsLeft: (count) => (count === 1 ? '1 action ouverte' : `${count} actions ouvertes`),
  closedBy: (login, at) => `par ${login}, le ${at}`,
  did: {
    opened: (day) => `ouvrir l’ordre du jour de la revue du ${day}`,
    told: 'dire ce qui est à examiner',
    edited: 'mettre à jour ce qui est à examiner',
    closed: (number) => `fermer #${number} : l’ordre du jour suivant est ouvert`,
    double: 'supprimer un commentaire en double',
    duplicate: (number) => `fermer #${number}, un ordre du jour de la même réunion`,
    failed: (why) => `L’ordre du jour de la revue n’a pas pu être établi comme il faut : ${why}`,
  },
};

const CATALOGUES: Readonly<Record<Language, AgendaWords>> = { en, fr };

/** What people read about the meetings that review incidents, in the policy's language. */
export function agendaWordsOf(language: Language): AgendaWords {
  return CATALOGUES[language];
}

/** The heading of the decisions in every language: a policy may change its own. */
export const DECISIONS: readonly string[] = Object.values(CATALOGUES).map(({ decisions }) => decisions);

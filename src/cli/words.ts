import type { Language } from '../model/language.ts';

const en = {
  heading: (priority: string, name: string, opened: string) =>
    `${priority}${name === priority ? '' : ` (${name})`}, opened ${opened}`,
  clock: (clock: string, target: string, calendar: string, due: string) =>
    `${clock}: ${target} on ${calendar}, due ${due}`,
  paused: 'not known while it is paused',
  closed: 'closed',
  holiday: 'public holiday',
  exception: 'exception',
  counted: (time: string) => `${time} count`,
  nth: (day: number) => `business day ${day}`,
  lost: (time: string) => `${time} paused`,
  more: (days: number) => `${days} more days`,
};

const fr: typeof en = {
  heading: (priority, name, opened) => `${priority}${name === priority ? '' : ` (${name})`}, ouvert ${opened}`,
  clock: (clock, target, calendar, due) => `${clock} : ${target} sur ${calendar}, échéance ${due}`,
  paused: 'inconnue tant que le délai est suspendu',
  closed: 'fermé',
  holiday: 'jour férié',
  exception: 'exception',
  counted: (time) => `${time} comptées`,
  nth: (day) => `jour ouvré ${day}`,
  lost: (time) => `${time} suspendues`,
  more: (days) => `${days} jours de plus`,
};

/** What `tocsin when` says of a deadline, and `tocsin calendar` of the days that lead to it. */
export const EXPLAIN_WORDS: Readonly<Record<Language, typeof en>> = { en, fr };

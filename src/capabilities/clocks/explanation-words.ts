import type { Language } from '../../model/language.ts';
import { written } from '../../text/time.ts';

const en = {
  heading: (priority: string, name: string, opened: string) =>
    `${priority}${name === priority ? '' : ` (${name})`}, opened ${opened}`,
  clock: (clock: string, target: string, calendar: string, due: string) =>
    `${clock}: ${target} on ${calendar}, due ${due}`,
  paused: 'not known while it is paused',
  span: (from: string, to: string) => `${from}-${to}`,
  midnight: '24:00',
  closed: 'closed',
  holiday: 'public holiday',
  exception: 'exception',
  counted: (time: string) => `${time} count`,
  nth: (day: number) => `business day ${day}`,
  lost: (time: string) => `${time} paused`,
  more: (days: number) => `${days} more days`,
  none: 'No such deadline runs for this incident.',
  due: (target: string, start: string, due: string) => `${target} from ${start}, due **${due}**.`,
  calendar: (name: string, zone: string) => `Counted on the calendar ${name} (${zone}).`,
  changed: 'It was decided under an earlier target; the policy says something else now.',
};

/** "1 h comptée", "2 h comptées", "1 j compté": hours and minutes are feminine. */
function agreed(time: string, participle: string): string {
  const isOne = /^(?:1 \S+|moins d’une minute)$/.test(time);
  return `${time} ${participle}${/^\d+ j/.test(time) ? '' : 'e'}${isOne ? '' : 's'}`;
}

const fr: typeof en = {
  heading: (priority, name, opened) => `${priority}${name === priority ? '' : ` (${name})`}, ouvert ${opened}`,
  clock: (clock, target, calendar, due) => `${clock} : ${written('fr', target)} sur ${calendar}, échéance ${due}`,
  paused: 'inconnue tant que le délai est suspendu',
  span: (from, to) => `${from} – ${to}`,
  midnight: '24 h',
  closed: 'fermé',
  holiday: 'jour férié',
  exception: 'exception',
  counted: (time) => agreed(time, 'compté'),
  nth: (day) => `jour ouvré ${day}`,
  lost: (time) => agreed(time, 'suspendu'),
  more: (days) => `${days} jours de plus`,
  none: 'Aucun délai de ce nom ne court pour cet incident.',
  due: (target, start, due) => `${target} à partir de ${start}, échéance : **${due}**.`,
  calendar: (name, zone) => `Compté sur le calendrier ${name} (${zone}).`,
  changed: 'Il a été jugé selon un engagement antérieur ; la politique dit autre chose maintenant.',
};

/** What `/explain` and `tocsin when` say of a deadline, and `tocsin calendar` of the days that lead to it. */
export const EXPLAIN_WORDS: Readonly<Record<Language, typeof en>> = { en, fr };

import { DAY } from '../../calendar/length.ts';
import type { Language } from '../../model/language.ts';

/** Months as they begin in English and in French, without accents. */
const MONTHS = [
  ['jan'],
  ['feb', 'fev'],
  ['mar'],
  ['apr', 'avr'],
  ['may', 'mai'],
  ['jun', 'juin'],
  ['jul', 'juil'],
  ['aug', 'aou'],
  ['sep'],
  ['oct'],
  ['nov'],
  ['dec'],
] as const;

/** Days of the week likewise, from Sunday on. */
const WEEKDAYS = [
  ['sun', 'dim'],
  ['mon', 'lun'],
  ['tue', 'mar'],
  ['wed', 'mer'],
  ['thu', 'jeu'],
  ['fri', 'ven'],
  ['sat', 'sam'],
] as const;

const NEAR: Readonly<Record<string, number>> = { today: 0, "aujourd'hui": 0, tomorrow: 1, demain: 1 };
/** Words that say nothing of the day. */
const FILLERS = /^(?:at|on|the|of|a|le|les|du|de)$/;

interface Ground {
  readonly language: Language;
  /** The day on which it was written, in days since 1970. */
  readonly today: number;
}

/** The day that a text names, in days since 1970; `none` for a text without one, null for what is no day or might be another. */
export function dateIn(text: string, { language, today }: Ground): number | 'none' | null {
  const words = text.split(' ').filter((word) => word !== '' && !FILLERS.test(word));
  const weekday = words.length > 0 ? weekdayOf(words[0]!) : null;
  // `mar` is Tuesday in French, and March.
  const rest =
    weekday === null || (words.length === 2 && /^\d/.test(words[1]!) && isMonth(words)) ? words : words.slice(1);
  const days = rest.length === 0 ? null : dayOf(rest, language, today);
  if (rest.length === 0) return weekday === null ? 'none' : today + ((weekday - weekdayAt(today) + 7) % 7);
  if (days === null || (weekday !== null && rest !== words && weekdayAt(days) !== weekday)) return null;
  return days;
}

function dayOf(words: readonly string[], language: Language, today: number): number | null {
  const [only = ''] = words;
  if (words.length === 1) {
    if (Object.hasOwn(NEAR, only)) return today + NEAR[only]!;
    const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(only);
    if (iso) return dayAt(Number(iso[1]), Number(iso[2]), Number(iso[3]));
    const local = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4})$/.exec(only);
    if (!local) return null;
    const [day, month, year] = [Number(local[1]), Number(local[3]), Number(local[4])];
    // What some write for 5 December others write for 12 May.
    const isClear = language === 'fr' || local[2] === '.' || day > 12;
    return isClear ? dayAt(year, month, day) : null;
  }
  const [first = '', second = '', year, ...others] = words;
  if (others.length > 0 || (year !== undefined && !/^\d{4}$/.test(year))) return null;
  const [number, name] = /^\d/.test(first) ? [first, second] : [second, first];
  const day = /^(\d{1,2})(?:st|nd|rd|th|er|\.)?$/.exec(number)?.[1];
  const month = monthOf(name);
  if (day === undefined || month === null) return null;
  if (year !== undefined) return dayAt(Number(year), month, Number(day));
  const thisYear = new Date(today * DAY).getUTCFullYear();
  const found = dayAt(thisYear, month, Number(day));
  return found !== null && found >= today ? found : dayAt(thisYear + 1, month, Number(day));
}

/** A day of the calendar; null for one that there is not. */
function dayAt(year: number, month: number, day: number): number | null {
  const at = new Date(Date.UTC(year, month - 1, day));
  return at.getUTCMonth() === month - 1 && at.getUTCDate() === day ? at.getTime() / DAY : null;
}

function isMonth([first = '']: readonly string[]): boolean {
  return monthOf(first) !== null;
}

function monthOf(word: string): number | null {
  const at = MONTHS.findIndex((names) => names.some((name) => word.startsWith(name)));
  return /^[a-z]{3,9}\.?$/.test(word) && at >= 0 ? at + 1 : null;
}

/** From 0, Sunday. */
function weekdayOf(word: string): number | null {
  const at = WEEKDAYS.findIndex((names) => names.some((name) => word.startsWith(name)));
  return /^[a-z]{3,9}\.?$/.test(word) && at >= 0 ? at : null;
}

function weekdayAt(days: number): number {
  return (((days + 4) % 7) + 7) % 7;
}

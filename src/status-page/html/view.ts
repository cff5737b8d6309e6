import type { Element } from 'hast';
import { DateTime } from 'luxon';
import type { Instant } from '../../calendar/calendar.ts';
import type { Language } from '../../model/language.ts';
import { atHour, dated, duration, keptInstant, shortInstant } from '../../text/time.ts';
import type { Reader } from '../../text/time.ts';
import { pathBetween, placeOf } from '../address.ts';
import type { Board } from '../board.ts';
import type { PublicText } from '../page.ts';
import { pageWords } from '../words.ts';
import type { Words } from '../words.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';

/** One file of the site while it is written: in which language, and where it stands. */
export interface View {
  readonly board: Board;
  readonly language: Language;
  readonly words: Words;
  /** How its times are written: what is of the day on which the page is made has its hour alone. */
  readonly reader: Reader;
  /** Within the folder of its language. */
  readonly file: string;
  /** Where the root is, if the file may be served in the place of any other, so that no way from it holds. */
  readonly root: string | null;
}

export function viewOf(board: Board, language: Language, file: string): View {
  const { zone, at } = board.page;
  return { board, language, words: pageWords[language], reader: { language, zone, today: at }, file, root: null };
}

/** The view of the file that is served where there is none. */
export function missingViewOf(board: Board, language: Language): View {
  const root = `${new URL(board.page.url).pathname.replace(/\/$/, '')}/`;
  return { ...viewOf(board, language, 'index.html'), root };
}

/** What people wrote, in the language of the view. */
export function said({ language }: View, text: PublicText): string {
  return text[language];
}

/** The way from this file to another of the same language, or of the one that is named. */
export function hrefOf(view: View, to: string, language = view.language): string {
  return sharedHref(view, placeOf(view.board.page, language, to));
}

/** The way from this file to one that all languages share, by its path from the root. */
export function sharedHref({ board: { page }, language, file, root }: View, path: string): string {
  return root === null ? pathBetween(placeOf(page, language, file), path) : root + path;
}

/** A time as people read it, and as programs do; without a zone, which the head of the file names once. */
export function time({ reader }: View, at: Instant): Element {
  return timeElement(at, shortInstant(reader, at));
}

/** The same after a word such as "by"; French needs another word before an hour. */
export function timeAfter({ reader, language }: View, word: string, at: Instant): Content {
  const text = shortInstant(reader, at);
  const needsWord = language === 'fr' && atHour(text) !== text;
  return [`${word}${needsWord ? ' à' : ''} `, timeElement(at, text)];
}

/** A time with its day and its zone, for whoever reads the page much later than it was made. */
export function timeInFull({ reader }: View, at: Instant): Element {
  return timeElement(at, keptInstant(reader, at));
}

/** From one time to another, with the length. The day is named once if it is the same. */
export function timeRange(view: View, from: Instant, to: Instant): Content {
  const { zone, language } = view.reader;
  const start = DateTime.fromMillis(from, { zone });
  const isOneDay = start.hasSame(DateTime.fromMillis(to, { zone }), 'day');
  const end = isOneDay ? timeElement(to, shortInstant({ ...view.reader, today: to }, to)) : time(view, to);
  return [time(view, from), ' – ', end, ` (${duration(language, to - from)})`];
}

/** A name of a month or a day by a pattern of Luxon, in the zone of the page. */
export function dateText({ reader: { zone, language } }: View, at: Instant, pattern: string): string {
  return dated(DateTime.fromMillis(at, { zone, locale: language }), pattern);
}

function timeElement(at: Instant, text: string): Element {
  return h('time', { dateTime: new Date(at).toISOString().replace('.000Z', 'Z') }, text);
}

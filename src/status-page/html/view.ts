import type { Element } from 'hast';
import { DateTime } from 'luxon';
import type { Instant } from '../../calendar/calendar.ts';
import type { Language } from '../../model/language.ts';
import { atHour, dated, duration, keptInstant, shortInstant } from '../../text/time.ts';
import type { Reader } from '../../text/time.ts';
import { pathBetween, addressPlaceOf } from '../address.ts';
import type { Board } from '../board.ts';
import type { PublicText } from '../page.ts';
import { remembered } from '../remember.ts';
import { siteWords } from '../words.ts';
import type { StatusPageWords } from '../words.ts';
import { h } from './element.ts';
import type { Content } from './element.ts';

/** What all files of one language share. */
export interface Edition {
  readonly board: Board;
  readonly language: Language;
  readonly words: StatusPageWords;
  /** How its times are written: what is of the day on which the page is made has its hour alone. */
  readonly reader: Reader & { readonly today: Instant };
  /** A time without and with its day and zone. */
  readonly short: (at: Instant) => string;
  readonly inFull: (at: Instant) => string;
}

/** One file of the site while it is written: in which language, and where it stands. */
export interface View extends Edition {
  /** Within the folder of its language. */
  readonly file: string;
  /** Where the root is, if the file may be served in the place of any other, so that no way from it holds. */
  readonly root: string | null;
}

export function editionOf(board: Board, language: Language): Edition {
  const { zone, at } = board.page;
  const reader = { language, zone, today: at };
  return {
    board,
    language,
    words: siteWords[language],
    reader,
    // Zones are slow, and most times stand in several files.
    short: remembered((time) => shortInstant(reader, time)),
    inFull: remembered((time) => keptInstant(reader, time)),
  };
}

export function viewOf(edition: Edition, file: string): View {
  return { ...edition, file, root: null };
}

/** The view of the file that is served where there is none. */
export function missingViewOf(edition: Edition): View {
  const root = `${new URL(edition.board.page.url).pathname.replace(/\/$/, '')}/`;
  return { ...viewOf(edition, 'index.html'), root };
}

/** Whether a view is that of the front page, and not of what is served where there is none. */
export function isFront({ file, root }: View): boolean {
  return file === 'index.html' && root === null;
}

/** What people wrote, in the language of the view. */
export function said({ language }: View, text: PublicText): string {
  return text[language];
}

/** The way from this file to another of the same language, or of the one that is named. */
export function hrefOf(view: View, to: string, language = view.language): string {
  return sharedHref(view, addressPlaceOf(view.board.page, language, to));
}

/** The way from this file to one that all languages share, by its path from the root. */
export function sharedHref({ board: { page }, language, file, root }: View, path: string): string {
  return root === null ? pathBetween(addressPlaceOf(page, language, file), path) : root + path;
}

/** A time as people read it, and as programs do; without a zone, which the head of the file names once. */
export function htmlTime({ short }: View, at: Instant): Element {
  return timeElement(at, short(at));
}

/** The same after a word such as "by"; French needs another word before an hour. */
export function timeAfter({ short, language }: View, word: string, at: Instant): Content {
  const text = short(at);
  const needsWord = language === 'fr' && atHour(text) !== text;
  return [`${word}${needsWord ? ' à' : ''} `, timeElement(at, text)];
}

/** A time with its day and its zone, for whoever reads the page much later than it was made. */
export function timeInFull({ inFull }: View, at: Instant): Element {
  return timeElement(at, inFull(at));
}

/** From one time to another, with the length. The day is named once if it is the same. */
export function timeRange(view: View, from: Instant, to: Instant): Content {
  const { reader, language, short } = view;
  const [first, last] = [short(from), short(to)];
  const length = duration(language, to - from).replaceAll(' ', '\u00a0');
  const end = dayIn(first) === dayIn(last) ? shortInstant({ ...reader, today: to }, to) : last;
  return [timeElement(from, inRange(first)), ' – ', timeElement(to, inRange(end)), ` (${length})`];
}

/** All of a moment but its hour. */
function dayIn(moment: string): string {
  return moment.replace(/\d+(?::\d+|\u00a0h.*)$/, '');
}

/** A moment as an end of a range, in which French has no "à". */
function inRange(moment: string): string {
  return moment.replace(/ à (?=\d)/, ', ');
}

/** A name of a month or a day by a pattern of Luxon, in the zone of the page. */
export function dateText({ reader: { zone, language } }: View, at: Instant, pattern: string): string {
  return dated(DateTime.fromMillis(at, { zone, locale: language }), pattern);
}

/** When the page was made, under its heading: what is of that day has its hour alone, and its zone is that of all. */
export function asOf(view: View): Element {
  return h('p', { className: ['as-of'] }, `${view.words.site.asOf} `, timeInFull(view, view.board.page.at));
}

function timeElement(at: Instant, text: string): Element {
  return h('time', { dateTime: new Date(at).toISOString().replace('.000Z', 'Z') }, text);
}

import { MOST_PRIVATE_MINUTES } from '../capabilities/watch/policy.ts';
import type { Language } from '../model/language.ts';
import { loginOf } from '../model/login.ts';
import { KINDS, type KindName } from '../notify/kinds.ts';
import { parseSpan } from '../policy/hours.ts';
import { readZone, TEAM } from '../policy/names.ts';
import { nearest } from '../policy/wording.ts';
import { initWords, type InitWords } from './init-words.ts';

/** What is known before anybody is asked. */
export interface Surmise {
  readonly language: Language;
  readonly zone: string;
}

/** What a first policy is made from. */
export interface InitAnswers extends Surmise {
  /** Of the days from Monday to Friday: `09:00-17:00`. */
  readonly hours: string;
  readonly responders: readonly string[];
  /** A login; null leaves it to the owner of the repository. */
  readonly fallback: string | null;
  /** The kinds of notifiers: the first wakes people, the others get copies. */
  readonly pagers: readonly KindName[];
  /** The minutes a month that watches may take where the repository is private. */
  readonly privateMinutes: number;
}

/** A value, or what is wrong with a text that was to give it. */
type Read<Value> = { readonly value: Value } | { readonly wrong: string };

interface Question<Value> {
  /** The option that answers it. */
  readonly flag: string;
  /** What stands for its value in the help, and what that says of it. */
  readonly value: string;
  readonly does: string;
  readonly ask: (words: InitWords) => string;
  /** What an empty answer means, as somebody would type it. */
  readonly usual: (so: InitAnswers) => string;
  readonly read: (text: string, words: InitWords) => Read<Value>;
}

const NONE = { en: 'none', fr: 'aucun' } as const;
const PAGERS = Object.keys(KINDS) as KindName[];

/** Every question, in the order in which they are asked: the language of the others comes first. */
export const INIT_QUESTIONS: { readonly [K in keyof InitAnswers]: Question<InitAnswers[K]> } = {
  language: {
    flag: 'language',
    value: 'en|fr',
    does: 'The language of what people read.',
    ask: () => 'Language / Langue (en, fr)',
    usual: ({ language }) => language,
    read: (text, { wrong }) => {
      const found = (['en', 'fr'] as const).find((it) => text.toLowerCase().startsWith(it));
      return found ? { value: found } : { wrong: wrong.language(text) };
    },
  },
  responders: {
    flag: 'responder',
    value: 'LOGINS',
    does: 'Who answers first: logins with commas between them.',
    ask: ({ ask }) => ask.responders,
    usual: () => '',
    read: (text, words) => {
      const all = wordsIn(text);
      const wrong = all.find((word) => loginOf(word) === null);
      return wrong === undefined
        ? { value: [...new Map(all.map((word) => [loginOf(word)!.toLowerCase(), loginOf(word)!])).values()] }
        : notLogin(wrong, words);
    },
  },
  fallback: {
    flag: 'fallback',
    value: 'LOGIN',
    does: 'Whom to notify when nobody else can be reached.',
    ask: ({ ask }) => ask.fallback,
    usual: ({ responders }) => responders.at(-1) ?? '',
    read: (text, words) => {
      const login = loginOf(text);
      if (text === '') return { value: null };
      return login === null ? notLogin(text, words) : { value: login };
    },
  },
  zone: {
    flag: 'timezone',
    value: 'ZONE',
    does: 'The time zone, such as Europe/Berlin.',
    ask: ({ ask }) => ask.zone,
    usual: ({ zone }) => zone,
    read: (text, { wrong }) => {
      const read = readZone(text);
      return 'zone' in read ? { value: read.zone } : { wrong: wrong.zone(text, read.near) };
    },
  },
  hours: {
    flag: 'hours',
    value: '09:00-17:00',
    does: 'The office hours, Monday to Friday.',
    ask: ({ ask }) => ask.hours,
    usual: ({ hours }) => hours,
    read: (text, { wrong }) => {
      const span = parseSpan(
        text.replace(/(\d)\s*h\s*(\d\d)?/gi, (_, hour: string, minutes = '00') => `${hour}:${String(minutes)}`),
      );
      return span ? { value: span.join('-') } : { wrong: wrong.hours(text) };
    },
  },
  pagers: {
    flag: 'pager',
    value: 'KINDS',
    does: 'What wakes people: a kind of notifier, or none; further ones, after commas, get a copy of each page.',
    ask: ({ ask }) => ask.pagers,
    usual: ({ language }) => NONE[language],
    read: (text, { wrong }) => {
      const names = wordsIn(text.toLowerCase());
      if (names.length === 1 && /^(?:none|aucun|no|non)$/.test(names[0]!)) return { value: [] };
      if (text === '?') return { wrong: wrong.kinds(PAGERS.join(', ')) };
      const strange = names.find((name) => !PAGERS.includes(name as KindName));
      return strange === undefined
        ? { value: [...new Set(names as KindName[])] }
        : { wrong: wrong.pager(strange, nearest(strange, PAGERS)) };
    },
  },
  privateMinutes: {
    flag: 'private-minutes',
    value: 'MINUTES',
    does: 'The minutes a month that watches may take in a private repository, where GitHub bills them.',
    ask: ({ ask }) => ask.privateMinutes,
    usual: () => '0',
    read: (text, { wrong }) => {
      const minutes = /^\d{1,6}$/.test(text) ? Number(text) : Infinity;
      return minutes <= MOST_PRIVATE_MINUTES
        ? { value: minutes }
        : { wrong: wrong.privateMinutes(text, MOST_PRIVATE_MINUTES) };
    },
  },
};

function wordsIn(text: string): readonly string[] {
  return text.split(/[\s,;]+/).filter((word) => word !== '');
}

function notLogin(text: string, { wrong }: InitWords): { readonly wrong: string } {
  return { wrong: TEAM.test(text) ? wrong.team(text) : wrong.login(text) };
}

/** What holds where nobody answers anything. */
export function unasked(surmise: Surmise): InitAnswers {
  return { ...surmise, hours: '09:00-17:00', responders: [], fallback: null, pagers: [], privateMinutes: 0 };
}

/** Asks for one line; null where there is nobody left to answer. */
export type DialogLine = (prompt: string) => Promise<string | null>;

/** How somebody is asked; null where nobody can be. `speak` is told in which language. */
export interface Interviewer {
  readonly line: DialogLine | null;
  readonly print: (line: string) => void;
  readonly speak: (language: Language) => void;
}

/**
 * Goes through the questions: what an option has answered is not asked, an answer that makes no sense is asked for again, and where
 * nobody answers the usual holds. `given` has the options by their names, each of which has made sense.
 */
export async function interview(
  surmise: Surmise,
  given: ReadonlyMap<string, string>,
  { line, print, speak }: Interviewer,
): Promise<InitAnswers> {
  let answers: InitAnswers = unasked(surmise);
  for (const [key, question] of Object.entries(INIT_QUESTIONS)) {
    const usual = question.usual(answers);
    for (let text = given.get(question.flag) ?? (await answerOf(question, answers, line)); ;) {
      const words = initWords(answers.language);
      const read: Read<unknown> = question.read(text?.trim() || usual, words);
      if ('value' in read) {
        answers = { ...answers, [key]: read.value };
        speak(answers.language);
        break;
      }
      print(read.wrong);
      text = await answerOf(question, answers, line);
    }
  }
  return answers;
}

/** What somebody types; null if nobody does. */
async function answerOf(
  question: Question<unknown>,
  answers: InitAnswers,
  line: DialogLine | null,
): Promise<string | null> {
  const usual = question.usual(answers);
  return line && line(`${question.ask(initWords(answers.language))}${usual === '' ? '' : ` [${usual}]`} `);
}

import type { Language } from '../model/language.ts';
import { loginOf } from '../model/login.ts';
import { KINDS, type KindName } from '../notify/kinds.ts';
import { parseSpan } from '../policy/hours.ts';
import { readZone, wrongLogin } from '../policy/names.ts';
import { hint, quote } from '../policy/wording.ts';
import { initWords } from './init-words.ts';

/** What is known before anybody is asked. */
export interface Surmise {
  readonly language: Language;
  readonly zone: string;
}

/** What a first policy is made from. */
export interface Answers extends Surmise {
  /** Of the days from Monday to Friday: `09:00-17:00`. */
  readonly hours: string;
  readonly responders: readonly string[];
  /** A login; null leaves it to the owner of the repository. */
  readonly fallback: string | null;
  /** The kind of notifier; null for none. */
  readonly pager: KindName | null;
}

/** A value, or what is wrong with a text that was to give it. */
type Read<Value> = { readonly value: Value } | { readonly wrong: string };

interface Question<Value> {
  /** The option that answers it. */
  readonly flag: string;
  /** What stands for its value in the help, and what that says of it. */
  readonly value: string;
  readonly does: string;
  readonly ask: (so: Answers) => string;
  /** What an empty answer means, as somebody would type it. */
  readonly usual: (so: Answers) => string;
  readonly read: (text: string) => Read<Value>;
}

const NONE = 'none';
const PAGERS = Object.keys(KINDS) as KindName[];

/** Every question, in the order in which they are asked: the language of the others comes first. */
export const QUESTIONS: { readonly [K in keyof Answers]: Question<Answers[K]> } = {
  language: {
    flag: 'language',
    value: 'en|fr',
    does: 'The language of what people read.',
    ask: () => 'Language / Langue (en, fr)',
    usual: ({ language }) => language,
    read: (text) => {
      const found = (['en', 'fr'] as const).find((it) => text.toLowerCase().startsWith(it));
      return found ? { value: found } : { wrong: `${quote(text)} is not a language; expected en or fr` };
    },
  },
  responders: {
    flag: 'responder',
    value: 'LOGINS',
    does: 'Who answers first: logins with commas between them.',
    ask: ({ language }) => initWords(language).ask.responders,
    usual: () => '',
    read: (text) => {
      const words = text.split(/[\s,;]+/).filter((word) => word !== '');
      const wrong = words.find((word) => loginOf(word) === null);
      return wrong === undefined
        ? { value: [...new Map(words.map((word) => [loginOf(word)!.toLowerCase(), loginOf(word)!])).values()] }
        : { wrong: wrongLogin(wrong) ?? quote(wrong) };
    },
  },
  fallback: {
    flag: 'fallback',
    value: 'LOGIN',
    does: 'Whom to notify when nobody else can be reached.',
    ask: ({ language }) => initWords(language).ask.fallback,
    usual: ({ responders }) => responders.at(-1) ?? '',
    read: (text) => {
      const login = loginOf(text);
      if (text === '') return { value: null };
      return login === null ? { wrong: wrongLogin(text) ?? quote(text) } : { value: login };
    },
  },
  zone: {
    flag: 'timezone',
    value: 'ZONE',
    does: 'The time zone, such as Europe/Berlin.',
    ask: ({ language }) => initWords(language).ask.zone,
    usual: ({ zone }) => zone,
    read: (text) => {
      const read = readZone(text);
      return 'zone' in read ? { value: read.zone } : read;
    },
  },
  hours: {
    flag: 'hours',
    value: '09:00-17:00',
    does: 'The office hours, Monday to Friday.',
    ask: ({ language }) => initWords(language).ask.hours,
    usual: ({ hours }) => hours,
    read: (text) => {
      const span = parseSpan(
        text.replace(/(\d)\s*h\s*(\d\d)?/gi, (_, hour: string, minutes = '00') => `${hour}:${String(minutes)}`),
      );
      return span
        ? { value: span.join('-') }
        : { wrong: `${quote(text)} is not a time of opening; expected e.g. 09:00-17:00` };
    },
  },
  pager: {
    flag: 'pager',
    value: 'KIND',
    does: 'What wakes people: a kind of notifier, or none.',
    ask: ({ language }) => initWords(language).ask.pager([...PAGERS, NONE].join(', ')),
    usual: () => NONE,
    read: (text) => {
      const name = text.toLowerCase();
      if ([NONE, 'aucun', 'no', 'non'].includes(name)) return { value: null };
      const kind = PAGERS.find((it) => it === name);
      return kind ? { value: kind } : { wrong: `${quote(text)} is not a pager; ${hint(text, [...PAGERS, NONE])}` };
    },
  },
};

/** Asks for one line; null where there is nobody left to answer. */
export type Line = (prompt: string) => Promise<string | null>;

/**
 * Goes through the questions: what an option has answered is not asked, an answer that makes no sense is asked for again, and where
 * nobody answers the usual holds. `given` has the options by their names, each of which has made sense.
 */
export async function interview(
  surmise: Surmise,
  given: ReadonlyMap<string, string>,
  { line, print }: { readonly line: Line | null; readonly print: (line: string) => void },
): Promise<Answers> {
  let answers: Answers = { ...surmise, hours: '09:00-17:00', responders: [], fallback: null, pager: null };
  for (const [key, question] of Object.entries(QUESTIONS)) {
    const usual = question.usual(answers);
    for (let text = given.get(question.flag) ?? (await answerOf(question, answers, line)); ;) {
      const read: Read<unknown> = question.read(text === null || text.trim() === '' ? usual : text.trim());
      if ('value' in read) {
        answers = { ...answers, [key]: read.value };
        break;
      }
      print(read.wrong);
      text = await answerOf(question, answers, line);
    }
  }
  return answers;
}

/** What somebody types; null if nobody does. */
async function answerOf(question: Question<unknown>, answers: Answers, line: Line | null): Promise<string | null> {
  const usual = question.usual(answers);
  return line && line(`${question.ask(answers)}${usual === '' ? '' : ` [${usual}]`} `);
}

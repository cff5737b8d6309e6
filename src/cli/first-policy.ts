import { loadPolicy } from '../capabilities/load.ts';
import type { Language } from '../model/language.ts';
import { includesLogin } from '../model/login.ts';
import { PRIORITIES } from '../model/priority.ts';
import { POLICY_FILE } from '../policy/file.ts';
import { FIRST_POLICY, policyFrom } from '../setup/first-policy.ts';
import type { InitWords } from '../setup/init-words.ts';
import { interview, INIT_QUESTIONS, unasked, type InitAnswers, type Surmise } from '../setup/questions.ts';
import type { Scheme } from '../setup/schemes.ts';
import { BY_LABEL_ALONE, existingScheme, hasOtherBugs, isKnownPublic } from './adopting.ts';
import { optional, UsageError, type Options } from './arguments.ts';
import type { originIn } from './repository.ts';
import type { shortRehearsal } from './rehearse.ts';
import { isYes, type Dialog } from './terminal.ts';

/** The options that answer a question. */
export const FLAGS = Object.values(INIT_QUESTIONS).map(({ flag }) => flag);

/** Who is spoken to, and how. */
export interface Session {
  readonly options: Options;
  readonly print: (line: string) => void;
  readonly dialog: Dialog | null;
  readonly surmise: Surmise;
  /** The words to speak in from now on: whoever answers may choose others. */
  readonly words: () => InitWords;
  readonly speak: (language: Language) => void;
  /** The remote `origin` of this clone. */
  readonly origin: ReturnType<typeof originIn>;
  readonly now: number;
  readonly rehearse: typeof shortRehearsal;
}

/** A policy to begin with, and the owner of the repository if somebody says that it is a person. */
interface First {
  readonly text: string;
  readonly person: string | null;
}

/** The policy to begin with: of what somebody answers, or the built-in one; and by what the repository has already. */
export async function firstPolicy(session: Session): Promise<First> {
  const { options, print, dialog, surmise } = session;
  const answers = await answersOf(session);
  const words = session.words();
  const person = answers && (await personBehind(session, answers));
  const asking = { repo: optional(options, 'repo'), print, words };
  const scheme = await chosenScheme(session, await existingScheme(asking));
  const text = answers === null && scheme === null ? FIRST_POLICY : policyFrom(answers ?? unasked(surmise), scheme);

  const loaded = await loadPolicy(text, POLICY_FILE);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  const ask = async (question: string): Promise<boolean | null> => {
    const answer = dialog && (await dialog.line(question));
    return answer === null ? null : isYes(answer, false);
  };
  // Where every bug has a priority, that alone makes no incident.
  if (!(await hasOtherBugs(loaded.policy, { ...asking, ask }))) return { text, person };
  print(words.labels.written(BY_LABEL_ALONE));
  const last = `${BY_LABEL_ALONE}                # ${words.labels.comment}\n`;
  return { text: `${text.trimEnd()}\n${last}`, person };
}

/** The owner of the repository, where the answers rely on it and somebody says that it is a person. Otherwise what that means is printed. */
async function personBehind(session: Session, { responders, fallback }: InitAnswers): Promise<string | null> {
  const { print, dialog, origin } = session;
  const { ask, organisation } = session.words();
  const owner = origin?.owner ?? '';
  const isNamed = includesLogin([...responders, fallback ?? ''], owner);
  if (owner === '' || !(isNamed || fallback === null)) return null;
  if (dialog && isYes(await dialog.line(ask.isPerson(owner)), false)) return owner;
  if (isNamed) print(organisation(owner, POLICY_FILE));
  return null;
}

/** What somebody answers, by options or when asked; null where nobody does. */
async function answersOf({ options, print, dialog, surmise, words, speak }: Session): Promise<InitAnswers | null> {
  const given = new Map(
    FLAGS.flatMap((flag) => (optional(options, flag) === null ? [] : [[flag, optional(options, flag)!]])),
  );
  for (const { flag, read } of Object.values(INIT_QUESTIONS)) {
    const text = given.get(flag);
    const result = text === undefined ? null : read(text.trim(), words());
    if (result && 'wrong' in result) throw new UsageError(`--${flag}${words().colon}${result.wrong}`);
  }
  const line = dialog?.line ?? null;
  if (given.size === 0 && line === null) return null;
  // Minutes that cost nothing are not asked for.
  const { flag } = INIT_QUESTIONS.privateMinutes;
  const isFree = line !== null && !given.has(flag) && (await isKnownPublic(optional(options, 'repo')));
  return interview(surmise, isFree ? new Map([...given, [flag, '0']]) : given, { line, print, speak });
}

/** The scheme of the repository, if somebody wants it, or nobody says otherwise. */
async function chosenScheme({ print, dialog, words }: Session, scheme: Scheme | null): Promise<Scheme | null> {
  if (scheme === null) return null;
  const found = PRIORITIES.flatMap((it) => (scheme[it] === undefined ? [] : [`${it} = ${scheme[it]}`])).join(', ');
  if (dialog && !isYes(await dialog.line(words().ask.scheme(found)), true)) return null;
  print(words().scheme(found));
  return scheme;
}

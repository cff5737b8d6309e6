import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { loadPolicy } from '../capabilities/load.ts';
import type { Language } from '../model/language.ts';
import { PRIORITIES } from '../model/priority.ts';
import { POLICY_FILE, policyPaths } from '../policy/file.ts';
import { generatedFiles, standingOf, type GeneratedFile } from '../setup/files.ts';
import { FIRST_POLICY, policyFrom } from '../setup/first-policy.ts';
import { initWords } from '../setup/init-words.ts';
import { nextSteps } from '../setup/next-steps.ts';
import { interview, QUESTIONS, type Answers, type Surmise } from '../setup/questions.ts';
import type { Scheme } from '../setup/schemes.ts';
import { optional, readOptions, UsageError, type Options } from './arguments.ts';
import { BY_LABEL_ALONE, existingScheme, hasOtherBugs } from './adopting.ts';
import { labelOf, pathInside, readIfThere } from './files.ts';
import { objectionTo } from './place.ts';
import { policyOf, readPolicyFile } from './policy.ts';
import { gitConfig, originIn } from './repository.ts';
import { shortRehearsal } from './rehearse.ts';
import { LABEL_OPTION, POLICY_OPTION, REPO_OPTION } from './options.ts';
import type { Subcommand } from './subcommand.ts';
import { AbandonedError, INTERRUPTED, isYes, openDialog, type Dialog } from './terminal.ts';

const FLAGS = Object.values(QUESTIONS).map(({ flag }) => flag);

const OPTIONS = {
  policy: POLICY_OPTION,
  label: LABEL_OPTION,
  repo: REPO_OPTION,
  ...Object.fromEntries(
    Object.values(QUESTIONS).map(({ flag, value, does }) => [flag, { type: 'string', value, does } as const]),
  ),
  yes: { type: 'boolean', does: 'Ask nothing: what no option says is built in.' },
  ask: { type: 'boolean', does: 'Ask even without a terminal, and read the answers from what is piped in.' },
  force: { type: 'boolean', does: 'Write also over files that were not written from this policy.' },
  here: { type: 'boolean', does: 'Write here whatever speaks against it, such as another remote than --repo.' },
} as const;

/** What the command takes from its surroundings. */
interface Surroundings {
  /** Opens a dialog with whoever is there; null where nobody can be. */
  readonly dialog: (isWanted: boolean) => Dialog | null;
  /** What the machine tells of whoever sits at it. */
  readonly surmise: Omit<Surmise, 'owner'>;
  readonly now: () => number;
  /** What a policy does, in short: lines for people. */
  readonly rehearse: typeof shortRehearsal;
}

/** Who is spoken to, and how. */
interface Session {
  readonly options: Options;
  readonly print: (line: string) => void;
  readonly dialog: Dialog | null;
  readonly surmise: Surmise;
  readonly now: number;
  readonly rehearse: typeof shortRehearsal;
}

/**
 * The command in given surroundings. It writes the workflow, the issue forms and a first policy into a repository, and brings up to date
 * what it wrote before. With a terminal it asks; with `--ask` it takes answers from a pipe; without either it goes by the options.
 */
export function initIn({ dialog, surmise, now, rehearse }: Surroundings): Subcommand {
  return {
    usage:
      'init [--language en|fr] [--responder LOGINS] [--fallback LOGIN] [--timezone ZONE] [--hours 09:00-17:00] [--pager KIND] [--yes | --ask] [--policy FILE] [--label NAME] [--repo OWNER/NAME] [--force] [--here]',
    does: 'Write what a repository needs, or bring it up to date: workflow, issue forms, a first policy; asks what it must know.',
    options: OPTIONS,
    examples: ['init', 'init --responder alice,bob --fallback grace --timezone Europe/Berlin --pager slack --yes'],
    fails: null,
    run: async (args, print) => {
      const options = readOptions(args, OPTIONS);
      if (options.positionals.length > 0) throw new UsageError('init takes no file; expected --policy FILE');
      const opened = options.values.yes === true ? null : dialog(options.values.ask === true);
      try {
        const owner = originIn((await gitConfig()) ?? '')?.owner ?? null;
        return await begin({ options, print, dialog: opened, surmise: { ...surmise, owner }, rehearse, now: now() });
      } catch (error) {
        // All questions come before the first file.
        if (!(error instanceof AbandonedError)) throw error;
        print(initWords(surmise.language).place.nothing);
        return INTERRUPTED;
      } finally {
        opened?.close();
      }
    },
  };
}

/** Asks at the terminal. */
export const init: Subcommand = initIn({
  dialog: (isWanted) => (isWanted || process.stdin.isTTY ? openDialog(process.stdin, process.stdout) : null),
  surmise: {
    language: languageOf(process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || ''),
    zone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  },
  now: () => Date.now(),
  rehearse: shortRehearsal,
});

/** The language of a locale such as `fr_FR.UTF-8`; English where it is another. */
export function languageOf(locale: string): Language {
  return /^fr(?![a-z])/i.test(locale) ? 'fr' : 'en';
}

async function begin(session: Session): Promise<number> {
  const { options, print, now } = session;
  const named = optional(options, 'policy') ?? (await readPolicyFile(null)).file;
  const policyFile = pathInside(named);
  if (policyFile === null) throw new UsageError(`--policy: ${named} is not in this directory; expected a file of it`);
  if (!(await mayWrite(session))) return 2;
  const incidentLabel = labelOf(options);

  const isUsual = policyPaths(POLICY_FILE).includes(policyFile);
  const isThere = (await readIfThere(policyFile)) !== null;
  // What is wrong with a policy that is there is told before anything is asked or written.
  if (isThere || !isUsual) await policyOf(options);
  if (isThere) refuseAnswers(options, policyFile, session.surmise.language);
  let isNews = false;
  if (isUsual) {
    if (!isThere) await write(policyFile, await firstPolicy(session));
    isNews = !isThere;
    print(isThere ? `${policyFile} is yours: left alone` : `${policyFile} written: change it, then run init again`);
  }
  const policy = await policyOf(options);
  for (const file of generatedFiles({ policy, policyFile, incidentLabel })) {
    const line = await bring(file, policyFile, options.values.force === true);
    if (line === null) continue;
    print(`${file.path} ${line.text}`);
    isNews ||= line.isNews;
  }
  if (!isNews) return 0;
  for (const line of nextSteps(policy, { policyFile, incidentLabel })) print(line);
  print('');
  print(initWords(policy.language).rehearsal);
  print('');
  for (const line of await session.rehearse(policy, policyFile, now)) print(line);
  return 0;
}

/** Whether this is where the files are to go. Throws a UsageError where something speaks against it and nobody can be asked. */
async function mayWrite({ options, print, dialog, surmise }: Session): Promise<boolean> {
  if (options.values.here === true) return true;
  const { place, ask } = initWords(surmise.language);
  const objection = await objectionTo(optional(options, 'repo'), surmise.language);
  if (objection === null) return true;
  if (dialog === null) throw new UsageError(`${objection}; ${place.refused}`);
  if (isYes(await dialog.line(ask.here(objection)), false)) return true;
  print(place.nothing);
  return false;
}

/** An answer to a question that is not asked any more would be lost in silence. */
function refuseAnswers(options: Options, policyFile: string, language: Language): void {
  const flag = FLAGS.find((it) => optional(options, it) !== null);
  if (flag !== undefined) throw new UsageError(initWords(language).unused(flag, policyFile));
}

/** The policy to begin with: of what somebody answers, or the built-in one; and by what the repository has already. */
async function firstPolicy(session: Session): Promise<string> {
  const { options, print, dialog } = session;
  const answers = await answersOf(session);
  const repo = optional(options, 'repo');
  const scheme = await chosenScheme(session, answers, await existingScheme(repo, print));
  const text =
    answers === null && scheme === null ? FIRST_POLICY : policyFrom(answers ?? usualAnswers(session), scheme);

  const loaded = await loadPolicy(text, POLICY_FILE);
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  const ask = async (question: string): Promise<boolean | null> => {
    const answer = dialog && (await dialog.line(`${question} [y/N] `));
    return answer === null ? null : isYes(answer, false);
  };
  // Where every bug has a priority, that alone makes no incident.
  if (!(await hasOtherBugs(loaded.policy, { repo, print, ask }))) return text;
  print(`${BY_LABEL_ALONE} written: only the incident label makes an issue an incident`);
  return `${text.trimEnd()}\n${BY_LABEL_ALONE}                # a priority label alone makes no incident\n`;
}

/** What somebody answers, by options or when asked; null where nobody does. */
async function answersOf({ options, print, dialog, surmise }: Session): Promise<Answers | null> {
  const given = new Map(
    FLAGS.flatMap((flag) => (optional(options, flag) === null ? [] : [[flag, optional(options, flag)!]])),
  );
  for (const { flag, read } of Object.values(QUESTIONS)) {
    const text = given.get(flag);
    const result = text === undefined ? null : read(text.trim());
    if (result && 'wrong' in result) throw new UsageError(`--${flag}: ${result.wrong}`);
  }
  return given.size === 0 && dialog === null ? null : interview(surmise, given, { line: dialog?.line ?? null, print });
}

function usualAnswers({ surmise }: Session): Answers {
  return { ...surmise, hours: '09:00-17:00', responders: [], fallback: null, pager: null };
}

/** The scheme of the repository, if somebody wants it, or nobody says otherwise. */
async function chosenScheme(
  { print, dialog }: Session,
  answers: Answers | null,
  scheme: Scheme | null,
): Promise<Scheme | null> {
  if (scheme === null) return null;
  const words = initWords(answers?.language ?? 'en');
  const found = PRIORITIES.flatMap((it) => (scheme[it] === undefined ? [] : [`${it} = ${scheme[it]}`])).join(', ');
  if (dialog && !isYes(await dialog.line(words.ask.scheme(found)), true)) return null;
  print(words.scheme(found));
  return scheme;
}

/** What was done about a file, and whether it is another than before. */
interface Brought {
  readonly text: string;
  readonly isNews: boolean;
}

/** Makes a file what it should be, and says what was done; null if there is nothing to say. */
async function bring(file: GeneratedFile, policyFile: string, force: boolean): Promise<Brought | null> {
  const { path, text } = file;
  const standing = standingOf(file, policyFile, await readIfThere(path));
  if (standing === 'unwanted') {
    await rm(path);
    return { text: 'removed: the policy has no such form any more', isNews: true };
  }
  if (text === null) return null;
  if (standing === 'good') return { text: 'is up to date', isNews: false };
  if (standing === 'foreign' && !force)
    return { text: 'was not written from this policy: left alone (--force writes it all the same)', isNews: false };
  await write(path, text);
  const done = standing === 'missing' ? 'written' : standing === 'stale' ? 'brought up to date' : 'written over';
  return { text: done, isNews: true };
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

import { zoneWarnings } from '../capabilities/reader/zones.ts';
import type { Language } from '../model/language.ts';
import { POLICY_FILE, policyPaths } from '../policy/file.ts';
import { generatedFiles } from '../setup/files.ts';
import { initWords, type InitWords } from '../setup/init-words.ts';
import { nextSteps } from '../setup/next-steps.ts';
import { INIT_QUESTIONS, type Surmise } from '../setup/questions.ts';
import { optional, readOptions, UsageError, type Options } from './arguments.ts';
import { bring, bringFile } from './bring.ts';
import { program } from './called.ts';
import { labelOf, pathInside, readIfThere } from './files.ts';
import { firstPolicy, FLAGS, type Session } from './first-policy.ts';
import { objectionTo } from './place.ts';
import { policyOf, readPolicyFile } from './policy.ts';
import { gitConfig, originIn } from './repository.ts';
import { shortRehearsal } from './rehearse.ts';
import { LABEL_OPTION, POLICY_OPTION, REPO_OPTION } from './options.ts';
import type { Subcommand } from './subcommand.ts';
import { AbandonedError, INTERRUPTED, isYes, openDialog, type Dialog } from './terminal.ts';

const OPTIONS = {
  policy: POLICY_OPTION,
  label: LABEL_OPTION,
  repo: REPO_OPTION,
  ...Object.fromEntries(
    Object.values(INIT_QUESTIONS).map(({ flag, value, does }) => [flag, { type: 'string', value, does } as const]),
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
  readonly surmise: Surmise;
  readonly now: () => number;
  /** What a policy does, in short: lines for people. */
  readonly rehearse: typeof shortRehearsal;
}

/**
 * The command in given surroundings. It writes the workflow, the issue forms and a first policy into a repository, and brings up to date
 * what it wrote before. With a terminal it asks; with `--ask` it takes answers from a pipe; without either it goes by the options.
 */
export function initIn({ dialog, surmise, now, rehearse }: Surroundings): Subcommand {
  return {
    usage:
      'init [--language en|fr] [--responder LOGINS] [--fallback LOGIN] [--timezone ZONE] [--hours 09:00-17:00] [--pager KIND] [--private-minutes MINUTES] [--yes | --ask] [--policy FILE] [--label NAME] [--repo OWNER/NAME] [--force] [--here]',
    does: 'Write what a repository needs, or bring it up to date: workflow, issue forms, a first policy; asks what it must know.',
    options: OPTIONS,
    examples: ['init', 'init --responder alice,bob --fallback grace --timezone Europe/Berlin --pager slack --yes'],
    fails: null,
    run: async (args, print) => {
      const options = readOptions(args, OPTIONS);
      const asked = INIT_QUESTIONS.language.read(optional(options, 'language') ?? surmise.language, initWords('en'));
      let language = 'value' in asked ? asked.value : surmise.language;
      const words = (): InitWords => initWords(language);
      const speak = (chosen: Language): void => {
        language = chosen;
      };
      if (options.positionals.length > 0) throw new UsageError(words().files.none);
      const opened = options.values.yes === true ? null : dialog(options.values.ask === true);
      try {
        const origin = originIn((await gitConfig()) ?? '');
        const spoken = { words, speak, surmise: { ...surmise, language } };
        return await begin({ options, print, dialog: opened, ...spoken, origin, rehearse, now: now() });
      } catch (error) {
        // All questions come before the first file.
        if (!(error instanceof AbandonedError)) throw error;
        print(words().place.nothing);
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
  const { options, print, now, origin, words, speak } = session;
  const named = optional(options, 'policy') ?? (await readPolicyFile(null)).file;
  const policyFile = pathInside(named);
  if (policyFile === null) throw new UsageError(words().files.outside(named));
  if (!(await mayWrite(session))) return 2;
  const incidentLabel = labelOf(options);

  const isUsual = policyPaths(POLICY_FILE).includes(policyFile);
  const isThere = (await readIfThere(policyFile)) !== null;
  // What is wrong with a policy that is there is told before anything is asked or written.
  if (isThere || !isUsual) speak((await policyOf(options)).language);
  if (isThere) refuseAnswers(options, policyFile, words());
  const isFirst = isUsual && !isThere;
  const first = isFirst ? await firstPolicy(session) : null;
  if (first !== null) await bringFile(policyFile, first.text);
  const policy = await policyOf(options);
  speak(policy.language);
  if (isUsual) print(isFirst ? words().files.first(policyFile) : words().files.there(policyFile));
  // Nobody runs `check` before the first incident.
  if (isFirst) for (const line of zoneWarnings(policy)) print(line);
  let isNews = isFirst;
  const bringing = { policyFile, force: options.values.force === true, words: words().files };
  for (const file of generatedFiles({ policy, policyFile, incidentLabel })) {
    const line = await bring(file, bringing);
    if (line === null) continue;
    print(`${file.path} ${line.text}`);
    isNews ||= line.isNews;
  }
  if (!isNews) return 0;
  const repository = optional(options, 'repo') ?? (origin && `${origin.owner}/${origin.name}`);
  const called = program();
  for (const line of nextSteps(policy, { policyFile, incidentLabel, program: called, repository })) print(line);
  print('');
  print(words().rehearsal(`${called} rehearse`));
  print('');
  const written = { file: policyFile, person: first?.person ?? null };
  for (const line of await session.rehearse(policy, written, now)) print(line);
  return 0;
}

/** Whether this is where the files are to go. Throws a UsageError where something speaks against it and nobody can be asked. */
async function mayWrite({ options, print, dialog, origin, words }: Session): Promise<boolean> {
  const { place, ask } = words();
  const objection = options.values.here === true ? null : await objectionTo(optional(options, 'repo'), place);
  if (objection !== null && dialog === null) throw new UsageError(`${objection}; ${place.refused}`);
  if (objection !== null && !isYes(await dialog!.line(ask.here(objection)), false)) {
    print(place.nothing);
    return false;
  }
  if (origin !== null && !isGitHub(origin.host)) print(place.elsewhere(origin.host));
  return true;
}

/** Whether a host may well be one of GitHub: its own, one of its customers, or one that somebody says is. */
function isGitHub(host: string): boolean {
  return host.split('.').includes('github') || host.endsWith('.ghe.com') || Boolean(process.env.GITHUB_API_URL);
}

/** An answer to a question that is not asked any more would be lost in silence. */
function refuseAnswers(options: Options, policyFile: string, { unused }: InitWords): void {
  const flag = FLAGS.find((it) => optional(options, it) !== null);
  if (flag !== undefined) throw new UsageError(unused(flag, policyFile));
}

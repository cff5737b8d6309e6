import type { Instant } from '../calendar/calendar.ts';
import { takeMoment } from '../capabilities/common/moment.ts';
import { loadPolicy } from '../capabilities/load.ts';
import type { Category } from '../capabilities/category/policy.ts';
import type { Policy } from '../capabilities/policy.ts';
import { loginOf } from '../model/login.ts';
import { PRIORITIES, type Priority } from '../model/priority.ts';
import type { Ownership } from '../rehearsal/rehearse/ground.ts';
import { formatProblem } from '../policy/problem.ts';
import { either, notAmong } from '../policy/wording.ts';
import { WORKFLOW } from '../setup/files.ts';
import { lackingSecrets } from '../setup/secrets.ts';
import { program } from './called.ts';
import { gitConfig, originIn } from './repository.ts';
import { optional, readOptions, UsageError, type Options } from './arguments.ts';
import { pathInside, readIfThere } from './files.ts';
import { readPolicyFile } from './policy.ts';
import { JSON_OPTION, POLICY_OPTION } from './options.ts';
import type { Subcommand } from './subcommand.ts';

const OPTIONS = {
  policy: POLICY_OPTION,
  story: { type: 'string', value: 'FILE', does: 'A YAML file of what people do when; see docs/rehearse.md.' },
  at: { type: 'string', value: 'TIME', does: 'When it opens, as "2026-11-20 18:30"; else next Friday, 18:30.' },
  priority: { type: 'string', value: 'P0', does: 'The priority to play instead of P0 and P2.' },
  category: { type: 'string', value: 'NAME', does: 'The category that the incident has.' },
  owner: { type: 'string', value: 'LOGIN', does: 'Whose the repository is, where the policy relies on its owner.' },
  json: JSON_OPTION,
} as const;

/** What is played unless somebody says otherwise: what wakes people, and what waits for the morning. */
const USUAL: readonly Priority[] = ['P0', 'P2'];

/** Plays incidents under a policy, and says who would be notified of what, when and how. Exits with 1 if something reaches nobody. */
export const rehearseCommand: Subcommand = {
  usage:
    'rehearse [--policy FILE] [--story FILE | --priority P0 --category NAME] [--at "2026-11-20 18:30"] [--owner LOGIN] [--json]',
  does: 'Play incidents under the policy with its people: who is notified of what, when and how, and what reaches nobody.',
  options: OPTIONS,
  examples: ['rehearse', 'rehearse --policy .github/tocsin.yml --priority P1 --at "2026-11-20 18:30"'],
  fails: 'something would reach nobody',
  run: async (args, print) => {
    const options = readOptions(args, OPTIONS);
    if (options.positionals.length > 0) throw new UsageError('rehearse takes no file; expected --policy FILE');
    const { file, text } = await readPolicyFile(optional(options, 'policy'));
    const loaded = await loadPolicy(text, file);
    if (!loaded.ok) return failed(loaded.problems.map(formatProblem), print);
    const { policy } = loaded;
    const now = Date.now();
    const [at, play] = [readStart(options, policy, now), await readPlay(options, policy)];
    const ownership = await ownershipOf(readOwner(options));
    const lacking = { file: WORKFLOW, secrets: await secretsLacking(policy, file) };

    // The other commands start sooner without an embedded GitHub.
    const { performRehearsals } = await import('../rehearsal/rehearse/perform.ts');
    const performed = await performRehearsals({ policy, text, ownership, lacking, now, at, play });
    if (!performed.ok) return failed(performed.problems, print);
    if (options.values.json) print(JSON.stringify({ policy: file, ...performed.json }));
    else for (const line of performed.lines) print(line);
    return performed.isReached ? 0 : 1;
  },
};

/** Says why nothing could be played; that is no finding about who is notified. */
function failed(problems: readonly string[], print: (line: string) => void): number {
  for (const problem of problems) print(problem);
  return 2;
}

/** A file of this directory to which a policy has just been written, and the owner of the repository if somebody says that it is a person. */
interface Written {
  readonly file: string;
  readonly person: string | null;
}

/** A P0 that nobody answers, under a policy that is new; lines for people. */
export async function shortRehearsal(
  policy: Policy,
  { file, person }: Written,
  now: Instant,
): Promise<readonly string[]> {
  const { performRehearsals } = await import('../rehearsal/rehearse/perform.ts');
  const performed = await performRehearsals({
    policy,
    text: await readIfThere(file),
    ownership: await ownershipOf(person),
    lacking: { file: WORKFLOW, secrets: await secretsLacking(policy, file) },
    now,
    at: null,
    play: { priorities: ['P0'], category: null, isShort: true },
  });
  return performed.ok ? performed.lines : performed.problems;
}

/** The story of one's own, or which built-in ones. */
async function readPlay(
  options: Options,
  policy: Policy,
): Promise<
  | { readonly file: string; readonly text: string }
  | { readonly priorities: readonly Priority[]; readonly category: Category | null }
> {
  const [story, priority] = [optional(options, 'story'), readPriority(options)];
  const category = readCategory(options, policy);
  if (story === null) return { priorities: priority === null ? USUAL : [priority], category };
  for (const name of ['priority', 'category'])
    if (optional(options, name) !== null)
      throw new UsageError(`--${name} goes without --story: the story says it itself`);
  const text = await readIfThere(story);
  if (text === null) throw new UsageError(`--story: there is no ${story}`);
  return { file: story, text };
}

function readPriority(options: Options): Priority | null {
  const given = optional(options, 'priority');
  const priority = PRIORITIES.find((it) => it === given?.toUpperCase()) ?? null;
  if (given !== null && priority === null)
    throw new UsageError(`--priority: "${given}" is not a priority; expected ${either(PRIORITIES)}`);
  return priority;
}

function readCategory(options: Options, { categories }: Policy): Category | null {
  const given = optional(options, 'category');
  const category = categories.find(({ name }) => name === given) ?? null;
  const names = categories.map(({ name }) => name);
  if (given !== null && category === null)
    throw new UsageError(`--category: ${notAmong(given, 'a category of the policy', names, 'the policy has none')}`);
  return category;
}

/** When it begins; a time without a date is the next one. */
function readStart(options: Options, { zone }: Policy, now: Instant): Instant | null {
  const given = optional(options, 'at');
  if (given === null) return null;
  const taken = takeMoment(given.trim().split(/\s+/), { zone, at: now }, now);
  if (taken?.rest.length === 0) return taken.moment;
  throw new UsageError(`--at: "${given}" is not a time; expected e.g. "2026-11-20 18:30"`);
}

async function ownershipOf(person: string | null): Promise<Ownership> {
  const account = loginOf(originIn((await gitConfig()) ?? '')?.owner ?? '');
  return { person, account, command: `${program()} rehearse` };
}

function readOwner(options: Options): string | null {
  const given = optional(options, 'owner');
  const login = given === null ? null : loginOf(given);
  if (given !== null && login === null) throw new UsageError(`--owner: "${given}" is not a login; expected e.g. alice`);
  return login;
}

/** What the workflow in this directory does not pass on, if it is there and is for this policy. */
async function secretsLacking(policy: Policy, file: string): Promise<ReadonlyMap<string, string>> {
  const workflow = await readIfThere(WORKFLOW);
  const policyFile = pathInside(file);
  return workflow === null || policyFile === null ? new Map() : lackingSecrets(policy, policyFile, workflow);
}

import { pageWords } from '../notify/words.ts';
import { notifierKind } from '../notify/kinds.ts';
import { livePager } from '../notify/live.ts';
import type { Notifier, Page } from '../notify/message.ts';
import type { Pager } from '../notify/send.ts';
import { type Policy } from '../capabilities/policy.ts';
import { PRIORITIES, type Priority } from '../model/priority.ts';
import { either } from '../policy/wording.ts';
import { optional, readOptions, UsageError, type Options } from './arguments.ts';
import { POLICY_OPTION } from './options.ts';
import type { Subcommand } from './subcommand.ts';
import { policyOf } from './policy.ts';

const OPTIONS = {
  test: { type: 'boolean', does: 'Send test pages; required, because they wake people.' },
  notifier: { type: 'string', value: 'NAME', does: 'One notifier of the policy; all of them unless given.' },
  priority: { type: 'string', value: 'P0', does: 'Only the notifiers that take pages of this priority.' },
  policy: POLICY_OPTION,
} as const;

/** The part of a policy that this command reads. */
type Paging = Pick<Policy, 'language' | 'notifiers'>;

/** What the command takes from its surroundings. */
interface Surroundings {
  readonly policyOf: (options: Options) => Promise<Paging>;
  readonly pager: () => Pager;
  readonly now: () => number;
  /** `owner/name`, where it is known. */
  readonly repository: string | undefined;
}

/** The command in given surroundings. It exits with 1 if any test page fails, or if there is nobody to page. */
export function pageIn(surroundings: Surroundings): Subcommand {
  return {
    usage: 'page --test [--notifier NAME] [--priority P0] [--policy FILE]',
    does: 'Send a test page through every notifier, or one; it wakes people.',
    options: OPTIONS,
    examples: ['page --test', 'page --test --notifier chat'],
    fails: 'a test page did not arrive, or there is nobody to page',
    run: async (args, print) => {
      const options = readOptions(args, OPTIONS);
      if (options.values.test !== true || options.positionals.length > 0)
        throw new UsageError('page sends tests only; expected --test');
      const priority = readPriority(options);
      const { language, notifiers } = await surroundings.policyOf(options);
      const words = pageWords(language).report;
      const meant = choose(notifiers, optional(options, 'notifier'), priority);
      if (meant.length === 0) {
        print(notifiers.length === 0 || priority === null ? words.none : words.nonFor(priority));
        return 1;
      }
      const pager = surroundings.pager();
      const at = surroundings.now();
      let failures = 0;
      for (const notifier of meant) {
        const page = testPage(language, priority ?? notifier.for[0] ?? 'P0', at, surroundings.repository);
        const sent = await pager.send(notifier, page);
        const kind = notifierKind(notifier).title;
        if (sent.ok) print(words.sent(notifier.name, kind), 'good');
        else {
          print(words.failed(notifier.name, kind, sent.why), 'bad');
          failures++;
        }
      }
      return failures === 0 ? 0 : 1;
    },
  };
}

/** Sends test pages the whole way. */
export const page: Subcommand = pageIn({
  policyOf,
  pager: () => livePager(process.env),
  now: () => Date.now(),
  repository: process.env.GITHUB_REPOSITORY,
});

function readPriority(options: Options): Priority | null {
  const given = optional(options, 'priority');
  if (given === null) return null;
  const priority = PRIORITIES.find((it) => it === given.toUpperCase());
  if (!priority) throw new UsageError(`--priority: "${given}" is not a priority; expected ${either(PRIORITIES)}`);
  return priority;
}

/** The notifiers to test: the named one, or those for the priority, or all. */
function choose(notifiers: readonly Notifier[], name: string | null, priority: Priority | null): readonly Notifier[] {
  if (name === null) return notifiers.filter((notifier) => priority === null || notifier.for.includes(priority));
  const named = notifiers.filter((notifier) => notifier.name === name);
  if (named.length > 0) return named;
  const known = notifiers.map((notifier) => notifier.name);
  throw new UsageError(
    `--notifier: there is no "${name}"; ${known.length === 0 ? 'the policy has none' : `expected ${either(known)}`}`,
  );
}

/** Each test has a step of its own, so that no receiver takes it for an earlier one. */
function testPage(language: Policy['language'], priority: Priority, at: number, repository = 'tocsin'): Page {
  const { title, summary } = pageWords(language).test;
  return {
    action: 'test',
    key: repository,
    step: `page-test:${new Date(at).toISOString()}`,
    repository,
    number: null,
    priority,
    title,
    details: [],
    until: null,
    summary,
    url: repository.includes('/') ? `https://github.com/${repository}` : null,
    runbook: null,
    at,
    language,
  };
}

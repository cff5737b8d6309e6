import * as z from 'zod/mini';
import { DAY, HOUR } from '../../calendar/length.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { wallTime } from '../../policy/duration.ts';
import { list, map, named, not, oneOf, text, wholeNumber } from '../../policy/expect.ts';
import { key, required, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue, line, reference } from '../../policy/values.ts';
import { notAmong, quote } from '../../policy/wording.ts';
import { categoriesSection } from '../category/policy.ts';
import { causesSection, type Cause } from '../cause/policy.ts';
import { servicesSection } from '../impact/policy.ts';
import { isTooWild } from './too-wild.ts';

/** What is looked for that changed before an incident, and what can be done about it. */
export interface ChangesPolicy {
  readonly for: readonly Priority[];
  /** How long before the impact, in milliseconds of wall time. */
  readonly lookBack: number;
  /** Null for all. */
  readonly environments: readonly string[] | null;
  /** Other repositories, each `owner/name`. */
  readonly repositories: readonly string[];
  /** The most that the card shows. */
  readonly show: number;
  /** Patterns of files, as CODEOWNERS has them. */
  readonly risky: readonly string[];
  /** Which files belong to a category or a service. */
  readonly paths: readonly { readonly name: string; readonly patterns: readonly string[] }[];
  /** What the cause is if somebody names a change. */
  readonly cause: Cause | null;
  /** The file of the workflow that `/rollback` starts. */
  readonly rollback: string | null;
}

const LOOK_BACK = '2h';
const LONGEST = 7 * DAY;
const SHORTEST = HOUR / 12;
/** What a card shows fits on a phone, and into its record. */
const MOST_SHOWN = 10;
const MOST_REPOSITORIES = 5;

const REPOSITORY = /^[A-Za-z\d](?:[A-Za-z\d-]{0,38})\/[\w.-]{1,100}$/;
const WORKFLOW = /^[\w.-]+\.ya?ml$/;

const patterns = taking(
  'list of patterns',
  list(
    text('a pattern of files', 'e.g. migrations/**', (value) =>
      value.trim() === ''
        ? 'is blank; expected a pattern of files'
        : isTooWild(value)
          ? `${quote(value)} has more than three \`**\`, or 300 characters`
          : undefined,
    ),
    'a list of patterns',
    'is empty; expected patterns, or leave it out',
  ),
);

const repository = text('a repository', 'e.g. acme/infra', (value) =>
  REPOSITORY.test(value) ? undefined : `${quote(value)} is not a repository; expected OWNER/NAME`,
);

const rollback = map('a rollback', {
  workflow: required(
    taking(
      'name of a file',
      text('the name of a workflow’s file', 'e.g. rollback.yml', (value) =>
        WORKFLOW.test(value)
          ? undefined
          : `${quote(value)} is not the name of a workflow’s file; expected e.g. rollback.yml, without its folder`,
      ),
    ),
    { meaning: 'The file of the workflow in `.github/workflows` that [`/rollback`](changes.md#rolling-back) starts.' },
  ),
});

export const changesSection = section({
  key: 'changes',
  schema: key(
    map('a map of changes', {
      for: key(
        taking(
          'list of priorities',
          z.array(oneOf('a priority', PRIORITIES), { error: not('a list of priorities', 'e.g. [P0, P1]') }),
        ),
        { default: '`[P0, P1]`', meaning: 'The priorities whose cards say what changed before.' },
      ),
      'look-back': key(durationValue, {
        default: `\`${LOOK_BACK}\``,
        meaning: 'How long before the impact something may have changed, at most 7 days.',
      }),
      environments: key(
        taking(
          'list of names',
          list(line('the name of an environment'), 'a list of environments', 'is empty; leave it out for all'),
        ),
        { default: 'all', meaning: 'The environments whose deployments count.' },
      ),
      repositories: key(
        taking(
          `list of at most ${MOST_REPOSITORIES} repositories`,
          list(repository, 'a list of repositories', 'is empty; expected repositories, or leave it out'),
        ),
        {
          default: 'none',
          meaning: 'Other repositories whose changes matter here. The token must be able to read them.',
        },
      ),
      show: key(wholeNumber('a number of changes', 1, MOST_SHOWN), {
        takes: `1 to ${MOST_SHOWN}`,
        default: '5',
        meaning: 'How many changes the card shows.',
      }),
      risky: key(patterns, {
        default: 'none',
        meaning: 'Files whose change is told first, such as `migrations/**`; patterns as in CODEOWNERS.',
      }),
      paths: key(named('patterns', "{ checkout: ['payment/**'] }", reference('a category or a service'), patterns), {
        takes: 'map of names of categories or services to lists of patterns',
        default: 'what CODEOWNERS says',
        meaning: 'Which files belong to a category or a service: a change of them is told first on its incidents.',
      }),
      cause: key(reference('a cause'), {
        default: 'none',
        meaning: 'The [cause](#causes) that an incident has whose change was [named](changes.md#the-culprit).',
      }),
      rollback: key(rollback, {
        takes: 'map with `workflow`',
        default: 'nothing is rolled back',
        meaning: 'What `/rollback` starts.',
      }),
    }),
    {
      takes: 'map of [these keys](#changes)',
      meaning:
        'Deployments, releases and merged pull requests [before an incident](changes.md), on its card. With `{}` all keys have their defaults.',
    },
  ),
  needs: [categoriesSection, servicesSection, causesSection],
  resolve(
    { file },
    { report, isIntact },
    { categories, services, causes },
  ): { readonly changes: ChangesPolicy | null } {
    if (file === undefined) return { changes: null };
    const lookBack = wallTime(file['look-back'] ?? LOOK_BACK);
    if (lookBack < SHORTEST || lookBack > LONGEST)
      report(['changes', 'look-back'], `${quote(file['look-back']!)} is not between 5 minutes and 7 days`);
    const repositories = file.repositories ?? [];
    if (repositories.length > MOST_REPOSITORIES)
      report(
        ['changes', 'repositories'],
        `has ${repositories.length} repositories; expected at most ${MOST_REPOSITORIES}`,
      );
    const known = [...services, ...categories].map(({ name }) => name);
    for (const name of Object.keys(file.paths ?? {}))
      if (!known.includes(name) && isIntact(['categories']) && isIntact(['services']))
        report(
          ['changes', 'paths', name],
          notAmong(name, 'a category or a service', known, 'there are no categories and no services'),
          'key',
        );
    const cause = file.cause === undefined ? null : (causes.find(({ name }) => name === file.cause) ?? null);
    if (file.cause !== undefined && cause === null && isIntact(['causes']))
      report(
        ['changes', 'cause'],
        notAmong(
          file.cause,
          'a cause',
          causes.map(({ name }) => name),
          'there are no causes',
        ),
      );
    return {
      changes: {
        for: file.for ?? ['P0', 'P1'],
        lookBack,
        environments: file.environments ?? null,
        repositories,
        show: file.show ?? 5,
        risky: file.risky ?? [],
        paths: Object.entries(file.paths ?? {}).map(([name, some]) => ({ name, patterns: some })),
        cause,
        rollback: file.rollback?.workflow ?? null,
      },
    };
  },
});

import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { COMMAND_NAMES } from '../../src/capabilities/commands.ts';
import { MAINTENANCE_COMMAND_NAMES } from '../../src/capabilities/maintenance/command-names.ts';
import { POST_MORTEM_COMMAND_NAMES, PROBLEM_COMMAND_NAMES } from '../../src/capabilities/post-mortem/command-names.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { POLICY_FILE } from '../../src/policy/file.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { readStory } from '../../src/rehearsal/rehearse/story-file.ts';
import { exampleWorkflow, text } from '../package/files.ts';
import { loadGitHubParser, workflowErrors, type GitHubParser } from '../package/github-parser.ts';
import { fencesOf, PAGES, partsOf, type Fence } from './pages.ts';

/* Every example of the documentation is tried: policies load, workflows parse, commands exist, lines of the terminal run. */

interface Example extends Fence {
  readonly page: string;
}

const EXAMPLES: readonly Example[] = PAGES.flatMap((page) => fencesOf(page).map((fence) => ({ ...fence, page })));
const named = <T extends Example>(examples: readonly T[]): [string, T][] =>
  examples.map((it) => [`${it.page}: ${it.code.split('\n').find((line) => !line.startsWith('#')) ?? ''}`, it]);

describe('YAML', () => {
  type Yaml = Readonly<Record<string, unknown>>;
  const yaml = EXAMPLES.filter(({ lang }) => lang === 'yaml').map((it) => ({
    ...it,
    value: parse(it.code) as Yaml | Yaml[] | null,
  }));
  const has = (value: unknown, ...keys: string[]): boolean =>
    typeof value === 'object' && value !== null && keys.some((key) => Object.hasOwn(value, key));
  const kindOf = ({ value, code }: (typeof yaml)[number]): string => {
    if (value === null) return code.startsWith('# yaml-language-server: $schema=../schema/') ? 'editor' : 'unknown';
    if (Array.isArray(value)) return value.every((it) => has(it, 'uses', 'run')) ? 'steps' : 'unknown';
    if (has(value, 'jobs')) return 'workflow';
    if (has(value, 'permissions')) return 'permissions';
    if (has(value, 'steps') && has(value, 'by')) return 'story';
    if (has(value, 'receivers')) return 'alertmanager';
    if (has(value, 'acknowledge', 'resolve')) return 'targets';
    return 'policy';
  };
  const of = (kind: string): [string, (typeof yaml)[number]][] => named(yaml.filter((it) => kindOf(it) === kind));

  it('is of a kind that is tried below', () => {
    expect(of('unknown')).toEqual([]);
    for (const kind of ['steps', 'permissions', 'alertmanager', 'targets', 'story']) expect(of(kind)).not.toEqual([]);
    expect(of('policy').length).toBeGreaterThan(20);
  });

  /** What the sections of a page take for granted. */
  const ROLES = ['responder', 'management', 'customer-support', 'network-team', 'security-team'];
  const GIVEN = {
    'quick-path': '10m',
    calendars: { office: { 'mon-fri': '09:00-17:00' } },
    categories: [{ name: 'DNS', subcategories: ['resolver'] }],
    schedules: { sre: { layers: [{ every: '1w', from: '2026-01-05', people: ['alice'] }] } },
  };

  /** A section with what it takes for granted: a schedule must have a role, for instance. */
  function wholeOf(section: Yaml): Yaml {
    const all = { ...GIVEN, ...section };
    const bySchedule = Object.keys(all.schedules).map((name) => [name, { schedule: name }]);
    const given = Object.fromEntries([...ROLES.map((role) => [role, ['alice']]), ...bySchedule]) as Yaml;
    return { ...all, roles: { ...given, ...(section.roles as Yaml | undefined) } };
  }

  const problemsOf = async (yamlText: string): Promise<string[]> => {
    const loaded = await loadPolicy(yamlText, '.github/tocsin.yml');
    return loaded.ok ? [] : loaded.problems.map(formatProblem);
  };
  const isWrong = ({ next }: Example): boolean => next?.code.startsWith('.github/tocsin.yml:') ?? false;

  it.each(of('policy').filter(([, it]) => !isWrong(it)))('loads as a policy: %s', async (_, { value }) => {
    expect(await problemsOf(stringify(wholeOf(value as Yaml)))).toEqual([]);
  });

  it.each(of('story'))('is a story that can be played: %s', async (_, { code }) => {
    const loaded = await loadPolicy('roles: { responder: [tess] }\n', POLICY_FILE);
    if (!loaded.ok) throw new Error(loaded.problems.map(formatProblem).join());
    const given = {
      policy: loaded.policy,
      file: 'story.yml',
      text: code,
      now: Date.parse('2026-11-20T09:00Z'),
      at: null,
    };
    expect(readStory(given)).toMatchObject({ ok: true });
  });

  it.each(of('targets'))('loads as targets of a priority: %s', async (_, { value }) => {
    expect(await problemsOf(stringify(wholeOf({ priorities: { P0: value } })))).toEqual([]);
  });

  it('a policy that is wrong has the problems that are shown', async () => {
    const wrong = yaml.filter(isWrong);
    expect(wrong).toHaveLength(1);
    for (const { code, next } of wrong) expect(await problemsOf(`${code}\n`)).toEqual(next!.code.split('\n'));
  });

  it('of a monitoring system sends what the workflow takes', () => {
    for (const [, { value }] of of('alertmanager')) {
      const { receivers } = value as { receivers: { webhook_configs: { payload: Yaml }[] }[] };
      const types = receivers.flatMap((it) => it.webhook_configs.map(({ payload }) => payload.event_type));
      expect(exampleWorkflow().on.repository_dispatch!.types).toEqual(expect.arrayContaining(types));
    }
  });

  describe('of a workflow', () => {
    let github: GitHubParser;
    beforeAll(async () => {
      github = await loadGitHubParser();
    });
    it.each([...of('steps'), ...of('permissions')])('is what GitHub takes: %s', async (_, { value }) => {
      const job = { 'runs-on': 'ubuntu-latest', steps: Array.isArray(value) ? value : [{ run: 'true' }] };
      const workflow = { on: 'push', ...(Array.isArray(value) ? {} : value), jobs: { job } };
      expect(await workflowErrors(github, 'workflow.yml', stringify(workflow))).toEqual([]);
    });

    it.each(of('workflow'))('is a workflow that GitHub takes: %s', async (_, { code }) => {
      expect(await workflowErrors(github, 'workflow.yml', code)).toEqual([]);
    });
  });
});

describe('a line of the terminal', { tags: 'slow' }, () => {
  const ROOT = fileURLToPath(new URL('../..', import.meta.url));
  const OURS = /^npx (?:\.|\.\.\/tocsin) (.+)$/;
  const lines = EXAMPLES.filter(({ lang }) => lang === 'sh').flatMap(({ page, code }) =>
    code
      .replace(/'[^']*'/g, '…')
      .replace(/ (?:\\|\|)\n/g, ' ')
      .split('\n')
      .map((line) => ({ page, line: line.replace(/ +#.*/, '').trim() })),
  );
  const ours = [...new Set(lines.flatMap(({ line }) => OURS.exec(line)?.[1] ?? []))];

  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
    // As it is shipped, each in a folder of its own that has the examples, without any secret.
    const script = ours.flatMap((args, i) => [
      `mkdir -p ${i}/.github && cp -R '${ROOT}examples' ${i}/examples && git init -q ${i}`,
      `cp '${ROOT}examples/network-provider.yml' ${i}/${POLICY_FILE}`,
      `(cd ${i} && node '${ROOT}dist/cli.js' ${args}) > ${i}.out 2>&1 && code=0 || code=$?; echo $code > ${i}.code`,
    ]);
    const env = { PATH: `${dirname(process.execPath)}:${process.env.PATH ?? ''}`, NODE_NO_WARNINGS: '1' };
    await promisify(execFile)('sh', ['-c', script.join('\n')], { cwd: folder, env });
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each(ours.map((args, i) => [args, i] as const))('runs: npx . %s', async (_, i) => {
    const [code, out] = await Promise.all(['code', 'out'].map((it) => readFile(join(folder, `${i}.${it}`), 'utf8')));
    // What needs a secret says which; that comes after everything else is understood.
    if (code !== '0\n') expect(out).toMatch(/\b(?:GITHUB_TOKEN|PAGERDUTY_KEY)\b/);
    expect(out).not.toBe('');
  });

  it('of npm names scripts that there are', () => {
    const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
    const called = lines.flatMap(({ line }) => [...line.matchAll(/\bnpm (?:run )?([\w-]+)/g)].map(([, name]) => name!));
    expect(called).toEqual(expect.arrayContaining(['ci', 'start', 'test']));
    expect(called.filter((name) => name !== 'ci' && !Object.hasOwn(scripts, name))).toEqual([]);
  });

  it('of another kind is one of these few', () => {
    const OTHERS = /^(?:npm|curl|jq|gh (?:workflow run tocsin\.yml|attestation verify)|git clone) /;
    expect(lines.filter(({ line }) => line !== '' && !OURS.test(line) && !OTHERS.test(line))).toEqual([]);
  });
});

test('the commands that are named are commands', () => {
  /** What people write that is none, shown as such. */
  const OTHERS = ['p0', 'close', 'acknowledge'];
  const names = PAGES.filter((page) => page !== 'CHANGELOG.md').flatMap((page) =>
    partsOf(page).flatMap(({ nodes }) =>
      nodes.flatMap((node) => {
        const name = node.type === 'inlineCode' ? /^\/([a-z][a-z-]*)(?: |$)/.exec(node.value)?.[1] : undefined;
        return name === undefined ? [] : [{ page, name }];
      }),
    ),
  );
  expect(names.length).toBeGreaterThan(100);
  const known: readonly string[] = [
    ...COMMAND_NAMES,
    ...POST_MORTEM_COMMAND_NAMES,
    ...PROBLEM_COMMAND_NAMES,
    ...MAINTENANCE_COMMAND_NAMES,
    ...OTHERS,
  ];
  expect(names.filter(({ name }) => !known.includes(name))).toEqual([]);
});

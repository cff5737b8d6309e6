import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, test } from 'vitest';
import { parse } from 'yaml';
import { EXAMPLE_WORKFLOW } from '../../src/setup/workflow-text.ts';
import { text, type Workflow } from './files.ts';

const WORKFLOWS = readdirSync(new URL('../../.github/workflows', import.meta.url)).map(
  (name) => `.github/workflows/${name}`,
);

/** Actions of others that are not named by a commit with its version behind it. */
function loose(yaml: string): string[] {
  const used = [...yaml.matchAll(/^ *(?:- )?uses: *(.+)$/gm)].map(([, it]) => it!.trim());
  return used.filter(
    (it) => !/^(?:\.\/|tocsin\/tocsin@v1$)/.test(it) && !/^[\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(it),
  );
}

describe('actions of others', () => {
  it.each(WORKFLOWS)('are pinned by commit in %s', (path) => {
    expect(loose(text(path))).toEqual([]);
  });

  it('are pinned in the workflow that people get', () => {
    expect(EXAMPLE_WORKFLOW).toContain('uses: tocsin/tocsin@v1');
    expect(loose(EXAMPLE_WORKFLOW)).toEqual([]);
  });

  it.each([
    '- uses: actions/checkout@v7',
    '- uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1',
    '  uses: actions/checkout@3d3c42e # v7.0.1',
    '- uses: docker://alpine:3',
    '- uses: tocsin/tocsin-other@v1',
  ])('would be found by a tag, a short commit or no version: %s', (line) => {
    expect(loose(line)).toHaveLength(1);
  });
});

test('dependabot looks after the packages and the actions', () => {
  const { updates } = parse(text('.github/dependabot.yml')) as { updates: { 'package-ecosystem': string }[] };
  expect(updates.map((it) => it['package-ecosystem'])).toEqual(['npm', 'github-actions']);
});

interface Step {
  readonly id?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly with?: Readonly<Record<string, unknown>>;
}

describe('the release', () => {
  const workflow = parse(text('.github/workflows/release.yml')) as Workflow;
  const { check, release } = workflow.jobs;
  const stepsOf = (job: Workflow['jobs'][string]): readonly Step[] => job.steps;

  it('starts for full versions, and writes only what a checked commit has', () => {
    expect(workflow.on).toEqual({ push: { tags: ['v[0-9]+.[0-9]+.[0-9]+'] } });
    expect(workflow.permissions).toEqual({});
    expect(check!.permissions).toEqual({ contents: 'read' });
    expect(stepsOf(check!).map(({ run }) => run)).toContain('.ci/run');
    expect(text('.ci/run')).toContain('npm run build -- --check');
    expect(release!.needs).toBe('check');
    expect(release!.permissions).toEqual({ contents: 'write', 'id-token': 'write', attestations: 'write' });
    expect(stepsOf(release!).filter(({ run }) => /\b(?:npm|npx|node)\b/.test(run ?? ''))).toEqual([]);
  });

  it('attests dist/ before it publishes, and moves the tag last', () => {
    const order = stepsOf(release!).map(({ id, uses }) => id ?? uses!.replace(/@.*/, ''));
    expect(order).toEqual(['actions/checkout', 'actions/attest', 'notes', 'publish', 'move']);
    expect(stepsOf(release!)[1]!.with).toEqual({ 'subject-path': 'dist/*' });
  });

  describe('as it runs', () => {
    const LOG =
      '# Changelog\n\n## [Unreleased]\n\n## [1.2.10]\n\n- Ten.\n\n## [1.2.1] - 2026-11-20\n\n- One.\n\n## [1.2.0]\n';
    const tags = (...names: string[]): string =>
      `case "$*" in *matching-refs*) printf '${names.join('\\n')}\\n';; esac`;
    /** Which step runs for which tag, and what GitHub answers to `gh`. */
    const RUNS = {
      notes: { id: 'notes', tag: 'v1.2.1', gh: '' },
      'empty notes': { id: 'notes', tag: 'v1.2.0', gh: '' },
      'no notes': { id: 'notes', tag: 'v1.2.2', gh: '' },
      publish: { id: 'publish', tag: 'v1.2.1', gh: '[ "$2" != view ]' },
      'publish again': { id: 'publish', tag: 'v1.2.1', gh: '' },
      move: { id: 'move', tag: 'v1.10.0', gh: tags('v1.9.0', 'v1.10.0', 'v1.11.0-rc.1') },
      'move late': { id: 'move', tag: 'v1.9.1', gh: tags('v1.9.1', 'v1.10.0') },
      'move first': {
        id: 'move',
        tag: 'v2.0.0',
        gh: 'case "$*" in *matching-refs*) echo v2.0.0;; *PATCH*) return 1;; esac',
      },
    } as const;
    type Run = keyof typeof RUNS;

    let folder: string;
    beforeAll(async () => {
      folder = await mkdtemp(join(tmpdir(), 'tocsin-'));
      await writeFile(join(folder, 'CHANGELOG.md'), LOG);
      // As the runner does it, one after the other; `gh` and `git` are stand-ins that note how they were called.
      const script = Object.entries(RUNS).flatMap(([name, { id, tag, gh }], i) => [
        `mkdir -p "${name}" && export RUNNER_TEMP="$PWD/${name}" GITHUB_REF_NAME=${tag} GITHUB_REPOSITORY=tocsin/tocsin`,
        `gh() { echo "$*" >> "$RUNNER_TEMP/calls"; ${gh === '' ? ':' : gh}; }; git() { echo c0ffee; }; export -f gh git`,
        `cat > ${i}.sh <<'STEP'\n${stepsOf(release!).find((it) => it.id === id)!.run!}\nSTEP`,
        `bash -e ${i}.sh > "$RUNNER_TEMP/out" && code=0 || code=$?; echo $code > "$RUNNER_TEMP/code"`,
      ]);
      await promisify(execFile)('bash', ['-c', script.join('\n')], { cwd: folder });
    });
    afterAll(() => rm(folder, { recursive: true }));

    const read = (run: Run, file: string): Promise<string> => readFile(join(folder, run, file), 'utf8').catch(() => '');
    const callsOf = async (run: Run): Promise<string[]> => (await read(run, 'calls')).split('\n').slice(0, -1);
    const endOf = async (run: Run): Promise<[string, string]> => [
      (await read(run, 'code')).trim(),
      await read(run, 'out'),
    ];

    it('takes the notes of this version from the changelog, and fails without any', async () => {
      expect(await endOf('notes')).toEqual(['0', '']);
      expect((await read('notes', 'notes.md')).trim()).toBe('- One.');
      expect(await endOf('empty notes')).toEqual(['1', '::error::CHANGELOG.md has nothing under [1.2.0]\n']);
      expect(await endOf('no notes')).toEqual(['1', '::error::CHANGELOG.md has nothing under [1.2.2]\n']);
    });

    it('publishes once, also if the job is run again', async () => {
      expect(await callsOf('publish')).toEqual([
        expect.stringMatching(/^release view v1\.2\.1 /),
        expect.stringMatching(/^release create v1\.2\.1 .*--verify-tag .*--notes-file .*notes\.md$/),
      ]);
      expect(await callsOf('publish again')).toHaveLength(1);
    });

    it('moves the tag of the major version to the newest version only', async () => {
      expect((await callsOf('move')).slice(1)).toEqual([
        'api --method PATCH repos/tocsin/tocsin/git/refs/tags/v1 -f sha=c0ffee -F force=true',
      ]);
      expect(await endOf('move late')).toEqual(['0', 'v1.10.0 is newer: v1 stays\n']);
      expect(await callsOf('move late')).toHaveLength(1);
    });

    it('makes that tag where there is none', async () => {
      expect((await callsOf('move first')).at(-1)).toBe(
        'api --method POST repos/tocsin/tocsin/git/refs -f ref=refs/tags/v2 -f sha=c0ffee',
      );
    });
  });
});

interface IssueForm {
  readonly name: string;
  readonly description: string;
  readonly body: readonly {
    readonly type: string;
    readonly id?: string;
    readonly attributes: { readonly label?: string };
  }[];
}

describe('the forms of this repository', () => {
  it.each(['bug', 'feature'])('%s asks in fields that can be told apart, and is no report of an incident', (name) => {
    const form = parse(text(`.github/ISSUE_TEMPLATE/${name}.yml`)) as IssueForm;
    expect([form.name, form.description].every((it) => it.length > 0)).toBe(true);
    const fields = form.body.filter(({ type }) => type !== 'markdown');
    expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
    const incident = text('.github/ISSUE_TEMPLATE/incident.yml');
    for (const { attributes } of fields) expect(incident).not.toContain(`label: ${attributes.label!}\n`);
  });
});

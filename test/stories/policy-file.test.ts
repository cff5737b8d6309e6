import { describe, expect, it } from 'vitest';
import { isRed, problemsOf, type Report } from '../../src/run/report.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { formatProblem } from '../../src/policy/problem.ts';
import { PEOPLE, POLICY, stageOf, told } from '../support/stage.ts';

/* Where the policy file is: either ending will do, and a file that is not where it should be is said. */

const problems = (report: Report): string[] => problemsOf(report).map(formatProblem);
const FRENCH = `language: fr\n${POLICY}`;

async function withFiles(files: Readonly<Record<string, string>>): Promise<Stage> {
  const stage = await stageOf({ policy: undefined, files, people: PEOPLE });
  stage.hub.as('alice').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  return stage;
}

describe.each([['run', {}] as const, ['check', { command: 'check' }] as const, ['sync', { command: 'sync' }] as const])(
  'the command %s',
  (command, changes) => {
    it('reads .github/tocsin.yaml like .yml', async () => {
      const stage = await withFiles({ '.github/tocsin.yaml': FRENCH });
      const report = await stage.sweep(changes);
      expect(report.language).toBe('fr');
      expect(problems(report)).toEqual([]);
      if (command === 'run') expect(told(stage.hub.issue(1))[0]).toEqual(['alice', 'bob']);
    });

    it('says that there are both, and which one is read', async () => {
      const stage = await withFiles({ '.github/tocsin.yml': FRENCH, '.github/tocsin.yaml': POLICY });
      const report = await stage.sweep(changes);
      expect(isRed(report)).toBe(true);
      expect(problems(report)).toEqual([
        '.github/tocsin.yml:1:1: .github/tocsin.yaml is there, too, and is not read: delete one of the two',
      ]);
      expect(report.language).toBe('fr');
      if (command === 'run') expect(told(stage.hub.issue(1))[0]).toEqual(['alice', 'bob']);
    });

    it('says that the file which the input names is missing, and goes on', async () => {
      const stage = await withFiles({ '.github/tocsin.yml': FRENCH });
      const report = await stage.sweep({ ...changes, policy: 'ops/policy.yml' });
      expect(isRed(report)).toBe(true);
      expect(problems(report)).toEqual([
        'ops/policy.yml:1:1: there is no such file on the default branch, though the input `policy` names it',
      ]);
      if (command === 'run') expect(stage.hub.issue(1).comments.length).toBeGreaterThan(0);
    });

    it('takes the built-in policy where there is none, and says nothing', async () => {
      const stage = await withFiles({});
      expect(problems(await stage.sweep(changes))).toEqual([]);
    });
  },
);

it('a file that the input names by the other ending is read', async () => {
  const stage = await withFiles({ 'ops/policy.yaml': FRENCH });
  const report = await stage.sweep({ policy: 'ops/policy.yml' });
  expect(report.language).toBe('fr');
  expect(isRed(report)).toBe(false);
});

it('a broken .yaml is told by its name, and its last good version stays in force', async () => {
  const stage = await withFiles({ '.github/tocsin.yaml': FRENCH });
  stage.hub.commit({ '.github/tocsin.yaml': 'rolls: {}\n' });
  const report = await stage.sweep();
  expect(problems(report)[0]).toMatch(/^\.github\/tocsin\.yaml:1:1: /);
  expect(report.language).toBe('fr');
});

it('a file that was taken away in between has its last good version in force all the same', async () => {
  const stage = await withFiles({ '.github/tocsin.yaml': FRENCH });
  stage.hub.commit({ '.github/tocsin.yaml': null });
  stage.hub.commit({ '.github/tocsin.yaml': 'rolls: {}\n' });
  const report = await stage.sweep();
  expect(problems(report)).toEqual([expect.stringMatching(/^\.github\/tocsin\.yaml:1:1: /)]);
  expect(report.language).toBe('fr');
});

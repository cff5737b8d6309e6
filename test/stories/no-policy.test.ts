import { describe, expect, test } from 'vitest';
import { failureLines } from '../../src/run/render.ts';
import { isRed } from '../../src/run/report.ts';
import { report } from '../support/report.ts';
import { mentioned, notices, stageOf, told } from '../support/stage.ts';
import type { StageOptions } from '../../src/rehearsal/stage.ts';

/* A repository of an organisation that has the workflow, and no policy of its own. */

const WORKFLOW = '.github/workflows/tocsin.yml';
const PEOPLE = { alice: 'write', bob: 'triage' } as const;

/** The stage a day after each of these has changed the workflow, in this order. */
async function changedBy(authors: readonly string[], options: StageOptions = {}) {
  const stage = await stageOf({ policy: undefined, people: PEOPLE, ...options });
  for (const [i, author] of authors.entries()) stage.hub.commit({ [WORKFLOW]: `on: # ${i}` }, 'Change', author);
  stage.hub.clock.advance(24 * 3_600_000);
  const declare = async (labels: readonly string[]) => {
    const n = stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', ...labels] });
    const run = (await stage.react())!;
    return { run, issue: stage.hub.issue(n), receipt: notices(stage.hub.issue(n)).join('\n') };
  };
  return { stage, declare };
}

/** A promised time, in the words of the receipt. */
const PROMISE = /We aim to answer by \d\d:\d\d/;

describe('without a policy, in an organisation', () => {
  test('whoever last changed the workflow hears of incidents, and the reporter gets times', async () => {
    const { declare } = await changedBy(['bob', 'alice']);
    const { run, issue, receipt } = await declare(['P0']);
    expect(told(issue)).toEqual([['alice']]);
    expect(isRed(run)).toBe(false);
    expect(receipt).toMatch(PROMISE);
  });

  test('an app that keeps versions up to date, and an address without an account, are nobody', async () => {
    const { stage, declare } = await changedBy(['bob', 'dependabot[bot]']);
    stage.hub.commit({ [WORKFLOW]: 'on: # by hand' }, 'Change');
    expect(told((await declare(['P0'])).issue)).toEqual([['bob']]);
  });

  test('who is asked to assess a report without a priority is that person, too', async () => {
    const { declare } = await changedBy(['alice']);
    expect(told((await declare([])).issue)).toEqual([['alice']]);
  });

  test('it is read in the same request', async () => {
    const { stage } = await changedBy(['alice']);
    stage.hub.requests.length = 0;
    await stage.sweep();
    expect(stage.hub.requests.map(({ kind }) => kind)).toEqual(['query']);
  });

  test.each<[string, readonly string[]]>([
    ['nobody has an account', []],
    ['they have left', ['carol']],
    ['only apps have changed it', ['renovate[bot]']],
  ])(
    'where %s, the run fails with one line that says what to write where, and promises nothing',
    async (_, authors) => {
      const { stage, declare } = await changedBy(authors, { visibility: 'private' });
      const { run, issue, receipt } = await declare(['P0']);
      expect(failureLines(run)).toEqual([
        '#1: Nobody can be told. Write `fallback: LOGIN` into the policy file, usually .github/tocsin.yml, with the login of somebody who can read this repository.',
      ]);
      expect(mentioned(receipt)).toEqual(['rita']);
      expect(issue.comments.length).toBeGreaterThan(0);
      expect(receipt).toContain('Thank you, we have your report.');
      expect(receipt).not.toMatch(PROMISE);
      stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P1'] });
      stage.hub.as('rita').openIssue({ title: 'Odd', body: report(), labels: ['incident'] });
      expect(failureLines(await stage.sweep())).toEqual([expect.stringMatching(/^#2, #3: Nobody can be told\. /)]);
    },
  );
});

describe('with a policy', () => {
  test('the fallback that it names goes before whoever changed the workflow', async () => {
    const { declare } = await changedBy(['alice'], { policy: 'fallback: bob\n' });
    expect(told((await declare(['P0'])).issue)).toEqual([['bob']]);
  });

  test('and without a fallback in it, it is that person all the same', async () => {
    const { declare } = await changedBy(['alice'], { policy: 'timezone: UTC\n' });
    expect(told((await declare(['P0'])).issue)).toEqual([['alice']]);
  });

  test('of a person’s repository, its owner is told', async () => {
    const { declare } = await changedBy(['alice'], { ownerType: 'User', people: { acme: 'admin', ...PEOPLE } });
    expect(told((await declare(['P0'])).issue)).toEqual([['acme']]);
  });

  test('in French, where nobody can be told', async () => {
    const { declare } = await changedBy([], { policy: 'language: fr\n' });
    expect(failureLines((await declare(['P0'])).run)).toEqual([
      '#1\u00a0: Personne ne peut être prévenu. Inscrivez `fallback: COMPTE` dans le fichier de politique, d’ordinaire .github/tocsin.yml, avec le compte de quelqu’un qui peut lire ce dépôt.',
    ]);
  });
});

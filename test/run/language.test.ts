import { describe, expect, test } from 'vitest';
import { QUIET_PAGER } from '../../src/rehearsal/stage.ts';
import { failureLines, renderLog, renderSummary } from '../../src/run/render.ts';
import { runWords } from '../../src/run/words.ts';
import { POLICY, stageOf } from '../support/stage.ts';

/* What a run says in its log and summary is in the language of the policy, with its typography: a colon stands behind a
   no-break space in French, a semicolon behind a narrow one. */

const FRENCH = `language: fr\n${POLICY}`;

describe('a run under a French policy', () => {
  test('says what is done and why in French', async () => {
    const stage = await stageOf({ policy: FRENCH });
    stage.hub.as('rita').openIssue({ title: 'Panne', labels: ['incident', 'P0', 'P2'] });
    const report = (await stage.react({ dryRun: true }))!;
    expect(renderLog(report).split('\n')).toEqual([
      'Tocsin, à blanc\u00a0: ce qui serait fait',
      '#1 écrire la fiche\u00a0: l’incident est nouveau',
      '#1 poser needs-information\u00a0: il manque des informations',
      '#1 prévenir alice, bob, rita\u00a0: l’étape «\u00a0start\u00a0» est échue\u202f; une seule priorité peut rester, et P0 est la plus urgente',
      '#1 prévenir rita\u00a0: il est nouveau',
      '#1 retirer P2\u00a0: une seule priorité peut rester, et P0 est la plus urgente',
      '#1 mettre la fiche à jour\u00a0: l’incident a changé',
    ]);
  });

  test('joins what failed as French does', async () => {
    const stage = await stageOf({ policy: FRENCH });
    for (const title of ['une', 'deux']) stage.hub.as('rita').openIssue({ title, labels: ['incident', 'P1'] });
    const failed = await stage.sweep();
    for (const { issue } of failed.settled.map(({ situation }) => situation.incident))
      failed.failures.push({ issue: issue.number, message: 'GitHub se tait.' });
    expect(failureLines(failed)).toEqual(['#1, #2\u00a0: GitHub se tait.']);
  });

  test('shouts in French that no notifier took a page', async () => {
    const policy = `${FRENCH}notifiers: { pager: { type: pagerduty, key: KEY }, chat: { type: slack, url: URL } }\n`;
    const pager = {
      ...QUIET_PAGER,
      sendFirst: () =>
        Promise.resolve({
          by: null,
          tried: ['pager', 'chat'].map((notifier) => ({
            notifier,
            sent: { ok: false as const, why: 'aucune réponse' },
          })),
        }),
    };
    const stage = await stageOf({ policy, pager });
    stage.hub.as('alice').openIssue({ title: 'Panne', labels: ['incident', 'P0'] });
    const { settled } = (await stage.react())!;
    expect(settled[0]!.alarms).toEqual([
      '#1\u00a0: L’appel n’a atteint personne\u00a0: aucun moyen d’appel ne l’a pris. (trigger\u202f; pager\u00a0: aucune réponse\u202f; chat\u00a0: aucune réponse)',
    ]);
  });

  test('says in French what is not certain', async () => {
    const stage = await stageOf({ policy: FRENCH });
    stage.hub.as('rita').openIssue({ title: 'Panne', labels: ['incident', 'P0'] });
    stage.hub.faults.add({
      when: { matches: ({ operationName }) => operationName === 'Write' },
      how: { status: 502, handled: true },
    });
    for (let attempt = 0; attempt < 3; attempt++)
      stage.hub.faults.add({
        when: { matches: ({ operationName }) => operationName === 'ReadIssue' },
        how: { status: 502, handled: false },
      });
    const { settled } = (await stage.react())!;
    expect(settled[0]!.failures).toEqual([
      expect.stringMatching(/ Ce qui était demandé a peut-être eu lieu\u202f; la prochaine exécution le constatera\.$/),
    ]);
  });

  test('says in French why there is nothing to do', async () => {
    const stage = await stageOf({ policy: FRENCH });
    stage.hub.as('rita').openIssue({ title: 'Panne', labels: ['incident', 'P0'] });
    const payload = { issue: { number: 1 }, sender: { login: 'github-actions[bot]' } };
    const own = await stage.sweep({ event: 'issues', payload });
    expect(renderLog(own)).toBe('l’événement vient de Tocsin lui-même');
    expect(renderSummary(own)).toMatch(/^## Tocsin\u00a0: ce qui a été fait\n\nl’événement/);
  });

  test('says in French that the policy was checked', async () => {
    const stage = await stageOf({ policy: FRENCH });
    const report = await stage.sweep({ command: 'check' });
    expect(renderLog(report)).toBe('.github/tocsin.yml a été vérifié');
  });
});

describe('a run that has read no policy', () => {
  test('says in both languages that the event concerns no incident', async () => {
    const stage = await stageOf({ policy: FRENCH });
    stage.hub.requests.length = 0;
    const report = await stage.sweep({ event: 'push', payload: {} });
    expect(renderLog(report)).toBe(
      'the event "push" concerns no incident / l’événement «\u00a0push\u00a0» ne concerne aucun incident',
    );
    expect(renderSummary(report)).toMatch(/^## Tocsin: what was done \/ Tocsin\u00a0: ce qui a été fait\n/);
    expect(stage.hub.requests).toEqual([]);
  });

  test('checks a broken policy in both languages', async () => {
    const stage = await stageOf({ policy: 'language: de', isBroken: true });
    const report = await stage.sweep({ command: 'check' });
    expect(renderLog(report)).toBe('.github/tocsin.yml was checked / .github/tocsin.yml a été vérifié');
    expect(renderSummary(report)).toContain('### What is wrong with the policy / Ce qui ne va pas dans la politique');
  });

  test('has every sentence in both', () => {
    const both = runWords(null);
    const leaves = (words: object): unknown[] =>
      Object.values(words).flatMap((value: unknown) =>
        typeof value === 'object' && value !== null ? leaves(value) : [value],
      );
    for (const leaf of leaves(both)) {
      const text: unknown = typeof leaf === 'function' ? (leaf as (...args: unknown[]) => unknown)(1, 2, 3) : leaf;
      expect(text).toMatch(/ \/ /);
    }
  });
});

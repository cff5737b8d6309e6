import { describe, expect, test } from 'vitest';
import { card } from '../support/stage.ts';
import { MORE_RIGHTS, shopThatDeploys, tokenWith } from './changes-story.ts';

/* A deployment that was made elsewhere is told by a dispatch, and stands among the others. */

const tokens = tokenWith({ ...MORE_RIGHTS, deployments: 'write' });

async function announced(
  payload: Readonly<Record<string, unknown>>,
  options: Parameters<typeof shopThatDeploys>[0] = {},
) {
  const stage = await shopThatDeploys({ tokens, ...options });
  stage.hub.as('argo').dispatch('tocsin-change', payload);
  const event = stage.hub.takeEvents().at(-1)!;
  const file = () => stage.sweep({ command: 'intake', event: event.name, payload: event.payload });
  return { stage, file };
}

test('it is on the card of the next incident, with who did it', async () => {
  const { stage, file } = await announced({
    environment: 'production',
    description: 'Config 7',
    by: 'argo',
    log: 'https://argo.example/7',
  });
  const report = await file();
  expect(report.failures).toEqual([]);
  expect(report.filed).toEqual([{ issue: null, do: 'announce-change', what: 'a deployment of main to production' }]);
  stage.hub.clock.advance(60_000);
  const number = stage.hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P0', 'payment'] });
  await stage.react();
  expect(card(stage.hub.issue(number))).toContain('**09:00, 1 min before**: deployed to `production` by `argo`');
});

test('told twice it is there once', async () => {
  const { stage, file } = await announced({ environment: 'production', description: 'Config 7' });
  await file();
  await file();
  const made = stage.hub.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/deployments'));
  expect(made).toHaveLength(1);
});

test('what was under way is told how it ended, and a second one is another', async () => {
  const { stage } = await announced({ environment: 'production' });
  const file = (client_payload: object) => {
    stage.hub.clock.advance(12 * 60_000);
    const payload = { action: 'tocsin-change', client_payload };
    return stage.sweep({ command: 'intake', event: 'repository_dispatch', payload });
  };
  const made = () =>
    stage.hub.requests.filter(({ method, path }) => method === 'POST' && path.endsWith('/deployments')).length;
  await file({ environment: 'production', state: 'in_progress', description: 'x' });
  await file({ environment: 'production', state: 'success', description: 'x' });
  expect(made()).toBe(1);
  stage.hub.commit({ 'c.txt': 'c' });
  await file({ environment: 'production', description: 'x' });
  await file({ environment: 'production', state: 'failure', description: 'x' });
  expect(made()).toBe(3);
});

describe('what cannot be read', () => {
  test.each([
    [{}, 'environment is missing; expected a name such as "production"'],
    [{ environment: 7 }, 'environment is not a text'],
    [{ environment: 'x', state: 'done' }, 'state is "done"; expected one of success, failure, in_progress'],
    [{ environment: 'x', log: 'javascript:alert(1)' }, 'log is not a web address'],
    [{ environment: 'x'.repeat(300) }, 'environment has more than 255 characters'],
  ])('%j is told with what was expected', async (payload, message) => {
    const { file } = await announced(payload);
    await expect(file()).rejects.toThrow(`The change cannot be read: ${message}.`);
  });

  test('a commit that is none here', async () => {
    const { file } = await announced({ environment: 'production', sha: 'a1b2c3d4' });
    expect((await file()).failures).toEqual([
      { issue: null, message: expect.stringMatching(/^The change was not noted: .*No commit found/s) as string },
    ]);
  });

  test('a token that may not', async () => {
    const { file } = await announced({ environment: 'production' }, { tokens: tokenWith(MORE_RIGHTS) });
    expect((await file()).failures.map(({ message }) => message)).toEqual([
      'The change was not noted: add `deployments: write` to the permissions of the job `alert` in the workflow of Tocsin.',
    ]);
  });
});

test('a dry run makes nothing', async () => {
  const { stage, file } = await announced({ environment: 'production' });
  expect(file).toBeDefined();
  const event = { command: 'intake', event: 'repository_dispatch', dryRun: true } as const;
  const payload = { action: 'tocsin-change', client_payload: { environment: 'production' } };
  expect((await stage.sweep({ ...event, payload })).filed).toHaveLength(1);
  expect(stage.hub.requests.filter(({ method, path }) => method === 'POST' && path.includes('deployments'))).toEqual(
    [],
  );
});

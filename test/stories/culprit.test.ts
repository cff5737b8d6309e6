import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, HOUR, MINUTE, notices, stageOf } from '../support/stage.ts';
import { CHANGES_POLICY, merge, MORE_RIGHTS, shopThatDeploys, tokenWith } from './changes-story.ts';

/* The change that broke it is named, and taken back. */

const ROLLBACK = CHANGES_POLICY.replace('  cause: release', '  cause: release\n  rollback: { workflow: rollback.yml }');

async function brokenShop(
  options: Parameters<typeof shopThatDeploys>[0] = {},
): Promise<{ stage: Stage; number: number }> {
  const stage = await shopThatDeploys(options);
  const number = stage.hub.as('nora').openIssue({
    title: 'Payments fail twice',
    labels: ['incident', 'P0', 'payment'],
  });
  await stage.react();
  return { stage, number };
}

async function say(stage: Stage, number: number, text: string, login = 'alice'): Promise<void> {
  const { hub } = stage;
  hub.clock.advance(MINUTE);
  hub.as(login).comment(number, text);
  await stage.react();
}

describe('/culprit', () => {
  test.each([
    ['#2', '`#2`'],
    ['#2, see the log', '`#2`'],
    ['https://github.com/acme/shop/pull/2/files', '`acme/shop#2`'],
    ['acme/infra#7', '`acme/infra#7`'],
    ['A1B2C3D4E5', '`a1b2c3d`'],
    ['https://github.com/acme/shop/commit/a1b2c3d4e5', '`acme/shop@a1b2c3d`'],
  ])('%s names the change, and with it the cause', async (text, name) => {
    const { stage, number } = await brokenShop();
    await say(stage, number, `/culprit ${text}`);
    const shown = card(stage.hub.issue(number));
    expect(shown).toContain(`**Change behind it**: ${name}, named by \`alice\``);
    expect(shown).toContain('**Cause**: `release` (`intrinsic`)');
  });

  test.each(['', '871', '#0', '#012', 'the last one', 'abc', 'https://example.com/pull/2'])(
    '%j is refused with what it takes',
    async (text) => {
      const { stage, number } = await brokenShop();
      await say(stage, number, `/culprit ${text}`);
      expect(card(stage.hub.issue(number))).not.toContain('Change behind it');
      expect(notices(stage.hub.issue(number)).at(-1)).toContain('needs a pull request or a commit');
    },
  );

  test('is taken back, and leaves a cause that somebody has named', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop();
    await say(stage, number, '/cause power');
    await say(stage, number, '/culprit #2');
    expect(card(stage.hub.issue(number))).toContain('**Cause**: `power`');
    await say(stage, number, '/culprit none');
    expect(card(stage.hub.issue(number))).not.toContain('Change behind it');
  });

  test('of somebody without the right counts for nothing', async () => {
    const { stage, number } = await brokenShop();
    await say(stage, number, '/culprit #2', 'mallory');
    expect(card(stage.hub.issue(number))).not.toContain('Change behind it');
  });

  test('says nothing on the pull request, and stands in the post-mortem', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop();
    await say(stage, number, '/culprit #2');
    await say(stage, number, '/resolve rolled back');
    await stage.sweep();
    expect(stage.hub.issue(2).comments).toEqual([]);
    const after = stage.hub.issues().find(({ title }) => title.startsWith('Post-mortem'))!;
    expect(after.comments.map(({ body }) => body).join('\n')).toContain('**Change behind it**: `#2`, named by `alice`');
  });
});

describe('after the mitigation', () => {
  test('what runs again is told with the time', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop();
    const { hub } = stage;
    const [before] = /`([\da-f]{7})` to roll back/.exec(card(hub.issue(number)))!.slice(1);
    const [whole] = new RegExp(`compare/(${before!}[\\da-f]+)`).exec(card(hub.issue(number)))!.slice(1);
    hub.clock.advance(10 * MINUTE);
    hub.as('grace').deploy({ ref: whole! });
    await say(stage, number, '/mitigate rolled back');
    expect(card(hub.issue(number))).toContain(`**After it**: \`production\` is back on \`${before!}\` since 09:10`);
  });

  test('a change that was reverted is the culprit', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop();
    const { hub } = stage;
    hub.clock.advance(5 * MINUTE);
    const revert = merge(stage, 'Revert "Retry payments twice"', { 'payment/retry.ts': 'once\n' });
    hub.as('grace').deploy();
    await say(stage, number, '/mitigate reverted');
    const shown = card(hub.issue(number));
    expect(shown).toContain(`\`#2\` was reverted by \`#${revert}\``);
    expect(shown).toContain('**Change behind it**: `#2`, which was reverted');
    expect(shown).toContain('**Cause**: `release`');
    expect(shown).toMatch(/\*\*After it\*\*: `production` runs `[\da-f]{7}` since 09:05/);
  });

  test('one request is made, and no more', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop();
    await say(stage, number, '/mitigate rolled back');
    await say(stage, number, '/note quiet');
    await say(stage, number, '/resolve rolled back');
    await stage.sweep();
    const looks = stage.hub.requests.filter(({ operationName }) => operationName === 'Shipped');
    expect(looks).toHaveLength(2);
  });
});

describe('/rollback', () => {
  const started = ({ hub }: Stage) =>
    hub.takeEvents().filter(({ name, payload }) => name === 'workflow_dispatch' && 'workflow' in payload);
  const may = tokenWith({ ...MORE_RIGHTS, actions: 'write' });

  test('starts the workflow of the policy, once, with where to go back to', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
    const [sha] = /`([\da-f]{7})` to roll back/.exec(card(stage.hub.issue(number)))!.slice(1);
    await say(stage, number, '/rollback');
    await stage.sweep();
    const events = started(stage);
    expect(events).toHaveLength(1);
    expect(events[0]!.payload).toMatchObject({
      workflow: '.github/workflows/rollback.yml',
      ref: 'main',
      inputs: { environment: 'production', issue: String(number), sha: expect.stringMatching(`^${sha!}`) as string },
    });
    expect(notices(stage.hub.issue(number)).at(-1)).toContain(`**Rollback to \`${sha!}\` started: \`rollback.yml\`.**`);
  });

  test('takes write access, whoever may command otherwise', async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
    await say(stage, number, '/rollback', 'bob');
    expect(started(stage)).toEqual([]);
    expect(notices(stage.hub.issue(number)).at(-1)).toMatch(/bob/);
  });

  test('is off unless the policy names a workflow', async () => {
    const { stage, number } = await brokenShop({ tokens: may });
    await say(stage, number, '/rollback');
    expect(started(stage)).toEqual([]);
    expect(notices(stage.hub.issue(number)).at(-1)).toContain('is not set up');
  });

  test('says what the job lacks', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK });
    await say(stage, number, '/rollback');
    expect(notices(stage.hub.issue(number)).at(-1)).toMatch(/was not started.*\n[\s\S]*actions: write/);
  });

  test('goes to the commit that is named, and asks for one where none is known', { tags: 'slow' }, async () => {
    const stage = await stageOf({ policy: ROLLBACK, tokens: may });
    const number = stage.hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P0', 'payment'] });
    await stage.react();
    await say(stage, number, '/rollback');
    expect(notices(stage.hub.issue(number)).at(-1)).toContain('Name the commit');
    await say(stage, number, '/rollback acme/shop@a1b2c3d4,');
    expect(started(stage).map(({ payload }) => payload.inputs)).toEqual([
      { environment: 'production', issue: String(number), sha: 'a1b2c3d4' },
    ]);
  });

  test.each(['to a1b2c3d4', 'a1b2c3', 'v1.2.3', '#2', 'none', 'staging'])(
    '%j starts nothing, and is told so',
    async (text) => {
      const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
      await say(stage, number, `/rollback ${text}`);
      expect(started(stage)).toEqual([]);
      expect(notices(stage.hub.issue(number)).at(-1)).toContain('Nothing was started');
    },
  );

  test.each([
    ['the start', /dispatches$/, 1, 'Nobody knows whether'],
    ['what runs now', /^Shipped$/, 0, 'was not started'],
  ] as const)(
    'without an answer on %s is not sent again, and says what is known',
    { tags: 'slow' },
    async (_, where, sent, says) => {
      const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
      stage.hub.faults.add({
        when: { matches: ({ path, operationName }) => where.test(path) || where.test(operationName ?? '') },
        how: { status: 502, handled: true },
      });
      await say(stage, number, '/rollback');
      await stage.pass(2 * HOUR, 15 * MINUTE);
      expect(started(stage)).toHaveLength(sent);
      expect(notices(stage.hub.issue(number)).filter((it) => /rollback (?:has|was)/.test(it))).toEqual([
        expect.stringContaining(says),
      ]);
    },
  );

  test('is started once though nothing can be said about it', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
    stage.hub.as('alice').comment(number, '/rollback');
    stage.hub.as('grace').lock(number);
    await stage.react();
    await stage.pass(2 * HOUR, 15 * MINUTE);
    expect(started(stage)).toHaveLength(1);
  });

  test('on a closed incident is told, and never wakes up when somebody reopens it', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
    await say(stage, number, '/resolve done');
    stage.hub.as('alice').close(number);
    await stage.react();
    await say(stage, number, '/rollback');
    stage.hub.clock.advance(20 * HOUR);
    stage.hub.as('nora').reopen(number);
    await stage.react();
    await stage.pass(HOUR, 15 * MINUTE);
    expect(started(stage)).toEqual([]);
    expect(notices(stage.hub.issue(number)).filter((it) => it.includes('No rollback was started'))).toHaveLength(1);
  });

  test('of two in a row the last one counts, and both hear', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
    stage.hub.as('alice').comment(number, '/rollback');
    stage.hub.clock.advance(1_000);
    stage.hub.as('grace').comment(number, '/rollback a1b2c3d');
    await stage.sweep();
    expect(started(stage).map(({ payload }) => payload.inputs)).toMatchObject([{ sha: 'a1b2c3d' }]);
    expect(notices(stage.hub.issue(number)).at(-1)).toMatch(/^@(?:grace @alice|alice @grace) /);
  });

  test('goes back from what runs now, whatever stands first on the card', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
    const second = /compare\/[\da-f]+\.\.\.([\da-f]{40})/.exec(card(stage.hub.issue(number)))![1]!;
    stage.hub.clock.advance(MINUTE);
    merge(stage, 'A try', { 'b.txt': 'b' });
    stage.hub.as('grace').deploy();
    await say(stage, number, '/rollback');
    expect(started(stage).map(({ payload }) => payload.inputs)).toMatchObject([{ sha: second }]);
  });

  test('shows in a dry run, and starts nothing', { tags: 'slow' }, async () => {
    const { stage, number } = await brokenShop({ policy: ROLLBACK, tokens: may });
    stage.hub.as('alice').comment(number, '/rollback');
    await stage.react({ dryRun: true });
    expect(started(stage)).toEqual([]);
  });
});

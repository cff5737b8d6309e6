import { describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { receiver } from '../../src/rehearsal/receiver.ts';
import { card, MINUTE, notices, told } from '../support/stage.ts';
import { CHANGES_POLICY, merge, shopThatDeploys } from './changes-story.ts';

/* What changed before keeps nobody waiting, breaks no card, and says nothing that is not so. */

const open = (stage: Stage, title = 'Payments fail'): number =>
  stage.hub.as('alice').openIssue({ title, labels: ['incident', 'P0', 'payment'] });

async function shown(stage: Stage): Promise<string> {
  const number = open(stage);
  await stage.react();
  return card(stage.hub.issue(number));
}

test('people hear of every incident before anybody looks', async () => {
  const paged: number[] = [];
  const stage = await shopThatDeploys({
    policy: `${CHANGES_POLICY}notifiers: { pager: { type: pagerduty, key: PAGERDUTY_KEY } }\n`,
    pager: receiver(() => void paged.push(stage.hub.clock.now())),
  });
  const { hub } = stage;
  for (let i = 0; i < 3; i++) open(stage);
  const begun = hub.clock.now();
  hub.faults.add({
    when: { matches: ({ operationName }) => operationName === 'Shipped' },
    how: {
      hook: () => {
        hub.clock.advance(5 * MINUTE);
        return Promise.resolve();
      },
      at: 'before',
    },
  });
  await stage.sweep();
  expect(paged).toHaveLength(3);
  expect(paged.every((at) => at === begun)).toBe(true);
  for (const { number } of hub.issues().filter(({ isPullRequest }) => !isPullRequest))
    expect(told(hub.issue(number))).not.toEqual([]);
});

test('a look before and one after come in the same run', async () => {
  const stage = await shopThatDeploys();
  const number = open(stage);
  stage.hub.as('alice').comment(number, '/mitigate rolled back');
  await stage.sweep();
  const before = card(stage.hub.issue(number));
  expect(before).toContain('What changed');
  await stage.sweep();
  expect(card(stage.hub.issue(number))).toBe(before);
});

describe('the card', () => {
  test('has room for whatever people call things', { tags: 'slow' }, async () => {
    const policy = CHANGES_POLICY.replace('changes:', 'changes:\n  show: 10');
    const stage = await shopThatDeploys({ policy, repo: 'r'.repeat(90) });
    const { hub } = stage;
    for (let i = 0; i < 11; i++) {
      for (let k = 0; k < 4; k++) merge(stage, '->'.repeat(100), { [`p${i}-${k}.txt`]: 'x' });
      hub.as('alice').deploy({ payload: { by: 'b'.repeat(70_000) } });
      hub.clock.advance(MINUTE);
    }
    hub.takeEvents();
    const number = open(stage);
    expect((await stage.react({ repository: 'r'.repeat(90) }))!.failures).toEqual([]);
    hub.as('alice').comment(number, '/impact 09:10');
    expect((await stage.react({ repository: 'r'.repeat(90) }))!.failures).toEqual([]);
    expect(card(hub.issue(number))).toContain('What changed');
  });

  test('shows who did it as text, whatever their name', async () => {
    const stage = await shopThatDeploys();
    stage.hub.as('alice').deploy({ payload: { by: 'x` @nora [click](https://evil.example) #1\n\n# Boo' } });
    const text = await shown(stage);
    expect(text).toContain('by ``x` @nora [click](https://evil.example) #1 # Boo``');
  });
});

describe('a deployment', () => {
  test('that has begun before and ends after is one that came before', async () => {
    const stage = await shopThatDeploys();
    const { hub } = stage;
    merge(stage, 'Rewrite payments', { 'payment/a.ts': 'x' });
    const id = hub.as('alice').deploy({ state: 'in_progress' });
    hub.clock.advance(5 * MINUTE);
    hub.takeEvents();
    const number = open(stage);
    hub.clock.advance(20_000);
    hub.as('alice').setDeployment(id, 'success');
    await stage.sweep();
    const text = card(hub.issue(number));
    expect(text).toMatch(/\*\*09:00, 5 min before\*\*: deployed to `production` by `alice`: .*Rewrite payments/);
    expect(text).not.toContain('not deployed yet');
  });

  test('to what customers do not use is told last, and is no target', async () => {
    const policy = CHANGES_POLICY.replace('  environments: [production]\n', '');
    const stage = await shopThatDeploys({ policy });
    merge(stage, 'Payments anew', { 'payment/a.ts': 'x' });
    stage.hub.as('alice').deploy({ environment: 'preview-7' });
    const text = await shown(stage);
    expect(text).toMatch(/1\. \*\*08:57, 3 min before\*\*: deployed to `production`/);
    expect(text).toContain('deployed to `preview-7`');
    expect(text).toContain('not what customers use, by its name');
  });
});

test('`/culprit none` takes a reverted change back as well', { tags: 'slow' }, async () => {
  const stage = await shopThatDeploys();
  const { hub } = stage;
  const number = open(stage);
  await stage.react();
  hub.clock.advance(MINUTE);
  merge(stage, 'Revert "Retry payments twice"', { 'payment/retry.ts': 'once\n' });
  hub.as('alice').comment(number, '/mitigate reverted');
  await stage.react();
  expect(card(hub.issue(number))).toContain('**Change behind it**: `#2`, which was reverted');
  hub.as('alice').comment(number, '/culprit none');
  await stage.react();
  expect(card(hub.issue(number))).not.toMatch(/Change behind it|\*\*Cause\*\*/);
  expect(notices(hub.issue(number)).join()).not.toContain('culprit');
});

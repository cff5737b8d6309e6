import { expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, HOUR, mentioned, MINUTE, notices, POLICY, stageOf } from '../support/stage.ts';

/* Whom an incident waits for is on its card and on its post-mortem, and whoever waits is reminded to ask again. */

const PAUSES = `${POLICY}
pauses: { waiting-for-third-party: { stops: [resolve], chase-every: 2h }, waiting-for-customer: [resolve] }
`;

async function acknowledged(): Promise<Stage> {
  const stage = await stageOf({ policy: PAUSES });
  stage.hub.as('nora').openIssue({ title: 'The line is down' });
  stage.hub.as('bob').label(1, 'P0');
  await stage.react();
  return say(stage, '/ack');
}

async function say(stage: Stage, text: string): Promise<Stage> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as('alice').comment(1, text);
  await stage.react();
  return stage;
}

const chased = ({ hub }: Stage): string[] => notices(hub.issue(1)).filter((it) => it.includes('Still waiting for'));

test(
  'the card says whom it waits for, and whoever has it is reminded to ask again, as often as the policy says',
  { tags: 'slow' },
  async () => {
    const stage = await acknowledged();
    await say(stage, '/pause waiting-for-third-party the provider, ticket 4711');
    expect(card(stage.hub.issue(1))).toContain('**Waiting for**: `the provider, ticket 4711`, since 09:02');
    await stage.pass(HOUR);
    expect(chased(stage)).toEqual([]);
    await stage.pass(90 * MINUTE);
    expect(chased(stage)).toHaveLength(1);
    expect(mentioned(chased(stage)[0]!)).toEqual(['alice', 'bob']);
    expect(chased(stage)[0]).toContain('Still waiting for `the provider, ticket 4711`: ask again.');
    expect(chased(stage)[0]).toMatch(/Since 09:02(?: UTC)?: 2 h/);
    // Reminders that no run came for are one.
    stage.hub.clock.advance(9 * HOUR);
    await stage.sweep();
    await stage.sweep();
    expect(chased(stage)).toHaveLength(2);
    await say(stage, '/resume');
    await stage.pass(4 * HOUR, HOUR);
    expect(chased(stage)).toHaveLength(2);
    expect(card(stage.hub.issue(1))).not.toContain('Waiting for');
  },
);

test('a pause without it reminds nobody, and one that a label began has its name', { tags: 'slow' }, async () => {
  const stage = await acknowledged();
  stage.hub.as('bob').label(1, 'waiting-for-customer');
  await stage.react();
  expect(card(stage.hub.issue(1))).toContain('**Waiting for**: `waiting-for-customer`');
  await stage.pass(12 * HOUR, HOUR);
  expect(chased(stage)).toEqual([]);
});

test('the record on the post-mortem has a line for each wait', async () => {
  const stage = await acknowledged();
  await say(stage, '/pause waiting-for-third-party the provider @grace');
  stage.hub.clock.advance(HOUR);
  await say(stage, '/resume\n/resolve the provider mended it');
  const record = stage.hub.issue(2).comments.find(({ body }) => body.startsWith('<!-- tocsin:record'))!.body;
  expect(record).toContain('### Third parties');
  expect(record).toContain('- 09:02 to 10:03, 1 h 1 min: `the provider @grace`');
});

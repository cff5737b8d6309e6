import { describe, expect, test } from 'vitest';
import { HOUR, mentioned, notices, stageOf, POLICY } from '../support/stage.ts';

/* Nobody is mailed about what they have just done themselves. */

const PEOPLE = { alice: 'write', bob: 'triage', grace: 'maintain', nina: 'write', carol: 'write' } as const;
const TEAM = POLICY.replace(
  '  management: [grace]',
  '  management: [grace]\n  network: [nina, carol]\n  level-2: [nina, carol]',
);

async function open(more = '', priority = 'P0') {
  const stage = await stageOf({ policy: `${TEAM}${more}`, people: PEOPLE });
  const { hub } = stage;
  hub.as('rita').openIssue({ title: 'Down', body: 'All of it', labels: ['incident', priority] });
  await stage.react();
  hub.clock.advance(HOUR / 60);
  const toldOf = (part: string): string[] =>
    notices(hub.issue(1))
      .filter((it) => it.includes(part))
      .flatMap(mentioned);
  return { stage, hub, toldOf };
}

describe('whoever did it hears nothing', () => {
  test('of the status', async () => {
    const { stage, hub, toldOf } = await open('inform: [management, network]\n');
    hub.as('nina').comment(1, '/resolve rolled back');
    await stage.react();
    expect(toldOf('P0 resolved')).toEqual(['grace', 'carol']);
  });

  test('of the reopening', { tags: 'slow' }, async () => {
    const { stage, hub, toldOf } = await open();
    hub.as('alice').assign(1, 'alice', 'bob');
    hub.as('alice').comment(1, '/resolve rolled back');
    hub.as('alice').close(1);
    await stage.react();
    hub.clock.advance(HOUR);
    hub.as('bob').reopen(1);
    await stage.react();
    expect(toldOf('is open again')).toEqual(['alice']);
  });

  test('of the category that is theirs', async () => {
    const { stage, hub, toldOf } = await open('categories: [{ name: network, owner: network }]\n');
    hub.as('nina').comment(1, '/category network');
    await stage.react();
    expect(toldOf('Your team owns `network`')).toEqual(['carol']);
  });

  test('of the level that is theirs', async () => {
    const { stage, hub, toldOf } = await open();
    hub.as('nina').comment(1, '/level 2 it is the switch');
    await stage.react();
    expect(toldOf('level 2')).toEqual(['carol']);
  });
});

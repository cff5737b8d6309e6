// @module-tag slow

import { describe, expect, it } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { card, DAY, HOUR, mentioned, MINUTE, notices, stageOf } from '../support/stage.ts';
import { withItems } from '../stories/post-mortem-story.ts';
import { exampleText, type ExampleName } from './policies.ts';

/* What the two documents ask after an incident, with their policies as people copy them. */

async function resolved(
  name: ExampleName,
  people: Readonly<Record<string, 'write' | 'maintain'>>,
  labels: readonly string[],
): Promise<Stage> {
  const stage = await stageOf({ policy: exampleText(name), people, start: Date.parse('2026-11-23T10:00:00Z') });
  const { hub } = stage;
  hub.as('rita').openIssue({ title: 'Nothing answers', labels: ['incident', ...labels] });
  await stage.react();
  await say(stage, 1, Object.keys(people)[0]!, '/ack');
  hub.clock.advance(HOUR);
  await say(stage, 1, Object.keys(people)[0]!, '/resolve a fibre was cut; traffic goes another way');
  return stage;
}

async function say(stage: Stage, issue: number, login: string, text: string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).comment(issue, text);
  await stage.react();
}

async function rewrite(stage: Stage, login: string, issue: number, change: (body: string) => string): Promise<void> {
  stage.hub.clock.advance(MINUTE);
  stage.hub.as(login).editBody(issue, change(stage.hub.issue(issue).body));
  await stage.react();
}

describe('the network provider', () => {
  const PEOPLE = {
    sue: 'write',
    tom: 'write',
    ian: 'write',
    mona: 'write',
    pat: 'write',
    nina: 'write',
    omar: 'write',
    wes: 'write',
    xia: 'write',
    grace: 'maintain',
  } as const;
  const [POST_MORTEM, PROBLEM] = [2, 3];

  /** "All problems of type P0 will give rise to the publication of an incident report"; problem tickets for P0 and P1. */
  it('has the report of a P0 examined by the management, approved, and then given to the customers', async () => {
    const stage = await resolved('network-provider', PEOPLE, ['P0', 'network']);
    const { hub } = stage;
    const [owner = ''] = hub.issue(POST_MORTEM).assignees;
    expect(['ian', 'mona', 'pat']).toContain(owner);
    await rewrite(
      stage,
      owner,
      POST_MORTEM,
      withItems('- [ ] Lay a second fibre owner:nina due:2027-01-15', '- [ ] Alert on the light level owner:omar'),
    );
    await rewrite(stage, owner, POST_MORTEM, (body) =>
      body.replace('**What happened:**', '**What happened:** A fibre was cut.'),
    );
    await say(stage, POST_MORTEM, owner, '/publish');
    expect(notices(hub.issue(POST_MORTEM)).at(-1)).toContain('0 of 1 by `management`');
    await say(stage, POST_MORTEM, owner, '/review');
    expect(mentioned(notices(hub.issue(POST_MORTEM)).at(-1)!)).toEqual(['grace']);
    await say(stage, POST_MORTEM, 'grace', '/approve');
    await say(stage, POST_MORTEM, owner, '/publish');
    const published = notices(hub.issue(POST_MORTEM)).at(-1)!;
    expect(['wes', 'xia']).toContain(mentioned(published)[0]);
    expect(published).toContain('A fibre was cut.');
    expect(hub.issue(POST_MORTEM).labels).toContain('published');
    // The plan is followed to its end: the report stays open until its items are done.
    expect(hub.issue(POST_MORTEM).state).toBe('OPEN');
    for (const item of hub.issue(POST_MORTEM).subIssues) hub.as('nina').close(item);
    await stage.sweep();
    expect(hub.issue(POST_MORTEM).state).toBe('CLOSED');
  });

  it('has the root cause of a P0 looked for in a problem ticket, also where a third party supplies it', async () => {
    const stage = await resolved('network-provider', PEOPLE, ['P0', 'network']);
    const { hub } = stage;
    expect(hub.issue(PROBLEM)).toMatchObject({ title: 'Problem: Nothing answers', labels: ['problem-ticket'] });
    // The network engineer on call owns what is of the category network.
    expect(['nina', 'omar']).toContain(hub.issue(PROBLEM).assignees[0]);
    await say(
      stage,
      PROBLEM,
      'nina',
      '/rca the carrier says that a digger cut it\n/root-cause both fibres lie in one duct',
    );
    await rewrite(stage, 'nina', PROBLEM, withItems('- [ ] Lay the second fibre elsewhere owner:nina'));
    await say(stage, PROBLEM, 'nina', '/plan');
    const [item] = hub.issue(PROBLEM).subIssues;
    hub.as('nina').close(item!);
    await stage.sweep();
    expect(hub.issue(PROBLEM).state).toBe('CLOSED');
    expect(card(hub.issue(PROBLEM))).toContain('Analysis of a third party: `the carrier says that a digger cut it`');
  });

  it('asks the owner of an area about its third incident in thirty days', async () => {
    const stage = await stageOf({
      policy: exampleText('network-provider'),
      people: PEOPLE,
      start: Date.parse('2026-11-23T10:00:00Z'),
    });
    for (let n = 1; n <= 3; n++) {
      const issue = stage.hub.as('sue').openIssue({ title: 'Slow names', labels: ['incident', 'P2', 'dns'] });
      await stage.react();
      await say(stage, issue, 'tom', '/resolve restarted');
      stage.hub.clock.advance(2 * DAY);
    }
    const asked = stage.hub
      .issues()
      .flatMap(({ number }) => notices(stage.hub.issue(number)).filter((it) => it.includes('one problem behind')));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('3 incidents of `dns`');
  });
});

describe('the learning platform', () => {
  const PEOPLE = { alice: 'write', bob: 'write', carol: 'maintain', dave: 'write', emma: 'write' } as const;

  it('has the report of a blocking fault approved by the operator, in French', async () => {
    const stage = await resolved('learning-platform', PEOPLE, ['bloquante']);
    const { hub } = stage;
    const [owner = ''] = hub.issue(2).assignees;
    await rewrite(stage, owner, 2, withItems('- [ ] Renouveler le certificat owner:dave type:prévention'));
    await say(stage, 2, owner, '/review');
    expect(hub.issue(2).labels).toContain('en revue');
    expect(card(hub.issue(2))).toContain('## Post-mortem de #1 · en revue');
    await say(stage, 2, 'emma', '/approve');
    expect(hub.issue(2).labels).toContain('approuvé');
    expect(hub.issue(hub.issue(2).subIssues[0]!)).toMatchObject({
      title: 'Renouveler le certificat',
      assignees: ['dave'],
      labels: ['action'],
    });
  });
});

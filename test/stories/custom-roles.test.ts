import { describe, expect, it } from 'vitest';
import type { Role } from '../../src/rehearsal/github/state.ts';
import { row } from '../support/card.ts';
import { asks, card, notices, PEOPLE, POLICY, stageOf, told } from '../support/stage.ts';

/* People whose role in the repository is one of the organisation's own. */

const responder = (base: 'read' | 'triage' | 'write' | 'maintain' | 'admin'): Role => ({
  name: 'Incident Responder',
  base,
});

async function commanded(text: string, role: Role, policy = POLICY) {
  const stage = await stageOf({ policy, people: { ...PEOPLE, iris: role } });
  const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  await stage.react();
  stage.hub.as('iris').comment(n, text);
  await stage.react();
  const issue = stage.hub.issue(n);
  return { acknowledged: row(card(issue), 'Acknowledged'), answer: asks(issue)[1] };
}

const BY_IRIS = '09:00 by `iris`';

describe('a custom role', () => {
  it.each(['triage', 'write', 'maintain', 'admin'] as const)('that is based on %s commands', async (base) => {
    expect(await commanded('/ack', responder(base))).toEqual({ acknowledged: BY_IRIS, answer: undefined });
  });

  it('that is based on read does not, and the answer names the roles that do', async () => {
    const { acknowledged, answer } = await commanded('/ack', responder('read'));
    expect(acknowledged).toBeUndefined();
    expect(answer).toContain(
      '`/ack` was rejected: it takes one of these roles in the repository: admin, maintain, write, triage.',
    );
  });

  it.each(['[maintain, Incident Responder]', '[incident responder]'])(
    'that the policy names commands, whatever it is based on: %s',
    async (entitled) => {
      const policy = `${POLICY}entitled: ${entitled}\n`;
      expect((await commanded('/ack', responder('read'), policy)).acknowledged).toBe(BY_IRIS);
      const other = await commanded('/ack', 'write', policy);
      expect(other.acknowledged).toBeUndefined();
      expect(other.answer).toMatch(/in the repository: (maintain, )?`Incident Responder`\./i);
    },
  );

  it('counts also as the role that it is based on where the policy names that', async () => {
    const policy = `${POLICY}entitled: [Maintain]\n`;
    expect((await commanded('/ack', responder('maintain'), policy)).acknowledged).toBe(BY_IRIS);
    expect((await commanded('/ack', responder('write'), policy)).acknowledged).toBeUndefined();
  });

  it('may be named for one command, and then uses that one only', async () => {
    const policy = `${POLICY}commands: { ack: [INCIDENT RESPONDER] }\n`;
    const { acknowledged, answer } = await commanded('/ack\n/resolve done', responder('read'), policy);
    expect(acknowledged).toBe(BY_IRIS);
    expect(answer).toContain('`/resolve` was rejected');
  });

  it('that was taken from somebody takes what it gave', async () => {
    const stage = await stageOf({ people: { ...PEOPLE, iris: responder('write') } });
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.setRole('iris', responder('read'));
    stage.hub.as('iris').comment(n, '/ack');
    await stage.react();
    expect(card(stage.hub.issue(n))).toMatch(/^## .*nobody has it yet$/m);
    expect(row(card(stage.hub.issue(n)), 'Acknowledged')).toBeUndefined();
  });

  it('makes somebody reachable in a private repository, be it based on read', async () => {
    const policy = POLICY.replace('responder: [alice, bob]', 'responder: [iris, sam]');
    const people = { ...PEOPLE, iris: responder('read') };
    const stage = await stageOf({ policy, people, strangers: ['sam', 'rita'], visibility: 'private' });
    const n = stage.hub.as('grace').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    expect(told(stage.hub.issue(n))).toEqual([['iris']]);
    expect(notices(stage.hub.issue(n))[0]).toContain('`sam`');
  });
});

describe('who opens an incident with a custom role', () => {
  it.each([
    ['write', true],
    ['read', false],
  ] as const)('based on %s has a say in it: %s', async (base, hasSay) => {
    const stage = await stageOf({ people: { ...PEOPLE, iris: responder(base) } });
    const n = stage.hub.as('iris').openIssue({ title: 'Down', labels: ['incident', 'P0'], assignees: ['alice'] });
    await stage.react();
    expect(row(card(stage.hub.issue(n)), 'Acknowledged') !== undefined).toBe(hasSay);
  });
});

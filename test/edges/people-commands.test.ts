import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
import { card, HOUR, MINUTE, notices, told } from '../support/stage.ts';
import { report } from '../support/report.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { TEAM } from '../support/team.ts';
import { at, idleWrites, PEOPLE, STEPS } from './people-story.ts';

describe('/assign', () => {
  test('of somebody who cannot be assigned takes the incident on for nobody', async () => {
    const { stage, issue, say } = await at(PEOPLE + STEPS);
    await say('bob', '/assign @nobody-knows');
    await stage.pass(HOUR);
    expect(issue().assignees).not.toContain('nobody-knows');
    expect(told(issue()).flat()).toContain('grace');
    expect(row(card(issue()), 'Responder')).toBeUndefined();
    expect(row(card(issue()), 'Notified')).toContain('grace');
    expect(row(card(issue()), 'Notified')).not.toContain('nobody-knows');
  });

  test('of somebody who cannot be assigned is answered', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    await say('bob', '/assign @nobody-knows');
    expect(notices(issue()).slice(before).join()).toContain('nobody-knows');
  });

  test('of somebody who cannot be assigned leaves nothing to do', async () => {
    const { stage, say } = await at(PEOPLE + STEPS);
    await say('bob', '/assign @nobody-knows');
    expect(await idleWrites(stage)).toEqual([]);
  });

  test('of eleven people leaves nothing to do', async () => {
    const names = Array.from({ length: 11 }, (_, i) => `dev-${i}`);
    const people = { ...TEAM, ...Object.fromEntries(names.map((name) => [name, 'write' as const])) };
    const { stage, issue, say } = await at(PEOPLE + STEPS, 'P2', { people });
    await say('bob', `/assign ${names.join(' ')}`);
    expect(issue().assignees).toHaveLength(10);
    expect(await idleWrites(stage)).toEqual([]);
  });

  test('knows people whatever the capitals', async () => {
    const { hub, stage, issue, say } = await at(PEOPLE + STEPS, 'P2');
    await say('bob', '/assign @ALICE');
    await stage.sweep();
    expect(row(card(issue()), 'Responder')).toMatch(/^`alice`$/i);
    hub.as('grace').unassign(1, 'alice');
    await stage.sweep();
    expect(row(card(issue()), 'Responder')).toBe('nobody');
  });
});

describe('/duplicate', () => {
  const two = async () => {
    const it = await at(PEOPLE + STEPS, 'P2');
    it.hub.as('nora').openIssue({ title: 'Cannot pay', body: report(), labels: ['incident', 'P2'] });
    await it.stage.react();
    return it;
  };

  test('is over when somebody reopens', async () => {
    const { hub, stage } = await two();
    hub.as('bob').comment(2, '/duplicate #1');
    await stage.react();
    expect(hub.issue(2).state).toBe('CLOSED');
    stage.hub.clock.advance(HOUR);
    hub.as('bob').reopen(2);
    await stage.react();
    await stage.sweep();
    expect(hub.issue(2).state).toBe('OPEN');
  });

  test('of each other closes only one', async () => {
    const { hub, stage } = await two();
    hub.as('bob').comment(2, '/duplicate #1');
    hub.clock.advance(MINUTE);
    hub.as('alice').comment(1, '/duplicate #2');
    await stage.sweep();
    await stage.sweep();
    expect([hub.issue(1).state, hub.issue(2).state].filter((state) => state === 'OPEN')).toHaveLength(1);
  });

  test('of what was no incident when it was said does nothing later', async () => {
    const { hub, stage, say, last } = await at(PEOPLE + STEPS);
    await say('bob', '/duplicate #2');
    expect(last()).toContain('#2 is not an incident');
    hub.clock.advance(HOUR);
    hub.as('nora').openIssue({ title: 'The printer is out of paper', body: report(), labels: ['incident', 'P3'] });
    await stage.react();
    await stage.sweep();
    expect(hub.issue(1).state).toBe('OPEN');
  });
});

describe('/role', () => {
  test('makes a responder whose comment acknowledges', async () => {
    const { issue, say } = await at(PEOPLE + STEPS);
    await say('bob', '/role responder @mona');
    await say('mona', 'I am looking at it');
    expect(card(issue())).toContain('· `mona` has it\n');
    expect(row(card(issue()), 'Acknowledged')).toBe('09:00 by `mona`, by a comment');
  });

  test('of somebody without access is answered, and does not leave a P0 without a manager', async () => {
    const { stage, issue, say } = await at(PEOPLE + STEPS);
    const before = notices(issue()).length;
    await say('ian', '/role incident-manager @stranger');
    await stage.sweep();
    const said = notices(issue()).slice(before).join('\n');
    expect(said).toMatch(/cannot be (?:told|reached|mentioned)|@ian|@grace/);
    expect(row(card(issue()), 'Manager')).toBe('`ian`');
  });

  test('assigns and wakes the manager who takes over a P0', async () => {
    const { pager, pages } = recorder();
    const { issue, say } = await at(`${PEOPLE}${STEPS}${NOTIFIERS}`, 'P0', { pager });
    const before = pages.length;
    await say('ian', '/role incident-manager @mona');
    expect(issue().assignees).toContain('mona');
    expect(pages.length).toBe(before + 1);
  });
});

describe('/escalate', () => {
  test('whose next people cannot be reached says so', async () => {
    const policy = PEOPLE.replace('[grace]', '[gone-1]') + STEPS;
    const { say, last } = await at(policy);
    await say('alice', '/escalate the database is gone');
    expect(last()).toContain('@grace');
    expect(last()).toMatch(/gone-1/);
  });
});

describe('/silence', () => {
  test('ends with the incident: one that is reopened is told', { tags: 'slow' }, async () => {
    const { hub, stage, issue, say } = await at(PEOPLE + STEPS);
    await say('bob', '/silence 12h we test');
    await say('bob', '/silence 20h we test on');
    await say('bob', '/resolve done');
    hub.as('bob').close(1);
    await stage.react();
    hub.clock.advance(HOUR);
    hub.as('grace').reopen(1);
    await stage.react();
    expect(card(issue())).not.toContain('somebody asked for silence');
  });
});

describe('/test-page', () => {
  test('that no notifier can take says so', async () => {
    const { say, last } = await at(`${PEOPLE}${STEPS}${NOTIFIERS}`, 'P2');
    await say('bob', '/test-page');
    expect(last()).toMatch(/notifier/i);
  });
});

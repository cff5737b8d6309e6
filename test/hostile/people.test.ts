import { afterEach, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed, type Report } from '../../src/run/report.ts';
import { HOUR, MINUTE, setStage } from '../laws/story.ts';
import { expectHarmless, noticesOf } from './reading.ts';

/* Authors that are gone, bots, strangers: whoever it was, the incident goes its way. */

let stage: Stage;
afterEach(() => stage.close());

const incident = (report: Report | null) => report!.settled[0]!.situation.incident;

async function opened(): Promise<Stage['hub']> {
  stage = await setStage();
  stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  return stage.hub;
}

describe('an account that is gone', () => {
  test(
    'everywhere at once: of the reporter, the labeller, the assignee, the commander, the closer',
    { tags: 'slow' },
    async () => {
      const hub = await opened();
      hub.as('bob').label(1, 'other');
      hub.as('carol').assign(1, 'bob');
      hub.as('mallory').comment(1, '/resolve');
      hub.as('mallory').comment(1, 'Me too.');
      await stage.sweep();
      hub.as('carol').close(1);
      hub.as('carol').reopen(1);
      for (const login of ['rita', 'bob', 'carol', 'mallory']) hub.deleteUser(login);
      expect(isRed(await stage.sweep())).toBe(false);
      hub.clock.advance(5 * HOUR);
      expect(isRed(await stage.sweep())).toBe(false);
      hub.as('alice').comment(1, '/resolve done');
      expect(isRed(await stage.sweep())).toBe(false);
      expect(hub.issues()).toHaveLength(2);
      expectHarmless(hub);
    },
  );

  test('before anything of it was read: its commands count for nothing, and hinder nothing', async () => {
    const hub = await opened();
    hub.as('bob').comment(1, '/ack');
    hub.as('bob').comment(1, '/resolve');
    hub.deleteUser('bob');
    hub.deleteUser('rita');
    const report = await stage.sweep();
    expect(isRed(report)).toBe(false);
    expect([incident(report).acknowledgement, incident(report).resolution.resolved]).toEqual([null, null]);
  });

  test('after its command was accepted: what was acknowledged stays so', async () => {
    const hub = await opened();
    await stage.sweep();
    hub.as('bob').comment(1, '/ack');
    await stage.sweep();
    const before = noticesOf(hub, 1);
    hub.deleteUser('bob');
    hub.clock.advance(20 * MINUTE);
    const report = await stage.sweep();
    expect(incident(report).acknowledgement?.by).toBe('bob');
    expect(noticesOf(hub, 1)).toEqual(before);
  });

  test('nor does losing a right undo what was done by it', async () => {
    const hub = await opened();
    hub.as('bob').comment(1, '/ack');
    await stage.sweep();
    hub.setRole('bob', null);
    hub.clock.advance(20 * MINUTE);
    expect(incident(await stage.sweep()).acknowledgement?.by).toBe('bob');
    hub.setRole('mallory', 'write');
    hub.as('mallory').comment(1, '/resolve done');
    expect(incident(await stage.sweep()).resolution.resolved?.by).toBe('mallory');
  });

  test('nor does gaining one make good what was refused', async () => {
    const hub = await opened();
    hub.as('mallory').comment(1, '/resolve done');
    await stage.sweep();
    hub.setRole('mallory', 'admin');
    hub.clock.advance(MINUTE);
    expect(incident(await stage.sweep()).resolution.resolved).toBe(null);
  });
});

describe('a bot', () => {
  test('commands nothing, assigns nobody into acknowledging, and gets no answer', async () => {
    const hub = await opened();
    hub.setRole('helper[bot]', 'admin');
    await stage.sweep();
    const before = noticesOf(hub, 1);
    hub.as('helper[bot]').comment(1, '/resolve');
    hub.as('helper[bot]').comment(1, '/ack');
    hub.as('helper[bot]').assign(1, 'bob');
    const report = await stage.sweep();
    expect(isRed(report)).toBe(false);
    expect([incident(report).acknowledgement, incident(report).resolution.resolved]).toEqual([null, null]);
    expect(noticesOf(hub, 1)).toEqual(before);
  });

  test('that reports an incident is a reporter like any other', async () => {
    stage = await setStage();
    stage.hub.as('probe[bot]').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    const report = await stage.sweep();
    expect(isRed(report)).toBe(false);
    stage.hub.as('probe[bot]').close(1);
    expect(isRed(await stage.sweep())).toBe(false);
    expectHarmless(stage.hub);
  });

  test('our own account commands nothing either', async () => {
    const hub = await opened();
    hub.as('github-actions[bot]').comment(1, '/resolve');
    hub.as('github-actions[bot]').assign(1, 'bob');
    const report = await stage.sweep();
    expect([incident(report).acknowledgement, incident(report).resolution.resolved]).toEqual([null, null]);
  });
});

describe('a stranger', () => {
  test.each(['/ack', '/resolve it was nothing', '/priority P3 calm down', '/workaround none', '/restored'])(
    'cannot %s',
    async (text) => {
      const hub = await opened();
      await stage.sweep();
      for (const login of ['mallory', 'rita', 'nora']) hub.as(login).comment(1, text);
      const report = await stage.sweep();
      const {
        acknowledgement: acknowledged,
        resolution: { resolved },
        mitigation: { workaround, restored },
        priority: { current: priority },
      } = incident(report);
      expect({ acknowledged, resolved, workaround, restored, priority }).toEqual({
        acknowledged: null,
        resolved: null,
        workaround: null,
        restored: null,
        priority: 'P0',
      });
    },
  );

  test('who reports and assigns at once, through a form, acknowledges nothing', async () => {
    stage = await setStage();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'], assignees: ['alice'] });
    expect(incident(await stage.sweep()).acknowledgement).toBe(null);
  });

  test('who talks is not in charge', async () => {
    const hub = await opened();
    hub.as('mallory').comment(1, 'I look at it.');
    hub.as('rita').comment(1, 'Please hurry.');
    expect(incident(await stage.sweep()).acknowledgement).toBe(null);
  });
});

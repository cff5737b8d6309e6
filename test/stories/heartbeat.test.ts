import { describe, expect, test } from 'vitest';
import { renderLog } from '../../src/run/render.ts';
import { isRed } from '../../src/run/report.ts';
import { QUIET_PAGER } from '../../src/rehearsal/stage.ts';
import type { Sent } from '../../src/notify/sent.ts';
import { HOUR, POLICY, stageOf } from '../support/stage.ts';
import { report } from '../support/report.ts';

const TOKENS = {
  'test-token': {
    login: 'github-actions[bot]',
    permissions: { issues: 'write', contents: 'read', metadata: 'read', actions: 'read' },
  },
} as const;

describe('who watches Tocsin', () => {
  test('the heartbeat is called after each full sweep, and by no other run', async () => {
    const beats: string[] = [];
    let sent: Sent = { ok: true };
    const pager = {
      ...QUIET_PAGER,
      beat: (variable: string) => {
        beats.push(variable);
        return Promise.resolve(sent);
      },
    };
    const stage = await stageOf({ policy: `${POLICY}heartbeat: { url: BEAT_URL }\n`, pager });
    await stage.sweep();
    expect(beats).toEqual(['BEAT_URL']);
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident'] });
    await stage.react();
    await stage.sweep({ dryRun: true });
    expect(beats).toHaveLength(1);
    sent = { ok: false, why: 'the connection was refused' };
    const run = await stage.sweep();
    expect(isRed(run)).toBe(true);
    expect(run.failures[0]!.message).toBe('Heartbeat failed: the connection was refused.');
  });

  test('an event run says when the schedule has stopped', async () => {
    const stage = await stageOf({ policy: `${POLICY}heartbeat: { sweep-within: 2h }\n`, tokens: TOKENS });
    const open = async () => {
      stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident'] });
      return (await stage.react())!.failures.map(({ message }) => message);
    };
    expect((await open())[0]).toContain('has never run by its schedule');
    await stage.sweep();
    stage.hub.clock.advance(HOUR);
    expect(await open()).toEqual([]);
    stage.hub.clock.advance(2 * HOUR);
    expect((await open())[0]).toContain(
      'The last scheduled run was Mon 2 Nov 2026, 09:00 UTC, 3 h ago; the policy allows 2h.',
    );
  });

  test('without the permission to see that, it says which to give', async () => {
    const stage = await stageOf({ policy: `language: fr\n${POLICY}heartbeat: { sweep-within: 2h }\n` });
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident'] });
    expect((await stage.react())!.failures[0]!.message).toContain('Il faut `actions: read`');
  });

  test('events of its own accounts are ignored', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    const before = stage.hub.requests.length;
    const payload = { issue: { number: 1 }, sender: { login: 'github-actions[bot]' } };
    const run = await stage.sweep({ event: 'issues', payload });
    expect(renderLog(run)).toBe('the event is an act of Tocsin itself');
    expect(stage.hub.requests).toHaveLength(before + 1);
    const other = await stage.sweep({ event: 'issues', payload, accounts: ['tocsin-app[bot]'] });
    expect(other.idle).not.toBe(null);
    const person = await stage.sweep({ event: 'issues', payload: { ...payload, sender: { login: 'rita' } } });
    expect(person.idle).toBe(null);
  });
});

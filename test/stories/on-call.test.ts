import { describe, expect, test } from 'vitest';
import type { RequestEntry } from '../../src/rehearsal/github/faults.ts';
import type { EmbeddedGitHub } from '../../src/rehearsal/github/embedded.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { isRed } from '../../src/run/report.ts';
import { writes } from '../laws/story.ts';
import { report } from '../support/report.ts';
import { HOUR, MINUTE, visible } from '../support/stage.ts';
import { opened, comments, IAN, POLICY, DAY, FILE } from './on-call-story.ts';

/** What a sweep asks for. */
async function asked({ stage, hub }: { stage: Stage; hub: EmbeddedGitHub }): Promise<RequestEntry[]> {
  const before = hub.requests.length;
  await stage.sweep();
  return hub.requests.slice(before);
}

describe('a sweep', () => {
  test('publishes who is on call, and tells whose shift it is', async () => {
    const { stage, hub } = await opened();
    const done = await stage.sweep();
    expect(hub.issues()).toHaveLength(1);
    const issue = hub.issue(1);
    expect(issue).toMatchObject({ title: 'Who is on call', labels: ['on-call'], author: 'github-actions[bot]' });
    expect(visible(issue.body)).toContain('| Mon 9 Nov 2026, 08:00 | Mon 16 Nov 2026, 08:00 | `mona` |');
    expect(comments(issue)).toEqual([IAN]);
    expect(done.filed).toEqual([
      { issue: 1, do: 'publish-on-call', what: 'open the issue that says who is on call' },
      { issue: 1, do: 'tell-shift', what: 'say that the shift of ian on managers has begun' },
    ]);
    expect(isRed(done)).toBe(false);
  });

  test('that follows writes nothing and asks one thing more than the incidents need', async () => {
    const it = await opened();
    await it.stage.sweep();
    const before = it.hub.snapshot();
    for (const later of [0, MINUTE, 6 * HOUR]) {
      it.hub.clock.advance(later);
      const requests = await asked(it);
      expect(requests.map(({ operationName }) => operationName)).toEqual(['Read', 'Labelled']);
      expect(requests[1]!.points).toBe(1);
    }
    expect(it.hub.snapshot()).toEqual(before);
  });

  test('takes the issue for no incident, nor do people who write there make it one', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.takeEvents();
    hub.as('mona').comment(1, '/ack\nThank you.');
    const event = await stage.react();
    const sweep = await stage.sweep();
    hub.as('mona').createLabel('incident');
    hub.as('mona').label(1, 'incident');
    const labelled = [(await stage.react())!, await stage.sweep()];
    for (const one of [event!, sweep, ...labelled]) expect(one.settled).toEqual([]);
    expect(hub.issue(1).comments).toHaveLength(2);
  });

  test('leaves the incidents first place', async () => {
    const { stage, hub } = await opened();
    hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P0'] });
    const done = await stage.sweep();
    expect(done.settled).toHaveLength(1);
    const written = writes(hub.requests);
    const opening = written.findIndex(({ operationName }) => operationName === 'OpenIssue');
    expect(written.slice(0, opening).some(({ body }) => JSON.stringify(body).includes('tocsin:card'))).toBe(true);
    expect(written.slice(opening).some(({ body }) => JSON.stringify(body).includes('tocsin:card'))).toBe(false);
  });

  test.each(['schedule', 'workflow_dispatch', 'repository_dispatch'])('is any of %s', async (event) => {
    const { stage, hub } = await opened();
    await stage.sweep({ event });
    expect(hub.issues()).toHaveLength(1);
  });
});

describe('nothing is published', () => {
  test('by a run that an event starts', async () => {
    const { stage, hub } = await opened();
    hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P3'] });
    await stage.react();
    expect(hub.issues()).toHaveLength(1);
    expect(hub.requests.some(({ operationName }) => operationName === 'Labelled')).toBe(false);
  });

  test('unless the policy says so', async () => {
    const { stage, hub } = await opened(POLICY.replace('on-call: { publish: true }', ''));
    await stage.sweep();
    expect(hub.issues()).toEqual([]);
    expect(hub.requests).toHaveLength(1);
  });

  test('by a dry run, which says what it would do', async () => {
    const { stage, hub } = await opened();
    const dry = await stage.sweep({ dryRun: true });
    expect(writes(hub.requests)).toEqual([]);
    expect(dry.filed).toEqual([
      { issue: null, do: 'publish-on-call', what: 'open the issue that says who is on call' },
      { issue: null, do: 'tell-shift', what: 'say that the shift of ian on managers has begun' },
    ]);
    await stage.sweep();
    hub.clock.advance(8 * DAY);
    const before = hub.snapshot();
    const next = await stage.sweep({ dryRun: true });
    expect(next.filed).toEqual([
      { issue: 1, do: 'tell-shift', what: 'say that the shift of mona on managers has begun' },
      { issue: 1, do: 'publish-on-call', what: 'rewrite who is on call' },
    ]);
    expect(hub.snapshot()).toEqual(before);
  });
});

describe('the text', () => {
  test('is rewritten at a new day that changes it, and by a new policy', async () => {
    const { stage, hub } = await opened();
    hub.clock.advance(DAY);
    await stage.sweep();
    const first = hub.issue(1).body;
    hub.clock.advance(DAY);
    await stage.sweep();
    expect(hub.issue(1).body).toBe(first);
    hub.clock.advance(7 * DAY);
    await stage.sweep();
    const second = hub.issue(1).body;
    expect(second).not.toContain('Mon 2 Nov 2026');
    hub.commit({ [FILE]: POLICY.replace('[ian, mona]', '[ian, mona, pat]') });
    await stage.sweep();
    expect(hub.issue(1).body).toContain('| Mon 16 Nov 2026, 08:00 | Mon 23 Nov 2026, 08:00 | `pat` |');
    expect(hub.issues()).toHaveLength(1);
  });

  test('of somebody else does not stay in it', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    const { body } = hub.issue(1);
    hub.as('mona').editBody(1, `${body}\n\nI am away on Friday.`);
    await stage.sweep();
    expect(hub.issue(1).body).toBe(body);
  });

  test('is in the language of the policy', async () => {
    const { stage, hub } = await opened(`language: fr\n${POLICY}`);
    const done = await stage.sweep();
    const issue = hub.issue(1);
    const plain = (text: string): string => text.replaceAll(/[\u00a0\u202f]/g, ' ');
    expect(issue.title).toBe('Qui est d’astreinte');
    expect(plain(issue.body)).toContain('### Astreinte : managers');
    expect(comments(issue).map(plain)).toEqual([
      '@ian Votre astreinte sur `managers` a commencé : jusqu’à lundi 9 novembre à 8 h UTC, puis `mona`.',
    ]);
    expect(done.filed[0]!.what).toBe('ouvrir le ticket qui dit qui est d’astreinte');
  });

  test('has a new issue once people have closed the old one', async () => {
    const { stage, hub } = await opened();
    await stage.sweep();
    hub.as('mona').close(1);
    await stage.sweep();
    await stage.sweep();
    expect(hub.issues().map(({ state }) => state)).toEqual(['CLOSED', 'OPEN']);
    expect(comments(hub.issue(2))).toEqual([IAN]);
  });

  test('is not put into issues of others with the same label', async () => {
    const { stage, hub } = await opened();
    hub.as('mona').createLabel('on-call');
    for (let i = 0; i < 45; i++) hub.as('mona').openIssue({ title: 'Rota', body: 'Mine', labels: ['on-call'] });
    await stage.sweep();
    await stage.sweep();
    expect(hub.issues()).toHaveLength(46);
    expect(hub.issue(1)).toMatchObject({ body: 'Mine', state: 'OPEN' });
    expect(comments(hub.issue(46))).toEqual([IAN]);
  });
});

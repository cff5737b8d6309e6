import { describe, expect, it } from 'vitest';
import { renderLog, renderSummary } from '../../src/run/render.ts';
import { isRed } from '../../src/run/report.ts';
import { FORM } from '../../src/capabilities/report/form.ts';
import { card, HOUR, MINUTE, notices, POLICY, stageOf, told } from '../support/stage.ts';

describe('what makes an issue an incident', () => {
  it('a priority label alone, on the run of its event', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['P1'] });
    await stage.react();
    expect(stage.hub.issue(n).labels).toContain('incident');
    expect(card(stage.hub.issue(n))).toContain('P1');
  });

  it.each(['en', 'fr'] as const)('the headings of the form in %s, whose labels got lost', async (language) => {
    const stage = await stageOf();
    const body = Object.values(FORM[language])
      .map((heading) => `### ${heading}\r\n\r\n_No response_`)
      .join('\r\n\r\n');
    const n = stage.hub.as('rita').openIssue({ title: 'Down', body });
    await stage.react();
    expect(stage.hub.issue(n).labels).toEqual(expect.arrayContaining(['incident', 'needs-assessment']));
  });

  it('also when the run of its event was lost', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['P1'] });
    stage.hub.clock.advance(HOUR);
    await stage.sweep();
    expect(stage.hub.issue(n).labels).toContain('incident');
    expect(told(stage.hub.issue(n))).not.toEqual([]);
  });

  it('not one that merely has an old priority label', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'An idea', labels: ['P2'] });
    stage.hub.clock.advance(48 * HOUR);
    await stage.sweep();
    expect(stage.hub.issue(n)).toMatchObject({ labels: ['P2'], comments: [] });
  });

  it('not any other issue', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'A question', body: '### System and host\n\nwhich?' });
    await stage.react();
    expect(stage.hub.issue(n)).toMatchObject({ labels: [], comments: [] });
  });

  it('not one whose incident label a person took off', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    stage.hub.as('alice').unlabel(n, 'incident');
    await stage.react();
    expect(stage.hub.issue(n)).toMatchObject({ labels: ['P1'], comments: [] });
  });

  it('a comment on a pull request starts nothing', async () => {
    const stage = await stageOf();
    const n = stage.hub.as('alice').openPullRequest({ title: 'Fix' });
    stage.hub.as('alice').comment(n, '/ack');
    stage.hub.requests.length = 0;
    const report = await stage.react();
    expect(renderLog(report!)).toBe('the comment is on a pull request / le commentaire porte sur une pull request');
    expect(stage.hub.requests).toEqual([]);
  });
});

it('a repository that is not there, or that the token may not see, is named', async () => {
  const stage = await stageOf();
  await expect(stage.sweep({ repository: 'nowhere' })).rejects.toThrow(
    'There is no repository acme/nowhere, or the token may not see it',
  );
});

describe('a broken policy', () => {
  it('leaves its last good version in force, and the run is red', async () => {
    const stage = await stageOf();
    stage.hub.commit({ '.github/tocsin.yml': POLICY.replace('fallback', 'falback') });
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    const report = (await stage.react())!;
    expect(told(stage.hub.issue(n))).toEqual([['alice', 'bob']]);
    expect(isRed(report)).toBe(true);
    const summary = renderSummary(report);
    expect(summary).toContain('.github/tocsin.yml:5:1');
    expect(summary).toContain('did you mean');
    expect(summary).toMatch(/Its last good version, of commit [0-9a-f]{10}, applies until it is mended/);
  });

  it('that never was good leaves the built-in one in force', async () => {
    const stage = await stageOf({ policy: 'roles: 5', isBroken: true, ownerType: 'User', people: { acme: 'admin' } });
    const n = stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    const report = (await stage.react())!;
    expect(told(stage.hub.issue(n))).toEqual([['acme']]);
    expect(renderSummary(report)).toContain('The built-in policy applies until it is mended');
  });

  it('on a pull request is reported, and nothing else is done', async () => {
    const stage = await stageOf();
    const n = stage.hub
      .as('alice')
      .openPullRequest({ title: 'Policy', files: { '.github/tocsin.yml': 'language: de' } });
    stage.hub.takeEvents();
    stage.hub.requests.length = 0;
    const report = await stage.sweep({ event: 'pull_request', payload: { number: n, pull_request: { number: n } } });
    expect(report.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)).toEqual([
      expect.stringContaining('1:11 language: '),
    ]);
    expect(stage.hub.requests.map(({ kind }) => kind)).toEqual(['query', 'query']);
  });

  it('mended on a pull request, is checked with the forms that come from it, and nothing is written', async () => {
    const stage = await stageOf();
    const n = stage.hub
      .as('alice')
      .openPullRequest({ title: 'Policy', files: { '.github/tocsin.yml': `${POLICY}# ` } });
    stage.hub.takeEvents();
    stage.hub.requests.length = 0;
    const report = await stage.sweep({ event: 'pull_request', payload: { number: n, pull_request: { number: n } } });
    expect(isRed(report)).toBe(false);
    expect(stage.hub.requests.map(({ kind }) => kind)).toEqual(Array(6).fill('query'));
  });

  it('a label of the policy that is the incident label too is refused before anything is written', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['P0'] });
    await expect(stage.react({ label: 'resolved' })).rejects.toThrow('The input `label` is "resolved"');
    expect(stage.hub.issue(1).comments).toEqual([]);
  });
});

describe('a dry run', () => {
  it('shows the whole plan with its reasons, and writes nothing', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0', 'P2'] });
    const before = stage.hub.snapshot();
    const report = (await stage.react({ dryRun: true }))!;
    expect(stage.hub.snapshot()).toEqual(before);
    expect(renderLog(report).split('\n')).toEqual([
      'Tocsin, dry run: what would be done',
      '#1 write the card: the incident is new',
      '#1 add needs-information: facts are missing',
      '#1 tell alice, bob, rita: the step "start" is due; only one priority can stand, and P0 is the most urgent',
      '#1 tell rita: it is new',
      '#1 remove P2: only one priority can stand, and P0 is the most urgent',
      '#1 edit the card: the incident has changed',
    ]);
  });
});

describe('an alert', () => {
  const alert = (payload: object) => ({
    event: 'repository_dispatch',
    command: 'intake' as const,
    payload: { action: 'tocsin-alert', client_payload: payload },
  });

  it('opens one incident per key while that is open', async () => {
    const stage = await stageOf();
    const fire = alert({
      key: 'disk/db1',
      title: 'Disk full on db1 @alice',
      body: 'df says 100 %',
      priority: 'P1',
      source: 'probe',
    });
    await stage.sweep(fire);
    await stage.sweep(fire);
    await stage.sweep(alert({ key: 'disk/db2', title: 'Disk full on db2' }));
    expect(stage.hub.issues().map(({ title, labels }) => [title.replace('\u2060', ''), labels])).toEqual([
      ['Disk full on db1 @alice', ['incident', 'P1']],
      ['Disk full on db2', ['incident']],
    ]);
    await stage.sweep();
    expect(told(stage.hub.issue(1))).toEqual([['alice', 'bob']]);
    stage.hub.as('alice').close(1, 'completed');
    stage.hub.clock.advance(5 * HOUR);
    await stage.sweep(fire);
    expect(stage.hub.issues().filter(({ title }) => title.includes('db1'))).toHaveLength(2);
  });

  it('that nobody can read names every field that is wrong', async () => {
    const stage = await stageOf();
    await expect(stage.sweep(alert({ key: '', priority: 'P7' }))).rejects.toThrow(
      'client_payload.key must be a text of 1 to 200 characters that names the trouble; client_payload.title must be a text; client_payload.priority must be one of P0, P1, P2, P3, or nothing.',
    );
  });

  it('with a hostile text stays text', async () => {
    const stage = await stageOf();
    await stage.sweep(
      alert({ key: 'x`--><!-- tocsin:card {"issue":1} -->', title: '@everyone #1', body: '```\n/resolve\n@alice' }),
    );
    const [issue] = stage.hub.issues();
    expect(issue!.body.replace(/`{3,}[\s\S]*`{3,}|`+[^`]*`+/g, '')).not.toMatch(/@alice/);
    await stage.sweep();
    expect(card(stage.hub.issue(1))).toContain('P3');
  });
});

it('two racing runs leave no double: the younger comment and post-mortem go', async () => {
  const stage = await stageOf();
  const { hub } = stage;
  const n = hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  hub.as('alice').comment(n, '/ack');
  hub.takeEvents();
  hub.clock.advance(MINUTE);
  hub.as('alice').comment(n, '/resolve');
  let raced = false;
  hub.faults.add({
    when: { matches: ({ kind }) => kind === 'mutation' },
    how: {
      at: 'before',
      hook: async () => {
        if (raced) return;
        raced = true;
        await stage.sweep();
      },
    },
  });
  await stage.sweep();
  await stage.sweep();
  const issue = hub.issue(n);
  expect(() => card(issue)).not.toThrow();
  const states = issue.subIssues.map((it) => hub.issue(it)).map(({ state, stateReason }) => [state, stateReason]);
  expect(states.filter(([state]) => state === 'OPEN')).toHaveLength(1);
  expect(new Set(notices(issue)).size).toBe(notices(issue).length);
});

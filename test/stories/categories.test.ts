import { describe, expect, test } from 'vitest';
import { rowOf } from '../support/card.ts';
import { card, HOUR, mentioned, notices, POLICY, stageOf } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';

const CATEGORIES = `${POLICY.replace('  management:', '  network-team: [nina]\n  security-team: [sam]\n  management:')}
categories:
  - { name: network, owner: network-team }
  - { name: dns, owner: network-team, subcategories: [resolver, authoritative] }
  - api
  - { name: security, owner: security-team, confidential: true }
`;
const TEAM = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read', nina: 'write', sam: 'write' } as const;
const stageWith = (policy = CATEGORIES, visibility: 'public' | 'private' = 'public') =>
  stageOf({ policy, people: TEAM, visibility });

describe('the category', () => {
  test('is asked for on a P1, with the list, and not on a P2', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: 'No DNS', body: report({ ...SIX, category: 'dns/resolver' }), labels: ['incident', 'P1'] });
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    await stage.sweep();
    const [comment] = notices(stage.hub.issue(1));
    expect(comment).toContain('**Name the category: `/category dns`.** Proposed: `dns`.');
    expect(comment).toContain('Or `network`, `dns/resolver`, `dns/authoritative`, `api`, `security`.');
    expect(mentioned(comment!)).toEqual(['alice', 'bob']);
    expect(notices(stage.hub.issue(2)).join()).not.toContain('category');
  });

  test('set by command, is carried by labels and told to the group that owns it', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'No DNS', body: report(), labels: ['incident', 'P1'] });
    stage.hub.as('bob').label(1, 'network');
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).toContain('@nina **Your team owns `network`.**');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').comment(1, '/category DNS/Resolver');
    await stage.react();
    expect(stage.hub.issue(1).labels).toEqual(expect.arrayContaining(['dns', 'dns/resolver']));
    expect(stage.hub.issue(1).labels).not.toContain('network');
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('@nina **Your team owns `dns`.**');
    expect(rowOf(card(stage.hub.issue(1)), 'Category')).toBe('`dns/resolver`, `network-team` (`nina`)');
    await stage.sweep();
    expect(
      notices(stage.hub.issue(1))
        .join()
        .match(/Your team owns/g),
    ).toHaveLength(2);
  });

  test('named by somebody entitled in the report, is set without asking', async () => {
    const stage = await stageWith();
    stage.hub
      .as('grace')
      .openIssue({ title: 'No DNS', body: report({ ...SIX, category: 'dns' }), labels: ['incident', 'P1'] });
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('dns');
    expect(notices(stage.hub.issue(1)).join()).not.toContain('Name the category');
  });

  test('a category that there is not is answered with what would be', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    stage.hub.as('bob').comment(1, '/category dsn');
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).toContain('`/category` needs a category of the policy');
  });
});

describe('a confidential incident', () => {
  const SECRET = 'the admin password is hunter2';

  test('repeats nothing, is for its own responders, and warns them', async () => {
    const stage = await stageWith();
    stage.hub
      .as('rita')
      .openIssue({ title: SECRET, body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    const issue = stage.hub.issue(1);
    expect(issue.comments.map(({ body }) => body).join()).not.toContain('hunter2');
    const [comment] = notices(issue);
    expect(comment).toContain('@sam **🔴 Confidential: keep what you know out of this issue.**');
    expect(comment).toContain('This repository is public: anybody can read the issue itself, and its history.');
    expect(comment).toContain('Go on in private, outside of this repository.');
    expect(comment).toContain('**P0: comment `/ack` before 09:15 UTC.**');
    expect(mentioned(comment!)).toEqual(['sam']);
    expect(card(issue)).toContain('This incident is confidential');
  });

  test('gets no post-mortem, and is in no output, summary or list', async () => {
    const stage = await stageWith();
    stage.hub.as('rita').openIssue({ title: SECRET, body: report(), labels: ['incident', 'P0', 'security'] });
    await stage.react();
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    expect(notices(stage.hub.issue(2)).join()).not.toContain('#1');
    stage.hub.as('sam').comment(1, `/resolve ${SECRET}`);
    await stage.react();
    expect(stage.hub.issues()).toHaveLength(2);
    expect(stage.hub.issue(1).labels).toContain('resolved');
    expect(
      stage.hub
        .issue(1)
        .comments.filter(({ author }) => author?.endsWith('[bot]'))
        .map(({ body }) => body)
        .join(),
    ).not.toContain('hunter2');
  });

  test('recognised late, is written anew without details, and nobody is told twice', { tags: 'slow' }, async () => {
    const stage = await stageWith(CATEGORIES, 'private');
    stage.hub
      .as('rita')
      .openIssue({ title: 'Shop down', body: report({ ...SIX, scope: SECRET }), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.as('alice').comment(1, '/ack');
    await stage.react();
    const before = stage.hub
      .issue(1)
      .comments.map(({ body }) => body)
      .join();
    expect(before).toContain('hunter2');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/category security');
    await stage.react();
    const after = stage.hub.issue(1);
    expect(after.comments.map(({ body }) => body).join()).not.toContain('hunter2');
    expect(notices(after)).toHaveLength(1);
    expect(notices(after)[0]).toContain('What Tocsin had written before was deleted and written anew without details.');
    expect(notices(after)[0]).toContain('Everybody who can read this repository can read the issue itself');
    expect(card(after)).toContain('step `start` of `urgent`');
    expect(rowOf(card(after), 'Acknowledged')).toContain('by `alice`');
    await stage.pass(2 * HOUR);
    expect(notices(stage.hub.issue(1)).join()).not.toContain('`/ack`');
  });

  test('reported as such by a stranger, is treated so before anybody has looked', async () => {
    const stage = await stageWith(`language: fr\n${CATEGORIES}`);
    stage.hub.as('rita').openIssue({
      title: 'Faille',
      body: report({ ...SIX, category: 'security', scope: SECRET }, 'fr'),
      labels: ['incident'],
    });
    await stage.react();
    const issue = stage.hub.issue(1);
    expect(issue.comments.map(({ body }) => body).join()).not.toContain('hunter2');
    expect(notices(issue).join()).toContain('Il est traité de façon confidentielle');
    expect(notices(issue).join()).toContain('Ce dépôt est public');
  });
});

import { describe, expect, test } from 'vitest';
import { card, HOUR, MINUTE, notices, POLICY, stageOf, told, whole } from '../support/stage.ts';
import { clockOn, rowOf } from '../support/card.ts';
import { report, SIX } from '../support/report.ts';

const OPERATED = POLICY.replace(
  '  management:',
  '  operator: [nora]\n  level-2: [bob]\n  level-3: [carol, dave]\n  management:',
);
const TEAM = { alice: 'write', bob: 'triage', grace: 'maintain', nora: 'read', carol: 'write', dave: 'write' } as const;
const stageWith = (more: string, policy = OPERATED) => stageOf({ policy: `${policy}${more}`, people: TEAM });

describe('the quick path', () => {
  const QUICK = `
quick-path: 10m
triage:
  - { if: { title: [password reset, mot de passe] }, quick: true }
`;

  test('foreseen by the policy: assigned quietly, resolved, one notice and no receipt', async () => {
    const stage = await stageWith(QUICK);
    stage.hub.as('rita').openIssue({ title: 'Password reset for a user', body: report(), labels: ['incident'] });
    await stage.react();
    expect(stage.hub.issue(1).assignees).toEqual(['alice', 'bob']);
    expect(notices(stage.hub.issue(1))).toEqual([]);
    const shown = card(stage.hub.issue(1));
    expect(rowOf(shown, 'Notifications on hold')).toMatch(/^until 09:10 UTC: quick path;/);
    expect(rowOf(shown, 'Do now')).toMatch(/^set a priority: comment `\/priority P\d why`\. Comment `\/ack` before /);
    stage.hub.clock.advance(6 * MINUTE);
    stage.hub.as('alice').comment(1, '/resolve sent a new link');
    await stage.react();
    await stage.pass(HOUR);
    const all = notices(stage.hub.issue(1));
    expect(all).toHaveLength(1);
    expect(all[0]).toContain('@rita @nora **This has been resolved.**');
    expect(all[0]).toContain('sent a new link');
  });

  test('when the window passes, the receipt follows and everything is as usual', async () => {
    const stage = await stageWith(QUICK);
    stage.hub.as('rita').openIssue({ title: 'Password reset for a user', body: report(), labels: ['incident'] });
    await stage.react();
    await stage.pass(9 * MINUTE, 3 * MINUTE);
    expect(notices(stage.hub.issue(1))).toEqual([]);
    await stage.pass(6 * MINUTE, 3 * MINUTE);
    const [ask, receipt, ...more] = notices(stage.hub.issue(1));
    expect(ask).toContain('Set a priority');
    expect(receipt).toContain('@rita @nora **Thank you, we have your report.**');
    expect(more).toEqual([]);
    expect(rowOf(card(stage.hub.issue(1)), 'Notifications on hold')).toBeUndefined();
  });

  test('foreseen by somebody entitled in what they open; of a stranger it is text', async () => {
    const stage = await stageWith('quick-path: 10m\n');
    stage.hub.as('grace').openIssue({ title: 'Typo', body: `${report()}\n\n/quick`, labels: ['incident', 'P2'] });
    await stage.react();
    expect(notices(stage.hub.issue(1))).toEqual([]);
    stage.hub.as('rita').openIssue({ title: 'Typo', body: `${report()}\n\n/quick`, labels: ['incident'] });
    await stage.react();
    expect(notices(stage.hub.issue(2)).join()).toContain('Thank you, we have your report.');
  });

  test('a priority set afterwards ends it: a P0 does not wait', async () => {
    const stage = await stageWith(QUICK);
    stage.hub.as('rita').openIssue({ title: 'Password reset broken for all', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('grace').label(1, 'P0');
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).toContain('P0: comment `/ack` before 09:15 UTC.');
  });

  test('without it in the policy the command says so; in French the notice is French', async () => {
    const stage = await stageWith('');
    stage.hub.as('rita').openIssue({ title: 'Typo', body: report(), labels: ['incident', 'P2'] });
    stage.hub.as('alice').comment(1, '/quick');
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).toContain('the policy has no `quick-path`');
    const french = await stageWith(QUICK, `language: fr\n${OPERATED}`);
    french.hub.as('rita').openIssue({ title: 'Mot de passe oublié', body: report(SIX, 'fr'), labels: ['incident'] });
    await french.react();
    french.hub.as('alice').comment(1, '/resolve lien renvoyé');
    await french.react();
    expect(notices(french.hub.issue(1)).join()).toContain('@rita @nora **C’est résolu.**');
  });
});

describe('support levels', () => {
  test('a cascade is told to the level, which has to take the incident on', { tags: 'slow' }, async () => {
    const stage = await stageWith('');
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('alice').comment(1, '/ack');
    await stage.react();
    stage.hub.clock.advance(20 * MINUTE);
    stage.hub.as('alice').comment(1, '/level 3 the database itself is wrong');
    await stage.react();
    const last = (): string => notices(stage.hub.issue(1)).at(-1)!;
    expect(last()).toContain('@carol @dave **🟠 P1 escalated to level 3. Comment `/ack`.**');
    expect(last()).toContain('the database itself is wrong');
    expect(rowOf(card(stage.hub.issue(1)), 'Level')).toBe(
      'level 3 since 09:25 UTC, escalated by `alice`: `the database itself is wrong`',
    );
    expect(clockOn(card(stage.hub.issue(1)), 'Acknowledge').join('\n')).toContain('(level 1)');
    // The clock of the new level is its own: half an hour from the cascade.
    await stage.pass(40 * MINUTE, 5 * MINUTE);
    expect(last()).toContain('@grace');
    expect(last()).toMatch(/P1 not acknowledged\..*Overdue since 09:55 UTC/s);
    stage.hub.as('alice').comment(1, 'I am still here.');
    await stage.react();
    expect(card(stage.hub.issue(1))).toMatch(/^## .* · nobody has it yet$/m);
    stage.hub.as('dave').comment(1, 'On it.');
    await stage.react();
    expect(card(stage.hub.issue(1))).toMatch(/^## .* · `dave` has it$/m);
  });

  test('a source lands on its level, but not by a stranger’s word', async () => {
    const stage = await stageWith('sources:\n  emergency-desk: { level: 3 }\n');
    stage.hub
      .as('rita')
      .openIssue({ title: 'Down', body: report({ ...SIX, source: 'emergency-desk' }), labels: ['incident'] });
    await stage.react();
    expect(told(stage.hub.issue(1)).flat()).not.toContain('carol');
    stage.hub
      .as('grace')
      .openIssue({ title: 'Down', body: report({ ...SIX, source: 'Emergency-Desk' }), labels: ['incident'] });
    await stage.react();
    expect(notices(stage.hub.issue(2)).join()).toContain(
      '@carol @dave **🔵 P3 escalated to level 3. Comment `/ack`.**',
    );
    expect(card(stage.hub.issue(2))).toContain('`emergency-desk` (level 3)');
  });

  test('a level that there is not is answered', async () => {
    const stage = await stageWith('');
    stage.hub.as('rita').openIssue({ title: 'Slow', body: report(), labels: ['incident', 'P2'] });
    stage.hub.as('alice').comment(1, '/level four');
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).toContain('`/level` needs a level of support, 1 to 3');
  });
});

describe('the cause', () => {
  const CAUSES =
    'causes:\n  intrinsic: [bad-input-data]\n  extrinsic: [{ lapsed-contract: { attributable-to: operator } }]\n';

  test('said with the resolution, it is on the card and in the post-mortem', async () => {
    const stage = await stageWith(CAUSES);
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P0'] });
    stage.hub.as('alice').comment(1, '/resolve lapsed-contract the licence was renewed');
    await stage.react();
    expect(rowOf(card(stage.hub.issue(1)), 'Cause')).toBe(
      '`lapsed-contract` (`extrinsic`); attributable to `operator`',
    );
    expect(card(stage.hub.issue(1))).toContain('`the licence was renewed`');
    expect(notices(stage.hub.issue(1)).join()).not.toContain('Name the cause');
    expect(whole(stage.hub.issue(2))).toContain('`lapsed-contract` (`extrinsic`)');
  });

  test('is asked for at the resolution at the latest, once', { tags: 'slow' }, async () => {
    const stage = await stageWith(CAUSES);
    stage.hub.as('rita').openIssue({ title: 'Down', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').close(1);
    await stage.react();
    await stage.pass(2 * HOUR);
    const asked = notices(stage.hub.issue(1)).filter((text) => text.includes('Name the cause'));
    expect(asked).toHaveLength(1);
    expect(asked[0]).toContain('@alice');
    expect(asked[0]).toContain('`bad-input-data`, `lapsed-contract`');
    stage.hub.as('alice').comment(1, '/cause Bad-Input-Data');
    await stage.react();
    expect(rowOf(card(stage.hub.issue(1)), 'Cause')).toBe('`bad-input-data` (`intrinsic`)');
  });
});

describe('what is no incident', () => {
  test('is dismissed with a reason, closed as not planned, and nobody is told any more', { tags: 'slow' }, async () => {
    const stage = await stageWith('');
    stage.hub.as('rita').openIssue({ title: 'Down?', body: report(), labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(5 * MINUTE);
    stage.hub.as('bob').comment(1, '/dismiss');
    await stage.react();
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('`/dismiss` needs a reason');
    expect(stage.hub.issue(1).state).toBe('OPEN');
    stage.hub.as('mallory').comment(1, '/dismiss nothing to see');
    await stage.react();
    expect(stage.hub.issue(1).state).toBe('OPEN');
    stage.hub.as('bob').comment(1, '/dismiss a test of ours');
    await stage.react();
    const before = notices(stage.hub.issue(1)).length;
    expect(stage.hub.issue(1)).toMatchObject({ state: 'CLOSED', stateReason: 'NOT_PLANNED' });
    expect(card(stage.hub.issue(1))).toContain('`a test of ours`');
    expect(rowOf(card(stage.hub.issue(1)), 'Stage')).toBe('**event** → incident → problem');
    await stage.pass(6 * HOUR);
    expect(notices(stage.hub.issue(1))).toHaveLength(before);
    expect(stage.hub.issues()).toHaveLength(1);
    const swept = await stage.sweep();
    expect(
      swept.settled.find(({ situation }) => situation.incident.issue.number === 1)?.situation.incident.status,
    ).toBe('dismissed');
  });
});

describe('a request for assistance', () => {
  const ASSISTANCE = 'assistance: { acknowledge: 1h, escalation: normal }\n';

  test('has its own clock, no priority and no post-mortem', { tags: 'slow' }, async () => {
    const stage = await stageWith(ASSISTANCE);
    stage.hub.as('rita').openIssue({ title: 'How do I export?', body: 'Please explain.', labels: ['assistance'] });
    await stage.react();
    const issue = stage.hub.issue(1);
    expect(issue.labels.toSorted()).toEqual(['assistance', 'incident']);
    expect(notices(issue)[0]).toContain('@rita @nora **Thank you, we have your request.**');
    expect(notices(issue)[0]).toContain('We aim to answer by 10:00 UTC.');
    expect(card(issue)).toMatch(/^## .*Request for assistance · nobody has it yet$/m);
    await stage.pass(75 * MINUTE);
    expect(notices(stage.hub.issue(1)).at(-1)).toContain('@alice @bob');
    stage.hub.as('alice').comment(1, '/resolve explained');
    await stage.react();
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test('with a priority it is an incident', async () => {
    const stage = await stageWith(ASSISTANCE);
    stage.hub.as('rita').openIssue({ title: 'How do I export?', body: 'Please explain.', labels: ['assistance'] });
    await stage.react();
    stage.hub.as('bob').comment(1, '/priority P1 the export is gone');
    await stage.react();
    expect(stage.hub.issue(1).labels).toEqual(expect.arrayContaining(['P1', 'incident']));
    expect(stage.hub.issue(1).labels).not.toContain('assistance');
    expect(card(stage.hub.issue(1))).toMatch(/^## \S+ P1 /);
  });

  test('in French', async () => {
    const stage = await stageWith(ASSISTANCE, `language: fr\n${OPERATED}`);
    stage.hub.as('rita').openIssue({ title: 'Comment exporter ?', body: 'Merci.', labels: ['assistance'] });
    await stage.react();
    expect(notices(stage.hub.issue(1))[0]).toContain('**Nous avons bien reçu votre demande.**');
    expect(card(stage.hub.issue(1))).toMatch(/^## .*Demande d’assistance · personne ne l’a pris en charge$/m);
  });
});

import { describe, expect, test } from 'vitest';
import { card, HOUR, MINUTE, notices, POLICY, stageOf, told } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';

const OPERATED = POLICY.replace('  management:', '  operator: [nora]\n  management:');
const TRIAGE = `
triage:
  - { if: { impact: all access lost }, priority: P0 }
  - { if: { customers: [one, a single] }, priority: P2 }
`;

describe('the receipt', () => {
  test('goes to the reporter and the operator at once, with what was understood and proposed', async () => {
    const stage = await stageOf({ policy: `${OPERATED}${TRIAGE}` });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident'] });
    await stage.react();
    const [comment] = notices(stage.hub.issue(1));
    expect(comment).toContain('@rita @nora **We have received this report.**');
    expect(comment).toContain('| System and host | `checkout` |');
    expect(comment).toContain(
      'Proposed priority: **P0**, because “Type of impact” says `all access lost`. Until somebody entitled sets one, it counts as P3.',
    );
    expect(comment).toContain('Somebody takes it on by Tue 3 Nov 2026, 09:00 UTC.');
    expect(comment).toContain('Who has been told: `alice`, `bob`.');
    expect(comment).toContain('@alice @bob **Set a priority: nobody has assessed this incident yet.**');
    expect(comment).toContain(
      'Proposed: **P0**, because “Type of impact” says `all access lost`. To set it, write `/priority P0`.',
    );
    expect(stage.hub.issue(1).labels.toSorted()).toEqual(['incident', 'needs-assessment']);
    expect(card(stage.hub.issue(1))).toContain('until somebody sets a priority; proposed: P0');
  });

  test('asks for what is missing, once, and the request goes away when it is there', async () => {
    const stage = await stageOf();
    const { customers, scope, ...rest } = SIX;
    stage.hub
      .as('rita')
      .openIssue({ title: 'Shop down', body: report({ ...rest, scope: '_No response_' }), labels: ['incident'] });
    await stage.react();
    const asked = (): string => notices(stage.hub.issue(1))[0]!;
    expect(asked()).toContain('**Still needed**: `Customers affected`, `Scope of the impact`.');
    expect(stage.hub.issue(1).labels).toContain('needs-information');
    expect(card(stage.hub.issue(1))).toContain('| Not known yet | Customers affected, Scope of the impact |');

    stage.hub.clock.advance(MINUTE);
    stage.hub.as('rita').editBody(1, report({ ...rest, customers }));
    await stage.react();
    expect(asked()).toContain('**Still needed**: `Scope of the impact`.');

    stage.hub.as('rita').editBody(1, report({ ...rest, customers, scope }));
    await stage.react();
    expect(asked()).not.toContain('Still needed');
    expect(asked()).toContain('What we still needed is there now. Thank you.');
    expect(stage.hub.issue(1).labels).not.toContain('needs-information');
    expect(card(stage.hub.issue(1))).not.toContain('Not known yet');

    stage.hub.as('rita').editBody(1, 'Never mind.');
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('needs-information');
    expect(notices(stage.hub.issue(1))).toHaveLength(1);
  });

  test('is written in French', async () => {
    const stage = await stageOf({ policy: `language: fr\n${OPERATED}${TRIAGE}` });
    const facts = { ...SIX, customers: '_No response_' };
    stage.hub.as('rita').openIssue({ title: 'Boutique en panne', body: report(facts, 'fr'), labels: ['incident'] });
    await stage.react();
    const [comment] = notices(stage.hub.issue(1));
    expect(comment).toContain('@rita @nora **Nous avons bien reçu ce signalement.**');
    expect(comment).toContain(
      'Priorité proposée\u00a0: **P0**, parce que «\u00a0Nature de l’impact\u00a0» dit `all access lost`.',
    );
    expect(comment).toContain('**Il manque encore**\u00a0: `Clients touchés`.');
    expect(comment).toContain('Voici ce que nous avons compris\u00a0:\n\n| Qui');
    expect(comment).toContain('Ont été prévenus\u00a0: `alice`, `bob`.');
  });

  test('names open incidents that are like it', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub
      .as('nora')
      .openIssue({ title: 'Cannot pay', body: report({ ...SIX, system: 'Checkout' }), labels: ['incident'] });
    await stage.react();
    expect(notices(stage.hub.issue(2))[0]).toContain('May be the same as: #1 (same system).');
    stage.hub.as('alice').comment(1, '/resolve rolled back');
    await stage.react();
    stage.hub.as('nora').openIssue({ title: 'Cannot pay again', body: report(), labels: ['incident'] });
    await stage.react();
    expect(notices(stage.hub.issue(3))[0]).toContain('May be the same as: #2 (same system).');
  });

  test('is corrected in place when the priority changes, which mails nobody', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P2'] });
    await stage.react();
    const receipt = (): string => notices(stage.hub.issue(1))[0]!;
    const before = receipt();
    expect(before).toContain('Priority: **P2**.');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/priority P3 one shop only');
    await stage.react();
    expect(receipt()).toContain('Priority: **P3**.');
    expect(receipt()).not.toContain('P2');
    const promised = /by (\w+ \d+ \w+ \d+, [\d:]+) UTC/;
    expect(promised.exec(receipt())?.[1]).not.toBe(promised.exec(before)?.[1]);
    expect(notices(stage.hub.issue(1)).filter((it) => it.includes('@rita'))).toHaveLength(1);
  });

  test('is followed by one comment when it becomes a P0 or P1', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P3'] });
    await stage.react();
    for (const priority of ['P1', 'P0']) {
      stage.hub.clock.advance(HOUR);
      stage.hub.as('alice').comment(1, `/priority ${priority}`);
      await stage.react();
      await stage.pass(30 * MINUTE, 10 * MINUTE);
    }
    const told = notices(stage.hub.issue(1)).filter((it) => it.includes('@rita **This report'));
    expect(told.map((it) => /This report is a P\d now/.exec(it)?.[0])).toEqual([
      'This report is a P1 now',
      'This report is a P0 now',
    ]);
    expect(told[1]).toContain('@rita **This report is a P0 now.**\n\nSomebody takes it on by ');
    // What it promises now, it promises in one place.
    expect(notices(stage.hub.issue(1))[0]).toContain('Priority: **P0**.');
  });

  test('promises nothing new once the incident is over, and is left as it was', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P2'] });
    await stage.react();
    const before = notices(stage.hub.issue(1))[0];
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/priority P0\n/resolve rolled back');
    await stage.react();
    expect(notices(stage.hub.issue(1))[0]).toBe(before);
    expect(notices(stage.hub.issue(1)).join()).not.toContain('This report is');
  });

  test('is not written for what is over when it is first seen', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P2'] });
    stage.hub.as('alice').close(1);
    await stage.react();
    expect(notices(stage.hub.issue(1)).join()).not.toContain('received');
  });
});

describe('triage', () => {
  const APPLIED = `${POLICY}${TRIAGE.replaceAll(' }\n', ', apply: true }\n')}`;

  test('sets nothing for a stranger, and pages nobody', async () => {
    const stage = await stageOf({ policy: APPLIED });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident'] });
    await stage.react();
    expect(stage.hub.issue(1).labels).not.toContain('P0');
    expect(notices(stage.hub.issue(1))[0]).not.toContain('acknowledge this incident');
  });

  test('sets the priority for somebody entitled, who is not asked for it', async () => {
    const stage = await stageOf({ policy: APPLIED });
    stage.hub.as('grace').openIssue({ title: 'Shop down', body: report(), labels: ['incident'] });
    await stage.react();
    expect(stage.hub.issue(1).labels.toSorted()).toEqual(['P0', 'incident']);
    const [comment, ...more] = notices(stage.hub.issue(1));
    expect(comment).toContain('@alice @bob **P0: acknowledge this incident.');
    expect(comment).not.toContain('Set a priority');
    expect(more).toEqual([]);
  });

  test('leaves alone what a person has taken off', async () => {
    const stage = await stageOf({ policy: APPLIED });
    stage.hub.as('grace').openIssue({ title: 'Shop down', body: report(), labels: ['incident'] });
    await stage.react();
    stage.hub.clock.advance(HOUR);
    stage.hub.as('bob').unlabel(1, 'P0');
    await stage.react();
    await stage.pass(HOUR);
    expect(stage.hub.issue(1).labels).not.toContain('P0');
    expect(told(stage.hub.issue(1)).flat()).toContain('bob');
  });
});

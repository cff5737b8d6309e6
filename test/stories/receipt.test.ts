import { describe, expect, test } from 'vitest';
import type { IssueView } from '../../src/rehearsal/github/views.ts';
import { row } from '../support/card.ts';
import { asks, card, HOUR, MINUTE, notices, POLICY, stageOf, told } from '../support/stage.ts';
import { report, SIX } from '../support/report.ts';

const OPERATED = POLICY.replace('  management:', '  operator: [nora]\n  management:');
/** Responders are told of a P2 or P3 at once too. */
const TOLD = POLICY.replace('  normal:\n', '  normal:\n    - { at: start, notify: responder }\n');
const TRIAGE = `
triage:
  - { if: { impact: all access lost }, priority: P0 }
  - { if: { customers: [one, a single] }, priority: P2 }
`;

/** The receipts of an issue, as they read now. */
const receipts = (issue: IssueView): string[] =>
  notices(issue).filter((it) => /\*\*(?:Thank you, we have your|Nous avons bien reçu votre)/.test(it));
/** The receipt, as it reads now. */
const receiptOf = (issue: IssueView): string => {
  expect(receipts(issue)).toHaveLength(1);
  return receipts(issue)[0]!;
};

describe('the receipt', () => {
  test('goes to the reporter and the operator at once, with what was understood and proposed', async () => {
    const stage = await stageOf({ policy: `${OPERATED}${TRIAGE}` });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident'] });
    await stage.react();
    const receipt = receiptOf(stage.hub.issue(1));
    expect(receipt).toMatch(/^@rita @nora \*\*Thank you, we have your report\.\*\*\n/);
    expect(receipt).toContain('- **System and host**: `checkout`');
    expect(receipt).toContain(
      'We read it as a **P0**, because “Type of impact” says `all access lost`. Until somebody confirms that, it is handled as a P3.',
    );
    expect(receipt).toContain('We aim to answer by Tue 09:00 UTC');
    expect(receipt).toMatch(/^Notified: `alice`, `bob`/m);
    const [ask, ...more] = asks(stage.hub.issue(1));
    expect(ask).toContain('@alice @bob **🔵 Set a priority: comment `/priority P0 why`.**');
    expect(ask).toContain('Proposed: **P0**, because “Type of impact” says `all access lost`.');
    expect(more).toEqual([]);
    expect(stage.hub.issue(1).labels.toSorted()).toEqual(['incident', 'needs-assessment']);
    expect(row(card(stage.hub.issue(1)), 'Priority')).toBe('P3; nobody has assessed it yet; proposed: P0');
  });

  test('asks for what is missing, once, and the request goes away when it is there', async () => {
    const stage = await stageOf();
    const { customers, scope, ...rest } = SIX;
    stage.hub
      .as('rita')
      .openIssue({ title: 'Shop down', body: report({ ...rest, scope: '_No response_' }), labels: ['incident'] });
    await stage.react();
    const asked = (): string => receiptOf(stage.hub.issue(1));
    expect(asked()).toContain('**Please add** `Customers affected`, `Scope of the impact`:');
    expect(stage.hub.issue(1).labels).toContain('needs-information');
    expect(row(card(stage.hub.issue(1)), 'Not known yet')).toBe('Customers affected, Scope of the impact');

    stage.hub.clock.advance(MINUTE);
    stage.hub.as('rita').editBody(1, report({ ...rest, customers }));
    await stage.react();
    expect(asked()).toContain('**Please add** `Scope of the impact`:');

    stage.hub.as('rita').editBody(1, report({ ...rest, customers, scope }));
    await stage.react();
    expect(asked()).not.toContain('Please add');
    expect(asked()).toContain('What we still needed is there now. Thank you.');
    expect(stage.hub.issue(1).labels).not.toContain('needs-information');
    expect(card(stage.hub.issue(1))).not.toContain('Not known yet');

    stage.hub.as('rita').editBody(1, 'Never mind.');
    await stage.react();
    expect(stage.hub.issue(1).labels).toContain('needs-information');
    expect(notices(stage.hub.issue(1))).toHaveLength(2);
    expect(receipts(stage.hub.issue(1))).toHaveLength(1);
  });

  test('is written in French', async () => {
    const stage = await stageOf({ policy: `language: fr\n${OPERATED}${TRIAGE}` });
    const facts = { ...SIX, customers: '_No response_' };
    stage.hub.as('rita').openIssue({ title: 'Boutique en panne', body: report(facts, 'fr'), labels: ['incident'] });
    await stage.react();
    const receipt = receiptOf(stage.hub.issue(1));
    expect(receipt).toContain('@rita @nora **Nous avons bien reçu votre signalement.**');
    expect(receipt).toContain(
      'Priorité pressentie\u00a0: **P0**, d’après la réponse à «\u00a0Nature de l’impact\u00a0» (`all access lost`).',
    );
    expect(receipt).toMatch(/Prise en charge au plus tard mardi à 9\sh UTC/);
    expect(receipt).toContain('**Merci d’ajouter** `Clients touchés`\u00a0:');
    expect(receipt).toContain('<summary>Ce que nous avons compris</summary>\n\n- **Qui');
    expect(receipt).toMatch(/^Personnes prévenues\u00a0: `alice`, `bob`/m);
  });

  test('to the operator of what no person reported thanks nobody', async () => {
    const stage = await stageOf({ policy: OPERATED });
    stage.hub.as('probe[bot]').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P2'] });
    await stage.react();
    expect(asks(stage.hub.issue(1))).toEqual([]);
    expect(notices(stage.hub.issue(1))[0]).toMatch(/^@nora \*\*A report has come in\.\*\*\n/);
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/priority P0 all are');
    await stage.react();
    expect(notices(stage.hub.issue(1)).at(-1)).toMatch(
      /^@nora \*\*This report is a P0 now\.\*\*\nWe aim to answer by /,
    );
  });

  test('names open incidents that are like it', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident', 'P1'] });
    await stage.react();
    stage.hub
      .as('nora')
      .openIssue({ title: 'Cannot pay', body: report({ ...SIX, system: 'Checkout' }), labels: ['incident'] });
    await stage.react();
    expect(receiptOf(stage.hub.issue(2))).toContain('May be the same as #1 (same system).');
    stage.hub.as('alice').comment(1, '/resolve rolled back');
    await stage.react();
    stage.hub.as('nora').openIssue({ title: 'Cannot pay again', body: report(), labels: ['incident'] });
    await stage.react();
    expect(receiptOf(stage.hub.issue(3))).toContain('May be the same as #2 (same system).');
  });

  test('is corrected in place when the priority changes, which mails nobody', async () => {
    const stage = await stageOf({ policy: TOLD });
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P2'] });
    await stage.react();
    const receipt = (): string => receiptOf(stage.hub.issue(1));
    const before = receipt();
    expect(before).toContain('Priority **P2** (Minor).');
    stage.hub.clock.advance(MINUTE);
    stage.hub.as('alice').comment(1, '/priority P3 one shop only');
    await stage.react();
    expect(receipt()).toContain('Priority **P3** (Low).');
    expect(receipt()).not.toContain('P2');
    const promised = /We aim to answer by (.+?) UTC/;
    expect(promised.exec(before)?.[1]).toBe('13:00');
    expect(promised.exec(receipt())?.[1]).toBe('Tue 09:00');
    expect(notices(stage.hub.issue(1)).filter((it) => it.includes('@rita'))).toHaveLength(1);
  });

  test('promises no time where nobody has heard of it', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P2'] });
    await stage.react();
    expect(asks(stage.hub.issue(1))).toEqual([]);
    expect(receiptOf(stage.hub.issue(1))).toContain('so we cannot promise a time.');
    expect(receiptOf(stage.hub.issue(1))).not.toContain('UTC');
  });

  test('is followed by one comment when it becomes a P0 or P1', { tags: 'slow' }, async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P3'] });
    await stage.react();
    for (const priority of ['P1', 'P0']) {
      stage.hub.clock.advance(HOUR);
      stage.hub.as('alice').comment(1, `/priority ${priority}`);
      await stage.react();
      await stage.pass(30 * MINUTE, 10 * MINUTE);
    }
    const told = notices(stage.hub.issue(1)).filter((it) => it.includes('@rita **Your report'));
    expect(told.map((it) => /Your report is a P\d now/.exec(it)?.[0])).toEqual([
      'Your report is a P1 now',
      'Your report is a P0 now',
    ]);
    expect(told[1]).toContain('@rita **Your report is a P0 now.**\nWe aim to answer by ');
    // What it promises now, it promises in one place.
    expect(receiptOf(stage.hub.issue(1))).toContain('Priority **P0** (Critical).');
  });

  test('promises nothing new once the incident is over, and is left as it was', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P2'] });
    await stage.react();
    const before = receiptOf(stage.hub.issue(1));
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(1, '/priority P0\n/resolve rolled back');
    await stage.react();
    expect(receiptOf(stage.hub.issue(1))).toBe(before);
    expect(notices(stage.hub.issue(1)).join()).not.toContain('Your report is a');
  });

  test('is not written for what is over when it is first seen', async () => {
    const stage = await stageOf();
    stage.hub.as('rita').openIssue({ title: 'Shop down', labels: ['incident', 'P2'] });
    stage.hub.as('alice').close(1);
    await stage.react();
    expect(receipts(stage.hub.issue(1))).toEqual([]);
  });
});

describe('triage', () => {
  const APPLIED = `${POLICY}${TRIAGE.replaceAll(' }\n', ', apply: true }\n')}`;

  test('sets nothing for a stranger, and pages nobody', async () => {
    const stage = await stageOf({ policy: APPLIED });
    stage.hub.as('rita').openIssue({ title: 'Shop down', body: report(), labels: ['incident'] });
    await stage.react();
    expect(stage.hub.issue(1).labels).not.toContain('P0');
    expect(asks(stage.hub.issue(1))[0]).toContain('Set a priority');
    expect(notices(stage.hub.issue(1)).join()).not.toContain('/ack');
  });

  test('sets the priority for somebody entitled, who is not asked for it', async () => {
    const stage = await stageOf({ policy: APPLIED });
    stage.hub.as('grace').openIssue({ title: 'Shop down', body: report(), labels: ['incident'] });
    await stage.react();
    expect(stage.hub.issue(1).labels.toSorted()).toEqual(['P0', 'incident']);
    const [comment, ...more] = asks(stage.hub.issue(1));
    expect(comment).toContain('@alice @bob **🔴 P0: comment `/ack` before 09:15 UTC.**');
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

import { describe, expect, test } from 'vitest';
import { rowOf } from '../support/card.ts';
import { card, HOUR, MINUTE } from '../support/stage.ts';
import { ask, BLOCKING, down, SERVICES, stageWith } from './gate-story.ts';

describe('the gate', () => {
  test('is open while nothing is, in one line', async () => {
    const { state, isRed, report, requests } = await ask(await stageWith());
    expect([state, isRed]).toEqual(['open', false]);
    expect(report.gate!.lines).toEqual([
      'The gate is open: deployments of checkout may go on, no P0 or P1 stops them.',
    ]);
    expect(requests).toHaveLength(1);
  });

  test.each(['P0', 'P1'])(
    'is closed by an open %s of the service, and says which, since when and how to override',
    async (priority) => {
      const stage = await stageWith();
      const n = await down(stage, [priority, 'checkout']);
      stage.hub.clock.advance(20 * MINUTE);
      const before = stage.hub.snapshot();
      const { state, isRed, report, requests } = await ask(stage, { service: 'checkout', environment: 'production' });
      expect([state, isRed]).toEqual(['closed', true]);
      expect(report.failures.map(({ message }) => message)).toEqual([
        [
          'The gate is closed: deployments of checkout to production are stopped.',
          `#${n} The checkout is down (${priority}, since 09:00 UTC): https://github.com/acme/shop/issues/${n}`,
          'To deploy all the same, comment `/unfreeze REASON` on it, or set the label `deploy-anyway` there; then run this job again.',
        ].join('\n'),
      ]);
      expect(report.gate!.summary).toContain(
        `- [#${n}](https://github.com/acme/shop/issues/${n}) The checkout is down (${priority}, since 09:00 UTC)`,
      );
      expect(requests.map(({ kind }) => kind)).toEqual(['query']);
      expect(stage.hub.snapshot()).toEqual(before);
    },
  );

  test.each([
    ['a P2', ['P2', 'checkout'], 'checkout'],
    ['a P0 of another service', ['P0', 'search'], 'checkout'],
  ])('is open beside %s', async (_, labels, service) => {
    const stage = await stageWith();
    await down(stage, labels);
    expect((await ask(stage, { service })).state).toBe('open');
  });

  test('counts every service where none is named, and names are as GitHub takes them', async () => {
    const stage = await stageWith();
    await down(stage, ['P0', 'search']);
    expect((await ask(stage, {})).state).toBe('closed');
    expect((await ask(stage, { service: 'SEARCH' })).state).toBe('closed');
  });

  test('is not closed by what names no service, and says so aloud', async () => {
    const stage = await stageWith();
    const n = await down(stage, ['P0']);
    const { state, report } = await ask(stage);
    expect(state).toBe('open');
    expect(report.gate!.warnings).toEqual([
      `#${n}: no service is named there, so deployments of checkout are not stopped. If they should be, set the label of the service.`,
    ]);
    expect((await ask(stage, {})).state).toBe('closed');
  });

  test('is closed by it where there is only one service', async () => {
    const stage = await stageWith(SERVICES.replace(', search: {}', ''));
    await down(stage, ['P0']);
    expect((await ask(stage)).state).toBe('closed');
  });

  test.each(['/mitigate traffic goes elsewhere', '/resolve rolled back', '/dismiss a test', '/priority P2 few users'])(
    'opens after %s',
    async (command) => {
      const stage = await stageWith();
      const n = await down(stage, ['P0', 'checkout']);
      stage.hub.as('alice').comment(n, command);
      await stage.react();
      expect((await ask(stage)).state).toBe('open');
    },
  );

  test('waits for the resolution where the policy says so', { tags: 'slow' }, async () => {
    const stage = await stageWith(`${SERVICES}gate: { until: resolved }\n`);
    const n = await down(stage, ['P0', 'checkout']);
    stage.hub.as('alice').comment(n, '/mitigate traffic goes elsewhere');
    await stage.react();
    expect((await ask(stage)).state).toBe('closed');
    stage.hub.as('alice').comment(n, '/resolve');
    await stage.react();
    expect((await ask(stage)).state).toBe('open');
  });

  test('closes again when the incident is reopened, also after it was let through', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    const n = await down(stage, ['P0', 'checkout']);
    for (const command of ['/unfreeze the fix itself', '/resolve rolled back']) {
      stage.hub.clock.advance(MINUTE);
      stage.hub.as('alice').comment(n, command);
      await stage.react();
    }
    expect((await ask(stage)).state).toBe('open');
    stage.hub.clock.advance(HOUR);
    stage.hub.as('alice').comment(n, '/reopen it is back');
    await stage.react();
    await stage.react();
    expect((await ask(stage)).state).toBe('closed');
    expect(stage.hub.issue(n).labels).not.toContain('deploy-anyway');
  });

  test('looks at the environments of the policy only', async () => {
    const stage = await stageWith(`${SERVICES}gate: { environments: [production] }\n`);
    await down(stage, ['P0', 'checkout']);
    expect((await ask(stage, { environment: 'Production' })).state).toBe('closed');
    expect((await ask(stage, {})).state).toBe('closed');
    const staging = await ask(stage, { environment: 'staging' });
    expect(staging.report.gate).toMatchObject({ state: 'open', warnings: [] });
    expect(staging.text).toContain('the policy has no gate there');
    const slip = await ask(stage, { environment: 'prodution' });
    expect(slip.report.gate!.warnings).toEqual(['The policy has no gate for "prodution". Did you mean "production"?']);
  });

  test('takes the priorities of the policy, by its labels', async () => {
    const stage = await stageWith(`${SERVICES}gate: { for: [P0] }\n${BLOCKING}`);
    await down(stage, ['P1', 'checkout']);
    expect((await ask(stage)).state).toBe('open');
    await down(stage, ['blocking', 'checkout']);
    const { state, requests } = await ask(stage);
    expect(state).toBe('closed');
    expect(requests).toHaveLength(1);
  });
});

describe('an override', () => {
  test('is the word of somebody entitled, before a run has seen it and after, and is on the card', async () => {
    const stage = await stageWith();
    const n = await down(stage, ['P0', 'checkout']);
    stage.hub.clock.advance(40 * MINUTE);
    stage.hub.as('alice').comment(n, '/unfreeze the fix itself');
    const { state, isRed, report, requests } = await ask(stage);
    expect([state, isRed]).toEqual(['open', false]);
    expect(requests.map(({ kind }) => kind)).toEqual(['query', 'rest']);
    expect(report.gate!.lines).toEqual([
      `The gate is open: deployments of checkout may go on, in spite of #${n} (since 09:40 UTC, by alice: the fix itself).`,
    ]);
    await stage.react();
    expect(rowOf(card(stage.hub.issue(n)), 'Deployments allowed')).toBe('since 09:40, by `alice`: `the fix itself`');
    expect(stage.hub.issue(n).labels).toContain('deploy-anyway');
    // On record: it counts whatever becomes of her.
    stage.hub.setRole('alice', null);
    const later = await ask(stage);
    expect(later.state).toBe('open');
    expect(later.requests).toHaveLength(1);
    stage.hub.as('grace').comment(n, '/freeze it made things worse');
    await stage.react();
    expect((await ask(stage)).state).toBe('closed');
    expect(stage.hub.issue(n).labels).not.toContain('deploy-anyway');
    expect(card(stage.hub.issue(n))).not.toContain('Deployments allowed');
  });

  test.each([
    ['a stranger', 'mallory', '/unfreeze I want to'],
    ['a reader', 'nora', '/unfreeze I want to'],
    ['nobody with a reason', 'alice', '/unfreeze'],
  ])('is not that of %s', async (_, login, command) => {
    const stage = await stageWith();
    const n = await down(stage, ['P0', 'checkout']);
    stage.hub.as(login).comment(n, command);
    expect((await ask(stage)).state).toBe('closed');
    await stage.react();
    expect((await ask(stage)).state).toBe('closed');
  });

  test('takes the right that the policy names', async () => {
    const stage = await stageWith(`${SERVICES}commands: { unfreeze: [maintain] }\n`);
    const n = await down(stage, ['P0', 'checkout']);
    stage.hub.as('alice').comment(n, '/unfreeze please');
    expect((await ask(stage)).state).toBe('closed');
    stage.hub.as('grace').comment(n, '/unfreeze go on');
    expect((await ask(stage)).state).toBe('open');
  });

  test('is a label, until somebody takes it off', async () => {
    const stage = await stageWith();
    const n = await down(stage, ['P0', 'checkout']);
    stage.hub.as('bob').label(n, 'deploy-anyway');
    const { state, text, requests } = await ask(stage);
    expect(state).toBe('open');
    expect(text).toContain(`#${n} (since 09:00 UTC, by bob, by label)`);
    expect(requests).toHaveLength(1);
    await stage.react();
    expect(rowOf(card(stage.hub.issue(n)), 'Deployments allowed')).toBe('since 09:00, by `bob`, by label');
    stage.hub.as('bob').unlabel(n, 'deploy-anyway');
    expect((await ask(stage)).state).toBe('closed');
  });

  test('is of one incident: the other stays', async () => {
    const stage = await stageWith();
    const [one, other] = [await down(stage, ['P0', 'checkout']), await down(stage, ['P1', 'checkout'], 'Slow')];
    stage.hub.as('alice').comment(one, '/unfreeze the fix');
    await stage.react();
    const { state, report } = await ask(stage);
    expect(state).toBe('closed');
    expect(report.failures[0]!.message).toContain(`#${other} Slow`);
    expect(report.failures[0]!.message).not.toContain(`#${one} `);
  });

  test('of whom cannot be asked about does not count', async () => {
    const stage = await stageWith();
    const n = await down(stage, ['P0', 'checkout']);
    stage.hub.as('alice').comment(n, '/unfreeze the fix');
    stage.hub.faults.add({ when: { matches: ({ kind }) => kind === 'rest' }, how: { status: 403, handled: false } });
    const { state, isRed } = await ask(stage);
    expect([state, isRed]).toEqual(['closed', true]);
  });
});

import { describe, expect, test } from 'vitest';
import { POLICY_FILE } from '../../src/policy/file.ts';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import { card, MINUTE, POLICY } from '../support/stage.ts';
import { ask, BLOCKING, down, SERVICES, stageWith } from './gate-story.ts';

describe('a gate that cannot look lets go on, and says so aloud', () => {
  test.each<readonly [string, Failure, string]>([
    ['gives no answer', 'drop-before', 'GitHub gave no usable answer'],
    ['answers 502', { status: 502, handled: false }, 'GitHub gave no usable answer (502)'],
    ['cuts its answers', 'truncate', 'GitHub’s answer was cut off'],
    ['asks to wait', { secondaryLimit: true, retryAfter: 45, status: 403 }, 'GitHub asks to wait'],
    ['has no allowance left', { secondaryLimit: true, retryAfter: 3000, status: 200 }, 'GitHub asks to wait'],
    ['refuses', { status: 403, handled: false }, '`contents: read` and `issues: read`'],
  ])('when GitHub %s', async (_, how, why) => {
    const stage = await stageWith();
    await down(stage, ['P0', 'checkout']);
    for (let i = 0; i < 60; i++) stage.hub.faults.add({ how });
    const { state, isRed, report } = await ask(stage);
    expect([state, isRed]).toEqual(['unknown', false]);
    const [warning] = report.gate!.warnings;
    expect(warning).toContain('The gate could not look, and the deployment goes on: ');
    expect(warning).toContain(why);
    expect(report.gate!.summary).toContain('## The gate could not look');
  });

  test('within ten seconds, and after another try where that may help', async () => {
    const stage = await stageWith();
    await down(stage, ['P0', 'checkout']);
    stage.hub.faults.add({ how: { status: 502, handled: false } });
    expect((await ask(stage)).state).toBe('closed');
    for (let i = 0; i < 60; i++) stage.hub.faults.add({ how: { status: 502, handled: false } });
    const { requests } = await ask(stage);
    expect(requests.length).toBeLessThan(20);
  });

  test('when the token may not read the issues', async () => {
    const stage = await stageWith(SERVICES, {
      visibility: 'private',
      tokens: {
        'test-token': { login: 'github-actions[bot]', permissions: { contents: 'read', issues: 'write' } },
        little: { login: 'github-actions[bot]', permissions: { contents: 'read' } },
      },
    });
    await down(stage, ['P0', 'checkout']);
    const { state, text } = await ask(stage, { service: 'checkout', token: 'little' });
    expect(state).toBe('unknown');
    expect(text).toContain('`issues: read`');
    expect((await ask(stage, { service: 'checkout', token: 'wrong' })).state).toBe('unknown');
  });

  test('needs no right to write', async () => {
    const stage = await stageWith(SERVICES, {
      visibility: 'private',
      tokens: {
        'test-token': { login: 'github-actions[bot]', permissions: { contents: 'read', issues: 'write' } },
        reads: { login: 'github-actions[bot]', permissions: { contents: 'read', issues: 'read' } },
      },
    });
    const n = await down(stage, ['P0', 'checkout']);
    expect((await ask(stage, { service: 'checkout', token: 'reads' })).state).toBe('closed');
    stage.hub.as('alice').comment(n, '/unfreeze the fix');
    expect((await ask(stage, { service: 'checkout', token: 'reads' })).state).toBe('open');
  });

  test('when the policy is broken, with the place', async () => {
    const stage = await stageWith();
    await down(stage, ['P0', 'checkout']);
    stage.hub.commit({ [POLICY_FILE]: SERVICES.replace('fallback', 'falback') });
    const { state, isRed, report } = await ask(stage);
    expect([state, isRed]).toEqual(['unknown', false]);
    expect(report.gate!.warnings.join()).toMatch(/\.github\/tocsin\.yml:\d+:1: .*falback/);
  });

  test('when there is no policy where the step says', async () => {
    const { state, text } = await ask(await stageWith(), { policy: 'ops/none.yml' });
    expect(state).toBe('unknown');
    expect(text).toContain('ops/none.yml');
  });

  test('when an incident could not be read, unless another one closes it', { tags: 'slow' }, async () => {
    const stage = await stageWith();
    const n = await down(stage, ['P0', 'checkout']);
    for (let i = 0; i < 110; i++) stage.hub.as('alice').comment(n, `word ${i}`);
    const isLong = { matches: ({ operationName }: { operationName: string | null }) => operationName === 'LongIssue' };
    for (let i = 0; i < 9; i++) stage.hub.faults.add({ when: isLong, how: { status: 502, handled: false } });
    expect((await ask(stage)).state).toBe('unknown');
    stage.hub.faults.clear();
    await down(stage, ['P1', 'checkout'], 'Slow');
    for (let i = 0; i < 9; i++) stage.hub.faults.add({ when: isLong, how: { status: 502, handled: false } });
    expect((await ask(stage)).state).toBe('closed');
  });
});

describe('a slip in the inputs is red, since a gate that is always open is none', () => {
  test.each([
    [SERVICES, 'chekout', 'Did you mean "checkout"? It has: checkout, search.'],
    [SERVICES, 'billing', 'which the policy does not have. It has: checkout, search.'],
    [POLICY, 'checkout', 'It names none under `services`: add it there, or leave the input out.'],
  ])('where the policy is %#', async (policy, service, message) => {
    const { state, isRed, report } = await ask(await stageWith(policy), { service });
    expect([state, isRed]).toEqual(['closed', true]);
    expect(report.failures[0]!.message).toContain(message);
  });
});

describe('what a gate tells', () => {
  test('of a confidential incident is its number', async () => {
    const stage = await stageWith();
    const n = await down(stage, ['P0', 'checkout', 'security'], 'the password is hunter2');
    const closed = await ask(stage);
    expect(closed.state).toBe('closed');
    expect(closed.text).toContain(`#${n}: a confidential incident: https://github.com/acme/shop/issues/${n}`);
    expect(closed.text).not.toMatch(/hunter2|P0,|since/);
    stage.hub.as('sam').comment(n, '/unfreeze rotate hunter2');
    await stage.react();
    const open = await ask(stage);
    expect(open.report.gate!.lines).toEqual([
      `The gate is open: deployments of checkout may go on, in spite of #${n}.`,
    ]);
    expect(card(stage.hub.issue(n))).not.toContain('hunter2');
    expect(card(stage.hub.issue(n))).toContain('Deployments allowed');
  });

  test('is no command of anybody: titles, reasons and environments stay text', async () => {
    const stage = await stageWith();
    const evil =
      '::error::owned ##[error]owned\n::set-output name=gate::open @grace [x](https://evil.example) <!-- -->';
    const n = await down(stage, ['P0', 'checkout'], evil);
    const closed = await ask(stage, { service: 'checkout', environment: evil });
    expect(closed.state).toBe('closed');
    // One line of the annotation for the gate, one for the incident, one for what to do.
    expect(closed.report.failures[0]!.message.split('\n')).toHaveLength(3);
    expect(closed.text.replace(/`[^`\n]*`/g, '')).not.toContain('@grace');
    expect(closed.report.gate!.summary.replace(/`[^`\n]*`/g, '')).not.toMatch(/(?<!\\)(?:\[x\]\(|<!--)/);
    stage.hub.as('alice').comment(n, `/unfreeze ${evil.replace('\n', ' ')}`);
    const open = await ask(stage);
    expect(open.state).toBe('open');
    expect(open.report.gate!.lines).toHaveLength(1);
    expect(open.text.replace(/`[^`\n]*`/g, '')).not.toContain('@grace');
  });

  test('is in the language of the policy', async () => {
    const stage = await stageWith(`language: fr\n${SERVICES}`);
    const n = await down(stage, ['P0', 'checkout'], 'Plus de paiement');
    const { report } = await ask(stage, { service: 'checkout', environment: 'production' });
    expect(report.failures[0]!.message).toBe(
      [
        'La barrière est fermée\u00a0: les déploiements de checkout vers production sont arrêtés.',
        `#${n} Plus de paiement (P0, depuis 9\u00a0h UTC)\u00a0: https://github.com/acme/shop/issues/${n}`,
        'Pour déployer malgré tout, commentez `/unfreeze MOTIF` sur cet incident, ou posez-y l’étiquette `deploy-anyway`\u00a0; relancez ensuite ce job.',
      ].join('\n'),
    );
    const blind = await ask(stage, { policy: 'ops/none.yml' });
    expect(blind.text).toContain('La barrière n’a rien pu voir');
  });
});

test('a P0 is found behind 150 others that changed later, in one request', async () => {
  const stage = await stageWith();
  const n = await down(stage, ['P0', 'checkout']);
  stage.hub.clock.advance(MINUTE);
  for (let i = 0; i < 150; i++) stage.hub.as('alice').openIssue({ title: `Dull ${i}`, labels: ['incident', 'P3'] });
  const { state, text, requests } = await ask(stage);
  expect(state).toBe('closed');
  expect(text).toContain(`#${n} `);
  expect(requests).toHaveLength(1);
});

test('with labels of its own and many incidents, a policy costs a second request, and finds it too', async () => {
  const stage = await stageWith(`${SERVICES}${BLOCKING}`);
  await down(stage, ['blocking', 'checkout']);
  expect((await ask(stage)).requests).toHaveLength(1);
  stage.hub.clock.advance(MINUTE);
  for (let i = 0; i < 40; i++) stage.hub.as('alice').openIssue({ title: `Dull ${i}`, labels: ['incident', 'P3'] });
  const { state, requests } = await ask(stage);
  expect(state).toBe('closed');
  expect(requests).toHaveLength(2);
});

test('what is older than Tocsin here is left alone by the gate as well', async () => {
  const stage = await stageWith();
  stage.hub.as('alice').openIssue({ title: 'Old', labels: ['incident', 'P0', 'checkout'] });
  stage.hub.clock.advance(MINUTE);
  stage.hub.commit({ [POLICY_FILE]: `${SERVICES}enforce-from: 2026-11-02T09:01Z\n` });
  expect((await ask(stage)).state).toBe('open');
});

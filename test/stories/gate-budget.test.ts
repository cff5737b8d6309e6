import { expect, test } from 'vitest';
import { DAY, HOUR, MINUTE } from '../support/stage.ts';
import { ask, down, SERVICES, stageWith } from './gate-story.ts';

/* The error budget of a service, as the report of the month has it, stops deployments when it is spent. */

const OBJECTIVE = SERVICES.replace(
  'services: { checkout: {}, search: {} }',
  'services: { checkout: { objective: { month: 99.9% } }, search: {} }\nreports: { monthly: true }',
);

async function spentMonth(policy: string) {
  const stage = await stageWith(policy);
  const { hub } = stage;
  await stage.sweep();
  const number = await down(stage, ['P0', 'checkout']);
  hub.clock.advance(3 * HOUR);
  hub.as('alice').comment(number, '/resolve more memory');
  await stage.react();
  hub.clock.advance(DAY);
  await stage.sweep();
  return stage;
}

test('a spent budget stops it in one request, with the report that says so', { tags: 'slow' }, async () => {
  const stage = await spentMonth(OBJECTIVE);
  const { state, isRed, text, requests } = await ask(stage);
  expect([state, isRed]).toEqual(['closed', true]);
  const report = stage.hub.issues().find(({ labels }) => labels.includes('monthly-report'))!;
  expect(text).toMatch(/budget/i);
  expect(text).toContain(`/issues/${report.number}`);
  expect(requests).toHaveLength(1);
  expect((await ask(stage, { service: 'search' })).state).toBe('open');
});

test('what is left lets it go on', { tags: 'slow' }, async () => {
  const stage = await stageWith(OBJECTIVE);
  await stage.sweep();
  const number = await down(stage, ['P0', 'checkout']);
  stage.hub.clock.advance(5 * MINUTE);
  stage.hub.as('alice').comment(number, '/resolve more memory');
  await stage.react();
  stage.hub.clock.advance(DAY);
  await stage.sweep();
  expect((await ask(stage)).state).toBe('open');
});

test('the policy may have it told only, and its label is found by any name', { tags: 'slow' }, async () => {
  const told = await spentMonth(`${OBJECTIVE}gate: { budget: warn }\n`);
  const asked = await ask(told);
  expect(asked.state).toBe('open');
  expect(asked.text).toMatch(/budget/i);
  const named = await spentMonth(`${OBJECTIVE}labels: { monthly-report: figures }\n`);
  expect((await ask(named)).state).toBe('closed');
});

test('somebody lets deployments through by the label on the report', { tags: 'slow' }, async () => {
  const stage = await spentMonth(OBJECTIVE);
  expect((await ask(stage)).text).toContain('the label `deploy-anyway` on that report lets them through');
  const report = stage.hub.issues().find(({ labels }) => labels.includes('monthly-report'))!;
  stage.hub.as('bob').label(report.number, 'deploy-anyway');
  expect((await ask(stage)).state).toBe('open');
});

test('figures that somebody else has written count for nothing', async () => {
  const stage = await spentMonth(OBJECTIVE);
  const report = stage.hub.issues().find(({ labels }) => labels.includes('monthly-report'))!;
  stage.hub.as('alice').editBody(report.number, `${report.body} `);
  expect((await ask(stage)).state).toBe('open');
});

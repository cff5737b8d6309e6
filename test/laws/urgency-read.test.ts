import { expect, test } from 'vitest';
import { card, HOUR, stageOf } from '../support/stage.ts';

/* What is urgent is dealt with before the others are as much as read. */

test('an incident that cannot be read, or takes long, does not come before a P0', async () => {
  const stage = await stageOf();
  const { hub } = stage;
  hub.as('rita').openIssue({ title: 'Old P3', labels: ['incident', 'P3'] });
  hub.as('rita').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
  await stage.sweep();
  hub.clock.advance(HOUR);
  const order: string[] = [];
  const before = hub.requests.length;
  hub.as('mallory').comment(1, '/ack');
  await stage.sweep();
  // Whether the author of the comment may command is asked once the P0 has been told.
  for (const { kind, path, mutations } of hub.requests.slice(before)) {
    if (mutations.length > 0) order.push('write');
    if (kind === 'rest' && path.includes('mallory')) order.push('ask');
  }
  expect(order.indexOf('write')).toBeLessThan(order.indexOf('ask'));
  expect(card(hub.issue(2))).toContain('missed');
});

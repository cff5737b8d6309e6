import { expect, test } from 'vitest';
import { card, HOUR, stageOf, whole } from '../support/stage.ts';

/* What an escalation policy is called must not be taken for something else on record. */

test.each(['pager-team', 'refused', 'role-desk', 'c12', 'cause'])(
  'the steps of an escalation policy named %s are on the card',
  async (policy) => {
    const stage = await stageOf({
      policy: `
roles: { responder: [alice], management: [grace] }
fallback: grace
priorities:
  P0: { acknowledge: 15m, resolve: 4h, escalation: ${policy} }
escalation-policies:
  ${policy}:
    - { at: start, notify: responder }
    - { at: resolve due, notify: management }
`,
    });
    stage.hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P0'] });
    await stage.react();
    stage.hub.clock.advance(5 * HOUR);
    await stage.sweep();
    const told = card(stage.hub.issue(1));
    expect(told).toContain(`09:00 step \`start\` of \`${policy}\`: \`alice\`\n`);
    expect(told).toContain(`14:00 step \`resolve due\` of \`${policy}\`: \`grace\`\n`);
    stage.hub.as('alice').comment(1, '/resolve done');
    await stage.react();
    expect(whole(stage.hub.issue(2))).toContain(`step \`start\` of \`${policy}\``);
  },
);

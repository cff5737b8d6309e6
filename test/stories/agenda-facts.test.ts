// @module-tag slow

import { expect, test } from 'vitest';
import { HOUR } from '../support/stage.ts';
import { agendas, at, facts } from './agenda-story.ts';
import { APPROVED, POST_MORTEM, resolved, withItems, write } from './post-mortem-story.ts';

/* What an agenda says of what follows incidents. */

test('overdue action items by owner, post-mortems by state, and what was closed without what the policy requires', async () => {
  const stage = await resolved(
    `${APPROVED}\ncauses: { intrinsic: [overload] }\nclosing: { require: [cause], mode: enforce }\nreview: { on: tue, at: 10:00 }\n`,
  );
  const { hub } = stage;
  await write(
    stage,
    'alice',
    withItems('- [ ] Alert on the queue @bob due:2026-11-03', '- [ ] Watch @alice due:2026-11-04'),
  );
  hub.clock.set(at('2026-11-05T08:00Z'));
  // Closed too early, it is opened again, and closed once more it stays closed.
  for (const closes of [1, 2]) {
    hub.as('alice').close(1);
    await stage.react();
    expect(hub.issue(1).state).toBe(closes === 1 ? 'OPEN' : 'CLOSED');
    hub.clock.advance(HOUR);
  }
  hub.clock.set(at('2026-11-09T10:00Z'));
  await stage.sweep();
  const first = facts(agendas(hub)[0]!);
  expect(first).toContain(`### Overdue action items

- \`alice\`: #4 \`Watch\`, due Wed 4 Nov 2026 (from #2)
- \`bob\`: #3 \`Alert on the queue\`, due Tue 3 Nov 2026 (from #2)

### Post-mortems

- draft: #2 of #1, **overdue** since Thu 5 Nov 2026

### Closed without what the policy requires

- #1 \`Checkout is down\`: by \`alice\`, 5 Nov 2026, 09:00`);
  expect(first).toMatch(
    /### Clocks missed since the last meeting\n\n(?:- .*\n)*- #1 `Checkout is down`: Post-mortem draft \(P0\)/,
  );
  expect(first).not.toContain('### Open P0');

  hub.clock.set(at('2026-11-12T09:00Z'));
  for (let closes = 0; closes < 2; closes++) {
    hub.as('alice').close(POST_MORTEM);
    await stage.react();
    hub.clock.advance(HOUR);
  }
  hub.clock.set(at('2026-11-16T10:00Z'));
  await stage.sweep();
  const second = facts(agendas(hub)[1]!);
  // Closed days ago, it is on no list that a run reads but this.
  expect(second).toMatch(
    /### Closed without what the policy requires\n\n- #2 `.*Checkout is down.*`: by `alice`, 12 Nov 2026, 10:00\n/,
  );
  expect(second).not.toMatch(/### (?:Overdue|Post-mortems)/);
});

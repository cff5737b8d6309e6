// @module-tag slow

import { groupedAlerts } from '../../src/intake/grouped.ts';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Failure } from '../../src/rehearsal/github/faults.ts';
import { isRed } from '../../src/run/report.ts';
import { card, HOUR, MINUTE, PEOPLE, POLICY, stageOf } from '../support/stage.ts';
import { NOTIFIERS, recorder } from '../support/pager.ts';
import { tries } from '../support/tries.ts';

/* A wide outage while the network fails: whatever is lost or killed, each incident is told once, on record, and paged under one key. */

const FAILURES: readonly Failure[] = [
  'drop-before',
  'drop-after',
  'truncate',
  { status: 502, handled: false },
  { status: 502, handled: true },
  { secondaryLimit: true, retryAfter: 5, status: 200 },
  { secondaryLimit: true, retryAfter: 3600, status: 403 },
  { mutation: 2, then: 'drop' },
  { mutation: 3, error: 'Body is odd' },
];

const trouble = fc.record({
  at: fc.integer({ min: 1, max: 30 }),
  how: fc.constantFrom(...FAILURES),
  freeze: fc.boolean(),
});

test('nobody is told twice of an incident of many, and of each once', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.constantFrom('P0', 'P1', 'P2'), { minLength: 12, maxLength: 30 }),
      fc.array(trouble, { minLength: 1, maxLength: 3 }),
      async (priorities, troubles) => {
        const { pager, pages } = recorder();
        const policy = `${POLICY}${NOTIFIERS}most-new: 1000\n`;
        const stage = await stageOf({ policy, pager, people: { ...PEOPLE, rita: 'write' } });
        const { hub } = stage;
        for (const priority of priorities) hub.as('rita').openIssue({ title: 'Down', labels: ['incident', priority] });
        const run = async (): Promise<boolean> => {
          const report = await stage.sweep().catch(() => null);
          hub.thaw();
          return report !== null && !isRed(report);
        };
        const settle = async (): Promise<void> => {
          hub.faults.clear();
          for (let runs = 0; runs < 6 && !(await run()); runs++) hub.clock.advance(MINUTE);
        };
        await settle();
        hub.clock.advance(4 * HOUR + MINUTE);
        for (const { at, how, freeze } of troubles) {
          hub.faults.add({ when: { request: at }, how, freeze });
          await run();
          hub.clock.advance(MINUTE / 2);
        }
        await settle();
        expect(await run()).toBe(true);

        const heard = new Map<string, number>();
        const hear = (number: number | string, key: string): void =>
          void heard.set(`#${number} ${key}`, (heard.get(`#${number} ${key}`) ?? 0) + 1);
        for (const { number, comments } of hub.issues())
          for (const { body } of comments) {
            const [, kind, json] = /^<!-- tocsin:(notice|digest) (.*) -->/.exec(body) ?? [];
            const data = JSON.parse(json ?? '{}') as { keys?: string[]; of?: Record<string, Record<string, unknown>> };
            if (kind === 'notice') for (const key of data.keys!) hear(number, key);
            for (const [it, keys] of Object.entries(data.of ?? {})) for (const key of Object.keys(keys)) hear(it, key);
          }
        expect([...heard].filter(([, times]) => times > 1)).toEqual([]);
        for (const [i, priority] of priorities.entries()) {
          const policyOf = priority === 'P2' ? 'normal' : 'urgent';
          expect(heard.get(`#${i + 1} s:${policyOf}:acknowledge due`), `#${i + 1}`).toBe(1);
          expect(card(hub.issue(i + 1))).toContain('missed');
        }
        // A page may go out twice if a run is killed behind it: its receiver knows it by its key.
        const sent = groupedAlerts(
          pages.filter(({ action }) => action === 'trigger'),
          ({ key, step }) => `${key} ${step}`,
        );
        for (const same of sent.values()) expect(same.length).toBeLessThanOrEqual(1 + troubles.length);
        expect(new Set(pages.map(({ key }) => key)).size).toBe(priorities.filter((it) => it !== 'P2').length);
      },
    ),
    tries(3),
  );
});

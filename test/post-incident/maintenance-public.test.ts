import { describe, expect, test } from 'vitest';
import { readMaintenance, type MaintenanceSubject } from '../../src/post-incident/maintenance/reading.ts';
import { publicMaintenance } from '../../src/post-incident/maintenance/public.ts';
import type { HeldRole } from '../../src/model/role.ts';
import type { PublicMaintenance } from '../../src/status-page/page.ts';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { at, planned, PLANNED, say } from '../stories/maintenance-story.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';

/* What customers are told of maintenance, and that they are told no more. */

const components = new Map([
  ['checkout', { id: 'c1', name: { en: 'Checkout', fr: 'Paiement' } }],
  ['printers', { id: 'c2', name: { en: 'Printers', fr: 'Imprimantes' } }],
]);

async function subjectOf(stage: Stage): Promise<MaintenanceSubject> {
  const loaded = await loadPolicy(PLANNED, 'p.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join());
  const roles = new Map<string, HeldRole>([
    ['alice', ['write']],
    ['nora', ['read']],
  ]);
  const repository = { owner: 'acme', ownedByPerson: false, keeper: null };
  const ground = { now: stage.hub.clock.now(), policy: loaded.policy, roles, repository, others: [] };
  return readMaintenance(await stage.read(1), ground)!.subject;
}

async function publicOf(stage: Stage): Promise<PublicMaintenance | null> {
  return publicMaintenance(await subjectOf(stage), { repository: { owner: 'acme', name: 'shop' }, components });
}

const told = (shown: PublicMaintenance | null): (readonly string[])[] =>
  shown?.updates.map(({ stage, text }) => [stage, text.en]) ?? [];

describe('the public part of a maintenance', () => {
  test(
    'follows it, with the answer for customers, updates, and built-in words in both languages',
    { tags: 'slow' },
    async () => {
      const stage = await planned({ public: 'Orders take **longer**.' });
      const first = await publicOf(stage);
      expect(first).toMatchObject({
        title: { en: 'Maintenance of Checkout', fr: 'Maintenance\u00a0: Paiement' },
        components: ['c1'],
        stage: 'scheduled',
        from: Date.parse('2026-11-02T14:00:00Z'),
        to: Date.parse('2026-11-02T16:00:00Z'),
        begunAt: null,
        endedAt: null,
      });
      expect(first!.id).toMatch(/^[0-9a-z]{12}$/);
      await at(stage, '14:05');
      await say(stage, 'alice', '/update Half of it is done.');
      await say(stage, 'alice', '/extend 30m');
      await say(stage, 'alice', '/done');
      await say(stage, 'alice', '/done');
      const last = await publicOf(stage);
      expect(told(last)).toEqual([
        ['scheduled', 'Orders take **longer**.'],
        ['in_progress', 'Maintenance has begun.'],
        ['in_progress', 'Half of it is done.'],
        ['in_progress', 'The maintenance is taking longer than planned.'],
        ['verifying', 'The work is done; we are checking that everything works.'],
        ['completed', 'The maintenance is complete.'],
      ]);
      expect(last!.updates.at(-1)!.text.fr).toBe('La maintenance est terminée.');
      expect(last).toMatchObject({
        id: first!.id,
        stage: 'completed',
        begunAt: Date.parse('2026-11-02T14:00:00Z'),
        endedAt: Date.parse('2026-11-02T14:09:00Z'),
      });
      expect(last!.updates[0]!.id).toBe(first!.updates[0]!.id);
      expect(new Set(last!.updates.map(({ id }) => id)).size).toBe(6);
    },
  );

  test('is scheduled again when it is planned anew', { tags: 'slow' }, async () => {
    const stage = await planned();
    await say(stage, 'alice', '/move 2026-11-02 15:00 16:00');
    await say(stage, 'alice', '/start');
    await say(stage, 'alice', '/cancel no');
    stage.hub.as('alice').reopen(1);
    await say(stage, 'alice', '/move 2026-11-03 15:00 16:00');
    expect(told(await publicOf(stage)).map(([it]) => it)).toEqual([
      'scheduled',
      'scheduled',
      'in_progress',
      'cancelled',
      'scheduled',
    ]);
    expect(await publicOf(stage)).toMatchObject({ stage: 'scheduled', begunAt: null, endedAt: null });
  });

  test('holds nothing else that the issue says, nor who said it', async () => {
    const stage = await planned();
    await say(stage, 'alice', 'The password is hunter2');
    await say(stage, 'alice', '/cancel the vendor SECRET is ill');
    const shown = JSON.stringify(await publicOf(stage));
    expect(shown).not.toMatch(/hunter2|SECRET|db-3|vault|New database|alice|nora/);
    expect(told(await publicOf(stage)).at(-1)).toEqual(['cancelled', 'The maintenance has been cancelled.']);
  });

  test('is none of what nobody has confirmed, was cancelled before anybody had heard of it, or is not on the page', async () => {
    expect(await publicOf(await planned({}, { by: 'nora' }))).toBeNull();
    const early = await planned({ from: '2026-11-20 14:00', to: '15:00' });
    expect(await publicOf(early)).not.toBeNull();
    await say(early, 'alice', '/cancel not needed');
    expect(await publicOf(early)).toBeNull();
    expect(await publicOf(await planned({ services: 'mail' }))).toBeNull();
  });
});

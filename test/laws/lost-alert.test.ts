import { afterEach, describe, expect, test } from 'vitest';
import type { Stage } from '../../src/rehearsal/stage.ts';
import { type Report } from '../../src/run/report.ts';
import { setStage } from './story.ts';

/* Pages that must not get lost, and work that must not be done by halves: each of these was once. */

let stage: Stage;
afterEach(() => stage.close());
const intake = (key: string, title = 'Disk full'): Promise<Report> =>
  stage.sweep({ command: 'intake', event: 'repository_dispatch', payload: { client_payload: { key, title } } });

describe('an alert, whose payload exists nowhere else', () => {
  test.each([
    ['the secondary limit', { secondaryLimit: true, retryAfter: 5 } as const],
    ['a 502', { status: 502, handled: false } as const],
    ['a lost connection', 'drop-before' as const],
  ])('survives %s', async (_name, how) => {
    stage = await setStage();
    stage.hub.faults.add({
      when: { matches: ({ mutations }) => mutations.some((it) => it.endsWith('createIssue')) },
      how,
    });
    await intake('disk-full').catch(() => null);
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test.each(['502 after', 'drop-after'])('is not doubled by %s', async (way) => {
    stage = await setStage();
    const how = way === 'drop-after' ? way : ({ status: 502, handled: true } as const);
    stage.hub.faults.add({
      when: { matches: ({ mutations }) => mutations.some((it) => it.endsWith('createIssue')) },
      how,
    });
    await intake('disk-full').catch(() => null);
    await intake('disk-full');
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test.each(['a -- b --> c', '"}} -->', '__proto__', '😀'.repeat(100), 'a\nb'])(
    'is known again by its key %j',
    async (key) => {
      stage = await setStage();
      await intake(key);
      await intake(key);
      expect(stage.hub.issues()).toHaveLength(1);
    },
  );

  test('is known again by a key with a line separator', async () => {
    stage = await setStage();
    await intake('disk\u2028full');
    await intake('disk\u2028full');
    expect(stage.hub.issues()).toHaveLength(1);
  });

  test.each(['@a#1'.repeat(60), '😀'.repeat(200)])('is filed whatever its title, such as %j', async (title) => {
    stage = await setStage();
    await intake('key', title).catch(() => null);
    expect(stage.hub.issues()).toHaveLength(1);
  });
});

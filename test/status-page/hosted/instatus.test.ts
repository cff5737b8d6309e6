import { describe, expect, test } from 'vitest';
import { DAY, HOUR } from '../../../src/calendar/length.ts';
import { readRef, refOf, versionsIn } from '../../../src/status-page/hosted/instatus-ref.ts';
import { hostedWantedOf } from '../../../src/status-page/hosted/wanted.ts';
import { both, component, incident, maintenance, NOW, OUTAGE, pageWith } from '../sample.ts';
import { instatusWith, PAGE, TOKEN } from './instatus-receiver.ts';
import { runAt } from './outlet.ts';

const TARGET = {
  type: 'instatus',
  page: PAGE,
  branch: null,
  token: 'T',
  components: { checkout: 'c1', api: 'c2' },
} as const;
const COMPONENTS = ['checkout', 'api'].map((id) => component(id));
const KEYS = new Map(COMPONENTS.map(({ id }) => [id, id]));

describe('Instatus', () => {
  test('gets an incident in its words, each message with the line by which it is known again', async () => {
    const receiver = instatusWith(['c1', 'c2']);
    const wanted = hostedWantedOf(pageWith({ components: COMPONENTS, incidents: [OUTAGE] }), TARGET, KEYS, new Set());
    expect(await runAt(receiver, NOW).bring(TARGET, wanted, TOKEN)).toBeNull();
    expect(receiver.incidents).toMatchObject([
      { name: 'Checkout fails in Europe', status: 'MONITORING', started: '2026-11-20T14:02:00.000Z' },
    ]);
    expect(receiver.incidents[0]!.updates.map(({ message }) => readRef(message)?.entry)).toEqual([
      OUTAGE.id,
      OUTAGE.id,
      OUTAGE.id,
    ]);
    expect(Object.fromEntries(receiver.components)).toEqual({ c1: 'MAJOROUTAGE', c2: 'MAJOROUTAGE' });
  });

  test('gets maintenance that no clock of its own begins or ends', async () => {
    const receiver = instatusWith(['c1', 'c2']);
    const work = maintenance('mmmmmmmmmmmm');
    const wanted = hostedWantedOf(pageWith({ components: COMPONENTS, maintenances: [work] }), TARGET, KEYS, new Set());
    expect(await runAt(receiver, NOW).bring(TARGET, wanted, TOKEN)).toBeNull();
    expect(receiver.maintenances).toMatchObject([{ status: 'NOTSTARTEDYET', start: '2026-11-21T15:10:00.000Z' }]);
    const again = runAt(receiver, NOW);
    await again.bring(TARGET, wanted, TOKEN);
    expect(again.asked.filter((it) => !it.startsWith('GET'))).toEqual([]);
  });

  test('knows a version by the last line of a message, whatever else was changed in it', () => {
    const [first, second] = OUTAGE.updates;
    expect(refOf(OUTAGE, first!)).toMatch(/^Ref\. k3m9x2p7q1z8-[0-9a-f]{6}$/);
    expect(readRef(`Edited by hand.\n\n${refOf(OUTAGE, second!)}\n`)).toMatchObject({ entry: OUTAGE.id });
    expect(readRef('We mean Ref. k3m9x2p7q1z8-4be1d0 here.')).toBeNull();
    expect(readRef('')).toBeNull();
  });

  test('was told the first version, the corrected one, or none', () => {
    const update = (id: string, at: number, correctedAt: number | null = null) => ({
      id,
      at,
      stage: 'investigating' as const,
      text: both(id),
      correctedAt,
    });
    const [a, b, c, old] = [
      update('a', NOW - HOUR),
      update('b', NOW - HOUR, NOW),
      update('c', NOW - HOUR, NOW),
      update('old', NOW - 3 * DAY),
    ];
    const it = incident('aaaaaaaaaaaa', { updates: [old, a, b, c] });
    const { entries } = hostedWantedOf(pageWith({ incidents: [it] }), TARGET, KEYS, new Set());
    const told = [refOf(it, { ...b, correctedAt: null }), refOf(it, c)].map((ref) => readRef(ref)!);
    expect(versionsIn(entries[0]!, { told, madeAt: NOW - 2 * HOUR })).toEqual(['old', 'b', `c:${NOW.toString(36)}`]);
  });
});

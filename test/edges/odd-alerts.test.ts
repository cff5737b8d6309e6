import { describe, expect, test } from 'vitest';
import { row } from '../support/card.ts';
import { card, MINUTE } from '../support/stage.ts';
import { stageWith, start, tell } from './intake-story.ts';

const one = (name: string, to?: string) => ({
  status: to === undefined ? 'firing' : 'resolved',
  labels: { alertname: name, priority: 'P0' },
  annotations: {},
  startsAt: new Date(start).toISOString(),
  endsAt: to ?? '0001-01-01T00:00:00Z',
  fingerprint: name.toLowerCase(),
});
const ungrouped = (alerts: readonly object[]) => ({
  receiver: 'tocsin',
  groupKey: '{}:{}',
  groupLabels: {},
  commonLabels: {},
  alerts,
});

describe('a group by nothing', () => {
  test(
    'is one incident that names what fires, whatever fires later, and keeps its title when it is over',
    { tags: 'slow' },
    async () => {
      const stage = await stageWith();
      const report = await tell(stage, ungrouped([one('DiskFull'), one('HighLoad')]));
      expect(report.failures).toEqual([]);
      expect(stage.hub.issue(1).title).toBe('DiskFull, HighLoad');
      stage.hub.clock.advance(5 * MINUTE);
      await tell(stage, ungrouped([one('NoMemory')]));
      stage.hub.clock.advance(5 * MINUTE);
      const end = new Date(start + 9 * MINUTE).toISOString();
      await tell(stage, ungrouped(['DiskFull', 'HighLoad', 'NoMemory'].map((name) => one(name, end))));
      expect(stage.hub.issues()).toHaveLength(1);
      expect(stage.hub.issue(1).title).toBe('DiskFull, HighLoad');
      expect(card(stage.hub.issue(1))).toContain('fired 3 times');
      expect(row(card(stage.hub.issue(1)), 'Alert')).toContain('recovered 09:09 UTC');
    },
  );

  test('whose name would be a link or a line of its own is a title all the same', async () => {
    const stage = await stageWith();
    await tell(stage, ungrouped([one('@alice\n#1 https://evil.example'), one('<!-- -->')]));
    expect(stage.hub.issue(1).title).toBe('@\u2060alice #\u20601 https:\u2060//evil.example, <!-- -->');
  });
});

test('an alert whose title has no character that can be shown is filed by its key', async () => {
  const stage = await stageWith();
  await tell(stage, { key: 'disk', title: '\u0007\u001b', at: new Date(start).toISOString() });
  expect(stage.hub.issue(1).title).toBe('disk');
});

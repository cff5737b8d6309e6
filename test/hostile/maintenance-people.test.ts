import { describe, expect, test } from 'vitest';
import { alert, at, planned, say } from '../stories/maintenance-story.ts';
import { asks, card, told } from '../support/stage.ts';

/* A person who says that it is real ends the hold of an alert; what people report or open again is never held. */

describe('during the maintenance of its service', () => {
  test.each(['/priority P0 it is real', '/p0 it is real'])(
    'an alert that is a P0 is told once a person writes %s',
    { tags: 'slow' },
    async (text) => {
      const stage = await planned();
      await at(stage, '14:10');
      await alert(stage, { priority: 'P0' });
      expect(told(stage.hub.issue(2))).toEqual([]);
      await say(stage, 'bob', text, 2);
      await at(stage, '14:30');
      expect(told(stage.hub.issue(2))).not.toEqual([]);
      expect(card(stage.hub.issue(2))).not.toContain('Notifications on hold');
    },
  );

  test(
    'an incident that a person opens again is told, though an alert had opened it first',
    { tags: 'slow' },
    async () => {
      const stage = await planned();
      await at(stage, '12:00');
      await alert(stage, { priority: 'P0' });
      await say(stage, 'alice', '/ack\n/resolve restarted', 2);
      await at(stage, '14:30');
      const before = asks(stage.hub.issue(2)).length;
      await say(stage, 'bob', '/reopen customers cannot pay again', 2);
      await at(stage, '14:50');
      expect(asks(stage.hub.issue(2)).length).toBeGreaterThan(before);
      expect(card(stage.hub.issue(2))).not.toContain('Notifications on hold');
    },
  );
});

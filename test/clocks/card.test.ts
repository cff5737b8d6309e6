import { describe, expect, test } from 'vitest';
import { clockLines, formerLines, targetText } from '../../src/capabilities/clocks/card.ts';
import type { Clock, Verdict } from '../../src/capabilities/clocks/clocked.ts';
import type { Situation } from '../../src/capabilities/situation.ts';
import { wordsOf } from '../../src/capabilities/words.ts';
import type { LevelPeriod } from '../../src/model/periods.ts';
import { at, clock, policyOf, situationAt, verdict } from './situations.ts';

/* How the card says that a deadline stands, and what became of those before. */

const policy = await policyOf();
const base = situationAt(policy, 13, 'P1');
const withClocks = (current: readonly Clock[], verdicts: readonly Verdict[] = []): Situation => ({
  ...base,
  clocks: { current, verdicts },
});

describe('a line of the card', () => {
  const line = (it: Clock, ...verdicts: Verdict[]): string => clockLines(withClocks([it], verdicts)).join('\n');

  test('says when it is due and within what', () => {
    expect(line(clock('acknowledge', 'running', { target: '1h', due: at(15.5) }))).toBe(
      '- ⏳ **Acknowledge** 15:30 (within 1 h)',
    );
    expect(line(clock('acknowledge', 'running', { target: '1h', due: at(15.5) + 24 * 3_600_000 }))).toContain(
      'Wed 15:30',
    );
  });

  test('of a clock that is paused or not needed any more says so', () => {
    expect(line(clock('acknowledge', 'paused', { target: '1h', due: Infinity }))).toBe(
      '- ⏸️ **Acknowledge** after the pause (within 1 h) · paused',
    );
    expect(line(clock('acknowledge', 'void', { target: '1h' }))).toBe(
      '- ➖ **Acknowledge** 12:00 (within 1 h) · not needed any more',
    );
  });

  test('of one that was met says with how much to spare, as its calendar counts', () => {
    expect(line(clock('acknowledge', 'met', { target: '1h' }), verdict('acknowledge', true, { target: '1h' }))).toBe(
      '- ✅ **Acknowledge** 12:00 (within 1 h) · met 11:00, 1 h to spare',
    );
    // From five in the evening to nine in the morning the office is closed.
    const over = { start: at(10), due: at(24 + 10), at: at(16), stoppedAt: at(16), target: '2d' };
    expect(line(clock('resolve', 'met', over), verdict('resolve', true, { ...over, seen: at(16) }))).toBe(
      '- ✅ **Resolve** Wed 10:00 (within 2 d) · met 16:00, 2 h to spare',
    );
  });

  test('of one that was missed says when a run saw it, and what has become of it since', () => {
    const missed = verdict('acknowledge', false, { target: '1h' });
    const it = clock('acknowledge', 'missed', { target: '1h' });
    expect(line(it, missed)).toBe('- ❌ **Acknowledge** 12:00 (within 1 h) · missed; not done yet');
    expect(line(it, { ...missed, seen: at(12) + 59_999 })).toContain('· missed; not done yet');
    expect(line(it, { ...missed, seen: at(12) + 60_000 })).toContain('· missed, noticed 1 min later; not done yet');
    expect(line({ ...it, stoppedAt: at(12.5) }, missed)).toContain('· missed; done 12:30, 30 min late');
    // A new priority made it late at once, after it was due.
    expect(line({ ...it, at: at(12.5) }, { ...missed, at: at(12.5), seen: at(12.5) })).toContain('· missed 12:30; not');
  });

  test('says what the policy has come to say since', () => {
    expect(line(clock('acknowledge', 'missed'), verdict('acknowledge', false))).toBe(
      '- ❌ **Acknowledge** 12:00 (within 2 h) · missed; not done yet; the policy now says 1 h',
    );
    expect(line(clock('restore', 'missed'), verdict('restore', false))).not.toContain('policy');
  });

  test('takes the verdict on its own clock, priority and moment', () => {
    const others = [
      verdict('workaround', false, { seen: at(20) }),
      verdict('acknowledge', false, { priority: 'P0', seen: at(20) }),
      verdict('acknowledge', false, { at: at(11.5), seen: at(20) }),
    ];
    expect(line(clock('acknowledge', 'missed', { target: '1h' }), ...others)).toContain('(within 1 h) · not done yet');
    expect(line(clock('acknowledge', 'missed', { target: '1h' }), ...others, verdict('acknowledge', false))).toContain(
      '· missed; not done yet',
    );
  });

  test('is one that there are none where there are none', () => {
    expect(clockLines(withClocks([]))).toEqual(['- This priority has no deadlines.']);
    expect(clockLines(withClocks([clock('acknowledge', 'running'), clock('resolve', 'running')]))).toHaveLength(2);
  });

  test('has its units apart, in the language of the policy', () => {
    expect(targetText(wordsOf('en'), '2d 4h 15m of office')).toBe('2 d 4 h 15 min of office');
    expect(targetText(wordsOf('fr'), '2d')).toBe('2 j');
    expect(targetText(wordsOf('en'), '2days of <b>')).toBe('2days of \\<b\\>');
  });
});

describe('former deadlines', () => {
  const former = (
    verdicts: readonly Verdict[],
    current: readonly Clock[] = [],
    parts: Partial<Situation> = {},
  ): string => formerLines({ ...withClocks(current, verdicts), ...parts });
  const asP0 = verdict('resolve', false, { priority: 'P0', target: '4h' });
  const LINE = '- ❌ **Resolve** (as P0) 12:00 (within 4 h) · missed';

  test('are nothing while there are none, or all have a line of their own', () => {
    expect(former([])).toBe('');
    expect(former([verdict('resolve', false)], [clock('resolve', 'missed')])).toBe('');
  });

  test('are those of another priority, clock or moment, met or missed', () => {
    expect(former([asP0])).toBe(`**Former deadlines**\n\n${LINE}`);
    const current = [
      clock('resolve', 'missed'),
      clock('acknowledge', 'missed', { priority: 'P0' }),
      clock('resolve', 'missed', { priority: 'P0', at: at(14) }),
    ];
    expect(former([asP0], current)).toContain(LINE);
    expect(former([{ ...asP0, met: true, at: at(11) }], current)).toContain(
      '- ✅ **Resolve** (as P0) 12:00 (within 4 h) · met',
    );
  });

  test('are twelve at most, the last', () => {
    const many = Array.from({ length: 14 }, (_, i) =>
      verdict('resolve', false, { priority: 'P0', target: `${i + 1}h` }),
    );
    const lines = former(many).split('\n').slice(2);
    expect(lines).toHaveLength(12);
    expect(lines[0]).toContain('within 3 h');
    expect(lines.at(-1)).toContain('within 14 h');
  });

  describe('under the priority of now', () => {
    const reopened = (times: number): Partial<Situation> => ({
      incident: { ...base.incident, resolution: { ...base.incident.resolution, reopened: times } },
    });
    const own = verdict('resolve', false);

    test('are from before the reopening', () => {
      expect(former([own], [], reopened(1))).toContain('**Resolve** (before the reopening)');
      expect(former([{ ...own, episode: 1 }], [], reopened(1))).toContain('**Resolve** (as P1)');
      expect(former([asP0], [], reopened(1))).toContain('**Resolve** (as P0)');
    });
  });

  describe('of an acknowledgement', () => {
    const level = (name: LevelPeriod['level'], from: number, by: string | null): LevelPeriod => ({
      level: name,
      from: at(from),
      by,
      text: '',
      acknowledged: null,
    });
    const on = (...periods: LevelPeriod[]): Partial<Situation> => ({
      incident: { ...base.incident, levels: { ...base.incident.levels, periods } },
    });
    const taken = (start: number, parts: Partial<Verdict> = {}) =>
      verdict('acknowledge', false, { start: at(start), ...parts });

    test('name the level that it was on', () => {
      // It landed on the first one when it was opened, whenever that level was found out.
      const levels = on(level(1, 9, null), level(2, 11, 'alice'), level(3, 12, 'alice'));
      expect(former([taken(10)], [], levels)).toContain('**Acknowledge** (level 1)');
      expect(former([taken(11)], [], levels)).toContain('**Acknowledge** (level 2)');
      expect(former([taken(12)], [], levels)).toContain('**Acknowledge** (as P1)');
      expect(former([taken(10.5)], [], levels)).toContain('**Acknowledge** (as P1)');
      expect(former([verdict('resolve', false)], [], levels)).toContain('**Resolve** (as P1)');
    });

    test('are from before the reopening where nobody had handed it on', () => {
      const levels = on(level(2, 10, null), level(1, 12, null));
      expect(former([taken(10)], [], levels)).toContain('**Acknowledge** (before the reopening)');
    });
  });

  describe('that come again and again', () => {
    const update = (hour: number, parts: Partial<Verdict> = {}) => verdict('update', false, { at: at(hour), ...parts });

    test('are one line, with how often, and when last', () => {
      expect(former([update(12)])).toContain('- ❌ **Next update** (within 2 h) · missed once, last 12:00');
      expect(former([update(12, { times: 3 }), update(14)])).toContain('· missed 4 times, last 14:00');
      expect(former([update(12), verdict('no-progress', false, { at: at(13) })]).split('\n')).toHaveLength(4);
    });

    test('do not count what was met, another clock, or what has a line of its own', () => {
      expect(former([update(12, { met: true })])).toBe('');
      expect(former([update(12)], [clock('update', 'missed')])).toBe('');
      expect(former([update(11), update(12)], [clock('update', 'missed')])).toContain('· missed once, last 11:00');
      expect(former([update(11), update(12)], [clock('acknowledge', 'missed')])).toContain(
        '· missed 2 times, last 12:00',
      );
    });
  });
});

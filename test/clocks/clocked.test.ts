import { describe, expect, test } from 'vitest';
import { clockedOf } from '../../src/capabilities/clocks/clocked.ts';
import { CLOCK_TABLE } from '../../src/capabilities/clocks/table.ts';
import type { Incident } from '../../src/capabilities/incident.ts';
import { at, policyOf, situationAt } from './situations.ts';

/* What the clocks are measured by: what was said and done, and what the policy wants. */

const policy = await policyOf(`
pauses: { waiting: [acknowledge, resolve], third-party: [resolve] }
categories: [{ name: breach, label: breach, owner: responder, confidential: true }]
`);
const { incident: base } = situationAt(policy, 13, 'P1');
const NOW = at(13);
const of = (parts: Partial<Incident> = {}, now = NOW) => clockedOf({ ...base, ...parts }, policy, now);
const after = (priority: string, ...acts: [number, string][]) => {
  const { incident } = situationAt(policy, 13, priority, acts);
  return clockedOf(incident, policy, NOW);
};

describe('a moment', () => {
  test('is when it was said', () => {
    const { moments, signs, acknowledged, resolved } = after(
      'P1',
      [10.25, '/ack'],
      [10.5, '/workaround a detour'],
      [10.75, '/data-loss yes'],
      [11, '/restored'],
      [11.25, '/update we are on it'],
      [11.5, '/resolve a bad deploy'],
      [12, '/drafted'],
    );
    expect(moments).toMatchObject({
      acknowledged: at(10.25),
      workaround: at(10.5),
      restored: at(11),
      drafted: at(12),
      public: at(10),
    });
    expect(moments.dataAtRisk).toBe(at(10));
    expect([acknowledged?.at, resolved?.at]).toEqual([at(10.25), at(11.5)]);
    expect(signs.update).toEqual([at(11.25)]);
    expect(signs.progress).toContain(at(10.5));
  });

  test('is that of any command that keeps one', () => {
    const { moments } = after('P1', [10.5, '/culprit #12'], [10.75, '/link https://example.com']);
    expect(moments).toMatchObject({ culprit: at(10.5), link: null });
    expect(of().moments).toMatchObject({ culprit: null });
  });

  test('is not there where nobody has said it, and nothing of what is confidential is public', () => {
    expect(of().moments).toMatchObject({ acknowledged: null, workaround: null, restored: null, drafted: null });
    expect(of().moments.public).toBe(at(10));
    expect(after('P1', [10.5, '+breach']).moments.public).toBeNull();
    expect(after('P1', [10.5, '/data-loss no']).moments.dataAtRisk).toBeNull();
  });
});

describe('the post-mortem', () => {
  const resolved = situationAt(policy, 13, 'P0', [[11, '/resolve done']]).incident;
  const at12 = { drafted: at(12), reviewed: at(12.25), published: at(12.5) };
  const standing = { ...base.postMortem.standing, ...at12 };
  const withStanding = (incident: Incident, parts: object = {}): Incident => ({
    ...incident,
    postMortem: { ...incident.postMortem, standing: { ...standing, ...parts } },
  });

  test('is waited for only where one is wanted, and not gone', async () => {
    const wanted = await policyOf('', 'priorities: { P0: { resolve: 4h, post-mortem: true }, P1: {}, P2: {}, P3: {} }');
    expect(clockedOf(resolved, wanted, NOW).moments.lessons).toBe(at(10));
    const isGone = { ...resolved, postMortem: { ...resolved.postMortem, isGone: true } };
    expect(clockedOf(isGone, wanted, NOW).moments.lessons).toBeNull();
    expect(of().moments.lessons).toBeNull();
  });

  test('was drafted when that was first said, on the incident or in it', () => {
    const drafted = (own: number | null, there: number | null): number | null | undefined => {
      const said =
        own === null ? base.said : { ...base.said, drafted: { at: own, by: 'alice', how: '', text: '' } as never };
      return clockedOf(withStanding({ ...base, said }, { drafted: there }), policy, NOW).moments.drafted;
    };
    expect(drafted(null, null)).toBeNull();
    expect(drafted(at(11), null)).toBe(at(11));
    expect(drafted(null, at(12))).toBe(at(12));
    expect(drafted(at(11), at(12))).toBe(at(11));
    expect(drafted(at(12.5), at(12))).toBe(at(12));
  });

  test('stays as far as it has come when the incident is reopened, from the next resolution on', () => {
    expect(clockedOf(withStanding(base), policy, NOW).moments).toMatchObject(at12);
    const late = withStanding({ ...base, resolution: { ...base.resolution, resolved: { at: at(12.3) } as never } });
    expect(clockedOf(late, policy, NOW).moments).toMatchObject({
      drafted: at(12.3),
      reviewed: at(12.3),
      published: at(12.5),
    });
    expect(clockedOf(withStanding(base, { reviewed: null }), policy, NOW).moments.reviewed).toBeNull();
  });

  test('that could not be judged leaves its own clocks unsure from the first, and no others', () => {
    const { unjudgedSince } = clockedOf(
      { ...withStanding(base, { isCertain: false }), unjudgedSince: at(12) },
      policy,
      NOW,
    );
    expect(unjudgedSince('review')).toBe(-Infinity);
    expect(unjudgedSince('resolve')).toBe(at(12));
    const certain = clockedOf({ ...withStanding(base, { isCertain: true }), unjudgedSince: null }, policy, NOW);
    expect([certain.unjudgedSince('review'), certain.unjudgedSince('resolve')]).toEqual([null, null]);
  });
});

describe('an alert', () => {
  const waits = (parts: Partial<Incident['mute']['waits']>): Partial<Incident> => ({
    mute: { ...base.mute, waits: { ...base.mute.waits, ...parts } },
  });
  const resolution = (parts: object): Partial<Incident> => ({ resolution: { ...base.resolution, ...parts } });

  test('that may still heal has missed nothing yet', () => {
    const held = waits({ alert: at(14) });
    expect(of(held).excused).toEqual([{ from: at(10), to: at(14) }]);
    expect(of(held, at(14)).excused).toEqual([]);
    expect(of({ ...held, ...resolution({ resolved: { at: at(12) } }) }).excused).toEqual([]);
    expect(of({ ...held, healed: [{ from: at(11), to: at(12) }] }).excused).toEqual([
      { from: at(11), to: at(12) },
      { from: at(10), to: at(14) },
    ]);
    expect(of().excused).toEqual([]);
  });

  test('that was held in a maintenance is measured from its end', () => {
    const held = waits({ maintenance: at(12) });
    expect(of(held).pausesOf('update')).toEqual([{ from: at(10), to: at(12) }]);
    const again = of({ ...held, ...resolution({ reopenedAt: at(11) }) });
    expect(again.pausesOf('update')).toEqual([{ from: at(11), to: at(12) }]);
    expect(of().pausesOf('update')).toEqual([]);
  });
});

test('the pauses of a clock are those of its labels', () => {
  const { pausesOf } = after('P1', [10.5, '+waiting'], [11, '-waiting'], [11.5, '+third-party'], [12, '-third-party']);
  const [waiting, third] = [
    { from: at(10.5), to: at(11) },
    { from: at(11.5), to: at(12) },
  ];
  expect(pausesOf('acknowledge')).toEqual([waiting]);
  expect(pausesOf('resolve')).toEqual([waiting, third]);
  expect(pausesOf('update')).toEqual([]);
  expect(of().pausesOf('resolve')).toEqual([]);
});

test('the rest is what the incident and the policy say', async () => {
  const clocked = of();
  expect(clocked).toMatchObject({
    now: NOW,
    specs: CLOCK_TABLE,
    openedAt: at(10),
    mutedUntil: 0,
    restartsAtPriority: false,
  });
  expect(clocked.targetOf('P1', 'resolve')?.text).toBe('2d');
  expect(clocked.targetOf('P3', 'resolve')).toBeUndefined();
  expect(of({ mute: { ...base.mute, until: at(11) } }).mutedUntil).toBe(at(11));
  const calling = await policyOf(
    'escalation-policies: { urgent: [{ at: start, notify: responder }] }',
    'priorities: { P0: { resolve: 4h, escalation: urgent }, P1: {}, P2: {}, P3: {} }\n',
  );
  expect(clockedOf(base, calling, NOW).escalationOf('P0')).toBe('urgent');
  const restarting = await policyOf('\non-priority-change: restart\n');
  expect(clockedOf(base, restarting, NOW).restartsAtPriority).toBe(true);
});

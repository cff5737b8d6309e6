import { describe, expect, test } from 'vitest';
import { foldIncident, LISTS } from '../../src/capabilities/fold.ts';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { factHeadings } from '../../src/capabilities/report/form.ts';
import { fold, type FoldScene, type EventTrack } from '../../src/engine/fold.ts';
import { stageOf, POLICY } from '../support/stage.ts';
import { heldRoles } from '../support/team.ts';

/* The engine is handed its lists, and knows no capability by name. */

type Tick = { readonly kind: 'tick' | 'bell'; readonly at: number };
interface Scene {
  readonly states: { readonly count: number };
  readonly emit: FoldScene<Tick>['emit'];
}

const count: EventTrack<Tick, Scene, number, number> = {
  start: () => 0,
  on: (state, { kind }) => (kind === 'tick' ? state + 1 : state),
  reopen: () => 0,
  result: (state) => state,
};
/** Sees what the track before it has made of an event, and rings at every third tick. */
const bells: EventTrack<Tick, Scene, readonly number[], readonly number[]> = {
  start: () => [],
  on(state, { kind, at }, { states, emit }) {
    if (kind === 'bell') return [...state, at];
    if (states.count === 3) emit({ kind: 'bell', at });
    if (states.count === 4) emit({ kind: 'reopening', at, from: 0, anew: false });
    return state;
  },
  result: (state) => state,
};

describe('the fold', () => {
  const ticks = [1, 2, 3, 4, 5].map((at): Tick => ({ kind: 'tick', at }));
  const sceneOf = (stage: FoldScene<Tick>): Scene => stage as unknown as Scene;

  test('gives each event to every track in order, and what follows from it right after it', () => {
    expect(
      fold<Tick, Scene, { count: typeof count; bells: typeof bells }>({ count, bells }, sceneOf, ticks, (it) => [it]),
    ).toEqual({
      count: 1,
      bells: [3],
    });
  });

  test('takes any list of tracks, and several events for one', () => {
    const twice = (it: Tick): Tick[] => [it, it];
    expect(fold<Tick, Scene, { count: typeof count }>({ count }, sceneOf, ticks, twice)).toEqual({ count: 10 });
  });
});

describe('a capability that is left out', () => {
  const omit = (list: object, name: string): object =>
    Object.fromEntries(Object.entries(list).filter(([other]) => other !== name));
  const without = {
    tracks: omit(LISTS.tracks, 'quickPath'),
    commands: omit(LISTS.commands, 'quick'),
  } as unknown as typeof LISTS;

  test('is missing with its part and its command, and all else is as before', async () => {
    const stage = await stageOf();
    const { hub } = stage;
    hub.as('nora').openIssue({ title: 'Down', labels: ['incident', 'P1'] });
    hub.as('alice').comment(1, '/ack\n/workaround detour');
    hub.as('bob').comment(1, '/resolve rolled back');
    hub.as('alice').reopen(1);
    hub.as('alice').close(1);
    const issue = await stage.read(1);
    const loaded = await loadPolicy(POLICY, 'tocsin.yml');
    if (!loaded.ok) throw new Error('the policy is broken');
    const roles = heldRoles(Object.entries({ alice: 'write', bob: 'write', nora: 'read' }));
    const knowledge = { incidentLabel: 'incident', roles, headings: factHeadings() };
    const whole = foldIncident(issue, loaded.policy, knowledge);
    const part = foldIncident(issue, loaded.policy, knowledge, without);
    expect(whole.incident.status).toBe('resolved');
    expect(Object.keys(whole.incident).filter((name) => !Object.hasOwn(part.incident, name))).toEqual(['quickPath']);
    expect({ ...part.incident, quickPath: null }).toEqual(whole.incident);

    hub.as('alice').comment(1, '/quick');
    const later = foldIncident(await stage.read(1), loaded.policy, knowledge, without);
    expect(later.incident.comments.at(-1)?.commands).toMatchObject([{ name: 'quick', complaint: 'unknown' }]);
  });
});

import fc from 'fast-check';
import { MINUTE } from '../../../src/calendar/length.ts';
import {
  MAINTENANCE_STAGES,
  PUBLIC_STAGES,
  type Harm,
  type PublicIncident,
  type PublicMaintenance,
  type StatusPage,
} from '../../../src/status-page/page.ts';
import { hostedWantedOf, type HostedWanted } from '../../../src/status-page/hosted/wanted.ts';
import type { HostedTarget } from '../../../src/status-page/hosted/target.ts';
import { both, component, NOW, pageWith } from '../sample.ts';
import type { Fate } from './outlet.ts';

/* Pages on which anything happens, and runs that tell it, fail and die. */

/** Components of the page by their ids, which are their keys as well; the last has no name on the hosted page. */
export const COMPONENTS = ['api', 'checkout', 'search', 'inside'] as const;

/** What they are called there. */
export const CALLED = { api: 'cpapi', checkout: 'cpcheckout', search: 'cpsearch' } as const;

const HARMS: readonly Harm[] = ['major_outage', 'partial_outage', 'degraded_performance'];
const FATES: readonly Fate[] = ['fine', 'fine', 'lost', 'unsent', 'busy', 'broken', 'killed-before', 'killed-after'];

const place = fc.nat({ max: 3 });
export const act = fc.oneof(
  fc.record({
    do: fc.constant('open' as const),
    components: fc.uniqueArray(fc.constantFrom(...COMPONENTS), { minLength: 1 }),
    harm: fc.constantFrom(...HARMS),
  }),
  fc.record({
    do: fc.constant('plan' as const),
    components: fc.uniqueArray(fc.constantFrom(...COMPONENTS), { minLength: 1 }),
  }),
  fc.record({ do: fc.constant('say' as const), place, stage: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant('say' as const), place, stage: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant('late' as const), place }),
  fc.record({ do: fc.constant('correct' as const), place, update: fc.nat({ max: 3 }) }),
  fc.record({ do: fc.constant('rename' as const), place }),
  fc.record({ do: fc.constant('harm' as const), place, harm: fc.constantFrom(...HARMS) }),
  fc.record({
    do: fc.constant('concern' as const),
    place,
    components: fc.uniqueArray(fc.constantFrom(...COMPONENTS), { minLength: 1 }),
  }),
  fc.record({ do: fc.constant('hide' as const), place }),
  fc.record({ do: fc.constant('run' as const), fates: fc.array(fc.constantFrom(...FATES), { maxLength: 12 }) }),
);
export type Act = typeof act extends fc.Arbitrary<infer T> ? T : never;
export const acts = fc.array(act, { minLength: 3, maxLength: 25 });

type Thing = PublicIncident | PublicMaintenance;
type Changes = Record<string, unknown>;

/** A page to which things happen, a minute apart. */
export function world() {
  let now = NOW;
  let count = 0;
  let things: Thing[] = [];
  const gone = new Set<string>();
  const nameOf = (): string => (++count).toString(36).padStart(12, 'e');
  const change = (at: number, to: (thing: Thing) => Changes): void => {
    things = things.map((thing, i) => (i === at % things.length ? { ...thing, ...to(thing) } : thing));
  };
  const said = (stage: string, at = now) => ({
    id: nameOf(),
    at,
    stage,
    text: both(`word ${count}.`),
    correctedAt: null,
  });
  const isPlan = (thing: Thing): thing is PublicMaintenance => 'endedAt' in thing;

  function happen(it: Exclude<Act, { do: 'run' }>): void {
    now += MINUTE;
    if (it.do === 'open') {
      const begun = {
        id: nameOf(),
        title: both(`Trouble ${count}`),
        harm: it.harm,
        components: it.components,
        from: now,
        to: null,
      };
      things.push({ ...begun, stage: 'investigating', updates: [said('investigating')], nextUpdateBy: null } as Thing);
    } else if (it.do === 'plan') {
      const planned = {
        id: nameOf(),
        title: both(`Work ${count}`),
        components: it.components,
        from: now + 60 * MINUTE,
        to: now + 120 * MINUTE,
      };
      things.push({
        ...planned,
        stage: 'scheduled',
        begunAt: null,
        endedAt: null,
        updates: [said('scheduled')],
      } as Thing);
    } else if (things.length === 0) return;
    else if (it.do === 'say')
      change(it.place, (thing) => {
        const stage = (isPlan(thing) ? MAINTENANCE_STAGES : PUBLIC_STAGES)[it.stage]!;
        const end = ['resolved', 'postmortem'].includes(stage) ? { to: now } : { to: null };
        return { ...(!isPlan(thing) && end), stage, updates: [...thing.updates, said(stage)] };
      });
    else if (it.do === 'late')
      change(it.place, ({ updates }) => {
        const at = updates.at(-1)!.at - 1_000;
        return { updates: [...updates, said(updates[0]!.stage, at)].sort((a, b) => a.at - b.at) };
      });
    else if (it.do === 'correct')
      change(it.place, ({ updates }) => ({
        updates: updates.map((update, i) =>
          i === it.update % updates.length ? { ...update, text: both(`word ${++count}.`), correctedAt: now } : update,
        ),
      }));
    else if (it.do === 'rename') change(it.place, () => ({ title: both(`Name ${++count}`) }));
    else if (it.do === 'harm')
      change(it.place, (thing) => (isPlan(thing) ? { to: thing.to + MINUTE } : { harm: it.harm }));
    else if (it.do === 'concern') change(it.place, () => ({ components: it.components }));
    else {
      const [thing] = things.splice(it.place % things.length, 1);
      if (thing) gone.add(thing.id);
    }
  }

  const page = (): StatusPage =>
    pageWith({
      at: now,
      components: COMPONENTS.map((id) => component(id)),
      incidents: things.filter((it): it is PublicIncident => !isPlan(it)),
      maintenances: things.filter(isPlan),
    });
  const keyOf = new Map(COMPONENTS.map((id) => [id as string, id as string]));
  return {
    happen,
    now: () => now,
    page,
    wanted: (target: Pick<HostedTarget, 'components'>): HostedWanted => hostedWantedOf(page(), target, keyOf, gone),
  };
}

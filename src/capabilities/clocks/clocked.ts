import type { Instant } from '../../calendar/calendar.ts';
import type { Clocked } from '../../engine/clocked.ts';
import type * as engine from '../../engine/clocks.ts';
import type * as record from '../../engine/record.ts';
import type * as escalation from '../../engine/steps.ts';
import type { Moment } from '../../model/moment.ts';
import type { Policy } from '../policy.ts';
import { wantedPostMortem } from '../post-mortem/wanted.ts';
import type { Said } from '../said/track.ts';
import type { Incident } from '../tracks.ts';
import { escalationInEffect, stepsInEffect } from '../updates/cadence.ts';
import { CLOCK_TABLE, type ClockName } from './table.ts';

export type Clock = engine.MeasuredClock<ClockName>;
export type Clocks = engine.MeasuredClocks<ClockName>;
export type Verdict = record.ClockVerdict<ClockName>;
export type Sending = escalation.StepSending<ClockName>;
export type Steps = escalation.StepsInForce<ClockName>;

type Entry = (typeof CLOCK_TABLE)[ClockName];
/** What the table of clocks names: what stops a clock, since when it is needed, and what starts one again. */
type MomentName = Entry['stoppedBy'][number] | NonNullable<Entry['neededSince']>;
type SignName = NonNullable<Entry['repeatsAt']>;

/** An incident and its policy, as the engine measures clocks. */
export function clockedOf(incident: Incident, policy: Policy, now: Instant): Clocked<ClockName> {
  const {
    said,
    acknowledgement: acknowledged,
    resolution: { resolved },
  } = incident;
  const { standing } = incident.postMortem;
  // How far its post-mortem has come stays so when it is reopened, and holds from the next resolution on.
  const still = (at: Instant | null): Instant | null => (at === null ? null : Math.max(at, resolved?.at ?? at));
  const moments: Readonly<Record<MomentName, Instant | null>> = {
    ...saidMoments(said),
    acknowledged: acknowledged?.at ?? null,
    workaround: incident.mitigation.workaround?.at ?? null,
    restored: incident.mitigation.restored?.at ?? null,
    dataAtRisk: incident.dataLoss.atRisk,
    // Of what is confidential nothing is told, and nothing is due for it.
    public: incident.category.confidential ? null : incident.issue.openedAt,
    lessons: wantedPostMortem(incident, policy) === null || incident.postMortem.isGone ? null : incident.issue.openedAt,
    drafted: earliest(said.drafted?.at ?? null, still(standing.drafted)),
    reviewed: still(standing.reviewed),
    published: still(standing.published),
  };
  const signs: Readonly<Record<SignName, readonly Instant[]>> = {
    update: said.update.map(({ at }) => at),
    progress: incident.progress,
  };
  const held = incident.mute.waits.alert ?? -Infinity;
  // An alert that was held in a maintenance is new when that is over.
  const { maintenance: maintained } = incident.mute.waits;
  const began = incident.resolution.reopenedAt ?? incident.issue.openedAt;
  const inMaintenance = maintained === null ? [] : [{ from: began, to: maintained }];
  // Whether an alert that may still heal has missed anything is known when it has not.
  const isOnHold = now < held && resolved === null;
  return {
    now,
    specs: CLOCK_TABLE,
    openedAt: incident.issue.openedAt,
    priorities: incident.priority.periods,
    levels: incident.levels.periods,
    acknowledged,
    resolved,
    ended: incident.resolution.ended,
    gaps: incident.resolution.gaps,
    excused: [...incident.healed, ...(isOnHold ? [{ from: incident.issue.openedAt, to: held }] : [])],
    moments,
    signs,
    progress: incident.progress,
    mutedUntil: incident.mute.until ?? 0,
    verdicts: incident.record.verdicts,
    done: incident.record.done,
    restartsAtPriority: policy.onPriorityChange === 'restart',
    targetOf: (priority, clock) => policy.priorities[priority].clocks[clock],
    unjudgedSince: (clock) =>
      CLOCK_TABLE[clock].startsAt === 'resolution' && !standing.isCertain ? -Infinity : incident.unjudgedSince,
    pausesOf: (clock) => [
      ...inMaintenance,
      ...[...policy.pauses]
        .filter(([, clocks]) => clocks.includes(clock))
        .flatMap(([label]) => incident.pauses.spans.get(label) ?? []),
    ],
    escalationOf: (priority) => escalationInEffect(policy, priority),
    stepsOf: (priority) => stepsInEffect(policy, priority),
  };
}

/** The earlier of two moments, as far as there are any. */
function earliest(one: Instant | null, other: Instant | null): Instant | null {
  return one === null || other === null ? (one ?? other) : Math.min(one, other);
}

/** The commands that keep a moment: a clock may wait for any of them. */
type SaidMoments = { readonly [K in keyof Said as Said[K] extends Moment | null ? K : never]: Instant | null };

/** When each of them was first given, null if it was not. */
function saidMoments(said: Said): SaidMoments {
  // Lists have a method of that name.
  const at = (kept: unknown): Instant | null => (Object.hasOwn(kept ?? {}, 'at') ? (kept as Moment).at : null);
  return Object.fromEntries(Object.entries(said).map(([name, kept]) => [name, at(kept)])) as SaidMoments;
}

import { peopleOf } from '../../capabilities/people/roles.ts';
import type { Intent } from '../../capabilities/situation.ts';
import { wordsOf, type Words } from '../../capabilities/words.ts';
import { distinctLogins, includesLogin } from '../../model/login.ts';
import { inline } from '../../text/foreign.ts';
import { enumeration } from '../../text/sentence.ts';
import { keptInstant, instant, type Reader } from '../../text/time.ts';
import type { MaintenancePlan } from './plan.ts';
import type { MaintenanceGround, MaintenanceSubject } from './reading.ts';
import { maintenanceWordsOf, type MaintenanceWords } from './words.ts';

/** All that a rule about a maintenance may look at. */
export interface MaintenanceSituation extends MaintenanceGround {
  readonly reader: Reader;
  readonly maintenance: MaintenanceSubject;
  readonly words: MaintenanceWords;
  /** What is said of incidents, which some of it is. */
  readonly common: Words;
}

/** One behaviour of maintenances: what must happen, given how one stands. It performs nothing. */
export type MaintenanceRule = (situation: MaintenanceSituation) => readonly Intent[];

export function maintenanceSituationOf(
  maintenance: MaintenanceSubject,
  ground: MaintenanceGround,
): MaintenanceSituation {
  const { policy, now } = ground;
  return {
    ...ground,
    maintenance,
    reader: { language: policy.language, zone: policy.zone, today: now },
    words: maintenanceWordsOf(policy.language),
    common: wordsOf(policy.language),
  };
}

/** Who carries it out: its assignees, else whoever has confirmed it. */
export function ownersOf({ course: { owners, confirmed } }: MaintenanceSubject): readonly string[] {
  if (owners.length > 0) return owners;
  return confirmed?.by ? [confirmed.by] : [];
}

/** Whom the policy names to hear of maintenance, but for whoever did what they would hear of. */
export function audienceOf({ policy, now }: MaintenanceGround, butFor: string | null): readonly string[] {
  const people = (policy.maintenance?.to ?? []).flatMap((role) => peopleOf({ policy, now }, role) ?? []);
  return distinctLogins(people).filter((login) => butFor === null || !includesLogin([butFor], login));
}

/** Its services as a sentence names them, as code. */
export function servicesText({ reader }: MaintenanceSituation, { services }: MaintenancePlan): string {
  return enumeration(
    reader.language,
    services.map((it) => inline(it)),
  );
}

/** From when to when, with their days; the day of the end only where it is another. */
export function maintenanceSpanOf(reader: Reader, { from, to }: MaintenancePlan): readonly [string, string] {
  return [keptInstant(reader, from), instant({ ...reader, today: from }, to)];
}

/** Whether the time that somebody entitled gave is over, and nobody has said that it is. */
export function isOverrun({ maintenance: { course }, now }: MaintenanceSituation): boolean {
  return course.plan !== null && course.end === null && course.begunAt !== null && course.plan.to <= now;
}

import { distinctLogins, includesLogin } from '../../../model/login.ts';
import { MINUTE } from '../../../calendar/length.ts';
import { keyOfNotice, readKey, type Key } from '../../../engine/keys.ts';
import { who } from '../../../text/foreign.ts';
import { instant } from '../../../text/time.ts';
import { changeKey, mayWait } from './pace.ts';
import {
  audienceOf,
  ownersOf,
  servicesText,
  maintenanceSpanOf,
  type MaintenanceRule,
  type MaintenanceSituation,
} from '../situation.ts';

const ANNOUNCE = 'announce';

/** For so long, in milliseconds, whoever did something knows. */
const JUST = 5 * MINUTE;

/**
 * Announces a maintenance at the offsets of the policy, and that it has begun or was moved. What fell due while no run came is one comment with
 * what is due now; what was announced for one beginning is announced anew for another.
 */
export const announceRule: MaintenanceRule = (situation) => {
  const { maintenance, words, now, reader, common } = situation;
  const { plan, begunAt, end, steps, closedInVain } = maintenance.course;
  if (plan === null || end !== null) return [];
  if (maintenance.issue.state === 'closed' && closedInVain === null) return [];
  const due = dueKeys(situation);
  const services = servicesText(situation, plan);
  // What was changed since it has begun is told by itself.
  const begun = begunAt === null ? steps.length : steps.findLastIndex(({ kind }) => kind === 'begun');
  const moved = steps.slice(0, Math.max(0, begun)).findLast(({ kind }) => kind === 'moved');
  // Whoever hears when it is needs not hear besides that it was moved.
  const change = moved ? [changeKey(moved)] : [];
  const everybody = distinctLogins([...audienceOf(situation, null), ...ownersOf(maintenance)]).filter(
    (login) => !includesLogin(doers(situation), login),
  );
  if (begunAt !== null) {
    if (plan.to <= now || isTold(situation, keyOfNotice('begun', begunAt))) return [];
    return [
      {
        do: 'tell',
        keys: [keyOfNotice('begun', begunAt), ...due, ...change],
        to: everybody,
        ask: words.tell.begun(services, instant(reader, plan.to)),
        lines: [words.tell.how(ownersOf(maintenance).map(who).join(common.andThen), plan.services.length)],
        why: words.why.begun,
      },
    ];
  }
  if (moved && mayWait(situation, moved)) return [];
  const to = audienceOf(situation, moved?.act.by ?? null);
  if (moved && isAnnounced(situation) && to.length > 0 && !isTold(situation, changeKey(moved)))
    return [
      {
        do: 'tell',
        keys: [changeKey(moved), ...due],
        to,
        ask: words.tell.moved(services),
        lines: [words.tell.span(...maintenanceSpanOf(reader, plan))],
        why: words.why.changed,
      },
    ];
  if (due.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: [...due, ...change],
      to: everybody,
      ask: words.tell.announce(services, instant(reader, plan.from)),
      lines: [words.tell.until(instant({ ...reader, today: plan.from }, plan.to))],
      why: words.why.announce,
    },
  ];
};

/** Who has just planned or begun it, and needs not be told so. */
function doers({ maintenance, now }: MaintenanceSituation): readonly string[] {
  return maintenance.course.steps.flatMap(({ act }) => (act.by !== null && now - act.at < JUST ? [act.by] : []));
}

/** The announcements of this beginning that are due and have not gone out. */
function dueKeys(situation: MaintenanceSituation): readonly Key[] {
  const { maintenance, policy, now } = situation;
  const { from } = maintenance.course.plan!;
  return (policy.maintenance?.announce ?? [])
    .filter((before) => from - before <= now)
    .map((before) => keyOfNotice(ANNOUNCE, from, String(before / MINUTE)))
    .filter((key) => !isTold(situation, key));
}

function isTold({ maintenance }: MaintenanceSituation, key: Key): boolean {
  return Object.hasOwn(maintenance.record.done, key);
}

/** Whether anybody has heard of it, be it of another time. */
export function isAnnounced({ maintenance }: Pick<MaintenanceSituation, 'maintenance'>): boolean {
  return Object.keys(maintenance.record.done).some((key) => {
    const parts = readKey(key);
    return parts?.kind === 'notice' && (parts.name === ANNOUNCE || parts.name === 'begun');
  });
}

import { Cron } from 'croner';
import type { Instant } from '../../calendar/calendar.ts';
import { MINUTE, SECOND } from '../../calendar/length.ts';
import type { Policy } from '../../capabilities/policy.ts';
import { PRIORITIES } from '../../model/priority.ts';
import { duration } from '../../text/time.ts';
import { ok, warn, type Check, type Finding, type DoctorGround } from './check.ts';
import { WINDOW } from './records.ts';

/** How punctually a schedule was delivered. */
interface Delivery {
  /** How many runs it asks for; null where that cannot be read. */
  readonly asked: number | null;
  readonly delivered: number;
  /** The time between two runs, and since the last one. In milliseconds. */
  readonly median: number;
  readonly worst: number;
}

/**
 * How punctually a schedule was delivered, by when its runs were made: GitHub leaves no trace of one that it drops, and is late before it
 * makes one. Null if there are fewer than two. `crons` are read in UTC, as GitHub reads them.
 */
export function deliveryOf(createdAt: readonly Instant[], crons: readonly string[], now: Instant): Delivery | null {
  const times = createdAt.toSorted((a, b) => a - b);
  if (times.length < 2) return null;
  const gaps = [...times.slice(1), now].map((at, i) => at - times[i]!).sort((a, b) => a - b);
  return {
    asked: askedFor(crons, times[0]!, now),
    delivered: times.length,
    median: gaps[Math.floor(gaps.length / 2)]!,
    worst: gaps.at(-1)!,
  };
}

/** How often a schedule asks for a run, from the first on; null for what is no cron expression. */
function askedFor(crons: readonly string[], from: Instant, to: Instant): number | null {
  const asked = new Set<number>();
  try {
    for (const text of crons) {
      const cron = new Cron(text, { timezone: 'UTC' });
      // The run at `from` may be one that was asked for long before: from there on each is counted.
      for (let at = cron.nextRun(new Date(from - SECOND)); at !== null && at.getTime() <= to; at = cron.nextRun(at))
        asked.add(at.getTime());
    }
  } catch {
    return null;
  }
  return asked.size;
}

/**
 * Whether the schedule is punctual enough for the policy, as GitHub has delivered it in the last 7 days, and what would be. What cannot be
 * seen of a schedule another check says.
 */
export const lagCheck: Check = async (ground) =>
  ground.policy === null ? [] : [...(await deliveryFindings(ground)), ...(await noticedLate(ground))];

/** How punctual each schedule was; nothing where the token may not see it. */
export async function deliveryFindings(
  ground: Pick<DoctorGround, 'github' | 'now' | 'workflows' | 'words' | 'policy' | 'language'>,
): Promise<readonly Finding[]> {
  const { github, now, workflows, words: all, policy, language } = ground;
  const { lag: words } = all;
  if (policy === null) return [];
  const scheduled = workflows?.filter(({ crons }) => crons.length > 0) ?? [];
  if (scheduled.length === 0 || (await github.refusalOf('actions: read')) !== null) return [];
  const isWatching =
    policy.watch.for.length > 0 && scheduled.some(({ jobs }) => jobs.some((it) => it.command === 'watch'));
  const findings: Finding[] = [];
  for (const { path, crons } of scheduled) {
    const runs = await github.runs(path.split('/').at(-1)!, { event: 'schedule', since: now - WINDOW });
    const delivery = deliveryOf(
      runs.map((it) => it.createdAt),
      crons,
      now,
    );
    if (delivery === null) {
      findings.push(ok(words.few(path)));
      continue;
    }
    const { asked, delivered, median, worst } = delivery;
    const said = words.delivered(path, { asked, delivered }, duration(language, median), duration(language, worst));
    const tight = tightest(policy);
    if (isWatching && worst > policy.watch.horizon)
      findings.push(warn(`${said} ${words.horizon(duration(language, policy.watch.horizon))}`, words.longer));
    else if (!isWatching && policy.tick.from.length === 0 && tight !== null && median > tight.ms)
      findings.push(warn(`${said} ${words.tight(tight.priority, duration(language, tight.ms))}`, words.watch));
    else findings.push(ok(said));
  }
  return findings;
}

/** From here on a deadline was noticed late. In milliseconds. */
const LATE = 2 * MINUTE;

/** How late the deadlines that were missed in the last 7 days were noticed, which is when they were escalated; nothing where none was missed. */
export async function noticedLate({
  records,
  now,
  language,
  words: { lag: words },
}: Pick<DoctorGround, 'records' | 'now' | 'language' | 'words'>): Promise<readonly Finding[]> {
  const lateness = (await records())
    .flatMap(({ record }) => record.verdicts)
    .filter(({ met, seen }) => !met && seen >= now - WINDOW)
    .map(({ seen, at }) => seen - at)
    .sort((a, b) => a - b);
  if (lateness.length === 0) return [];
  const late = lateness.filter((ms) => ms >= LATE).length;
  const median = duration(language, lateness[Math.floor(lateness.length / 2)]!);
  return [ok(words.noticed(lateness.length, late, median, duration(language, lateness.at(-1)!)))];
}

/** The shortest time in which the policy wants something acknowledged, of what a watch would be for. In milliseconds of open time. */
function tightest({ priorities }: Policy): { readonly priority: string; readonly ms: number } | null {
  const all = PRIORITIES.flatMap((priority) => {
    const target = priorities[priority].clocks.acknowledge;
    return target && 'ms' in target.amount ? [{ priority, ms: target.amount.ms }] : [];
  });
  return all.sort((a, b) => a.ms - b.ms)[0] ?? null;
}

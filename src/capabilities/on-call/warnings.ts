import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { instant } from '../../text/time.ts';
import type { Policy } from '../policy.ts';
import { showPath } from '../../policy/tree.ts';
import { quote } from '../../policy/wording.ts';
import { deadOverrides, type DeadOverride } from './overrides.ts';
import type { Schedule } from './schedule.ts';
import { gapsBetween } from './shifts.ts';

/** How many days ahead gaps are looked for. */
const AHEAD = 60;

const WHY: Readonly<Record<DeadOverride['why'], string>> = {
  empty: 'the clocks skip all of it',
  hidden: 'later overrides hide it',
  same: 'its person is on call then anyway',
};

/**
 * What is odd about the schedules of a policy without being wrong, each with its place: times within 60 days of `now` in which
 * nobody is on call, overrides that never apply, people who have left. In English, with instants in the zone of the schedule.
 */
export function onCallWarnings({ schedules }: Pick<Policy, 'schedules'>, now: Instant): readonly string[] {
  return [...schedules.values()].flatMap((schedule) => [
    ...gaps(schedule, now),
    ...leavers(schedule, now),
    ...deadOverrides(schedule, now).map(({ index, why }) =>
      line(schedule, ['overrides', index], `never applies: ${WHY[why]}`),
    ),
  ]);
}

/** A schedule of office hours has a gap every night, so only the first is told in full. */
function gaps(schedule: Schedule, now: Instant): readonly string[] {
  const end = now + AHEAD * DAY;
  const found = gapsBetween(schedule, now, end);
  const [first] = found;
  if (first === undefined) return [];
  const days = `in the next ${AHEAD} days`;
  if (first.from === now && first.to === end) return [line(schedule, [], `nobody is on call ${days}`)];
  const until = first.to === end ? 'on' : `to ${at(schedule, first.to)}`;
  const span = `from ${at(schedule, first.from)} ${until}`;
  const times = found.length === 1 ? span : `${found.length} times ${days}, first ${span}`;
  return [line(schedule, [], `nobody is on call ${times}`)];
}

function leavers(schedule: Schedule, now: Instant): readonly string[] {
  return schedule.layers.flatMap(({ rotation }, layer) =>
    rotation.people.flatMap(({ login, to }, person) =>
      to > now
        ? []
        : [
            line(
              schedule,
              ['layers', layer, 'people', person],
              `${quote(login)} left on ${at(schedule, to)} and is passed over since`,
            ),
          ],
    ),
  );
}

function at({ zone }: Schedule, time: Instant): string {
  return instant({ language: 'en', zone }, time);
}

function line({ name }: Schedule, path: readonly (string | number)[], message: string): string {
  return `${showPath(null, ['schedules', name, ...path])}: ${message}`;
}

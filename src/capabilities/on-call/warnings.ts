import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { instant, type Reader } from '../../text/time.ts';
import type { Policy } from '../policy.ts';
import { showPath, type Path } from '../../policy/tree.ts';
import { deadOverrides } from './overrides.ts';
import type { Schedule } from './schedule.ts';
import { gapsBetween } from './shifts.ts';
import { turnless } from './turnless.ts';
import { WARNING_WORDS } from './warning-words.ts';

/** How many days ahead gaps are looked for. */
const AHEAD = 60;

/**
 * What is odd about the schedules of a policy without being wrong, each with its place: times within 60 days of `now` in which
 * nobody is on call, overrides that never apply, people who have left or never have a turn. In the language of the policy, with
 * instants in the zone of the schedule.
 */
export function onCallWarnings(policy: Pick<Policy, 'schedules' | 'language'>, now: Instant): readonly string[] {
  return [...policy.schedules.values()].flatMap((schedule) => {
    const reader: Reader = { language: policy.language, zone: schedule.zone };
    const words = WARNING_WORDS[policy.language];
    const line = (path: Path, message: string): string =>
      words.line(showPath(null, ['schedules', schedule.name, ...path]), message);
    return [
      ...gaps(schedule, now, reader).map((message) => line([], message)),
      ...leavers(schedule, now, reader).map(([path, message]) => line(path, message)),
      ...turnless(schedule, now).map(({ layer, person, login, why }) =>
        line(placeOf(layer, person), words.turnless(login, why)),
      ),
      ...deadOverrides(schedule, now).map(({ index, why }) => line(['overrides', index], words.dead[why])),
    ];
  });
}

/** A schedule of office hours has a gap every night, so only the first is told in full. */
function gaps(schedule: Schedule, now: Instant, reader: Reader): readonly string[] {
  const words = WARNING_WORDS[reader.language];
  const end = now + AHEAD * DAY;
  const found = gapsBetween(schedule, now, end);
  const [first] = found;
  if (first === undefined) return [];
  if (first.from === now && first.to === end) return [words.gap(AHEAD)];
  const span = words.span(instant(reader, first.from), first.to === end ? null : instant(reader, first.to));
  return [found.length === 1 ? words.once(span) : words.often(found.length, AHEAD, span)];
}

function leavers(schedule: Schedule, now: Instant, reader: Reader): readonly (readonly [Path, string])[] {
  return schedule.layers.flatMap(({ rotation }, layer) =>
    rotation.people.flatMap(({ login, to }, person) =>
      to > now
        ? []
        : [[placeOf(layer, person), WARNING_WORDS[reader.language].left(login, instant(reader, to))] as const],
    ),
  );
}

function placeOf(layer: number, person: number): Path {
  return ['layers', layer, 'people', person];
}

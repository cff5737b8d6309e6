import type { Instant } from '../../calendar/calendar.ts';
import { HOUR } from '../../calendar/length.ts';
import { icsFile, utcStamp } from '../../text/ics.ts';
import type { Meeting } from '../review/meetings.ts';
import type { Schedule, Shift } from './schedule.ts';

/** One schedule of a calendar file with those of its shifts that the file shows. */
interface Feed {
  readonly schedule: Pick<Schedule, 'name'>;
  /** Whole shifts (see `wholeShifts`): a cut one would change its UID with its beginning. */
  readonly shifts: readonly Shift[];
}

/** What a calendar file says besides its shifts. */
export interface ShiftPublication {
  /** The title of the calendar, plain text. */
  readonly title: string;
  /** What distinguishes this calendar from those of others, such as `acme/incidents`; part of every UID. */
  readonly origin: string;
  /** When this version of the shifts was made. A time of change and not of publication keeps an unchanged file the same. */
  readonly stamp: Instant;
  /** The title of a shift, plain text. */
  readonly summary: (schedule: string, shift: Shift) => string;
  /** The review meetings that the file shows, and the title of each, plain text. */
  readonly meetings: readonly Pick<Meeting, 'date' | 'at'>[];
  readonly meeting: string;
}

/** How long a review meeting takes in a calendar: the policy says when it begins. */
const MEETING = HOUR;

/**
 * The shifts of schedules as an iCalendar file. A shift is known by its schedule and its beginning: when somebody else takes it or it
 * ends at another time, subscribers see the same event change. A meeting is known by its day.
 */
export function calendarFile(feeds: readonly Feed[], publication: ShiftPublication): string {
  const { title, origin, stamp, summary, meetings, meeting } = publication;
  const shifts = feeds.flatMap(({ schedule: { name }, shifts }) =>
    shifts.map((shift) => ({
      name: `${utcStamp(shift.from)}-${encodeURIComponent(name)}`,
      stamp,
      from: shift.from,
      to: shift.to,
      summary: summary(name, shift),
      // Whoever is on call is not busy all the time.
      isBusy: false,
    })),
  );
  const reviews = meetings.map(({ date, at }) => ({
    name: `review-${date}`,
    stamp,
    from: at,
    to: at + MEETING,
    summary: meeting,
    isBusy: true,
  }));
  return icsFile({ product: 'On-call schedule', title, origin, events: [...shifts, ...reviews] });
}

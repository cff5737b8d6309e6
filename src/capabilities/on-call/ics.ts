import type { Instant } from '../../calendar/calendar.ts';
import { HOUR } from '../../calendar/length.ts';
import type { Meeting } from '../review/meetings.ts';
import type { Schedule, Shift } from './schedule.ts';

/** One schedule of a calendar file with those of its shifts that the file shows. */
interface Feed {
  readonly schedule: Pick<Schedule, 'name'>;
  /** Whole shifts (see `wholeShifts`): a cut one would change its UID with its beginning. */
  readonly shifts: readonly Shift[];
}

/** What a calendar file says besides its shifts. */
export interface Publication {
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
 * The shifts of schedules as an iCalendar file (RFC 5545): lines end with CRLF, times are in UTC. A shift is known by its
 * schedule and its beginning: when somebody else takes it or it ends at another time, subscribers see the same event change. A meeting is
 * known by its day.
 */
export function calendarFile(feeds: readonly Feed[], publication: Publication): string {
  const { title, origin, stamp, summary, meetings, meeting } = publication;
  const shifts = feeds.flatMap(({ schedule: { name }, shifts }) =>
    shifts.map((shift) => ({
      name: `${utc(shift.from)}-${encodeURIComponent(name)}`,
      from: shift.from,
      to: shift.to,
      summary: summary(name, shift),
      // Whoever is on call is not busy all the time.
      isBusy: false,
    })),
  );
  const reviews = meetings.map(({ date, at }) => ({
    name: `review-${date}`,
    from: at,
    to: at + MEETING,
    summary: meeting,
    isBusy: true,
  }));
  const events = [...shifts, ...reviews]
    .sort((a, b) => a.from - b.from)
    .flatMap(({ name, from, to, summary, isBusy }) => [
      'BEGIN:VEVENT',
      `UID:${name}@${encodeURIComponent(origin)}`,
      `DTSTAMP:${utc(stamp)}`,
      `DTSTART:${utc(from)}`,
      `DTEND:${utc(to)}`,
      `SUMMARY:${escape(summary)}`,
      `TRANSP:${isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
      'END:VEVENT',
    ]);
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Tocsin//On-call schedule//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The first is RFC 7986; most programs know the second only.
    `NAME:${escape(title)}`,
    `X-WR-CALNAME:${escape(title)}`,
    ...events,
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** `20260105T090000Z`. */
function utc(at: Instant): string {
  return `${new Date(at).toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}

/** A value of type TEXT. Control characters that it may not hold go. */
function escape(text: string): string {
  return (
    text
      .replaceAll(/\r\n?/g, '\n')
      // eslint-disable-next-line no-control-regex -- these are what must go
      .replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '')
      .replaceAll(/[\\;,]/g, '\\$&')
      .replaceAll('\n', '\\n')
  );
}

/** The most octets of UTF-8 in a line without its CRLF. */
const LONGEST = 75;

/** Breaks a line that is too long, never within a character; what follows a break begins with a space that does not count. */
function fold(line: string): string {
  let folded = '';
  let length = 0;
  for (const character of line) {
    const octets = new TextEncoder().encode(character).length;
    if (length + octets > LONGEST) {
      folded += '\r\n ';
      length = 1;
    }
    folded += character;
    length += octets;
  }
  return folded;
}

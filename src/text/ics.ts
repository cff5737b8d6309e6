import type { Instant } from '../calendar/calendar.ts';

/** One event of a calendar file; texts are plain. */
export interface CalendarEvent {
  /** Distinguishes it within its origin, and stays when the event moves. */
  readonly name: string;
  /** When what is said of it was last changed. */
  readonly stamp: Instant;
  readonly from: Instant;
  readonly to: Instant;
  readonly summary: string;
  /** Whether whoever has it in their calendar is busy meanwhile. */
  readonly isBusy: boolean;
  readonly description?: string;
  readonly url?: string;
  readonly isCancelled?: boolean;
}

/** A file of events. */
export interface CalendarFile {
  /** What wrote it, as a part of its `PRODID`. */
  readonly product: string;
  readonly title: string;
  /** What distinguishes this calendar from those of others, such as `acme/incidents`; part of every UID. */
  readonly origin: string;
  readonly events: readonly CalendarEvent[];
}

/** An iCalendar file (RFC 5545), its events in the order of time: lines end with CRLF, times are in UTC. */
export function icsFile({ product, title, origin, events }: CalendarFile): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:-//Tocsin//${product}//EN`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    // The first is RFC 7986; most programs know the second only.
    `NAME:${escape(title)}`,
    `X-WR-CALNAME:${escape(title)}`,
    ...[...events].sort((a, b) => a.from - b.from).flatMap((event) => eventLines(event, origin)),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function eventLines(event: CalendarEvent, origin: string): string[] {
  const { name, stamp, from, to, summary, isBusy, description, url, isCancelled } = event;
  return [
    'BEGIN:VEVENT',
    `UID:${name}@${encodeURIComponent(origin)}`,
    `DTSTAMP:${utcStamp(stamp)}`,
    `DTSTART:${utcStamp(from)}`,
    `DTEND:${utcStamp(to)}`,
    `SUMMARY:${escape(summary)}`,
    ...(description === undefined ? [] : [`DESCRIPTION:${escape(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...(isCancelled === undefined ? [] : [`STATUS:${isCancelled ? 'CANCELLED' : 'CONFIRMED'}`]),
    `TRANSP:${isBusy ? 'OPAQUE' : 'TRANSPARENT'}`,
    'END:VEVENT',
  ];
}

/** `20260105T090000Z`. */
export function utcStamp(at: Instant): string {
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

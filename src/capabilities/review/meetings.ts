import type { Instant } from '../../calendar/calendar.ts';
import { DAY } from '../../calendar/length.ts';
import { firstAtWall, offsetAt } from '../../calendar/zone.ts';

/** When meetings are held. The wall clock of the zone is written as if it were UTC, so that a change of the clocks moves no meeting. */
export interface MeetingRhythm {
  /** So many weeks from one to the next. */
  readonly weeks: number;
  /** The wall-clock time of one of them; all others are counted from it, both ways. */
  readonly first: number;
  /** How long before a meeting its agenda is opened, on the wall clock, in milliseconds. */
  readonly before: number;
  readonly zone: string;
}

/** A meeting. */
export interface Meeting {
  /** Its day in the zone of the rhythm, `YYYY-MM-DD`: what tells it from all others, whatever its hour becomes. */
  readonly date: string;
  readonly at: Instant;
  /** From when on it has an agenda. */
  readonly opens: Instant;
  /** When the one before it was. */
  readonly since: Instant;
}

/** The first meeting after an instant. */
export function meetingAfter(rhythm: MeetingRhythm, after: Instant): Meeting {
  let number = Math.floor((after + offsetAt(rhythm.zone, after) - rhythm.first) / periodOf(rhythm));
  // The estimate is off by one at most: by the meeting of the same hour, or by a change of the clocks.
  while (atOf(rhythm, number) > after) number--;
  while (atOf(rhythm, number) <= after) number++;
  const wall = wallOf(rhythm, number);
  return {
    date: new Date(wall).toISOString().slice(0, 10),
    at: atOf(rhythm, number),
    opens: firstAtWall(rhythm.zone, wall - rhythm.before),
    since: atOf(rhythm, number - 1),
  };
}

/** The meetings that begin in [from, to). */
export function meetingsBetween(rhythm: MeetingRhythm, from: Instant, to: Instant): readonly Meeting[] {
  const meetings: Meeting[] = [];
  for (let it = meetingAfter(rhythm, from - 1); it.at < to; it = meetingAfter(rhythm, it.at)) meetings.push(it);
  return meetings;
}

const periodOf = ({ weeks }: MeetingRhythm): number => weeks * 7 * DAY;
const wallOf = (rhythm: MeetingRhythm, number: number): number => rhythm.first + number * periodOf(rhythm);
const atOf = (rhythm: MeetingRhythm, number: number): Instant => firstAtWall(rhythm.zone, wallOf(rhythm, number));

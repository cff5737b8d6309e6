import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { calendarFile } from '../../src/capabilities/on-call/ics.ts';
import type { ShiftPublication } from '../../src/capabilities/on-call/ics.ts';
import type { Shift } from '../../src/capabilities/on-call/schedule.ts';
import { wholeShifts } from '../../src/capabilities/on-call/shifts.ts';
import { scheduleOf } from './read.ts';
import { tries } from '../support/tries.ts';

const PUBLICATION: ShiftPublication = {
  title: 'On call',
  origin: 'acme/incidents',
  stamp: Date.UTC(2026, 0, 1, 12, 30, 15, 999),
  summary: (schedule, { login }) => `${schedule}: ${login}`,
  meetings: [],
  meeting: 'Review',
};
const shift = (from: number, to: number, login = 'ian'): Shift => ({ login, from, to, override: false });

interface Component {
  readonly name: string;
  readonly properties: ReadonlyMap<string, string>;
  readonly components: readonly Component[];
}

/** Reads one component as RFC 5545 says: unfolds, splits at the first colon, unescapes what is text. */
function parse(file: string): Component {
  expect(file.endsWith('\r\n')).toBe(true);
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  const lines = file.slice(0, -2).replaceAll('\r\n ', '').split('\r\n');
  const read = (name: string): Component => {
    const properties = new Map<string, string>();
    const components: Component[] = [];
    for (;;) {
      const line = lines.shift()!;
      const [, key, value] = /^([A-Z-]+):(.*)$/su.exec(line)!;
      if (key === 'BEGIN') components.push(read(value!));
      else if (key === 'END') {
        expect(value).toBe(name);
        return { name, properties, components };
      } else {
        expect(properties.has(key!)).toBe(false);
        properties.set(key!, ['SUMMARY', 'NAME', 'X-WR-CALNAME'].includes(key!) ? unescape(value!) : value!);
      }
    }
  };
  expect(lines.shift()).toBe('BEGIN:VCALENDAR');
  const calendar = read('VCALENDAR');
  expect(lines).toEqual([]);
  return calendar;
}

function unescape(text: string): string {
  expect(text.replaceAll(/\\./g, '')).not.toMatch(/[\\;,]/);
  return text.replaceAll(/\\(.)/gs, (_, escaped: string) => (escaped === 'n' ? '\n' : escaped));
}

describe('an iCalendar file', () => {
  test('has what RFC 5545 asks for', () => {
    const schedule = scheduleOf(
      '{ layers: [{ every: 1w, from: 2026-03-23T09:00, people: [ian, mona] }] }',
      'Europe/London',
    );
    const shifts = wholeShifts(schedule, Date.UTC(2026, 2, 25), Date.UTC(2026, 2, 31));
    expect(calendarFile([{ schedule, shifts }], PUBLICATION).split('\r\n')).toEqual([
      'BEGIN:VCALENDAR',
      'VERSION:2.0',
      'PRODID:-//Tocsin//On-call schedule//EN',
      'CALSCALE:GREGORIAN',
      'METHOD:PUBLISH',
      'NAME:On call',
      'X-WR-CALNAME:On call',
      'BEGIN:VEVENT',
      'UID:20260323T090000Z-duty@acme%2Fincidents',
      'DTSTAMP:20260101T123015Z',
      'DTSTART:20260323T090000Z',
      'DTEND:20260330T080000Z',
      'SUMMARY:duty: ian',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'BEGIN:VEVENT',
      'UID:20260330T080000Z-duty@acme%2Fincidents',
      'DTSTAMP:20260101T123015Z',
      'DTSTART:20260330T080000Z',
      'DTEND:20260406T080000Z',
      'SUMMARY:duty: mona',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
      'END:VCALENDAR',
      '',
    ]);
  });

  test('lists the shifts of several schedules in the order of time, each with a UID of its own', () => {
    const feeds = ['über nacht', 'a.b'].map((name) => ({
      schedule: { name },
      shifts: [shift(0, 1000), shift(1000, 2000)],
    }));
    const events = parse(calendarFile(feeds, PUBLICATION)).components;
    expect(events.map(({ properties }) => properties.get('UID'))).toEqual([
      '19700101T000000Z-%C3%BCber%20nacht@acme%2Fincidents',
      '19700101T000000Z-a.b@acme%2Fincidents',
      '19700101T000001Z-%C3%BCber%20nacht@acme%2Fincidents',
      '19700101T000001Z-a.b@acme%2Fincidents',
    ]);
  });

  test('keeps the UID of a shift that is taken over, that ends earlier, or that has begun', () => {
    const layers = 'layers: [{ every: 1w, from: 2026-01-05, people: [a, b] }]';
    const uids = (text: string, from: number) => {
      const schedule = scheduleOf(text);
      const feed = { schedule, shifts: wholeShifts(schedule, from, Date.UTC(2026, 2, 1)) };
      return parse(calendarFile([feed], PUBLICATION)).components.map(({ properties }) => properties.get('UID'));
    };
    const before = uids(`{ ${layers} }`, Date.UTC(2026, 0, 6));
    expect(uids(`{ ${layers} }`, Date.UTC(2026, 0, 11))).toEqual(before);
    const taken = 'overrides: [{ from: 2026-01-19, to: 2026-01-26, person: c }]';
    expect(uids(`{ ${layers}, ${taken} }`, Date.UTC(2026, 0, 6))).toEqual(before);
    const shortened = 'overrides: [{ from: 2026-01-24, to: 2026-01-25, person: c }]';
    expect(uids(`{ ${layers}, ${shortened} }`, Date.UTC(2026, 0, 6))).toEqual(expect.arrayContaining(before));
  });

  test('any text survives, and no line is longer than 75 octets', () => {
    const text = fc.string({
      unit: fc.constantFrom('a', ',', ';', '\\', '\n', ':', '"', 'é', '夜', '🚨', ' '),
      maxLength: 200,
      size: 'max',
    });
    fc.assert(
      fc.property(text, text, (title, summary) => {
        const feeds = [{ schedule: { name: 'x'.repeat(50) }, shifts: [shift(0, 1000)] }];
        const file = calendarFile(feeds, { ...PUBLICATION, title, summary: () => summary });
        for (const line of file.split('\r\n')) {
          expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
          expect(line).toBe(line.toWellFormed());
        }
        const calendar = parse(file);
        expect(calendar.properties.get('NAME')).toBe(title);
        expect(calendar.components[0]!.properties.get('SUMMARY')).toBe(summary);
      }),
      tries(40),
    );
  });

  test('a line is broken no earlier than it must be', () => {
    const file = (length: number) =>
      calendarFile([], { ...PUBLICATION, title: 'x'.repeat(length - 'NAME:'.length) }).split('\r\n')[5];
    expect(file(75)).toHaveLength(75);
    expect(file(76)).toHaveLength(75);
  });

  test('control characters and all kinds of line breaks', () => {
    const title = 'a\u0000b\u007f\r\nc\rd\te';
    expect(parse(calendarFile([], { ...PUBLICATION, title })).properties.get('NAME')).toBe('ab\nc\nd\te');
  });
});

import { describe, expect, test } from 'vitest';
import { HOUR } from '../../src/calendar/length.ts';
import { site } from '../../src/status-page/site.ts';
import type { PublicMaintenance } from '../../src/status-page/page.ts';
import { both, maintenance, NOW, pageWith } from './sample.ts';

const eventsOf = (maintenances: readonly PublicMaintenance[], path = 'maintenance.ics'): string[][] => {
  const file = site(pageWith({ maintenances })).get(path)!;
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const lines = file.replaceAll('\r\n ', '').split('\r\n');
  const starts = lines.flatMap((line, i) => (line === 'BEGIN:VEVENT' ? [i] : []));
  return starts.map((start) => lines.slice(start + 1, lines.indexOf('END:VEVENT', start)));
};

describe('the calendar of maintenance', () => {
  test('has what RFC 5545 asks of an event, and what people want to know', () => {
    expect(eventsOf([maintenance('db', { title: both('Database, part 2', 'Base de données') })])).toEqual([
      [
        expect.stringMatching(/^UID:[0-9a-z]{12}@status\.example\.com$/),
        'DTSTAMP:20261119T151000Z',
        'DTSTART:20261121T151000Z',
        'DTEND:20261121T161000Z',
        'SUMMARY:Database\\, part 2',
        'DESCRIPTION:Affects API\\n\\nWe replace a switch.\\n\\nhttps://status.example.com/maintenance/db.html',
        'URL:https://status.example.com/maintenance/db.html',
        'STATUS:CONFIRMED',
        'TRANSP:TRANSPARENT',
      ],
    ]);
  });

  test('keeps the UID of what is moved, called off or told in another language', () => {
    const uid = (changes: Partial<PublicMaintenance>, path?: string) =>
      eventsOf([maintenance('db', changes)], path)[0]![0];
    expect(uid({ from: NOW, to: NOW + HOUR, stage: 'cancelled' })).toBe(uid({}));
    expect(uid({}, 'fr/maintenance.ics')).toBe(uid({}));
  });

  test('tells what was called off as such, and what is over as it was', () => {
    expect(eventsOf([maintenance('db', { stage: 'cancelled' })])[0]).toContain('STATUS:CANCELLED');
    const done = maintenance('db', {
      stage: 'completed',
      from: NOW - 3 * HOUR,
      to: NOW,
      begunAt: NOW - 3 * HOUR,
      endedAt: NOW - HOUR,
    });
    expect(eventsOf([done])[0]).toContain('DTEND:20261120T141000Z');
  });
});

import { describe, expect, test } from 'vitest';
import { compileCalendar } from '../../src/calendar/calendar.ts';
import { HolidaysError, loadHolidays } from '../../src/calendar/holidays.ts';

/** Dates as the authorities publish them, written month-day. */
const PUBLISHED: Record<string, Record<number, string>> = {
  // service-public.fr; Good Friday and 26 December in Moselle are the local law of 16 August 1892.
  FR: {
    2026: '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25',
    2027: '01-01 03-29 05-01 05-06 05-08 05-17 07-14 08-15 11-01 11-11 12-25',
  },
  'FR-57': { 2026: '01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26' },
  // opm.gov: Independence Day is a Saturday, so the Friday before is free as well.
  US: { 2026: '01-01 01-19 02-16 05-25 06-19 07-03 07-04 09-07 10-12 11-11 11-26 12-25' },
  // gov.uk/bank-holidays: Boxing Day is a Saturday, so Monday is free as well.
  'GB-ENG': { 2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-26 12-28' },
  // Bavaria: Epiphany, Corpus Christi, Assumption where Catholics are the majority, All Saints.
  'DE-BY-KATH': { 2026: '01-01 01-06 04-03 04-06 05-01 05-14 05-25 06-04 08-15 10-03 11-01 12-25 12-26' },
};

describe('public holidays', () => {
  for (const [code, years] of Object.entries(PUBLISHED)) {
    test.each(Object.entries(years))(`of ${code} in %s`, async (year, dates) => {
      const holidays = await loadHolidays(code);
      expect(holidays(Number(year))).toEqual(dates.split(' ').map((date) => `${year}-${date}`));
    });
  }

  test('of several days that begin on the eve and end at midday', async () => {
    const holidays = (await loadHolidays('TR'))(2026);
    expect(holidays.filter((date) => date > '2026-05-20' && date < '2026-06-10')).toEqual(
      ['27', '28', '29', '30'].map((day) => `2026-05-${day}`),
    );
  });

  test('that only begin at noon close no date', async () => {
    expect((await loadHolidays('CH-SO'))(2026)).not.toContain('2026-05-01');
  });

  test('given in lieu in the year before close a date of that year', async () => {
    const weekday = [['09:00', '17:00']] as const;
    const holidays = await loadHolidays('us-la');
    const calendar = compileCalendar({ name: 'us', zone: 'America/Chicago', weekly: { fri: weekday }, holidays });
    // 2028-01-01 is a Saturday.
    expect(calendar.days(Date.parse('2027-12-31T18:00Z'), Date.parse('2027-12-31T19:00Z'))).toEqual([
      { date: '2027-12-31', source: 'holiday', open: [], ms: 0 },
    ]);
  });

  test.each([
    ['FRA', 'FR'],
    ['France', 'FR'],
    ['Germny', 'DE'],
    ['UK-ENG', 'GB-ENG'],
    ['GB-EN', 'GB-ENG'],
    ['DE-BY-KAT', 'DE-BY-KATH'],
    ['FR-57-1', 'FR-57'],
  ])('of %s are unknown; suggests %s', async (code, suggestion) => {
    const error: unknown = await loadHolidays(code).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(HolidaysError);
    expect((error as HolidaysError).suggestions).toContain(suggestion);
    expect((error as HolidaysError).message).toContain(`'${code}'`);
  });

  test.each([
    ['UK', 'a country like FR, or a part of one like GB-ENG or US-LA. Did you mean GB?'],
    ['United', 'a country like FR, or a part of one like GB-ENG or US-LA. Did you mean AE or GB or US?'],
    ['Frnace', 'a country like FR, or a part of one like GB-ENG or US-LA. Did you mean FR?'],
    ['qwertyuiop', 'a country like FR, or a part of one like GB-ENG or US-LA.'],
    ['DE-BY-XX', 'DE-BY, DE-BY-A, DE-BY-KATH, DE-BY-EVANG. Did you mean DE-BY-A?'],
    ['GB-ENG-1', 'GB-ENG. Did you mean GB-ENG?'],
    ['DE-BY-A-X', 'DE-BY, DE-BY-A, DE-BY-KATH, DE-BY-EVANG. Did you mean DE-BY-A?'],
    ['XX-UK', 'a country like FR, or a part of one like GB-ENG or US-LA.'],
    ['PER', 'a country like FR, or a part of one like GB-ENG or US-LA. Did you mean ER or PE or PR?'],
    ['XQ', 'a country like FR, or a part of one like GB-ENG or US-LA. Did you mean BQ or GQ or MQ?'],
    ['Chan', 'a country like FR, or a part of one like GB-ENG or US-LA. Did you mean CN or GH or IR?'],
  ])('of %s are unknown; says what is', async (code, expected) => {
    const error: unknown = await loadHolidays(code).catch((reason: unknown) => reason);
    expect(error).toMatchObject({
      name: 'HolidaysError',
      message: `No public holidays are known for '${code}'; expected ${expected}`,
    });
  });
});

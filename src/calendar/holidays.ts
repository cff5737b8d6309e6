import type HolidaysOf from 'date-holidays';
import type { HolidaysTypes } from 'date-holidays';
import { distance } from 'fastest-levenshtein';
import { writeDate } from './hours.ts';
import { DAY, HOUR } from './length.ts';

/** There are no holidays for this code. The message says what is allowed and suggests what was probably meant. */
export class HolidaysError extends Error {
  override readonly name = 'HolidaysError';
  readonly code: string;
  readonly suggestions: readonly string[];

  constructor(code: string, expected: string, suggestions: readonly string[]) {
    const near = suggestions.length > 0 ? ` Did you mean ${suggestions.join(' or ')}?` : '';
    super(`No public holidays are known for '${code}'; expected ${expected}.${near}`);
    this.code = code;
    this.suggestions = suggestions;
  }
}

/**
 * Public holidays of a country (`FR`), a part of it (`FR-57`, `GB-ENG`, `US-LA`) or a region of that (`DE-BY-A`): the
 * codes of the library date-holidays, in any case. Rejects with a HolidaysError for another code.
 *
 * The function that it resolves to gives the dates `YYYY-MM-DD` of the holidays that begin in a year. Only those
 * that the law makes public count, not bank, school or optional ones. Days given in lieu are there beside the day
 * itself, and a holiday of several days with each of them. A date counts if the holiday covers its midday from the
 * morning on, so the evening before a feast and a free afternoon do not close a date.
 *
 * The library is large and is loaded here, when a policy first names a country.
 */
export async function loadHolidays(code: string): Promise<(year: number) => readonly string[]> {
  const { default: Holidays } = await import('date-holidays');
  const place = find(new Holidays(), code);
  const holidays = new Holidays({ ...place }, { types: ['public'] });
  return (year) => {
    const dates = holidays.getHolidays(year).flatMap(datesOf);
    return [...new Set(dates)];
  };
}

/** The dates of one holiday. Its text has the wall-clock start, and ` -0600` if it begins 6 hours before that. */
function datesOf({ date, start, end }: HolidaysTypes.Holiday): string[] {
  const [day, time, shift = ''] = date.split(' ');
  const from = Date.parse(`${day!}T${time!}Z`) + Number(shift.slice(0, 3)) * HOUR;
  const to = from + end.getTime() - start.getTime();
  const first = Math.floor(from / DAY);
  const days = Array.from({ length: Math.ceil((to - from) / DAY) + 1 }, (_, i) => first + i);
  return days.filter((day) => from < day * DAY + DAY / 2 && day * DAY + DAY / 2 < to).map(writeDate);
}

function find(holidays: HolidaysOf, code: string): HolidaysTypes.Country {
  const [country, state, region, ...rest] = code.split('-');
  const countries = holidays.getCountries('en');
  const inCountries = match(countries, country!);
  if (inCountries === undefined) {
    throw new HolidaysError(code, 'a country like FR, or a part of one like GB-ENG or US-LA', nearest(countries, code));
  }
  if (state === undefined) return { country: inCountries };
  const states = tableOf(holidays.getStates(inCountries));
  const inStates = match(states, state);
  if (inStates === undefined) throw unknownPart(code, [inCountries], states);
  if (region === undefined) return { country: inCountries, state: inStates };
  const regions = tableOf(holidays.getRegions(inCountries, inStates));
  const inRegions = rest.length === 0 ? match(regions, region) : undefined;
  if (inRegions === undefined) throw unknownPart(code, [inCountries, inStates], regions);
  return { country: inCountries, state: inStates, region: inRegions };
}

/** The library types its tables as always there; for a place without parts they are not. */
function tableOf(names: Record<string, string> | undefined): Record<string, string> {
  return names ?? {};
}

function match(names: Record<string, string>, code: string): string | undefined {
  return Object.keys(names).find((key) => key.toUpperCase() === code.toUpperCase());
}

function unknownPart(code: string, place: readonly string[], parts: Record<string, string>): HolidaysError {
  const whole = place.join('-').toUpperCase();
  const codes = Object.keys(parts).map((part) => `${whole}-${part.toUpperCase()}`);
  return new HolidaysError(code, [whole, ...codes].join(', '), codes.length > 0 ? closest(codes, code) : [whole]);
}

/** Countries whose name or code is nearest to what was written, as codes. */
function nearest(countries: Record<string, string>, text: string): string[] {
  // The one country that goes by a code that is not its own.
  if (/^UK\b/i.test(text)) return [text.toUpperCase().replace('UK', 'GB')];
  const wanted = text.toLowerCase();
  const named = Object.keys(countries).filter((code) => countries[code]!.toLowerCase().startsWith(wanted));
  if (text.length > 3) {
    const byName = Object.keys(countries).filter((code) => distance(countries[code]!.toLowerCase(), wanted) <= 2);
    return [...new Set([...named, ...byName])].slice(0, 3);
  }
  return closest(Object.keys(countries), text);
}

function closest(codes: readonly string[], text: string): string[] {
  const wanted = text.toUpperCase();
  const ranked = codes.map((code) => ({ code, far: distance(code.toUpperCase(), wanted) }));
  const least = Math.min(...ranked.map(({ far }) => far));
  return ranked
    .filter(({ far }) => far === least)
    .map(({ code }) => code)
    .slice(0, 3);
}

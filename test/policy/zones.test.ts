import { describe, expect, test } from 'vitest';
import { loadPolicy } from '../../src/capabilities/load.ts';
import { zoneWarnings } from '../../src/capabilities/reader/zones.ts';

async function warnings(text: string): Promise<readonly string[]> {
  const loaded = await loadPolicy(text, 'policy.yml');
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => message).join('\n'));
  return zoneWarnings(loaded.policy);
}

describe('a time zone that is no region', () => {
  test.each([
    ['EST', 'America/New_York'],
    ['EST5EDT', 'America/New_York'],
    ['MST', 'America/Denver'],
    ['CET', 'Europe/Paris'],
    ['cet', 'Europe/Paris'],
  ])('%s is warned of, with the region that is meant', async (zone, region) => {
    expect(await warnings(`timezone: ${zone}\n`)).toEqual([
      expect.stringMatching(
        new RegExp(`^timezone: \`${zone}\` is an abbreviation, .* name a region, here probably \`${region}\`$`, 'i'),
      ),
    ]);
  });

  test('is warned of as an offset, of a calendar, and in the language of the policy', async () => {
    expect(await warnings('timezone: Etc/GMT+5\n')).toEqual([
      'timezone: `Etc/GMT+5` is a fixed offset, without summer time; name a region, such as `Europe/Paris`',
    ]);
    const text =
      'language: fr\ntimezone: Europe/Paris\ncalendars: { office: { mon-fri: 09:00-17:00, timezone: EST } }\n';
    expect(await warnings(text)).toEqual([
      'calendars.office.timezone\u00a0: `EST` est une abréviation, peut-être un décalage fixe sans heure d’été\u00a0; nommez une région, ici sans doute `America/New_York`',
    ]);
  });

  test.each(['UTC', 'Etc/UTC', 'GMT', 'Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'GB', 'US/Eastern', 'Japan'])(
    'is not %s',
    async (zone) => {
      expect(await warnings(`timezone: ${zone}\n`)).toEqual([]);
    },
  );
});

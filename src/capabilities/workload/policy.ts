import { wholeNumber } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';

interface PagesPerNight {
  /** How often somebody may be woken in a night before management hears of it; null if nobody counts. */
  readonly pagesPerNight: number | null;
}

export const pagesPerNightSection = section({
  key: 'pages-per-night',
  schema: key(wholeNumber('a number of pages', 1, 100), {
    takes: '1 to 100',
    default: 'nobody counts',
    meaning:
      'How often one person may be paged in a night, from 22:00 to 07:00 in the zone of the policy, over all incidents. At the next page the role `management`, or else the fallback, [is told](#pages-per-night), once a night.',
  }),
  resolve: ({ file }): PagesPerNight => ({ pagesPerNight: file ?? null }),
});

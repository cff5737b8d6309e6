import * as z from 'zod/mini';
import { list, map, not, oneOf } from '../../policy/expect.ts';
import { key, required } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { line } from '../../policy/values.ts';
import { notAmong } from '../../policy/wording.ts';
import { causesSection } from '../cause/policy.ts';
import { percentage, shareOf } from '../impact/policy.ts';
import { WEEKDAYS } from '../../policy/hours.ts';
import { timezoneSection } from '../reader/policy.ts';
import type { MeetingRhythm } from '../review/meetings.ts';
import { FIRST_WEEK, firstOf, reviewTime } from '../review/policy.ts';
import { rolesSection } from '../people/policy.ts';
import { rolesOr, wrongRole } from '../people/reference.ts';

/** What becomes of the figures. */
export interface Reports {
  /** Whether each month has a report issue, and the roles whose people are told when it is closed. */
  readonly monthly: { readonly to: readonly string[] } | null;
  /** When a week is told in short on the report of its month, and to whom. */
  readonly weekly: { readonly rhythm: MeetingRhythm; readonly to: readonly string[] } | null;
  /** Causes, groups of causes, and those whom causes are attributable to, whose incidents count for no availability. */
  readonly exclude: readonly string[];
  readonly countsConfidential: boolean;
  /** From which spent shares of an error budget on the report warns, from 0 to 1, the least first. */
  readonly warnAt: readonly number[];
}

const WARN_AT = [0.5, 0.75];

const monthly = z.union(
  [
    z.boolean(),
    map('a monthly report', {
      to: key(rolesOr('is empty; expected roles, or leave it out', 'e.g. [management]'), {
        takes: 'a role, or a list of roles',
        default: 'nobody',
        meaning: 'Who is mentioned, once, when the month is closed.',
      }),
    }),
  ],
  { error: not('a monthly report', 'true, false, or a map with to', (value) => /^(?:yes|no)$/i.test(value)) },
);

export const reportsSection = section({
  key: 'reports',
  schema: key(
    map('a map of reports', {
      monthly: key(monthly, {
        takes: '`true`, or a map with `to`',
        default: '`false`',
        meaning: 'Whether each month gets a [report issue](#reports); `to` are roles that are told when it is closed.',
      }),
      weekly: key(
        map('a weekly report', {
          on: required(oneOf('a weekday', WEEKDAYS), { takes: '`mon` to `sun`', meaning: 'Its day of the week.' }),
          at: required(reviewTime, { meaning: 'From when on, in the time zone of the policy.' }),
          to: key(rolesOr('is empty; expected roles, or leave it out', 'e.g. [management]'), {
            takes: 'a role, or a list of roles',
            default: 'nobody',
            meaning: 'Who is mentioned.',
          }),
        }),
        {
          takes: 'map with `on`, `at`, `to`',
          default: 'none',
          meaning: 'When the last week is told in short, in a comment on the report of the month. Needs `monthly`.',
        },
      ),
      exclude: key(list(line('a cause'), 'a list of causes', 'is empty; expected causes, or leave it out'), {
        takes: 'list of causes, of groups of causes, or of whom they are attributable to',
        default: 'none',
        meaning: 'Whose incidents are left out of the availability. The report shows it with them as well.',
      }),
      confidential: key(oneOf('a way', ['counted', 'left-out']), {
        default: '`counted`',
        meaning: 'Whether confidential incidents are counted in the totals. They are named nowhere.',
      }),
      'warn-at': key(list(percentage, 'a list of percentages', 'is empty; expected e.g. [50%, 75%]'), {
        takes: 'list of percentages',
        default: '`[50%, 75%]`',
        meaning: 'From which spent shares of an error budget on the report warns.',
      }),
    }),
    {
      takes: 'map of [these keys](#reports)',
      meaning: 'What becomes of the [figures](#reports): a report each month.',
    },
  ),
  needs: [timezoneSection, rolesSection, causesSection],
  resolve: ({ file }, { report, namesIn, isIntact }, { zone, roles, causes }): { readonly reports: Reports | null } => {
    if (file === undefined) return { reports: null };
    const { monthly: wanted = false, weekly, exclude = [], confidential = 'counted', 'warn-at': warnAt } = file;
    const rolesAt = (key: 'monthly' | 'weekly', to: string | readonly string[] = []): readonly string[] => {
      const named = typeof to === 'string' ? [to] : to;
      named.forEach((name, i) => {
        const wrong = wrongRole(name, roles, namesIn('roles'));
        const path = ['reports', key, 'to'];
        if (wrong !== undefined) report(typeof to === 'string' ? path : [...path, i], wrong);
      });
      return [...new Set(named)];
    };
    const monthly = wanted === false ? null : { to: rolesAt('monthly', wanted === true ? [] : wanted.to) };
    if (weekly && monthly === null && isIntact(['reports', 'monthly']))
      report(['reports', 'weekly'], 'a week is told on the report of its month; expected monthly as well', 'key');
    const known = [...new Set(causes.flatMap((it) => [it.name, it.group, it.attributableTo ?? []].flat()))];
    exclude.forEach((name, i) => {
      if (!known.includes(name) && isIntact(['causes']))
        report(['reports', 'exclude', i], notAmong(name, 'a cause', known, 'no causes are defined'));
    });
    return {
      reports: {
        monthly,
        weekly: weekly
          ? {
              rhythm: { weeks: 1, first: firstOf(FIRST_WEEK, weekly.on, weekly.at), before: 0, zone },
              to: rolesAt('weekly', weekly.to),
            }
          : null,
        exclude: [...new Set(exclude)],
        countsConfidential: confidential === 'counted',
        warnAt: warnAt === undefined ? WARN_AT : warnAt.map(shareOf).sort((a, b) => a - b),
      },
    };
  },
});

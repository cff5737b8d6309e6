import * as z from 'zod/mini';
import type { Target } from '../../calendar/target.ts';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { map, not, oneOf } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue, reference } from '../../policy/values.ts';
import { calendarsSection } from '../calendars/policy.ts';
import { findCalendar, makeTarget } from '../calendars/target.ts';
import { categoriesSection } from '../category/policy.ts';
import { causesSection } from '../cause/policy.ts';

/** What an incident can be asked to have before it is closed. */
export const REQUIREMENTS = ['explanation', 'cause', 'category', 'workaround', 'acceptance'] as const;
export type Requirement = (typeof REQUIREMENTS)[number];

/** What a resolved incident must have before it is closed (seed document B: it explains itself, and the reporter accepts). */
interface Closing {
  readonly require: readonly Requirement[];
  readonly for: readonly Priority[];
  /** Whether what is closed without it is opened again, once; else it is only said. */
  readonly isEnforced: boolean;
  /** After how long without a word of the reporter it counts as accepted; null for never. */
  readonly acceptAfter: Target | null;
}

const CALENDAR = 'office';

const listOf = <const T extends readonly [string, ...string[]]>(takes: string, noun: string, all: T, example: string) =>
  taking(
    takes,
    z
      .array(oneOf(noun, all), { error: not(takes, example) })
      .check(z.minLength(1, { error: `is empty; expected ${takes}, or leave it out` })),
  );

export const closingSection = section({
  key: 'closing',
  schema: key(
    map('a map of closing', {
      require: key(listOf('list of requirements', 'a requirement', REQUIREMENTS, 'e.g. [explanation, acceptance]'), {
        takes: `list of ${REQUIREMENTS.map((it) => `\`${it}\``).join(', ')}`,
        default: 'nothing',
        meaning: 'What it must have: see [below](#closing).',
      }),
      mode: key(oneOf('a mode', ['remind', 'enforce']), {
        default: '`remind`',
        meaning:
          'What becomes of one that is closed without: `remind` says what is missing; `enforce` opens the issue again, once.',
      }),
      'accept-after': key(durationValue, {
        default: 'never',
        meaning: 'After how long without a word of the reporter since the resolution it counts as accepted.',
      }),
      calendar: key(reference('a calendar'), { default: '`office`', meaning: 'The calendar of `accept-after`.' }),
      for: key(listOf('list of priorities', 'a priority', PRIORITIES, 'e.g. [P0, P1]'), {
        default: 'all',
        meaning: 'The priorities that it is for.',
      }),
    }),
    {
      takes: 'map of [these keys](#closing)',
      default: 'nothing is required',
      meaning: 'What a resolved incident must have [before it is closed](#closing).',
    },
  ),
  needs: [calendarsSection, categoriesSection, causesSection],
  resolve: ({ file = {} }, scope, calendars): { readonly closing: Closing } => {
    const require = [...new Set(file.require ?? [])];
    const { report } = scope;
    const at = (what: Requirement): readonly (string | number)[] => ['closing', 'require', file.require!.indexOf(what)];
    if (require.includes('cause') && calendars.causes.length === 0 && scope.isIntact(['causes']))
      report(at('cause'), 'nobody can name a cause, since the policy has none; expected causes, see causes');
    if (require.includes('category') && calendars.categories.length === 0 && scope.isIntact(['categories']))
      report(
        at('category'),
        'nobody can name a category, since the policy has none; expected categories, see categories',
      );
    const after = file['accept-after'];
    if (after !== undefined && !require.includes('acceptance'))
      report(['closing', 'accept-after'], 'nobody is asked to accept; expected acceptance under require', 'key');
    const name = file.calendar ?? CALENDAR;
    const measures = { ...calendars, scope, builtin: file.calendar === undefined };
    const calendar = after === undefined ? undefined : findCalendar(name, ['closing', 'calendar'], measures);
    const path = ['closing', 'accept-after'];
    const target =
      calendar && after !== undefined ? makeTarget({ text: after, calendar }, { value: path, day: path }, scope) : null;
    return {
      closing: {
        require,
        for: PRIORITIES.filter((it) => (file.for ?? PRIORITIES).includes(it)),
        isEnforced: file.mode === 'enforce',
        acceptAfter: target ?? null,
      },
    };
  },
});

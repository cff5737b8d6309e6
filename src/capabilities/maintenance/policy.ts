import * as z from 'zod/mini';
import { DAY } from '../../calendar/length.ts';
import { wallTime } from '../../policy/duration.ts';
import { map, not } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue, labelName } from '../../policy/values.ts';
import { quote } from '../../policy/wording.ts';
import { categoriesSection } from '../category/policy.ts';
import { servicesSection } from '../impact/policy.ts';
import { rolesSection } from '../people/policy.ts';
import { rolesOr, wrongRole } from '../people/reference.ts';
import { MAINTENANCE_LABEL } from './label.ts';

/** How planned maintenance is dealt with. */
export interface MaintenancePolicy {
  readonly label: string;
  /** How long before it begins it is announced, in milliseconds of wall time, the longest first. */
  readonly announce: readonly number[];
  /** Roles that hear of it besides whoever carries it out. */
  readonly to: readonly string[];
  /** Roles that hear when it runs over; none for the management and the fallback. */
  readonly overrun: readonly string[];
  /** After how long without a word what is done counts as completed, in milliseconds; null if somebody must say so. */
  readonly verify: number | null;
}

const ANNOUNCE = ['24h', '1h'];
/** Nobody plans for longer ahead than this; what is announced earlier is forgotten by then. */
const EARLIEST = 90 * DAY;

const announce = taking(
  'list of durations',
  z.array(durationValue, { error: not('a list of durations', 'e.g. [7d, 24h, 1h]') }),
);
const roles = rolesOr('is empty; expected roles, or leave it out', 'e.g. [management, responder]');

export const maintenanceSection = section({
  key: 'maintenance',
  schema: key(
    map('a map of maintenance', {
      label: key(labelName, {
        default: `\`${MAINTENANCE_LABEL}\``,
        meaning: 'The label that makes an issue a maintenance. Another name costs a request more in every run.',
      }),
      announce: key(announce, {
        default: '`[24h, 1h]`',
        meaning: 'How long before it begins it is announced, at most 90 days. Days are of 24 hours.',
      }),
      to: key(roles, {
        takes: 'a role, or a list of roles',
        default: 'nobody',
        meaning: 'Who hears of it besides whoever carries it out.',
      }),
      overrun: key(roles, {
        takes: 'a role, or a list of roles',
        default: 'the role `management` and the fallback',
        meaning: 'Who hears, by mention, when it runs over and nobody answers for that.',
      }),
      verify: key(durationValue, {
        default: 'until somebody says `/done` again',
        meaning: 'After how long in verification it counts as completed.',
      }),
    }),
    {
      takes: 'map of [these keys](#maintenance)',
      meaning: 'Planned [maintenance](#maintenance): announced in time, and alerts of its services are held meanwhile.',
    },
  ),
  needs: [rolesSection, servicesSection, categoriesSection],
  resolve: (
    { file },
    { report, namesIn },
    { roles: known, services, categories },
  ): { readonly maintenance: MaintenancePolicy | null } => {
    if (file === undefined) return { maintenance: null };
    if (services.length + categories.length === 0)
      report(['maintenance'], 'is of no service; expected services or categories in the policy', 'key');
    const lengths = (file.announce ?? ANNOUNCE).map((text, i) => {
      const ms = wallTime(text);
      if (ms > EARLIEST) report(['maintenance', 'announce', i], `${quote(text)} is more than 90 days`);
      return ms;
    });
    const rolesAt = (at: 'to' | 'overrun'): readonly string[] => {
      const named = file[at] ?? [];
      return [named].flat().map((name, i) => {
        const wrong = wrongRole(name, known, namesIn('roles'));
        if (wrong !== undefined) report(['maintenance', at, ...(typeof named === 'string' ? [] : [i])], wrong);
        return name;
      });
    };
    return {
      maintenance: {
        label: file.label ?? MAINTENANCE_LABEL,
        announce: [...new Set(lengths)].sort((a, b) => b - a),
        to: rolesAt('to'),
        overrun: rolesAt('overrun'),
        verify: file.verify === undefined ? null : wallTime(file.verify),
      },
    };
  },
});

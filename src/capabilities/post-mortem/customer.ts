import * as z from 'zod/mini';
import { PRIORITIES, type Priority } from '../../model/priority.ts';
import { map, not, oneOf, text } from '../../policy/expect.ts';
import { key, taking } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { rolesSection } from '../people/policy.ts';
import { rolesOr, wrongRole } from '../people/reference.ts';

/** The version of a post-mortem that customers get. */
export interface CustomerReport {
  /** The priorities whose post-mortem has one. */
  readonly for: readonly Priority[];
  /** What stands under its heading at first, in the words of the policy; null for ours. */
  readonly template: string | null;
  /** The roles that send it out. */
  readonly to: readonly string[];
}

const priorities = taking(
  'list of priorities',
  z.array(oneOf('a priority', PRIORITIES), { error: not('a list of priorities', 'e.g. [P0]') }),
);

export const customerReportSection = section({
  key: 'customer-report',
  schema: key(
    map('a map of the report for customers', {
      for: key(priorities, { default: '`[P0]`', meaning: 'The priorities whose post-mortem has such a section.' }),
      template: key(
        text('a text', 'e.g. what happened, what we did, what we change', (value) =>
          value.trim() === '' ? 'is empty; expected a text, or leave it out' : undefined,
        ),
        {
          takes: 'Markdown',
          default: 'what happened, what we did, and what we change',
          meaning: 'What stands under its heading at first. People write over it.',
        },
      ),
      to: key(rolesOr('is empty; expected roles, or leave it out', 'e.g. customer-support'), {
        takes: 'a role, or a list of roles',
        default: 'who published it',
        meaning: 'Who is asked to send it out when it is published.',
      }),
    }),
    {
      takes: 'map of [these keys](#customer-report)',
      default: 'none',
      meaning:
        'The [version for customers](#customer-report) of post-mortems: a section of its own, which names nothing internal, and is ready to send once it is published.',
    },
  ),
  needs: [rolesSection],
  resolve: ({ file }, { report, namesIn }, { roles }): { readonly customerReport: CustomerReport } => {
    const given = typeof file?.to === 'string' ? [file.to] : (file?.to ?? []);
    given.forEach((name, at) => {
      const wrong = wrongRole(name, roles, namesIn('roles'));
      const path = ['customer-report', 'to'];
      if (wrong !== undefined) report(typeof file?.to === 'string' ? path : [...path, at], wrong);
    });
    return {
      customerReport: {
        for: file === undefined ? [] : (file.for ?? ['P0']),
        template: file?.template ?? null,
        to: [...new Set(given)],
      },
    };
  },
});

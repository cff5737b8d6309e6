import type { Target } from '../../calendar/target.ts';
import { map } from '../../policy/expect.ts';
import { key } from '../../policy/keys.ts';
import { section } from '../../policy/section.ts';
import { durationValue } from '../../policy/values.ts';
import { calendarsSection } from '../calendars/policy.ts';
import { findCalendar, makeTarget } from '../calendars/target.ts';

/** What an action item is for: the next one does not happen, is noticed sooner, hurts less, is dealt with better, or goes by a better rule. */
export const ITEM_TYPES = ['prevent', 'detect', 'mitigate', 'respond', 'process'] as const;
export type ItemType = (typeof ITEM_TYPES)[number];

/** Within which an action item of each type is due after it was opened, unless its line names a day. */
export type ItemTargets = Readonly<Record<ItemType, Target>>;

/** What holds unless the policy says otherwise: what prevents or detects may take longer than what makes the next one hurt less. */
const DUE: Readonly<Record<ItemType, string>> = {
  prevent: '8w',
  detect: '8w',
  mitigate: '4w',
  respond: '4w',
  process: '8w',
};

const durations = Object.fromEntries(
  ITEM_TYPES.map((type) => [
    type,
    key(durationValue, {
      default: `\`${DUE[type]}\``,
      meaning: `Within which an item of the type \`${type}\` is due.`,
    }),
  ]),
) as Record<ItemType, ReturnType<typeof key<typeof durationValue>>>;

export const actionItemsSection = section({
  key: 'action-items',
  schema: key(
    map('a map of action items', {
      due: key(map('a map of types', durations), {
        takes: 'map of types to durations',
        default: '`8w`, and `4w` for what mitigates or helps to respond',
        meaning: 'Within which an item is due after it was opened, by its type, where its line names no day.',
      }),
    }),
    {
      takes: 'map of [these keys](#action-items)',
      meaning: 'How the [action items](#action-items) of post-mortems are followed up.',
    },
  ),
  needs: [calendarsSection],
  resolve: ({ file = {} }, scope, calendars): { readonly actionItems: { readonly due: ItemTargets } } => {
    const measures = { ...calendars, scope, builtin: true };
    const always = findCalendar('always', ['action-items'], measures)!;
    const targets = ITEM_TYPES.map((type) => {
      const path = ['action-items', 'due', type];
      const target = makeTarget(
        { text: file.due?.[type] ?? DUE[type], calendar: always },
        { value: path, day: path },
        scope,
      );
      return [
        type,
        target ?? makeTarget({ text: DUE[type], calendar: always }, { value: path, day: path }, scope)!,
      ] as const;
    });
    return { actionItems: { due: Object.fromEntries(targets) as Record<ItemType, Target> } };
  },
});

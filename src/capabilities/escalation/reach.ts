import type { Instant } from '../../calendar/calendar.ts';
import { dueFrom } from '../../calendar/target.ts';
import type { Priority } from '../../model/priority.ts';
import { isGitHubRole, REPOSITORY_ROLES } from '../../model/role.ts';
import { nearest } from '../../policy/wording.ts';
import { isUsualRole } from '../people/reference.ts';
import type { Policy } from '../policy.ts';
import { wordsOf } from '../words.ts';
import { stepsOf } from './steps.ts';

/** Priorities of which somebody must hear; that P3 can wait may well be meant. */
const PRESSING: readonly Priority[] = ['P0', 'P1', 'P2'];

/** Audiences that may be nobody, whatever the policy says. */
const UNSURE = ['assignee', 'reporter', 'fallback'];

/**
 * Where a policy that is in order tells nobody, or nothing is ever due: in its own language, each with its place. `hasOwner` says
 * whether there is somebody whom the fallback `owner` stands for, null where that is not known.
 */
export function reachWarnings(policy: Policy, hasOwner: boolean | null, now: Instant): readonly string[] {
  const { reach } = wordsOf(policy.language);
  const hasFallback = policy.fallback !== 'owner' || hasOwner !== false;
  // A step without people has no fallback either, and whoever reported an incident does not mend it.
  const reaches = (name: string): boolean => (hasFallback ? name !== 'reporter' : !UNSURE.includes(name));
  return [
    ...(hasFallback ? [] : [reach.noFallback]),
    ...(policy.notifiers.length === 0 && policy.publicNotifiers.length > 0 ? [reach.onlyOutside] : []),
    ...PRESSING.flatMap((priority) => {
      const { escalation, clocks } = policy.priorities[priority];
      const steps = stepsOf(policy, priority);
      const { acknowledge, resolve } = clocks;
      const isAbsurd = acknowledge && resolve && dueFrom(acknowledge, now) > dueFrom(resolve, now);
      return [
        ...(Object.keys(clocks).length === 0 ? [reach.noClock(priority)] : []),
        ...(escalation === null ? [reach.noEscalation(priority)] : []),
        ...(escalation !== null && !steps.some(({ notify }) => notify.some(reaches))
          ? [reach.nobody(priority, escalation)]
          : []),
        ...(isAbsurd ? [reach.tooLong(priority, acknowledge.text, resolve.text)] : []),
      ];
    }),
    ...rightsWarnings(policy),
  ];
}

/** What stands among the rights and is none of GitHub's roles: it may be a custom one, and more likely is a slip. */
function rightsWarnings({ language, entitled, rights, roles }: Policy): readonly string[] {
  const { reach } = wordsOf(language);
  const lists = [
    ['entitled', entitled] as const,
    ...[...rights].map(([name, who]) => [`commands.${name}`, who] as const),
  ];
  return lists.flatMap(([place, who]) =>
    who.flatMap((role) => {
      if (isGitHubRole(role)) return [];
      if (roles.has(role) || isUsualRole(role)) return [reach.noRole(place, role)];
      const meant = nearest(role, REPOSITORY_ROLES);
      return meant === undefined ? [] : [reach.slip(place, role.replaceAll('`', ''), meant)];
    }),
  );
}

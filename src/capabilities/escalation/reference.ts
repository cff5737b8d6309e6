import { key } from '../../policy/keys.ts';
import type { Scope } from '../../policy/section.ts';
import type { Path } from '../../policy/tree.ts';
import { reference } from '../../policy/values.ts';
import { notAmong } from '../../policy/wording.ts';

/** The key of those who follow an escalation policy. */
export const escalationKey = key(reference('an escalation policy'), {
  meaning: 'The steps to follow. Without one, no deadline is told to anybody.',
});

/** Reports the name of an escalation policy that there is not. */
export function checkEscalation(
  name: string,
  path: Path,
  { namesIn, report }: Pick<Scope, 'namesIn' | 'report'>,
): void {
  const names = namesIn('escalation-policies');
  if (!names.includes(name)) report(path, notAmong(name, 'an escalation policy', names));
}

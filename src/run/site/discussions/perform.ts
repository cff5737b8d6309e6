import { GitHubError } from '../../../github/port.ts';
import type { Discussions, Forum } from '../../../github/discussions.ts';
import type { DiscussionStep } from './plan.ts';

/** Does one step, from its first request to its last. Throws a GitHubError for what GitHub refuses, or did not answer. */
export async function performStep(discussions: Discussions, forum: Forum, step: DiscussionStep): Promise<unknown> {
  switch (step.do) {
    case 'open': {
      const thread = await discussions.open(forum, step.text.title, step.text.body);
      for (const { body } of step.remarks) await discussions.comment(thread, body);
      return null;
    }
    case 'comment':
      return discussions.comment(step.thread, step.text.body);
    case 'edit':
      return discussions.edit(step.thread, step.text.title, step.text.body);
    case 'edit-remark':
      return discussions.editRemark(step.remark, step.text.body);
    case 'delete-remark':
      return orElse(
        () => discussions.removeRemark(step.remark),
        () => discussions.editRemark(step.remark, step.instead!.body),
      );
    case 'delete':
      return orElse(
        () => discussions.remove(step.thread),
        () => rewriteAll(discussions, step),
      );
  }
}

/** The remarks first: what begins the Discussion says that all of it was taken back. */
async function rewriteAll(
  discussions: Discussions,
  step: Extract<DiscussionStep, { readonly do: 'delete' }>,
): Promise<void> {
  for (const { remark, instead } of step.remarks) await discussions.editRemark(remark, instead.body);
  // A run that was cut off before this may have closed it.
  if (step.why === 'double')
    await orElse(
      () => discussions.closeDuplicate(step.thread),
      () => Promise.resolve(),
    );
  if (step.instead) await discussions.edit(step.thread, step.instead.title, step.instead.body);
}

/** Does something, or something else where GitHub will not have that. */
async function orElse(first: () => Promise<unknown>, otherwise: () => Promise<unknown>): Promise<unknown> {
  try {
    return await first();
  } catch (error) {
    const isRefused = error instanceof GitHubError && ['no-permission', 'rejected'].includes(error.trouble);
    if (!isRefused) throw error;
    return otherwise();
  }
}

/** How many requests a step takes at most. */
export function requestWeightOf(step: DiscussionStep): number {
  if (step.do === 'open') return 1 + step.remarks.length;
  return step.do === 'delete' ? 3 + step.remarks.length : 1;
}

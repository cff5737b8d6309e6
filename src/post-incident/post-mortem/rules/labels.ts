import { keyOfNotice } from '../../../engine/keys.ts';
import { inline } from '../../../text/foreign.ts';
import type { PostMortemRule } from '../situation.ts';

/** The labels follow the stage; a label that says what is not so goes, and whoever set it hears why. */
export const labelsRule: PostMortemRule = ({ postMortem, policy, words, reader }) => {
  const { issue, stage } = postMortem;
  const { inReview, approved, published } = policy.labels;
  const wanted: readonly string[] = {
    draft: [],
    'in-review': [inReview],
    approved: [approved],
    published: [published],
  }[stage];
  const others = [inReview, approved, published].filter((it) => !wanted.includes(it));
  const surplus = issue.labels.filter((it) => others.includes(it));
  const missing = wanted.filter((it) => !issue.labels.includes(it));
  const why = words.why.mirror;
  return [
    ...(surplus.length > 0 ? [{ do: 'remove-labels', issue: issue.number, labels: surplus, why } as const] : []),
    ...(missing.length > 0 ? [{ do: 'add-labels', issue: issue.number, labels: missing, why } as const] : []),
    ...postMortem.refusedLabels.slice(-5).map((it) => ({
      do: 'tell' as const,
      keys: [keyOfNotice('label', it.at, it.command)],
      to: [it.by],
      ask: words.tell.label(inline(it.label)),
      lines: [it.why === null ? words.tell.labelRight : it.why[reader.language](inline(`/${it.command}`), '')],
      why: words.why.label,
    })),
  ];
};

import type { Policy } from '../capabilities/policy.ts';
import { propose } from '../capabilities/triage/proposal.ts';
import { wordsOf } from '../capabilities/words.ts';
import type { Alert } from './alert.ts';

/** A text about an alert, as it may be repeated elsewhere: nothing of what is confidential is. */
export function textOrHidden(policy: Policy, { facts, title }: Alert, text: string): string {
  const isHidden = propose(policy, facts, title).category?.category.confidential ?? false;
  return isHidden ? wordsOf(policy.language).confidentiality.hidden : text;
}

import { readMark, UNNUMBERED } from '../../engine/mark.ts';
import type { Issue } from '../../model/issue.ts';

/** Whether an issue publishes who is on call, or did: whatever its labels, it is no incident. */
export function isPublication({ own, body }: Pick<Issue, 'own' | 'body'>): boolean {
  return own && readMark('on-call', UNNUMBERED, body) !== null;
}

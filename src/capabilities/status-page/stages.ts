import type { PublicStage } from '../../status-page/page.ts';
import { capital } from '../../text/sentence.ts';
import { foldText } from '../../text/compare.ts';

/** What people call the stages that a command may name, in both languages. */
const NAMES: Readonly<Record<string, PublicStage>> = {
  investigating: 'investigating',
  analyse: 'investigating',
  identified: 'identified',
  identifie: 'identified',
  monitoring: 'monitoring',
  surveillance: 'monitoring',
  resolved: 'resolved',
  resolu: 'resolved',
};

/**
 * A text for the public, and the stage that it begins with: `identified: a bad cable`, or `identified` alone. Null where it names none: a
 * sentence may begin with such a word.
 */
export function readStage(text: string): { readonly stage: PublicStage | null; readonly text: string } {
  const [, first = '', rest = ''] = /^(\p{L}+)\s*(?::\s*([\s\S]*))?$/u.exec(text) ?? [];
  const stage = NAMES[foldText(first)] ?? null;
  return stage === null ? { stage, text } : { stage, text: capital(rest) };
}

import type { Moment } from '../../model/moment.ts';
import { who } from '../../text/foreign.ts';
import type { Words } from '../words.ts';

/** Whoever brought a moment about, in words: a pager need not say who has answered. */
export function actorOfAnswer({ by, how }: Moment, { answers }: Words): string {
  return by === null && how === 'pager' ? answers.somebody : who(by);
}

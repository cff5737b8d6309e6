import type { RunWords } from './words.ts';

/** Why a run had nothing to do with incidents. */
export type Idle =
  | { readonly reason: 'pull-request' | 'own-act' }
  | { readonly reason: 'other-event'; readonly event: string }
  | { readonly reason: 'checked' | 'no-policy'; readonly file: string };

/** The reason for people, the beginning of no sentence. */
export function idleText(idle: Idle, { idle: words }: RunWords): string {
  switch (idle.reason) {
    case 'pull-request':
    case 'own-act':
      return words[idle.reason];
    case 'other-event':
      return words[idle.reason](idle.event);
    default:
      return words[idle.reason](idle.file);
  }
}

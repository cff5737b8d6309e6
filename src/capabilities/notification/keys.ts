import type { Instant } from '../../calendar/calendar.ts';
import * as keys from '../../engine/keys.ts';
import type { Words } from '../words.ts';

/** A notice of the incident, by its name: what it was stands under `told` among the words, for the card and the post-mortem. */
export type NoticeName = Exclude<keyof Words['told'], 'step'>;

/** The key of a notice that a rule gives once, or once since an instant; `about` is whom it concerns. */
export const noticeKey: (name: NoticeName, since?: Instant | null, about?: string | null) => keys.Key =
  keys.keyOfNotice;

/** The key of a notice that somebody asked for by a command at an instant. */
export const requestKey: (name: NoticeName, since: Instant, about?: string | null) => keys.Key = keys.keyOfRequest;

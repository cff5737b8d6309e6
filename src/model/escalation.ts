import type { Priority } from './priority.ts';

/**
 * When an escalation step falls due: at the start of the incident, at a share of a clock, or a time before (negative) or
 * after its deadline. `offset` is in milliseconds of the clock's own calendar.
 */
export type Threshold<ClockName extends string = string> =
  | { readonly clock: 'start' }
  | { readonly clock: ClockName; readonly percent: number }
  | { readonly clock: ClockName; readonly offset: number };

/** One level of an escalation policy. */
export interface Step<ClockName extends string = string> {
  /** The threshold in its canonical spelling ("resolve due + 1h"); it names the step in records and messages. */
  readonly text: string;
  readonly at: Threshold<ClockName>;
  /** Names of roles, or the audiences `assignee`, `reporter` and `fallback`. */
  readonly notify: readonly string[];
  readonly assign: boolean;
  /** Labels that it puts on the issue, for people and machines outside. */
  readonly labels: readonly string[];
  /** The priority to which it raises the incident, if that is more urgent than the one in force. */
  readonly raise: Priority | null;
  /** A text for somebody outside, such as a customer or a provider, that those who are told are to send; the policy's own words. */
  readonly send: string | null;
  /** Sent again every so many milliseconds of the clock's own calendar until the step is stopped. */
  readonly repeat: number | null;
  /** What ends it; on `start` and `acknowledge …` an acknowledgement unless the policy says otherwise. */
  readonly until: 'acknowledged' | 'resolved';
}

/** A step that the policy does not name: it only tells people. */
export function reminder<N extends string>(at: Threshold<N>, text: string, notify: readonly string[]): Step<N> {
  return { at, text, notify, assign: false, labels: [], raise: null, send: null, repeat: null, until: 'resolved' };
}

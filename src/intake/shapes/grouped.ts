import type { Link } from './alert.ts';
import type { Firing } from '../../capabilities/alerts/log.ts';
import type { Labels } from '../reading.ts';

/** One alert of a group. */
export interface GroupedAlert {
  readonly firing: Firing;
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly links: readonly Link[];
}

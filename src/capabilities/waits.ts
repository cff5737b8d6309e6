import { alertWait } from './alerts/wait.ts';
import { maintenanceWait } from './maintenance/wait.ts';
import { silenceWait } from './mute/wait.ts';
import { quickWait } from './quick-path/wait.ts';

/** Every reason to tell nobody yet, by name; its words are under `mutedBy`. To add one, add a line. */
export const WAITS = {
  alert: alertWait,
  quick: quickWait,
  silence: silenceWait,
  maintenance: maintenanceWait,
} as const;

import type { MuteWait } from '../mute/wait.ts';
import { heldIn, type DuringNeeds } from './during.ts';

/** An alert of a service in maintenance is held, never longer than the end that was planned or extended by then. */
export const maintenanceWait: MuteWait<DuringNeeds> = {
  until: (scene) => heldIn(scene)?.to ?? null,
  window: () => 0,
};

import type { Track } from '../track.ts';
import { maintenancesOfIncident, type DuringNeeds } from './during.ts';
import type { Maintenance } from './window.ts';

/** The maintenances of its services during which an incident has gone on, in the order of their numbers. */
export const maintenanceTrack: Track<null, readonly Maintenance[], DuringNeeds> = {
  start: () => null,
  result: (_, scene) => maintenancesOfIncident(scene),
};

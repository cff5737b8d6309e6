export type { Incident } from './tracks.ts';

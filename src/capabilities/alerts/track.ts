import type { Track } from '../track.ts';
import type { AlertLog } from './log.ts';
import { readAlertLog } from './log-mark.ts';

/** What monitoring systems have told, if an alert opened it. */
export const alertTrack: Track<AlertLog | null, AlertLog | null> = {
  start: ({ issue }) => readAlertLog(issue),
  result: (log) => log,
};

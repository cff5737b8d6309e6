import type { Issue } from '../../model/issue.ts';
import type { Track } from '../track.ts';

/** The issue itself. */
export const issueTrack: Track<null, Issue> = {
  start: () => null,
  result: (_, scene) => scene.issue,
};

/** Whoever reported it; null is a deleted account. */
export const reporterTrack: Track<string | null, string | null> = {
  start: ({ issue }) => issue.author?.login ?? null,
  result: (login) => login,
};

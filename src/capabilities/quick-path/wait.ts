import { wasSetAfter, type Decisions, type MuteWait } from '../mute/wait.ts';
import { quickOf, type QuickNeeds } from './track.ts';

/** It is foreseen to be treated at once. Whoever sets a priority or a level afterwards sees it otherwise. */
export const quickWait: MuteWait<QuickNeeds & Decisions> = {
  until(scene) {
    const { issue, policy, states } = scene;
    const quick = quickOf(scene);
    if (!quick || !policy.quickPath) return null;
    // A rule for small things does not know what is big; a person who says so does.
    const isBig = quick.by === null && states.priority.periods.at(-1)!.priority === 'P0';
    return isBig || wasSetAfter(issue, states, quick.at, 'anybody') ? null : quick.at + policy.quickPath.ms;
  },
  window: (scene) => (quickOf(scene) ? (scene.policy.quickPath?.ms ?? 0) : 0),
};

import type { Rule } from '../situation.ts';
import { watchedUntil } from './watched.ts';

/** What is watched says so: plain comments on it start no run of their own, since the watch sees them. */
export const watchRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const { issue } = incident;
  const isWatched = watchedUntil(situation) !== null;
  if (issue.labels.includes(policy.labels.watched) === isWatched) return [];
  const effect = { issue: issue.number, labels: [policy.labels.watched] };
  return [
    isWatched
      ? { do: 'add-labels', ...effect, why: words.watch.begins }
      : { do: 'remove-labels', ...effect, why: words.watch.ends },
  ];
};

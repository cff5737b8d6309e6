import { plain } from '../../text/foreign.ts';
import { postMortemBody } from './body.ts';
import { POST_MORTEM } from './track.ts';
import { wantedPostMortem } from './wanted.ts';
import { isBot } from '../../model/login.ts';
import { audience, fallback } from '../people/audience.ts';
import type { Rule, Situation } from '../situation.ts';

/**
 * A resolved incident of a priority that the policy names, P0 always, gets its post-mortem issue, once (seed document B: every
 * P0 gives an incident report). Its owner is the incident manager, or whoever took the incident on.
 */
export const postMortemRule: Rule = (situation) => {
  const { incident, policy, words } = situation;
  const wanted = wantedPostMortem(incident, policy);
  const opened = incident.postMortem.issue !== null || Object.hasOwn(incident.record.done, POST_MORTEM);
  if (!wanted || !incident.resolution.resolved || opened) return [];
  const owner = postMortemOwner(situation);
  return [
    {
      do: 'open-issue',
      issue: incident.issue.number,
      title: words.postMortem.title(plain(incident.issue.title), incident.issue.number),
      body: postMortemBody(situation, wanted, owner),
      labels: [policy.labels.postMortem],
      // Whoever is assigned hears of every comment: the record comes first, and tells nobody. See the job that keeps it.
      assignees: [],
      why: words.postMortem.why(incident.priority.current),
    },
  ];
};

/** Whose a post-mortem is: the incident manager's, of whoever took the incident on or ended it, an assignee's; at last the fallback's. */
export function postMortemOwner(situation: Situation): string | null {
  const { incident } = situation;
  const took = [incident.acknowledgement?.by, incident.resolution.resolved?.by];
  const people = [
    ...audience(situation, ['incident-manager']).people,
    ...took.filter((login) => typeof login === 'string' && !isBot(login) && login !== incident.reporter),
    ...audience(situation, ['assignee']).people,
    ...fallback(situation).people,
  ];
  return people[0] ?? null;
}

import { responders } from '../people/audience.ts';
import { includesLogin } from '../../model/login.ts';
import { isHeld, type Intent, type Rule, type Situation } from '../situation.ts';
import { noticeKey } from '../notification/keys.ts';

/**
 * The people on a confidential incident are warned that the issue itself can be read, and what was written before that was known is
 * deleted: an edit would keep it in its history. The card that takes the place of the old one carries its record, so that nothing
 * is told twice.
 */
export const confidentialityRule: Rule = (situation) => {
  const { incident, repository, words } = situation;
  if (!incident.category.confidential) return [];
  const {
    issue,
    postMortem: { issue: postMortem },
    own: { revealing },
  } = incident;
  const { confidentiality: w } = words;
  const to = responders(situation);
  const isOver = incident.resolution.resolved !== null || incident.resolution.ended !== null;
  // The card that is written anew carries the record; before it is there, the marks of what was told must stay.
  const goes = incident.own.isCardHidden ? revealing : [];
  const lines = [
    repository.isPrivate ? w.private : w.public,
    // A repository is not asked whether people can report in private there: what it says itself is there to be read.
    repository.securityPolicy === null ? w.moveAnywhere : w.move(repository.securityPolicy),
    ...(issue.own ? [w.opened] : []),
    ...(postMortem ? [w.postMortem(postMortem.number)] : []),
    ...(revealing.length > 0 ? [w.rewritten] : []),
  ];
  const warning: Intent = { do: 'tell', keys: [noticeKey('public')], to, ask: w.ask, lines, why: w.why };
  return [
    // After the end it is worth a word only if something was written that must not stay.
    ...(isHeld(situation) || (isOver && revealing.length === 0 && !postMortem) ? [] : [warning]),
    ...goes.map(
      (comment) => ({ do: 'delete-comment', issue: issue.number, comment: comment.id, why: w.whyDelete }) as const,
    ),
    ...release(situation),
  ];
};

/** Those who had the incident before it was confidential are let go, unless they are its own people, or somebody assigns them again. */
function release({ incident, policy, words }: Situation): Intent[] {
  const { issue, category, assignment } = incident;
  const owner = category.set?.category.owner ?? null;
  if (owner === null) return [];
  const { at } = category.set!;
  const own = policy.roles.get(owner) ?? [];
  const assignedAt = (login: string): number =>
    issue.timeline.findLast(
      (event) => event.kind === 'assigned' && event.assignee !== null && includesLogin([event.assignee], login),
    )?.at ?? issue.openedAt;
  const others = assignment.assignees.filter((login) => !includesLogin(own, login) && assignedAt(login) < at);
  if (others.length === 0) return [];
  return [{ do: 'unassign', issue: issue.number, logins: others, why: words.confidentiality.why }];
}

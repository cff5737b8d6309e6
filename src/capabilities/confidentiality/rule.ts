import { privateReport } from '../runbook/links.ts';
import { responders } from '../people/audience.ts';
import { isHeld, type Intent, type Rule } from '../situation.ts';
import { noticeKey } from '../../engine/keys.ts';

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
    w.move(privateReport(repository)),
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
  ];
};

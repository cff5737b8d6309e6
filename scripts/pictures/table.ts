import { answer, card, comment, issue, notice, reply, step, summary, unfolded, type Shown } from './shown.ts';
import type { AfterName } from './after.ts';
import { ISSUES, type Moment, type Moments } from './story.ts';

/** What there is to read in both stories. */
export type AllMoments = Moments & Readonly<Record<AfterName, Moment>>;

/** A picture: the text, and the scene of the story after which it is read. */
interface Picture {
  readonly after: keyof AllMoments;
  readonly shows: (moment: Moment) => Shown;
}

const { onCall, incident, postMortem, another } = ISSUES;
/** The issues of the story of what comes after an incident. */
const [REPORT, PROBLEM, ITEM] = [2, 3, 4];

/** The texts that people read, by the names of their pictures. A new text is a line here. */
export const PICTURES = {
  'card-open': { after: 'opened', shows: card(incident) },
  'card-acknowledged': { after: 'acknowledged', shows: card(incident) },
  'card-mitigated': { after: 'updated', shows: card(incident) },
  'card-resolved': { after: 'resolved', shows: card(incident) },
  'card-unfolded': { after: 'resolved', shows: unfolded(card(incident)) },
  start: { after: 'opened', shows: step(incident, 'start') },
  receipt: { after: 'opened', shows: notice(incident, 'receipt') },
  escalation: { after: 'unanswered', shows: step(incident, 'acknowledge due') },
  'escalation-late': { after: 'late', shows: step(incident, 'resolve due') },
  reminder: { after: 'silent', shows: step(incident, 'update due') },
  status: { after: 'acknowledged', shows: notice(incident, 'informed') },
  resolution: { after: 'resolved', shows: notice(incident, 'resolved') },
  rejected: { after: 'rejected', shows: reply(incident, 'reply') },
  refused: { after: 'refused', shows: reply(incident, 'refusal') },
  help: { after: 'helped', shows: reply(incident, 'reply') },
  'on-call': { after: 'quiet', shows: issue(onCall) },
  shift: { after: 'quiet', shows: comment(onCall) },
  'post-mortem': { after: 'resolved', shows: issue(postMortem) },
  record: { after: 'resolved', shows: comment(postMortem) },
  'answer-unknown': { after: 'unknown', shows: answer(another) },
  'answer-denied': { after: 'denied', shows: answer(another) },
  answer: { after: 'answered', shows: answer(another) },
  'answer-card': { after: 'answered', shows: card(another) },
  'closing-asked': { after: 'unexplained', shows: notice(another, 'closing') },
  'closing-asked-card': { after: 'unexplained', shows: card(another) },
  'closing-again': { after: 'closed', shows: notice(another, 'gate') },
  'closing-reporter': { after: 'explained', shows: notice(another, 'resolved') },
  'closing-waiting-card': { after: 'explained', shows: card(another) },
  'closing-silence': { after: 'unopposed', shows: notice(another, 'silence') },
  'closing-silence-card': { after: 'unopposed', shows: card(another) },
  'closing-opposed': { after: 'opposed', shows: notice(another, 'reopened') },
  'closing-accepted-card': { after: 'accepted', shows: card(another) },
  report: { after: 'after reported', shows: issue(REPORT) },
  'report-draft-card': { after: 'after reported', shows: card(REPORT) },
  'report-review': { after: 'after reviewed', shows: unfolded(notice(REPORT, 'review')) },
  'report-leaking': { after: 'after leaking', shows: reply(REPORT, 'reply') },
  'report-stale-card': { after: 'after stale', shows: card(REPORT) },
  'report-published': { after: 'after published', shows: notice(REPORT, 'published') },
  'report-published-card': { after: 'after published', shows: card(REPORT) },
  'report-overdue': { after: 'after overdue', shows: comment(REPORT) },
  'action-item': { after: 'after reviewed', shows: issue(ITEM) },
  problem: { after: 'after reported', shows: issue(PROBLEM) },
  'problem-card': { after: 'after reported', shows: card(PROBLEM) },
  'problem-planned-card': { after: 'after planned', shows: card(PROBLEM) },
  summary: { after: 'opened', shows: summary },
} as const satisfies Readonly<Record<string, Picture>>;

/** The name of a picture. */
export type PictureName = keyof typeof PICTURES;

/** Those names. */
export const PICTURE_NAMES = Object.keys(PICTURES) as readonly PictureName[];

/** The text of a picture, at its moment of a story. */
export function shownIn(moments: AllMoments, name: PictureName): Shown {
  const { after, shows }: Picture = PICTURES[name];
  return shows(moments[after]);
}

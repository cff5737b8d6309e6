import type { Language } from '../model/language.ts';
import { alertsWords } from './alerts/words.ts';
import { assignmentWords } from './assignment/words.ts';
import { answersWords } from './answers/words.ts';
import { assistanceWords } from './assistance/words.ts';
import { cardWords } from './card/words.ts';
import { categoryWords } from './category/words.ts';
import { causeWords } from './cause/words.ts';
import { changesWords } from './changes/words.ts';
import { closingWords } from './closing/words.ts';
import { clocksWords } from './clocks/words.ts';
import { commonWords } from './common/words.ts';
import { confidentialityWords } from './confidentiality/words.ts';
import { dataLossWords } from './data-loss/words.ts';
import { duplicatesWords } from './duplicates/words.ts';
import { escalationWords } from './escalation/words.ts';
import { gateWords } from './gate/words.ts';
import { impactWords } from './impact/words.ts';
import { levelsWords } from './levels/words.ts';
import { notesWords } from './notes/words.ts';
import { maintenanceWords } from './maintenance/words.ts';
import { managerWords } from './manager/words.ts';
import { membershipWords } from './membership/words.ts';
import { muteWords } from './mute/words.ts';
import { notificationWords } from './notification/words.ts';
import { pausesWords } from './pauses/words.ts';
import { peopleWords } from './people/words.ts';
import { postMortemWords } from './post-mortem/words.ts';
import { priorityWords } from './priority/words.ts';
import { problemWords } from './problem/words.ts';
import { quickPathWords } from './quick-path/words.ts';
import { readerWords } from './reader/words.ts';
import { receiptWords } from './receipt/words.ts';
import { replies } from './replies/words.ts';
import { reportWords } from './report/words.ts';
import { resolutionWords } from './resolution/words.ts';
import { stageWords } from './stage/words.ts';
import { statusPageWords } from './status-page/words.ts';
import { statusWords } from './status/words.ts';
import { tickWords } from './tick/words.ts';
import { triageWords } from './triage/words.ts';
import { updatesWords } from './updates/words.ts';
import { workloadWords } from './workload/words.ts';
import { watchWords } from './watch/words.ts';

/** Everything that people read about incidents. To add a room's words, add a line. */
const PARTS = [
  alertsWords,
  assignmentWords,
  answersWords,
  assistanceWords,
  cardWords,
  categoryWords,
  causeWords,
  changesWords,
  clocksWords,
  closingWords,
  commonWords,
  confidentialityWords,
  dataLossWords,
  duplicatesWords,
  escalationWords,
  gateWords,
  impactWords,
  levelsWords,
  notesWords,
  maintenanceWords,
  managerWords,
  membershipWords,
  muteWords,
  notificationWords,
  pausesWords,
  peopleWords,
  postMortemWords,
  priorityWords,
  problemWords,
  quickPathWords,
  readerWords,
  receiptWords,
  replies,
  reportWords,
  resolutionWords,
  stageWords,
  statusPageWords,
  statusWords,
  tickWords,
  triageWords,
  updatesWords,
  watchWords,
  workloadWords,
] as const;

type Union = (typeof PARTS)[number]['en'];
type Merged<U> = (U extends unknown ? (part: U) => void : never) extends (part: infer I) => void ? I : never;

/**
 * The catalogue of one language: Markdown, whose arguments are ready to stand in it. Foreign text comes as code, instants and lengths of time
 * as words. All languages have the same shape.
 */
export type Words = { readonly [K in keyof Merged<Union>]: Merged<Union>[K] };

const CATALOGUES: Readonly<Record<Language, Words>> = { en: merged('en'), fr: merged('fr') };

/** What people read, in the policy's language. */
export function wordsOf(language: Language): Words {
  return CATALOGUES[language];
}

/** Rooms may add to a section of the same name, such as `told`. */
function merged(language: Language): Words {
  const words: Record<string, unknown> = {};
  for (const part of PARTS) {
    for (const [name, section] of Object.entries(part[language]))
      words[name] = typeof section === 'object' ? { ...(words[name] as object | undefined), ...section } : section;
  }
  return words as unknown as Words;
}

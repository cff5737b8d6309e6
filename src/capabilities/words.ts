import type { Language } from '../model/language.ts';
import { alerts } from './alerts/words.ts';
import { assignment } from './assignment/words.ts';
import { assistance } from './assistance/words.ts';
import { card } from './card/words.ts';
import { category } from './category/words.ts';
import { cause } from './cause/words.ts';
import { clocks } from './clocks/words.ts';
import { common } from './common/words.ts';
import { confidentiality } from './confidentiality/words.ts';
import { duplicates } from './duplicates/words.ts';
import { escalation } from './escalation/words.ts';
import { levels } from './levels/words.ts';
import { manager } from './manager/words.ts';
import { membership } from './membership/words.ts';
import { notification } from './notification/words.ts';
import { pauses } from './pauses/words.ts';
import { people } from './people/words.ts';
import { postMortem } from './post-mortem/words.ts';
import { priority } from './priority/words.ts';
import { quickPath } from './quick-path/words.ts';
import { receipt } from './receipt/words.ts';
import { replies } from './replies/words.ts';
import { report } from './report/words.ts';
import { resolution } from './resolution/words.ts';
import { stage } from './stage/words.ts';
import { status } from './status/words.ts';
import { triage } from './triage/words.ts';
import { updates } from './updates/words.ts';

/** Everything that people read about incidents. To add a room's words, add a line. */
const PARTS = [
  alerts,
  assignment,
  assistance,
  card,
  category,
  cause,
  clocks,
  common,
  confidentiality,
  duplicates,
  escalation,
  levels,
  manager,
  membership,
  notification,
  pauses,
  people,
  postMortem,
  priority,
  quickPath,
  receipt,
  replies,
  report,
  resolution,
  stage,
  status,
  triage,
  updates,
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

function merged(language: Language): Words {
  return Object.assign({}, ...PARTS.map((part) => part[language])) as Words;
}

import type { Instant } from '../../calendar/calendar.ts';
import { readKey, writeKey, type Key } from '../../engine/keys.ts';
import type { Done, IncidentRecord } from '../../engine/record.ts';
import { cutTo } from '../../text/cut.ts';
import { fingerprint } from '../../text/fingerprint.ts';
import type { FormAnswers } from './form.ts';
import type { MaintenancePlan } from './plan.ts';

/**
 * The plan as somebody entitled confirmed it, or changed it in the text since. Only these count: whoever opened the issue may change its text
 * at any time, and must not move what others rely on.
 */
export interface Revision {
  readonly at: Instant;
  readonly by: string;
  readonly plan: MaintenancePlan;
  /** The answers of the form that it came from, each by its fingerprint: only what an edit changes is changed. */
  readonly answers: Readonly<Record<'services' | 'from' | 'to' | 'public', string>>;
}

/** The most that are kept; a further one takes the place of the last. */
const MOST = 20;
const LONGEST_NOTICE = 1_500;
const NAME = 'plan-';

/** The answers of a form by their fingerprints. */
export function fingerprints({
  services = '',
  from = '',
  to = '',
  public: notice = '',
}: FormAnswers): Revision['answers'] {
  return {
    services: fingerprint(services),
    from: fingerprint(from),
    to: fingerprint(to),
    public: fingerprint(notice),
  };
}

/** The revisions that a card keeps, oldest first. */
export function revisionsIn({ done }: IncidentRecord): readonly Revision[] {
  return Object.entries(done)
    .flatMap(([key, entry]) => read(key, entry) ?? [])
    .sort((a, b) => a.at - b.at);
}

/** What a card keeps of them. */
export function keptRevisions(revisions: readonly Revision[]): Readonly<Record<Key, Done>> {
  const kept = [...revisions.slice(0, MOST - 1), ...revisions.slice(MOST - 1).slice(-1)];
  return Object.fromEntries(
    kept.map(({ at, by, plan, answers }, i) => [
      writeKey({ kind: 'opened', name: `${NAME}${i + 1}` }),
      {
        at,
        text: by,
        parts: {
          from: String(plan.from),
          to: String(plan.to),
          services: plan.services.join(', '),
          ...(plan.notice !== null && { notice: cutTo(plan.notice, LONGEST_NOTICE) }),
          answers: [answers.services, answers.from, answers.to, answers.public].join(' '),
        },
      },
    ]),
  );
}

function read(key: string, { at, text: by = '', parts = {} }: Done): Revision | null {
  const named = readKey(key);
  if (named?.kind !== 'opened' || !named.name.startsWith(NAME)) return null;
  const { from, to, services = '', notice = null, answers = '' } = parts;
  const [ofServices = '', ofFrom = '', ofTo = '', ofPublic = ''] = answers.split(' ');
  return {
    at,
    by,
    plan: { from: Number(from), to: Number(to), services: services.split(', '), notice },
    answers: { services: ofServices, from: ofFrom, to: ofTo, public: ofPublic },
  };
}

import { keyOfNotice } from '../../../engine/keys.ts';
import { enumeration } from '../../../text/sentence.ts';
import type { Planned } from '../reading.ts';
import { ownersOf, type MaintenanceRule, type MaintenanceSituation } from '../situation.ts';

/** The most that are named. */
const MOST = 10;

/** The other maintenances of a service of this one at the same time. */
export function overlapping({ maintenance, others }: MaintenanceSituation): readonly Planned[] {
  const { plan, end } = maintenance.course;
  if (plan === null || end !== null) return [];
  return others
    .filter(
      ({ number, services, from, to }) =>
        number !== maintenance.issue.number &&
        from < plan.to &&
        plan.from < to &&
        services.some((it) => plan.services.includes(it)),
    )
    .slice(0, MOST);
}

/** Whoever has planned the later one of two that overlap hears of it once. */
export const overlapRule: MaintenanceRule = (situation) => {
  const { maintenance, words, reader } = situation;
  const earlier = overlapping(situation).filter(({ number }) => number < maintenance.issue.number);
  const keyOf = ({ number }: Planned) => keyOfNotice('overlap', null, String(number));
  const news = earlier.filter((it) => !Object.hasOwn(maintenance.record.done, keyOf(it)));
  if (news.length === 0) return [];
  return [
    {
      do: 'tell',
      keys: news.map(keyOf),
      to: ownersOf(maintenance),
      ask: words.tell.overlap(
        enumeration(
          reader.language,
          news.map(({ number }) => `#${number}`),
        ),
      ),
      lines: [words.tell.overlapLine],
      why: words.why.overlap,
    },
  ];
};

import { maintenanceListing } from './listing.ts';
import { keyOfNotice } from '../../../engine/keys.ts';
import { inline } from '../../../text/foreign.ts';
import { MAINTENANCE_FORM } from '../form.ts';
import { readServices, readTimes, type PlanFault } from '../plan.ts';
import { ownersOf, type MaintenanceRule, type MaintenanceSituation } from '../situation.ts';

/** What is wrong with the text, a line each: the field, and what is expected there. */
export function faultLines(situation: MaintenanceSituation): readonly string[] {
  const { policy, words, reader } = situation;
  const headings = MAINTENANCE_FORM[reader.language];
  return faultsOf(situation).map(({ field, why, text }) =>
    words.fault[why](headings[field], inline(text, 80), maintenanceListing(policy)),
  );
}

/** Of a text that nobody has confirmed, what would be wrong with it. */
function faultsOf({ maintenance, policy, now }: MaintenanceSituation): readonly PlanFault[] {
  const { course, answers, issue } = maintenance;
  if (course.confirmed !== null || course.plan !== null) return course.faults;
  const at = Math.min(Math.max(issue.openedAt, issue.editedAt ?? 0), now);
  return [readServices(answers, { policy, at }), readTimes(answers, { policy, at, written: at })].flatMap((it) =>
    'faults' in it ? it.faults : [],
  );
}

/** Whoever has vouched for a text that cannot be read is told once what is wrong with it. */
export const faultsRule: MaintenanceRule = (situation) => {
  const { maintenance, words } = situation;
  const { faults, faultsAt, plan } = maintenance.course;
  if (faults.length === 0 || maintenance.issue.state === 'closed') return [];
  return [
    {
      do: 'tell',
      keys: [keyOfNotice('faults', faultsAt)],
      to: ownersOf(maintenance),
      ask: words.tell.faults,
      lines: [
        faultLines(situation)
          .map((it) => `- ${it}`)
          .join('\n'),
        plan === null ? words.tell.faultsNone : words.tell.faultsStill,
      ],
      why: words.why.faults,
    },
  ];
};

import { MINUTE } from '../../../calendar/length.ts';
import { fallbackLogins, peopleOf } from '../../../capabilities/people/roles.ts';
import { keyOfNotice } from '../../../engine/keys.ts';
import { distinctLogins } from '../../../model/login.ts';
import { instant } from '../../../text/time.ts';
import { isOverrun, ownersOf, type MaintenanceRule } from '../situation.ts';

/** After how long without an answer those above hear of it, in milliseconds of wall time. */
const PATIENCE = 15 * MINUTE;

/**
 * Reminds whoever carries out a maintenance that runs over; when nobody has answered a while later, those whom the policy names, once for each
 * end that was given. By mention, and never by a page: alerts page by themselves again.
 */
export const overrunRule: MaintenanceRule = (situation) => {
  const { maintenance, words, reader, now, policy } = situation;
  if (!isOverrun(situation)) return [];
  const { to: due } = maintenance.course.plan!;
  const isLate = now - due >= PATIENCE;
  const named = (policy.maintenance?.overrun ?? []).flatMap((role) => peopleOf({ policy, now }, role) ?? []);
  const above = [...(peopleOf({ policy, now }, 'management') ?? []), ...fallbackLogins(situation)];
  const owners = ownersOf(maintenance);
  const toAbove = isLate || owners.length === 0;
  return [
    {
      do: 'tell',
      // What nobody was reminded of in time is told once, to all.
      keys: [keyOfNotice('overrun', due), ...(toAbove ? [keyOfNotice('overrun-late', due)] : [])],
      to: distinctLogins(toAbove ? [...owners, ...(named.length > 0 ? named : above)] : owners),
      ask: toAbove ? words.tell.overrunAbove : words.tell.overrun,
      lines: [words.tell.overrunLine(instant(reader, due))],
      why: words.why.overrun,
    },
  ];
};

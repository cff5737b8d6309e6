import { alerts } from './alerts/policy.ts';
import { assistance } from './assistance/policy.ts';
import { calendars } from './calendars/policy.ts';
import { categories } from './category/policy.ts';
import { causes } from './cause/policy.ts';
import { onPriorityChange } from './clocks/policy.ts';
import { commandRights, entitled } from './entitlement/policy.ts';
import { escalationPolicies } from './escalation/policy.ts';
import { heartbeat } from './heartbeat/policy.ts';
import { services } from './impact/policy.ts';
import { sources } from './levels/policy.ts';
import { enforceFrom, labels } from './membership/policy.ts';
import { notifiers } from './notification/policy.ts';
import { onCall, schedules } from './on-call/policy.ts';
import { pauses } from './pauses/policy.ts';
import { fallback } from './people/fallback.ts';
import { roles } from './people/policy.ts';
import { priorities } from './priority/policy.ts';
import { quickPath } from './quick-path/policy.ts';
import { language, timezone } from './reader/policy.ts';
import { triage } from './triage/policy.ts';
import { inform } from './updates/policy.ts';

/**
 * Every section of the policy, in the order in which people read about them. To add one, add a file and a line. The names of the
 * commands are handed in: commands know the policy, so the policy must not know them.
 */
export const sectionsOf = (commandNames: readonly string[]) =>
  [
    language,
    timezone,
    calendars,
    priorities,
    categories,
    sources,
    causes,
    quickPath,
    triage,
    assistance,
    alerts,
    roles,
    schedules,
    fallback,
    escalationPolicies,
    notifiers,
    inform,
    onCall,
    heartbeat,
    labels,
    services,
    pauses,
    onPriorityChange,
    enforceFrom,
    entitled,
    commandRights(commandNames),
  ] as const;
